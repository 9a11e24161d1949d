"""The shipped catalogue files, read once per session as plain YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

CATALOGS = Path(__file__).parents[2] / "catalogs"


def _refuse_equal_keys(node: yaml.Node | None, path: Path) -> None:
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        line = node.start_mark.line + 1
        assert len(keys) == len(set(keys)), f"{path.name}, line {line}: a key twice in {keys}"
        for _, value in node.value:
            _refuse_equal_keys(value, path)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_equal_keys(value, path)


def _read(path: Path) -> dict[str, Any]:
    text = path.read_bytes().decode("utf-8")
    _refuse_equal_keys(yaml.compose(text, Loader=yaml.SafeLoader), path)
    # BaseLoader keeps every scalar as the text that stands in the file, as the program itself does.
    data: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (builds nothing but text)
    return data


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """Every file's text by its path below `catalogs/`."""
    paths = sorted(CATALOGS.rglob("*.yaml"))
    return {path.relative_to(CATALOGS).as_posix(): path.read_text("utf-8") for path in paths}


@pytest.fixture(scope="session")
def lists() -> dict[str, dict[str, Any]]:
    """The files that stand directly in `catalogs/`, by name without extension."""
    return {p.stem: _read(p) for p in sorted(CATALOGS.glob("*.yaml"))}


@pytest.fixture(scope="session")
def domains() -> dict[str, dict[str, Any]]:
    """The standard catalogues, by file name without extension."""
    return {p.stem: _read(p) for p in sorted((CATALOGS / "domains").glob("*.yaml"))}


@pytest.fixture(scope="session")
def profiles() -> dict[str, dict[str, Any]]:
    """The local profiles, by code."""
    return {p.stem: _read(p) for p in sorted((CATALOGS / "profiles").glob("*.yaml"))}
