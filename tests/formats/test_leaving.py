"""Links out of the government's sites: which get the mark, and what else of a link stays as it was."""

import pytest

from sitegen.formats.leaving import host_outside, leaving
from sitegen.formats.markdown import convert

KNOWN = r"(^|[.])gov[.]cn$|^portal[.]example$"
LINKS = {
    "company": ("[甲](https://a.example/b)", "a.example"),
    "government": ("[甲](https://www.a.gov.cn/b)", ""),
    "own portal": ("[甲](https://portal.example/)", ""),
    "nearly the government": ("[甲](https://gov.cn.example/)、", "gov.cn.example"),
    "part of a name": ("[甲](https://notgov.cn/)", "notgov.cn"),
    "user in front": ("[甲](https://www.gov.cn@a.example/)", "a.example"),
    "port": ("[甲](http://a.example:8080/)", "a.example"),
    "without scheme": ("[甲](//a.example/b)", "a.example"),
    "bare address": ("<https://a.example/>", "a.example"),
    "mail": ("[甲](mailto:a@a.example)", ""),
    "telephone": ("[甲](tel:0000)", ""),
    "anchor": ("[甲](#甲)\n\n## 甲\n", ""),
    "own tooltip": ('[甲](https://a.example/ "乙>丙")', "a.example"),
}


@pytest.mark.parametrize(("text", "host"), LINKS.values(), ids=LINKS)
def test_link(text, host):
    plain = convert(text).html
    html = leaving(plain, KNOWN, "将离开：")
    if not host:
        assert html == plain
        return
    assert html.count("leaves") == html.count("title=") == html.count("class=") == 1
    assert f'title="将离开：{host}' in html
    assert ("乙&gt;丙" in html or "乙>丙" in html) == ("乙" in text)


def test_html_of_others():
    html = '<a title="乙>丙" href="https://a.example/">甲</a>'
    marked = '<a title="将离开：a.example　乙>丙" href="https://a.example/" class="leaves">甲</a>'
    assert leaving(html, KNOWN, "将离开：") == marked


def test_nothing_is_marked_where_no_domain_is_known():
    html = convert("[甲](https://a.example/b)").html
    assert leaving(html, "", "将离开：") == html
    assert host_outside("https://a.example/", "") == ""


def test_an_address_that_cannot_be_read_is_left_alone():
    assert host_outside("https://[a.example/", KNOWN) == ""
