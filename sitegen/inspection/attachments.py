"""Personal data and secrets in attachments, and what attachments carry that nobody sees (R30)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import translate
from functools import lru_cache

import msgspec

from sitegen.diagnostics import Fault
from sitegen.extraction.kinds import AUTHOR, STRAY
from sitegen.extraction.records import Extract, Trouble
from sitegen.inspection.hits import Hit
from sitegen.inspection.personal_data import counted, hits
from sitegen.model.privacy import Privacy

_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_FILE_NAME = "文件名里"


def in_attachment(name: str, data: bytes, privacy: Privacy) -> tuple[Fault, ...]:
    """Return what may not be published in a file, and what is wrong with the file (SG701–SG730)."""
    # Readers of many formats take long to load, and most runs have no new attachment.
    from sitegen.extraction.reading import extract

    said = extract(name, data, privacy.unpacking)
    told = counted(_hits(said, privacy), privacy.shown)
    return (
        *(hit.fault(None, more) for hit, more in told),
        *(trouble.fault() for trouble in said.troubles),
        *(fault for inner in said.names for fault in in_name(inner, privacy)),
        *_authors(said, privacy),
    )


def in_name(name: str, privacy: Privacy) -> Iterator[Fault]:
    """Yield what the name of a file gives away (SG701–SG705), and SG731 for files that programs leave behind."""
    if _is_stray(name, privacy):
        yield Trouble(kind=STRAY, detail=name).fault()
    found = hits(name.rpartition(".")[0] or name, (), privacy)
    named = (msgspec.structs.replace(hit, where=_FILE_NAME) for hit in found)
    yield from (hit.fault(None, more) for hit, more in counted(named, privacy.shown))


def _hits(said: Extract, privacy: Privacy) -> Iterator[Hit]:
    """Yield each number once for each text that holds it."""
    for piece in said.pieces:
        seen: set[str] = set()
        for hit in hits(piece.text, piece.tops, privacy):
            if hit.key not in seen:
                seen.add(hit.key)
                yield msgspec.structs.replace(hit, where=piece.place(hit.start))


def _authors(said: Extract, privacy: Privacy) -> Iterator[Fault]:
    """Yield SG730 where properties name a person; the names that programs give themselves are none."""
    people = [name for name in dict.fromkeys(said.people) if _is_person(name, privacy)]
    if people:
        shown = "、".join(f"{name[0]}{'某' * (len(name) - 1)}" for name in people)
        yield Trouble(kind=AUTHOR, detail=shown).fault()


def _is_person(name: str, privacy: Privacy) -> bool:
    plain = name.strip().lower()
    return (
        _HAN.fullmatch(plain) is not None
        and plain not in privacy.nobodies
        and plain[0] in privacy.surnames
        and not plain.endswith(("局", "委", "办", "部", "科", "处", "公司", "中心"))
    )


def _is_stray(name: str, privacy: Privacy) -> bool:
    parts = name.replace("\\", "/").lower().split("/")
    return any(map(_stray(privacy.stray_files).match, parts))


@lru_cache(maxsize=2)
def _stray(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(translate(name.lower()) for name in names) or r"(?!)")
