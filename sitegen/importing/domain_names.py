"""Which domain a table belongs to: what the text around it says, held against the domains that there are (R88)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from sitegen.importing.texts import key_of, name_of

_SPEAKS_OF_A_DOMAIN = re.compile(r"领域|目录|清单|标准")
_SUFFIX = re.compile(r"(?:领域)?(?:基层)?(?:政务)?(?:公开)?(?:事项)?(?:标准)?(?:目录)?(?:[（(].*)?$")


class DomainNames(msgspec.Struct, frozen=True, kw_only=True):
    """The names of domains, other names included, each with the domain's title."""

    titles: Mapping[str, str]

    def named(self, text: str) -> str:
        """Return the domain that is all that `text` says: “（二十五）义务教育领域”; nothing for anything else."""
        name = name_of(text)
        whole = self.titles.get(key_of(name), "")
        return whole or self.titles.get(key_of(_SUFFIX.sub("", name)), "")

    def found_in(self, text: str) -> tuple[str, ...]:
        """Return the domains that a title names, the longest names first seen; one name within another is not seen."""
        exact = self.named(text)
        if exact or not _SPEAKS_OF_A_DOMAIN.search(text):
            return (exact,) if exact else ()
        rest, found = key_of(text), []
        for key in sorted(self.titles, key=len, reverse=True):
            if key in rest:
                rest = rest.replace(key, "\0")
                found.append(self.titles[key])
        return tuple(dict.fromkeys(found))


def domain_names(titles: Iterable[str], others: Mapping[str, tuple[str, ...]]) -> DomainNames:
    """Return the names of the domains with these titles."""
    known = list(titles)
    names = {key_of(name): title for title in known for name in others.get(title, ())}
    return DomainNames(titles=names | {key_of(title): title for title in known})


def names_a_domain(text: str) -> bool:
    """Tell whether a line is the title of a domain's catalogue, whichever domain it is."""
    return bool(re.search(r"领域(?:.{0,12}目录|[^，。；]{0,2}$)", text)) and len(text) < 80


def looks_like_a_title(text: str) -> bool:
    """Tell whether a line names a domain or a catalogue at all, known or not."""
    return bool(re.search(r"领域|标准目录|公开目录", text)) and len(text) < 80
