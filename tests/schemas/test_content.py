"""The schemas and the program agree: whatever has no finding in the sample column passes, what is broken fails."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from sitegen import urls
from sitegen.cli.project import open_project
from sitegen.cli.schema import project_names
from sitegen.formats import yaml_nodes
from sitegen.formats.nodes import plain
from sitegen.model.kinds import BY_NAME, KINDS
from sitegen.schemas.files import BODY_FILE, COLUMN_FILE, RECORD, SITE_FILE, file_of, schema_files
from tests.world import BASE, World

ROOT = Path(__file__).parent.parent.parent
CONTENT = ROOT / "content"
CATALOGS = ROOT / "catalogs"
PLACES = {
    "layout.schema.json": "layout.yaml",
    "themes.schema.json": "themes.yaml",
    "genres.schema.json": "genres.yaml",
    "column-types.schema.json": "column-types.yaml",
    "channels.schema.json": "channels.yaml",
    "domain.schema.json": "domains/*.yaml",
    "profile.schema.json": "profiles/*.yaml",
}


class Yaml12(yaml.SafeLoader):
    """Reads YAML as the editors' language server does: YAML 1.2, where dates are texts."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":float"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^-?[0-9]+$"), list("-0123456789")
)
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


@cache
def schemas() -> dict[str, object]:
    texts = schema_files(project_names(open_project(ROOT, None)))
    return {name: json.loads(text) for name, text in texts.items()}


def errors(name: str, value: object) -> list[str]:
    known = schemas()
    resources = [(each, Resource.from_contents(schema, DRAFT7)) for each, schema in known.items()]
    validator = Draft7Validator({"$ref": name}, registry=Registry().with_resources(resources))
    return [f"{list(each.absolute_path)}: {each.message[:200]}" for each in validator.iter_errors(value)]


def readings(text: str) -> tuple[object, object]:
    """Return what a YAML text says as an editor reads it and as the program does."""
    node, faults = yaml_nodes.compose(text)
    assert faults == ()
    return yaml.load(text, Loader=Yaml12), plain(node)  # noqa: S506 - a safe loader with fewer types


def header_of(file: Path) -> str:
    return file.read_text(encoding="utf-8").split("---\n")[1]


def kind_of(file: Path, header: str) -> str:
    if urls.language_of(file.stem) is not None:
        return "译文"
    kind = yaml.load(header, Loader=yaml.BaseLoader).get("类型")  # noqa: S506 - text only
    column = file.parent / "_column.yaml"
    accepts = yaml.safe_load(column.read_text("utf-8")).get("收录") if column.is_file() else None
    return kind or (accepts or ["公文"])[0]


def test_every_schema_is_one():
    for schema in schemas().values():
        Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("file", sorted(CONTENT.rglob("*.md")), ids=lambda file: file.stem)
def test_front_matter_of_the_sample_passes(file):
    header = header_of(file)
    for value in readings(header):
        assert errors(RECORD, value) == []
        assert errors(file_of(BY_NAME[kind_of(file, header)]), value) == []


def test_settings_of_the_sample_pass():
    files = {CONTENT / "site.yaml": SITE_FILE}
    files |= dict.fromkeys(CONTENT.glob("jigou/*.yaml"), BODY_FILE)
    files |= dict.fromkeys(CONTENT.rglob("_column.yaml"), COLUMN_FILE)
    for file, name in files.items():
        for value in readings(file.read_text(encoding="utf-8")):
            assert errors(name, value) == [], file


@pytest.mark.parametrize(("name", "pattern"), PLACES.items())
def test_catalogues_pass(name, pattern):
    found = sorted(CATALOGS.glob(pattern))
    assert found
    for file in found:
        for value in readings(file.read_text(encoding="utf-8")):
            assert errors(name, value) == [], file


