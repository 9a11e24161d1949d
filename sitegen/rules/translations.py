"""网页成对: what is public has its counterpart in the second language, where the place asks for it (R149)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sitegen.diagnostics import Diagnostic, Kind, Leeway, Severity
from sitegen.languages import ENGLISH
from sitegen.rules.scope import origin_of
from sitegen.site import Site

NO_COUNTERPART = Kind(
    id="SG830",
    name="没有第二语言的网页",
    message="这个网页没有{language}的，两种文字的网页不成对。",
    why="公开的内容要两种文字都有，读者才能从一种转到另一种（R149）。",
    help="把译文写在旁边的 {file} 里；不要求成对的，在本地口径里改“成对的第二语言”。{origin}",
    severity=Severity.WARNING,
    leeway=Leeway.FREE,
)
KINDS = (NO_COUNTERPART,)


def counterparts(site: Site) -> Iterator[Diagnostic]:
    """Yield SG830 for records without a translation, where the place asks for pairs in the second language.

    English is the second language of every column that names no other: it counts where anything is translated.
    """
    rule, second = site.catalogues.profile.page.paired_languages, site.config.second
    if rule is None or second.chinese not in rule.value or not rule.holds_for(None):
        return
    if second is ENGLISH and not site.translations:
        return
    kind = msgspec.structs.replace(NO_COUNTERPART, severity=Severity.ERROR) if rule.is_certain else NO_COUNTERPART
    for each in site.records:
        if each.path not in site.translations:
            file = f"{each.path.rpartition('/')[2]}{second.suffix}.md"
            found = kind.found(each.place("title"), language=second.chinese, file=file, origin=origin_of(rule))
            yield found.at(each.source)
