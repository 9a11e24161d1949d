"""The linked site: everything known about the column at the as-of date, and nothing computed for one page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from sitegen.disclosure import events
from sitegen.disclosure.changes import notices
from sitegen.disclosure.courses import Course
from sitegen.disclosure.events import Act
from sitegen.disclosure.local_words import label_under, names_under
from sitegen.disclosure.obligations import Coverage, Matter, make_coverage
from sitegen.disclosure.states import Names
from sitegen.model.catalogues import Catalogues, Item
from sitegen.model.records import AnyRecord, Tombstone, Translation
from sitegen.model.site_config import Body, Column, SiteConfig


class LinkTarget(msgspec.Struct, frozen=True, array_like=True):
    """Where a link of a body leads: a site path with its anchor, and what hovering it says.

    `picture` is the digest of a picture's bytes: its page reserves the room that it takes.
    """

    path: str
    title: str = ""
    picture: bytes = b""


class FileFacts(msgspec.Struct, frozen=True, array_like=True):
    """A file that pages may offer: its size in bytes and the digest of its bytes."""

    size: int
    digest: bytes


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """One relation between two documents, seen from either end.

    `relation` is the attribute of the acting record (`repeals`, `interprets`); `actor` its path. `target` is the
    record path of the other document, or "" where the column does not hold it; `number` and `title` name it then.
    """

    relation: str
    actor: str
    target: str = ""
    number: str = ""
    title: str = ""
    provision: str = ""
    on: date | None = None


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """The column at `as_of`.

    `records` holds what is published, newest first; `held` what is not (drafts, other 公开属性, future dates);
    `tombstones` the statements that stand, by path, where something was withdrawn.
    `columns`, `bodies` and `files` are by their paths below content/; `bodies_by_name` also knows short names.
    `translations` are by the path of their original, which is public.
    `members` lists the record paths of each column in the order of `records`. `acts` and `cited_by` hold the
    relations of a record by path, seen from the acting record and from its target. `targets` are the resolved
    links of a record's body, in the order of its markers. `courses` is the history of validity by record path
    and by the keys of documents that are only cited; `legal_acts` and `legal_bases` are what it was made of.
    """

    as_of: date
    config: SiteConfig
    catalogues: Catalogues
    columns: Mapping[str, Column]
    bodies: Mapping[str, Body]
    bodies_by_name: Mapping[str, Body]
    records: tuple[AnyRecord, ...]
    by_path: Mapping[str, AnyRecord]
    held: Mapping[str, AnyRecord]
    tombstones: Mapping[str, Tombstone]
    files: Mapping[str, FileFacts]
    members: Mapping[str, tuple[AnyRecord, ...]]
    acts: Mapping[str, tuple[Citation, ...]]
    cited_by: Mapping[str, tuple[Citation, ...]]
    targets: Mapping[str, tuple[LinkTarget | None, ...]]
    translations: Mapping[str, Translation]
    items: Mapping[str, Item]
    courses: Mapping[str, Course]
    legal_acts: tuple[Act, ...]
    legal_bases: tuple[events.Citation, ...]

    @property
    def notice_days(self) -> tuple[int, ...]:
        """How many days before a change of validity pages announce it, as the profile has it."""
        return notices(self.catalogues.profile.term.notice_days.value)

    @property
    def state_names(self) -> Names:
        """What states are called, as the profile has it."""
        return names_under(self.catalogues.profile.state_words)

    @property
    def state_label(self) -> str:
        """What the field is called that shows the state, as the profile has it."""
        return label_under(self.catalogues.profile.state_words)

    def theme_of(self, record: AnyRecord) -> str:
        """Return the 主题分类 of a record with the sign between its classes that the place uses (R76)."""
        rule, theme = self.catalogues.profile.theme.separator, record.theme
        if rule.holds_for(None):
            for separator in self.catalogues.themes.separators:
                theme = theme.replace(separator, rule.value, 1)
        return theme


def coverage_of(site: Site) -> Coverage:
    """Return how far the column has what the standard catalogues oblige its bodies to publish."""
    return make_coverage(
        Matter(
            catalogues=site.catalogues,
            records=site.records,
            columns=tuple(site.columns.values()),
            bodies=site.bodies.values(),
            as_of=site.as_of,
            chosen=site.config.domains,
        )
    )