SOUND = """\
标题: 青岚区临时救助实施办法
文号: 青政规〔2023〕4号
索引号: QL0001000/2023-00101
发布机构: 青岚区人民政府
成文日期: 2023-05-10
发布日期: 2023-05-12 17:15
施行日期: 2023-07-01
公开属性: 主动公开
审核: {拟稿: 甲, 审核: 乙, 发布: 丙}
"""
BROKEN = {
    "unknown key": "文 号: 青政规〔2023〕4号\n",
    "date with slashes": "有效期至: 2028/6/30\n",
    "impossible month": "有效期至: 2028-13-30\n",
    "word outside the list": "稿件状态: 完成\n",
    "no such theme": "主题分类: 魔法\n",
    "placeholder": "内容概述: 待补充\n",
    "both names": "title: 青岚区临时救助实施办法\n",
    "unknown part of a group": "政府公报: {年: 2023, 期: 3, 张: 12}\n",
    "group without a needed part": "政府公报: {年: 2023}\n",
    "number in words": "政府公报: {年: 二〇二三, 期: 3}\n",
    "relation that names nothing": "废止: [{条款: 第五条}]\n",
    "attachment above its folder": "附件: [../a.docx]\n",
    "address without scheme": "转载: {来源: 青岚日报, 地址: www.example.com}\n",
    "neither yes nor no": "补录: 对\n",
    "the same twice": "关键词: [救助, 救助]\n",
    "a kind's field in another": "会次: 第三次\n",
}


def test_a_sound_document_passes():
    for value in readings(SOUND):
        assert errors(file_of(BY_NAME["行政规范性文件"]), value) == []


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_broken_front_matter_fails(broken):
    for value in readings(SOUND + broken):
        assert errors(file_of(BY_NAME["行政规范性文件"]), value)


@pytest.mark.parametrize("key", [line.partition(":")[0] for line in SOUND.splitlines()])
def test_what_is_required_may_only_lack_in_drafts(key):
    rest = "".join(line for line in SOUND.splitlines(keepends=True) if not line.startswith(key))
    name = file_of(BY_NAME["行政规范性文件"])
    assert errors(name, readings(rest)[0])
    for draft in ("稿件状态: 草稿\n", "stage: draft\n"):
        assert errors(name, readings(rest + draft)[0]) == []


def test_english_names_are_as_good():
    english = {field.key: field.english for field in BY_NAME["行政规范性文件"].fields.fields}
    lines = [line.partition(":") for line in SOUND.splitlines()]
    text = "".join(f"{english[key]}:{value}\n" for key, _, value in lines)
    assert errors(file_of(BY_NAME["行政规范性文件"]), readings(text)[0]) == []


def test_a_kind_that_is_named_is_looked_at_as_that_kind():
    meeting = "类型: 会议公开\n会次: 第三次\n文号: 青政规〔2023〕4号\n稿件状态: 草稿\n"
    assert errors(RECORD, readings(meeting)[0])
    assert errors(RECORD, readings(meeting.replace("文号", "# 文号"))[0]) == []


def test_every_key_has_its_help():
    fields = schemas()["fields.schema.json"]["definitions"]
    assert all(field["title"] and field["description"] for field in fields.values())
    assert "六角括号" in fields["normative_document-document_number"]["description"]
    assert len([name for name in schemas() if name.startswith("record-")]) == len(KINDS)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (SITE_FILE, "网站标识号: '3399990001'\n"),
        (SITE_FILE, "层级: 村级\n"),
        (SITE_FILE, "覆盖率要求: 一半\n"),
        (COLUMN_FILE, "收录: [公文, 通知]\n"),
        (COLUMN_FILE, "更新周期: 每月\n"),
        (BODY_FILE, "内设机构: [{职责: 办事}]\n"),
        (BODY_FILE, "更新日期: 2026年9月\n"),
    ],
)
def test_broken_settings_fail(name, line):
    sound = BASE["content/site.yaml"] if name == SITE_FILE else "名称: 甲局\n" if name == BODY_FILE else "标题: 甲\n"
    assert errors(name, readings(sound)[0]) == []
    assert errors(name, readings(sound + line)[0])


def test_a_project_has_its_own_names(tmp_path):
    World(tmp_path, BASE)
    lists = json.loads(schema_files(project_names(open_project(tmp_path, None)))["lists.schema.json"])
    assert lists["definitions"]["body"]["examples"] == ["青岚区民政局", "青岚区人民政府"]
