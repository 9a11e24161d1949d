"""Lists, the home page, and what old and wrong addresses answer."""

import msgspec

from .samples import CHROME, PAGES


def page_of(theme, name, **changes):
    template, page, body = PAGES[name]
    return theme.render(template, msgspec.structs.replace(page, **changes), CHROME, body)


def test_a_list_says_its_count_its_place_and_its_day(theme):
    html = page_of(theme, "list")
    assert "<b>现行有效 186件</b>，第1—20件，按成文日期从新到旧" in html
    assert "<li>效力状态截至2026年3月16日</li>" in html
    assert '<a href="../../zhengce/xzgfxwj/index.html" aria-current="page">现行有效<b>186</b></a>' in html
    assert html[: html.index("</table>")].count("<tr>") == 21


def test_a_later_page_of_a_list_has_a_title_of_its_own(theme):
    assert "<title>统计信息第2页_青岚区人民政府</title>" in page_of(theme, "records")


def test_an_empty_list_says_why(theme):
    html = page_of(theme, "empty-list")
    assert '<p class="absence">2025年没有此类信息' in html
    assert "<table" not in html


def test_the_current_part_and_column_are_marked_once(theme):
    html = page_of(theme, "list")
    assert html.count('<a href="../../zhengce/index.html" aria-current="true">') == 1
    assert (
        html.count('<a href="../../zhengce/xzgfxwj/index.html" aria-current="page">行政规范性文件</a>') == 1
    )


def test_the_home_page_counts_by_state(theme):
    html = page_of(theme, "home")
    assert "<b>1,284</b>全部文件" in html
    assert '<h1 class="brand">' in html
    assert 'class="find" role="search"' not in html


def test_the_frame_follows_the_chrome(theme):
    renamed = msgspec.structs.replace(CHROME, organisation="白石区人民政府")
    template, page, body = PAGES["list"]
    assert "白石区人民政府" in theme.render(template, page, renamed, body)
    assert "白石区人民政府" not in theme.render(template, page, CHROME, body)


def test_a_missing_page_links_from_the_root_of_the_column(theme):
    html = page_of(theme, "not-found")
    assert '<link rel="stylesheet" href="/zfxxgk/assets/theme.css">' in html
    assert 'href="/zfxxgk/zhengce/xzgfxwj/all.html"' in html


def test_a_moved_page_leads_on_at_once_and_in_words(theme):
    html = page_of(theme, "moved")
    assert 'http-equiv="refresh" content="0; url=../zhengce/xzgfxwj/linshi-jiuzhu-banfa.html"' in html
    assert (
        'rel="canonical" href="https://www.qinglan.example/zfxxgk/zhengce/xzgfxwj/linshi-jiuzhu-banfa.html"'
        in html
    )
    assert "改了地址" in html


def test_a_tombstone_says_when_why_and_whom_to_ask(theme):
    html = page_of(theme, "tombstone")
    for words in ("2025年2月11日", "附件含有不应公开的个人信息", "青岚区民政局", "有疑问请联系"):
        assert words in html


def test_the_slots_of_the_portal_are_shown_as_they_come(theme):
    portal = msgspec.structs.replace(CHROME.portal, header_html='<p class="hui">门户页首</p>')
    template, page, body = PAGES["home"]
    html = theme.render(template, page, msgspec.structs.replace(CHROME, portal=portal), body)
    assert '<div class="portal-head"><p class="hui">门户页首</p></div>' in html


def test_search_says_what_to_do_without_script(theme):
    html = page_of(theme, "search")
    assert html.index("<noscript>") < html.index("搜索需要启用JavaScript") < html.index("</noscript>")
    assert '<script src="data/titles.js" defer></script>' in html
