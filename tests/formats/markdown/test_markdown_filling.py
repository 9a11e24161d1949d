from sitegen.formats.markdown import Target, convert, fill


def filled(text, *targets):
    return fill(convert(text).html, targets)


def test_a_target_gives_address_tooltip_and_class():
    target = Target("../a.html#第一条", "《办法》<全文>", "ended")
    html = '<p><a href="../a.html#第一条" title="《办法》&lt;全文&gt;" class="ended">见</a></p>\n'
    assert filled("[见](a.md)", target) == html


def test_the_writers_tooltip_stays_unless_the_target_has_one():
    assert filled('[见](a.md "甲")', Target("a.html")) == '<p><a href="a.html" title="甲">见</a></p>\n'
    assert filled('[见](a.md "甲")', Target("a.html", "乙")) == '<p><a href="a.html" title="乙">见</a></p>\n'


def test_without_a_target_words_stay():
    text = "[**见**](a.md)、[[青政规〔2023〕4号|办法]]、《条例》（国发〔2014〕47号）、![图 <甲>](a.png)"
    html = "<p><strong>见</strong>、办法、《条例》（国发〔2014〕47号）、图 &lt;甲&gt;</p>\n"
    assert filled(text, None, None, None, None) == html


def test_a_picture_in_a_link():
    text = "[![图](a.png)](b.md)"
    picture = '<img src="a.png" alt="图" loading="lazy">'
    assert filled(text, Target("a.png"), Target("b.html")) == f'<p><a href="b.html">{picture}</a></p>\n'
    assert filled(text, Target("a.png"), None) == f"<p>{picture}</p>\n"
    assert filled(text, None, Target("b.html")) == '<p><a href="b.html">图</a></p>\n'


def test_a_picture_keeps_its_room():
    picture = '<p><img src="a.png" alt="图" title="甲" width="640" height="480" loading="lazy"></p>\n'
    assert filled('![图](a.png "甲")', Target("a.png", width=640, height=480)) == picture


def test_targets_go_with_all_links_complete_ones_too():
    text = "[甲](https://a.cn)、[乙](b.md)"
    html = '<p><a href="https://a.cn" class="out" rel="noopener noreferrer">甲</a>、<a href="b.html">乙</a></p>\n'
    assert filled(text, None, Target("b.html")) == html


def test_an_address_cannot_leave_its_attribute():
    assert (
        filled("[见](a.md)", Target('a" onclick="x')) == '<p><a href="a&quot; onclick=&quot;x">见</a></p>\n'
    )


def test_a_page_without_links_is_itself():
    html = convert("第一条　甲").html
    assert fill(html, ()) is html


def test_filling_works_in_cleaned_html():
    text = "<u>见</u>[甲](a.md) ![图>](b.png)"
    html = '<p><u>见</u><a href="a.html">甲</a> <img src="b.png" alt="图&gt;" loading="lazy"></p>\n'
    assert filled(text, Target("a.html"), Target("b.png")).replace("图>", "图&gt;") == html
    assert filled(text, None, None) == "<p><u>见</u>甲 图&gt;</p>\n"


def test_marks_of_ours_in_a_text_are_replaced():
    result = convert('甲\uf8f00\uf8f1<a href="\uf8f00\uf8f1">&#xF8F0;[x](a.md)')
    assert "\uf8f0" not in fill(result.html, [None]).replace("&#xF8F0;", "").split("</p>")[0][:6]
    assert fill(result.html, [Target("a.html")]).count('href="a.html"') == 1
