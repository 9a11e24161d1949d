"""Values that a place decides for itself, read from its profile in `catalogs/profiles/` and from those it builds on."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.formats import encoding, yaml_nodes
from sitegen.formats.nodes import plain

LONGEST_CHAIN = 8
"""Profiles that build on one another; more is a ring."""


class LocalRules:
    """Looks values up in a profile, then in the profile it builds on (沿用), and so on."""

    def __init__(self, profiles: tuple[Mapping[str, object], ...]) -> None:
        self._profiles = profiles

    def text(self, *path: str, default: str = "") -> str:
        """Return the value at a path of keys (索引号, 生成), with or without a 值 of its own below."""
        for profile in self._profiles:
            found: object = profile
            for key in path:
                found = found.get(key) if isinstance(found, Mapping) else None
            if isinstance(found, Mapping):
                found = found.get("值")
            if isinstance(found, str) and found:
                return found
        return default

    def number(self, *path: str, default: int) -> int:
        """Return the whole number at a path of keys; `default` where there is none."""
        found = self.text(*path)
        return int(found) if found.isascii() and found.isdigit() else default


def local_rules(files: Mapping[str, bytes], profile: str) -> LocalRules:
    """Return the rules of `profile`; `files` are catalogue files by their names below `catalogs/`."""
    chain: list[Mapping[str, object]] = []
    name: object = profile
    while isinstance(name, str) and len(chain) < LONGEST_CHAIN:
        node, _ = yaml_nodes.compose(encoding.decode(files.get(f"profiles/{name}.yaml", b""))[0])
        values = plain(node) if node is not None else None
        if not isinstance(values, Mapping):
            break
        chain.append(values)
        name = values.get("沿用")
    return LocalRules(tuple(chain))
