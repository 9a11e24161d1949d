"""Numbers, addresses and marks in texts: what is found, what passes, and that nothing of it is repeated."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from sitegen.config import find_catalogues, read_catalogues, shipped
from sitegen.inspection.personal_data import hits
from sitegen.inspection.privacy import in_text

CATALOGUES, _ = read_catalogues(find_catalogues(shipped("catalogs").parent), "default")
assert CATALOGUES is not None
PRIVACY = CATALOGUES.standards.privacy
ID = "339901199904011206"

TEXTS = {
    "plain": (f"王某，{ID}。", ["SG701"]),
    "X": ("33990119990401110x", ["SG701"]),
    "full width": ("３３９９０１１９９９０４０１１２０６", ["SG701"]),
    "circles and letters for zeros": ("3399〇1199904O112O6", ["SG701"]),
    "letter before the last X": ("3399011999040103OX", ["SG701"]),
    "spaces": ("339901 19990401 1206", ["SG701"]),
    "wide spaces": ("339901\u3000\u30001999\u00a00401\u20031206", ["SG701"]),
    "hyphens": ("339901-19990401-1206", ["SG701"]),
    "one by one": (" ".join(ID), ["SG701"]),
    "cells": ("| 339901 | 19990401 | 1206 |", ["SG701"]),
    "a cell a digit": (f"|{'|'.join(ID)}|", ["SG701"]),
    "lines": ("3399011999\n04011206", ["SG701"]),
    "bold": ("**339901**19990401*1206*", ["SG701"]),
    "link": ("[339901](http://a.example/2020)199904011206", ["SG701"]),
    "tags and entities": ("<b>339901</b>1999&nbsp;0401<br>12&#48;6", ["SG701"]),
    "first digits as entities": (f"&#51;&#x33;{ID[2:]}", ["SG701"]),
    "backslashes": ("339901\\19990401\\1206", ["SG701"]),
    "unseen signs": ("339901\u200b19990401\u00ad1206", ["SG701"]),
    "behind a mobile number": (f"13800001234{ID}", ["SG701"]),
    "card of the disabled": (f"残疾人证 {ID}42", ["SG701"]),
    "number of a pupil": (f"G{ID}", ["SG701"]),
    "in digits of something else": (f"身份证 1{ID}", ["SG701"]),
    "Chinese numerals": ("三三九九〇一一九九九〇四〇一一二〇六", ["SG701"]),
    "numerals of sums": ("叁叁玖玖零壹 壹玖玖玖零肆零壹 壹贰零陆", ["SG701"]),
    "Chinese numerals with X": ("三三九九〇一一九九九〇四〇一一一〇X", ["SG701"]),
    "circled": ("③③⑨⑨⓪①①⑨⑨⑨⓪④⓪①①②⓪⑥", ["SG701"]),
    "above the line": ("³³⁹⁹⁰¹¹⁹⁹⁹⁰⁴⁰¹¹²⁰⁶", ["SG701"]),
    "below the line": ("₃₃₉₉₀₁₁₉₉₉₀₄₀₁₁₂₀₆", ["SG701"]),
    "Arabic digits": ("٣٣٩٩٠١١٩٩٩٠٤٠١١٢٠٦", ["SG701"]),
    "Mongolian digits": (ID.translate({ord("0") + digit: 0x1810 + digit for digit in range(10)}), ["SG701"]),
    "bold digits of mathematics": (ID.translate({ord("0") + digit: 0x1D7CE + digit for digit in range(10)}), ["SG701"]),
    "escaped in an address": (f"https://a.example/?h={''.join(f'%3{sign}' for sign in ID)}", ["SG701"]),
    "escaped blanks": ("[王某](./339901%2019990401%201206.pdf)", ["SG701"]),
    "letters for ones": ("33990ll99904011206、33990I1999040112O6", ["SG701", "SG701"]),
    "first ones as letters": ("ll9901199904011205", ["SG701"]),
    "letters for ones, wrong check digit": ("身份证号 33990ll99904011207", []),
    "too many letters for ones": ("身份证号 33990ll9990401l2O6、33990ll99904Ol12O6", ["SG701", "SG701"]),
    "four letters for ones": ("身份证号 33990ll99904OlI2O6", []),
    "commas": ("339901,19990401,1206", ["SG701"]),
    "commas in threes": ("339,901,199,904,011,206", ["SG701"]),
    "wide commas": ("339901，19990401，1206", ["SG701"]),
    "colons": ("339901:1999:0401:1206", ["SG701"]),
    "brackets": ("339901（19990401）1206、339901(19990401)1206、【339901】【19990401】【1206】", ["SG701"] * 3),
    "slashes": ("339901/19990401/1206", ["SG701"]),
    "commas in one cell of many": ("| 王某 | 339901,19990401,1206 | 500 |", ["SG701"]),
    "a list of figures": ("2019,2020,2021,339,901,199,904,011,206,77,2022", []),
    "fifteen digits with commas": ("110102,990401,123", []),
    "mobile number with letters": ("王某 l38O000l234、I3800001234", []),
    "mobile number in numerals": ("王某 一三八〇〇〇〇一二三四", ["SG704"]),
    "list in numerals": ("一、二、三、四、五、六、七、八、九、十、十一", []),
    "head of numerals": ("| 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 | 九 | 十 |\n| --- |\n| 一 | 二 | 三 |", []),
    "year in numerals": ("二〇二六年十一月二十二日、二〇二五年、二〇二四年", []),
    "moment of publication": ("发布日期: 2026-11-22 09:30:15", []),
    "foreigner": ("933199199904011204", ["SG701"]),
    "fifteen digits": ("身份证号 339901990401123", ["SG701"]),
    "two": (f"{ID}、339901200011120304", ["SG701", "SG701"]),
    "masked": ("3399**********1206、339901********1206、33990119990401****", []),
    "masked with escapes": ("3399\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*1206", []),
    "wrong check digit": ("339901199904011207", []),
    "wrong check digit beside the word": ("身份证号：339901199904011207", ["SG702"]),
    "no day of birth": ("339901199913011209", []),
    "no province": ("009901199904011206", []),
    "fifteen digits of a taxpayer": ("纳税人识别号 110102990401123", []),
    "fifteen digits without a word": ("110102990401123", ["SG702"]),
    "index number": ("11661707-1/2019-00222", []),
    "figures": ("| 2021 | 33 | 9901 | 19 | 990 | 401 | 12 | 07 | 7 |", []),
    "figures that fit by chance": ("| 2021 | 33 | 9901 | 19 | 990 | 401 | 12 | 06 | 7 |", []),
    "figures broken like a number": ("| 2021 | 33 | 9901 | 1999 | 0401 | 1206 | 7 |", ["SG702"]),
    "the same figures under a head": (
        "| 年度 | 身份证号 |\n| --- | --- |\n| 2021 | 33 | 9901 | 19 | 990 | 401 | 12 | 06 | 7 |",
        ["SG701"],
    ),
    "cells among other figures": ("| 2021 | 339901 | 19990401 | 1206 | 500 |", ["SG701"]),
    "card": ("卡号 6228480000000000018", ["SG703"]),
    "card in fours": ("6228 4800 0000 0000 018", ["SG703"]),
    "card of an unknown bank": ("账号：6239990000000000018", ["SG703"]),
    "number like a card": ("6239990000000000018", []),
    "wrong card": ("卡号 6228480000000000019", []),
    "mobile number": ("王某 13800001234", ["SG704"]),
    "mobile number in groups": ("王某 138 0000 1234", ["SG704"]),
    "mobile number with country": ("王某 +86 13800001234", ["SG704"]),
    "number to call": ("联系人：王某，13800001234", []),
    "number to ask": ("咨询电话：13800001234", []),
    "roster": ("| 姓名 | 性别 | 联系电话 |\n| --- | --- | --- |\n| 王某 | 女 | 13800001234 |", ["SG704"]),
    "offices": ("| 单位 | 联系电话 |\n| --- | --- |\n| 民政局 | 13800001234 |", []),
    "money": ("合计13800001234.50元", []),
    "money, escaped": ("合计13500001234\\.52元，采购13500001234\\.52元", []),
    "masked mobile number": ("王某 138****1234", []),
    "telephone": ("王某 0000-6660210", []),
    "passport": ("护照号码：E00000000", ["SG705"]),
    "passport alone": ("E00000000", []),
    "social security": ("社保卡号：A00000000", ["SG705"]),
    "home": ("家庭住址：青岚区望江街道临江路18号", ["SG706"]),
    "home of a person": ("王某，男，汉族，住青岚区望江街道临江路18号。", ["SG706"]),
    "home without door": ("家庭住址：青岚区望江街道", []),
    "office": ("办公地址：青岚区望江街道临江路18号3楼302室", []),
    "hotel": ("代表报到后，住青岚宾馆18号楼。", []),
    "star": ("机密★5年", ["SG707"]),
    "mark with spaces": ("秘　密\n\n通知", ["SG707"]),
    "bold mark": ("**绝密**\n", ["SG707"]),
    "field": ("密级：机密", ["SG707"]),
    "field of an open paper": ("密级：公开", []),
    "mark far below": ("一\n" * 20 + "机密\n", ["SG709"]),
    "mark in quotes": ("标注“秘密★10年”", ["SG709"]),
    "words of the law": ("国家秘密、商业秘密和工作秘密，保守秘密，机密级计算机", []),
    "name of the law": ("《中华人民共和国保守国家秘密法》", []),
    "heading about secrets": ("## 国家秘密\n\n## 保密要求\n", []),
    "internal": ("内部资料　注意保存", ["SG708"]),
    "internal in brackets": ("【内部文件，不得外传】", ["SG708"]),
    "name of a rule": ("《内部资料性出版物管理办法》", []),
    "keep the papers": ("请注意保存报名材料。", []),
    "closed": ("（此件不予公开）", ["SG710"]),
    "on request": ("（此件依申请公开）", ["SG710"]),
    "open": ("（此件公开发布）", []),
    "rule about closed papers": ("不予公开的，应当说明理由。", []),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_text(text, expected):
    assert [fault.id for fault in in_text(text, 0, PRIVACY)] == expected


@pytest.mark.parametrize("text", [text for text, expected in TEXTS.values() if "SG701" in expected])
def test_message_does_not_repeat_the_number(text):
    for fault in in_text(text, 0, PRIVACY):
        assert "990401112" not in fault.message + fault.help
        assert "**********" in fault.message or "*******" in fault.message


def test_place_is_that_of_the_number():
    (fault,) = in_text("---\n标题: 名单\n---\n\n王某 **339901**19990401 1206。\n", 16, PRIVACY)
    assert (fault.span.line, fault.span.column, fault.span.end_column) == (5, 6, 27)


def test_many_are_counted():
    text = "\n\n".join(_with_check(f"3399012000010{day}{order:03}") for day in (1, 2) for order in range(100, 120))
    found = [*in_text(text, 0, PRIVACY)]
    assert len(found) == PRIVACY.shown
    assert found[-1].message.endswith("同样的问题还有 20 处，没有逐一列出。")


def test_every_decimal_digit_begins_a_number():
    """All of the basic plane, whatever the script; the rest of the number is plain."""
    for sign in map(chr, range(0x80, 0x10000)):
        if unicodedata.decimal(sign, None) == 3:
            assert [hit.key for hit in hits(f"{sign}{ID[1:]}", (0,), PRIVACY)] == [ID], hex(ord(sign))


def _with_check(number: str) -> str:
    return number + ric.calc_check_digit(f"{number}0")


MARKS = ["*", "**", "\\", "\u200b", "&nbsp;", "<b>", "</b>"]
GAPS = st.sampled_from(["", " ", "  ", "\u3000", "-", "－", *MARKS, "·", ",", "：", "(", "）", "/"])
BORDERS = st.sampled_from(["", "，", "：", "（", "某", "\n\n", "| ", "**", "号码"])
BIRTHS = st.dates(min_value=date(1900, 1, 1), max_value=date(2026, 1, 1))
PROVINCES = st.sampled_from([region.code for region in PRIVACY.regions])


SPLITS = st.lists(GAPS, min_size=17, max_size=17)


@given(PROVINCES, BIRTHS, st.integers(0, 999), SPLITS, BORDERS, BORDERS, st.booleans())
def test_every_number_is_found_however_it_is_split(province, birth, order, gaps, before, behind, wide):
    number = _with_check(f"{province}99{order % 99:02}{birth:%Y%m%d}{order:03}")
    signs = number.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}) if wide else number
    text = before + "".join(sign + gap for sign, gap in zip(signs, [*gaps, ""], strict=True)) + behind
    assert [hit.key for hit in hits(text, (0,), PRIVACY) if hit.kind.id == "SG701"] == [number]
