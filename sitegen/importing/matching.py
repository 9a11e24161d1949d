"""Which item of a new catalogue is which of the old one, so that codes stay: by names, then by title alone (R92)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from sitegen.formats.suggestions import nearest
from sitegen.importing.texts import key_of

_SHARED = 0.5
"""What part of the shorter list of elements two items share that are one."""
_FULL_WIDTH = str.maketrans(
    {"/": "、", ",": "，", ":": "：", "#": "＃", "&": "＆", "*": "＊", "!": "！", "|": "｜", ">": "＞", "%": "％",
     "@": "＠", "[": "〔", "]": "〕", "{": "｛", "}": "｝", "'": None, '"': None, "`": None, "?": "？", "<": "＜"}
)  # fmt: skip


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """What tells items apart: their names, and what they are to publish."""

    category: str
    title: str
    elements: tuple[str, ...] = ()

    def has_content_of(self, other: Names) -> bool:
        """Tell whether two items of one title ask for much the same: 办事指南 alone is the name of many."""
        mine, theirs = set(map(key_of, self.elements)), set(map(key_of, other.elements))
        return bool(mine and theirs) and len(mine & theirs) >= _SHARED * min(len(mine), len(theirs))


def code_of(domain: str, names: Names) -> str:
    """Return the code of an item by its names (领域/一级事项/二级事项), fit to stand in front matter unquoted."""
    parts = (domain, names.category, names.title)
    return "/".join("".join(part.split()).translate(_FULL_WIDTH) for part in parts if part)


def match(
    new: Sequence[Names], old: Sequence[Names], *, retired: Sequence[bool], known: Mapping[int, int]
) -> Mapping[int, int]:
    """Return for each new item, by its position, the old one that it is.

    An old item in use that has the same names comes first, then a retired one, then one that was moved: it has the
    title alone on both sides, and much of the same content. `known` are pairs that codes tell.
    """
    free = [number for number in range(len(old)) if number not in known.values()]
    in_use = [number for number in free if not retired[number]]
    others = [number for number in free if retired[number]]
    pairs = dict(known)
    for numbers in (in_use, others):
        by_names = {_key(old[number]): number for number in reversed(numbers)}
        for number, names in enumerate(new):
            if number not in pairs and _key(names) in by_names:
                pairs[number] = by_names[_key(names)]
    once_new = Counter(key_of(names.title) for names in new)
    by_title = {key_of(old[number].title): number for number in in_use}
    once_old = Counter(key_of(old[number].title) for number in in_use)
    for number, names in enumerate(new):
        title = key_of(names.title)
        if number not in pairs and once_new[title] == once_old[title] == 1:
            candidate = by_title[title]
            if candidate not in pairs.values() and names.has_content_of(old[candidate]):
                pairs[number] = candidate
    return pairs


def _key(names: Names) -> tuple[str, str]:
    return key_of(names.category), key_of(names.title)


def renamed_to(old: Names, new: Sequence[Names]) -> int | None:
    """Return the position of the new item that an old one may have become: of its category first, by its title."""
    same = [number for number, names in enumerate(new) if key_of(names.category) == key_of(old.category)]
    for numbers in (same, range(len(new))):
        titles = {new[number].title: number for number in reversed(numbers)}
        found = nearest(old.title, titles)
        if found:
            return titles[found[0]]
    return None
