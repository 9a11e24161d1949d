"""`sitegen report`: the files it writes, and that the site has no part of them."""

from __future__ import annotations

import json

from sitegen.diagnostics import has_errors
from tests.world import BASE, document, record

FILES = {
    "content/site.yaml": BASE["content/site.yaml"] + "开通日期: 2020-01-01\n",
    "content/fdzdgknr/tongzhi/gongnuan.md": record(),
}
SUFFIXES = ("html", "ics", "json", "xlsx")


def names(folder) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_reports_lie_beside_the_site(run, world):
    place = world(FILES)
    result = run("report", "--project", str(place.folder), "--as-of", "2026-11-20")
    assert result.exit_code == 0
    assert result.stdout.startswith("青岚区人民政府政府信息公开专栏检查报告，截至2026年11月20日\n")
    assert "空白栏目：6（达到单项否决：5" in result.stdout
    pages = ("index", "jigou/minzheng", "jigou/qu-zhengfu")
    assert names(place.folder / "report") == sorted(f"{page}.{suffix}" for page in pages for suffix in SUFFIXES)
    assert not (place.folder / "build").exists()


def test_folder_and_days_are_chosen(run, world, tmp_path):
    place = world(FILES)
    out = tmp_path / "baogao"
    options = ("--out", str(out), "--days", "7", "--as-of", "2026-01-10")
    assert run("report", "--project", str(place.folder), *options).exit_code == 0
    data = json.loads((out / "index.json").read_bytes())
    assert data["as_of"] == "2026-01-10"
    assert data["lines"]["deadlines"] == []
    assert not (place.folder / "report").exists()


def test_findings_are_named_in_words(run, world):
    place = world(FILES)
    run("report", "--project", str(place.folder), "--as-of", "2026-11-20")
    page = (place.folder / "report" / "index.html").read_text(encoding="utf-8")
    assert "没有政府信息公开指南" in page
    assert "空白栏目" in page


def test_waived_findings_are_listed(run, world):
    waived = record(附件="[liucheng.psd]", 不查="[{规则: SG555, 理由: 印刷厂要这种格式}]")
    files = {"content/fdzdgknr/tongzhi/gongnuan.md": waived}
    place = world({**FILES, **files, "content/fdzdgknr/tongzhi/gongnuan/liucheng.psd": "x"})
    run("report", "--project", str(place.folder), "--as-of", "2026-11-20")
    data = json.loads((place.folder / "report" / "index.json").read_bytes())
    assert [(line["id"], line["reason"]) for line in data["lines"]["passed"]] == [("SG555", "印刷厂要这种格式")]


def test_nothing_to_report_on(run, tmp_path):
    (tmp_path / "content").mkdir()
    result = run("report", "--project", str(tmp_path))
    assert (result.exit_code, "SG510" in result.stderr) == (1, True)


def test_report_is_published_where_the_site_wants_it(world):
    place = world({**FILES, "content/site.yaml": FILES["content/site.yaml"] + "公开检查报告: 是\n"})
    report = place.folder / "build" / "report"
    assert not has_errors(place.build().diagnostics)
    pages = ("index", "jigou/minzheng", "jigou/qu-zhengfu")
    assert names(report) == sorted(f"{page}.{suffix}" for page in pages for suffix in SUFFIXES)
    before = {name: (report / name).read_bytes() for name in names(report)}
    assert place.build().counts.written == 0
    assert {name: (report / name).read_bytes() for name in names(report)} == before
    place.write({"content/site.yaml": FILES["content/site.yaml"]})
    assert not has_errors(place.build().diagnostics)
    assert not report.exists()


def test_report_counts_forms_of_interpretations_by_body(run, world):
    fields = {"类型": "政策解读", "解读": "[content/zhengce/xzgfxwj/jiuzhu.md]", "发布日期": "2026-03-01 09:00"}
    place = world(
        {
            **FILES,
            "content/zhengce/xzgfxwj/jiuzhu.md": document(),
            "content/zhengce/jiedu/tu.md": record(解读形式="[图解]", **fields),
            "content/zhengce/jiedu/wenzi.md": record(解读形式="[文字]", **fields),
        }
    )
    run("report", "--project", str(place.folder), "--as-of", "2026-11-20")
    data = json.loads((place.folder / "report" / "index.json").read_bytes())
    assert data["lines"]["forms"] == [{"body": "青岚区人民政府", "count": 2, "plain": 1, "share": "50%"}]
    assert json.loads((place.folder / "report" / "jigou" / "minzheng.json").read_bytes())["lines"]["forms"] == []
