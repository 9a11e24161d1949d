"""What a 政府信息公开指南 must say, and which limits it may name."""

from __future__ import annotations

import pytest

from tests.world import PDF, record

COLUMN = {"content/zhinan/_column.yaml": "标题: 政府信息公开指南\n收录: [政府信息公开指南]\n"}
WHOLE = """\
政府信息按照主题分类编排，编排体系和获取方式如下。

机构名称：区政府办公室；办公地址：青岚区云山路1号；办公时间：工作日9:00—17:00；联系电话：0999-5550104；传真号码：无；电子邮箱：无。

可以到公开查阅点查阅。申请可以当面提交，也可以邮寄，要写明身份证明；签收之日为收到申请之日。

LIMITS

自收到申请之日起20个工作日内答复，延长不超过20个工作日。收取费用的另行告知；视听障碍的人可以得到帮助。

不服的，可以投诉，也可以申请行政复议或者提起行政诉讼。
"""
CORRECTION = "内容不明确的，7个工作日内一次性告知补正。"


def told(world, body: str, **fields: str) -> list[str]:
    files = {**COLUMN, "content/zhinan/zhinan.md": record(body, **({"标题": "信息公开指南"} | fields))}
    return [found.id for found in world(files).check().diagnostics]


LIMITS = {
    "as the law says": (CORRECTION, []),
    "in Chinese figures": ("内容不明确的，七个工作日内一次性告知补正。", []),
    "another": ("内容不明确的，5个工作日内一次性告知补正。", ["SG540"]),
    "of the correction itself": (f"{CORRECTION}补正期限一般不超过15个工作日。", []),
    "of the correction itself, too long": (f"{CORRECTION}补正期限一般不超过30个工作日。", ["SG540"]),
    "of a third party": (f"{CORRECTION}第三方自收到征求意见书之日起10个工作日内提出意见。", ["SG540"]),
    "of something else": (
        f"{CORRECTION}主动公开的信息，自形成之日起二十个工作日内公开，窗口3个工作日内受理。",
        [],
    ),
}


@pytest.mark.parametrize(("words", "expected"), LIMITS.values(), ids=LIMITS)
def test_limits(world, words, expected):
    assert told(world, WHOLE.replace("LIMITS", words)) == expected


def test_guide_names_what_the_law_names(world):
    whole = WHOLE.replace("LIMITS", CORRECTION)
    assert told(world, whole.replace("传真号码：无；", "")) == ["SG538"]
    assert told(world, whole.replace("可以到公开查阅点查阅。", "")) == ["SG539"]
    assert told(world, "正文。\n") == ["SG538", "SG539"]


def test_drafts_and_covers_are_left_alone(world):
    assert told(world, "正文。\n", 稿件状态="草稿") == []
    covered = {
        **COLUMN,
        "content/zhinan/zhinan.md": record(附件="[zhinan.pdf]"),
        "content/zhinan/zhinan/zhinan.pdf": PDF,
    }
    assert world(covered).check().diagnostics == ()


def test_place_with_another_limit(world):
    limit = "依申请公开:\n  补正告知工作日: {值: 5, 来源: 本地规定, 可信度: ✔}\n"
    profile = f"代码: bendi\n名称: 本地\n沿用: default\n{limit}"
    site = "名称: 青岚区人民政府\n网址: https://www.qinglan.gov.cn\n网站标识码: '3399990001'\n"
    site += "主办单位: 办公室\n地方规则: bendi\n"
    files = {
        **COLUMN,
        "content/site.yaml": site,
        "catalogs/profiles/bendi.yaml": profile,
        "content/zhinan/zhinan.md": record(WHOLE.replace("LIMITS", CORRECTION)),
    }
    assert [found.id for found in world(files).check().diagnostics] == ["SG540"]
