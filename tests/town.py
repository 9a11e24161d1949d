"""A column of sixty documents, for tests of what a build does when something changes."""

from __future__ import annotations

from tests.world import BASE, record

NOTICES = "content/fdzdgknr/tongzhi"
RULES = "content/zhengce/xzgfxwj"
READINGS = "content/zhengce/jiedu"


def notice(number: int, body: str = "", **fields: str) -> str:
    """Return notice `number` of the town."""
    text = body or f"第{number}次通知的正文。\n\n各单位要做好准备，见[第一次通知](t01.md)。\n"
    day = f"2026-{1 + number % 9:02}-{1 + number % 27:02}"
    given = {
        "标题": f"关于第{number}次供暖检查的通知",
        "索引号": f"QL0001000/2026-{number:05}",
        "成文日期": day,
        "发布日期": f"{day} 09:{number % 60:02}",
        "主题分类": "民政、扶贫、救灾",
    }
    return record(text, **(given | fields))


def rule(number: int, **fields: str) -> str:
    """Return document `number` of the town; each third one repeals the one before it."""
    given = {
        "标题": f"青岚区第{number}号管理办法",
        "索引号": f"QL0001000/{2005 + number}-{number:05}",
        "文号": f"青政规〔{2005 + number}〕{number}号",
        "成文日期": f"{2005 + number}-03-01",
        "发布日期": f"{2005 + number}-03-02 10:00",
        "施行日期": f"{2005 + number}-05-01",
    }
    if number % 3 == 0:
        given["废止"] = f"[青政规〔{2004 + number}〕{number - 1}号]"
    return record("第一条　为了规范管理，制定本办法。\n", **(given | fields))


def reading(number: int) -> str:
    """Return an interpretation of document `number`."""
    return record(
        f"解读《青岚区第{number}号管理办法》（青政规〔{2005 + number}〕{number}号）。\n",
        标题=f"《青岚区第{number}号管理办法》解读",
        索引号=f"QL0001000/{2005 + number}-{500 + number:05}",
        成文日期=f"{2005 + number}-03-03",
        发布日期=f"{2005 + number}-03-04 10:00",
        解读=f"[青政规〔{2005 + number}〕{number}号]",
    )


def town() -> dict[str, str | bytes]:
    """Return the files of the column: 40 notices, 15 documents, 5 interpretations, attachments with two of them."""
    files: dict[str, str | bytes] = dict(BASE)
    files |= {f"{NOTICES}/t{number:02}.md": notice(number) for number in range(1, 41)}
    files |= {f"{RULES}/g{number:02}.md": rule(number) for number in range(1, 16)}
    files |= {f"{READINGS}/j{number:02}.md": reading(number) for number in range(1, 6)}
    files[f"{NOTICES}/t02.md"] = notice(2, 附件="[{文件: biao.csv, 名称: 检查表}]")
    files[f"{NOTICES}/t02/biao.csv"] = b"\xef\xbb\xbf\xe8\xa1\xa8\r\n"
    files[f"{NOTICES}/t03.md"] = notice(3, "![供暖流程](t03/liucheng.png)\n")
    files[f"{NOTICES}/t03/liucheng.png"] = b"\x89PNG\r\n\x1a\n"
    return files
