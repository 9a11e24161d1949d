"""Did you mean: which known word a wrong one was meant to be."""

import pytest

from sitegen.formats.suggestions import did_you_mean, nearest

WORDS = (
    "标题,文号,发布机构,发文机关,责任部门,成文日期,发布日期,施行日期,有效期至,主题分类,体裁分类,关键词,内容概述,公开属性,"
    "标准目录,废止,修改,替代,延续,依据,审核,附件,来源,转载,索引号,旧地址,效力状态,统一登记号,title,document_number"
)
KEYS = tuple(WORDS.split(","))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("标提", "标题"),
        ("题标", "标题"),
        ("标题题", "标题"),
        ("标 题", "标题"),
        ("成文时间", "成文日期"),
        ("生成日期", "成文日期"),
        ("实施日期", "施行日期"),
        ("有效期", "有效期至"),
        ("有效期限", "有效期至"),
        ("关键字", "关键词"),
        ("概述", "内容概述"),
        ("废除", "废止"),
        ("审核人", "审核"),
        ("信息来源", "来源"),
        ("登记号", "统一登记号"),
        ("Title", "title"),
        ("titel", "title"),
        ("ＴＩＴＬＥ", "title"),
        ("documentnumber", "document_number"),
    ],
)
def test_the_likeliest_word(word, meant):
    assert nearest(word, KEYS) == (meant,)


@pytest.mark.parametrize("word", ["", " ", "你好", "摘要", "x", "救助对象认定"])
def test_nothing_alike(word):
    assert nearest(word, KEYS) == ()
    assert did_you_mean(word, KEYS) == ""


def test_several_words_the_likeliest_first():
    assert nearest("发布日", KEYS, limit=3)[0] == "发布日期"
    assert len(nearest("日期", KEYS, limit=2)) == 2


def test_the_order_of_candidates_does_not_matter():
    assert nearest("发布单位", KEYS, limit=3) == nearest("发布单位", reversed(KEYS), limit=3)


def test_a_question():
    assert did_you_mean("标提", KEYS) == "您是不是想写“标题”？"


def test_long_texts_are_cut():
    assert nearest("甲" * 100_000, ["乙" * 100_000, "甲" * 50]) == ("甲" * 50,)
