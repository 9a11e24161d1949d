"""What a document's page says about the document."""

import msgspec
import pytest

from .samples import CHROME, PAGES


def page_of(theme, name, **changes):
    template, page, body = PAGES[name]
    return theme.render(template, msgspec.structs.replace(page, **changes), CHROME, body)


def test_a_document_in_force_keeps_its_reasons_folded(theme):
    html = page_of(theme, "document")
    assert '<details class="why">' in html
    assert "<title>青岚区临时救助实施办法_青岚区人民政府</title>" in html
    assert 'content="2023-05-12 09:30"' in html
    assert 'data-next="2028-07-01" data-then="lapsed" data-word="已失效"' in html
    assert "notice-" not in html


def test_an_ended_document_says_so_everywhere(theme):
    html = page_of(theme, "repealed")
    assert '<details class="why" open>' in html
    assert "<title>【已废止】" in html
    assert '<body class="gw-page ended">' in html
    assert '<div class="water" aria-hidden="true">已废止</div>' in html
    assert html.index("notice-gone") < html.index("<h1>")


def test_a_name_within_a_title_is_kept_on_one_line(theme):
    html = page_of(theme, "repealed")
    assert (
        '<h1><span class="keep">青岚区人民政府</span><span class="keep">关于印发</span>'
        '<span class="keep">《青岚区城乡居民临时救助办法》</span>的通知</h1>' in html
    )


def test_relations_say_their_direction_and_the_other_state(theme):
    html = page_of(theme, "repealed")
    assert "<dt>废止<small>谁废止了本文件</small></dt>" in html
    assert html.count("vs-in_force") == 1


@pytest.mark.parametrize("field", ["number", "issuer", "json_path"])
def test_what_is_not_known_is_left_out(theme, field):
    assert page_of(theme, "document", **{field: ""}).count("<dd></dd>") == 0


def test_what_is_not_there_has_no_heading(theme):
    changes = {"attachments": (), "downloads": (), "json_path": "", "relations": (), "catalogue": ()}
    html = page_of(theme, "document", timeline=(), explained_by=(), proof=None, **changes)
    for words in ("附件", "下载", "相关文件", "标准目录", "沿革", "校验值"):
        assert words not in html


def test_text_is_escaped_and_the_body_is_not(theme):
    html = page_of(theme, "document", title="<script>alert(1)</script>&'\"")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in html
    assert "<script>alert" not in html
    assert '<b class="tiao">第一条</b>' in html


def test_an_interpretation_leads_to_its_document(theme):
    html = page_of(theme, "interpretation")
    assert '<p class="about">解读的文件：<a href="../../zhengce/xzgfxwj/linshi-jiuzhu-banfa.html">' in html


def test_a_meeting_and_a_consultation_show_their_facts(theme):
    assert "<dt>主持人</dt><dd>区长</dd>" in page_of(theme, "meeting")
    consultation = page_of(theme, "consultation")
    assert '<span class="chip">已反馈</span>' in consultation
    assert '<dt>意见反馈</dt><dd><time datetime="2025-11-20">2025年11月20日</time></dd>' in consultation
    assert '<a href="https://www.lanzhou.example/1.html">岚州市人民政府网站</a>' in consultation
