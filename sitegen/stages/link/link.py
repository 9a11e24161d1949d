"""Bring the records together: one `Site` value, and everything that is wrong between files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from sitegen import urls
from sitegen.diagnostics import Diagnostic, Span
from sitegen.disclosure.publication import Publication, publication
from sitegen.model.catalogues import Catalogues
from sitegen.model.records import AnyRecord
from sitegen.model.site_config import Body, Column, SiteConfig
from sitegen.site import Citation, FileFacts, LinkTarget, Site
from sitegen.stages.link import body_links, places, references, translations
from sitegen.stages.link.targets import Targets, numbers_of, titles_of
from sitegen.stages.link.translations import check_translations, originals_of, public_translations
from sitegen.stages.link.validity import validity

KINDS = (*references.KINDS, *body_links.KINDS, *places.KINDS, *translations.KINDS)


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What the stages before made of the files: everything `link` brings together.

    `unread` are the paths below `content/` of files of which they could make nothing, and said so.
    """

    config: SiteConfig
    catalogues: Catalogues
    columns: tuple[Column, ...]
    bodies: tuple[Body, ...]
    records: tuple[AnyRecord, ...]
    files: Mapping[str, FileFacts]
    unread: frozenset[str] = frozenset()


def link(content: Content, as_of: date) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Return the site at `as_of` and what is wrong between its files (SG301–SG321, SG501–SG504, SG601)."""
    public = publication(content.records, as_of)
    targets = _targets(content, public)
    everything = (*public.published, *targets.held.values())
    citations, diagnostics = references.citations(everything, targets)
    found = [*diagnostics]
    resolved: dict[str, tuple[LinkTarget | None, ...]] = {}
    linked: set[str] = set()
    for record in (*everything, *public.translations):
        if record.links and record.path not in public.tombstones:
            resolved[record.path], more = body_links.body_targets(record, targets)
            found += more
            linked.update(target.path for target in resolved[record.path] if target is not None)
    site = _site(content, as_of, public, citations, resolved, targets)
    found += check_translations(public.translations, targets, content.config)
    found += places.check_columns(everything, targets.columns)
    if not any(path.startswith("jigou/") for path in content.unread):  # any name may be the unread body's
        found += places.check_bodies(everything, content.columns, site.bodies_by_name)
    statutory = frozenset(item.code for item in content.catalogues.layout.items_for(content.config.level))
    found += places.check_items(everything, site.items, statutory)
    found += places.check_attachments(everything, content.files, linked, content.unread)
    found += places.check_old_addresses(everything, content.config.base_path)
    found += places.check_addresses(_claims(site))
    return site, tuple(found)


def _targets(content: Content, public: Publication) -> Targets:
    held = {**public.held, **public.tombstones}
    everything = (*held.values(), *public.published)
    return Targets(
        published={record.path: record for record in public.published},
        held=held,
        columns={column.path: column for column in content.columns},
        bodies={body.path: body for body in content.bodies},
        files=content.files,
        numbers=numbers_of(everything),
        titles=titles_of(everything),
        withdrawn=public.tombstones.keys(),
        unread=content.unread,
    )


def _site(
    content: Content,
    as_of: date,
    public: Publication,
    citations: tuple[Citation, ...],
    resolved: dict[str, tuple[LinkTarget | None, ...]],
    targets: Targets,
) -> Site:
    legal = validity(public.published, targets, content.catalogues.profile.term)
    members: defaultdict[str, list[AnyRecord]] = defaultdict(list)
    for record in public.published:
        members[record.column].append(record)
    acts, cited_by = _both_ends(citations, public)
    return Site(
        as_of=as_of,
        config=content.config,
        catalogues=content.catalogues,
        columns=targets.columns,
        bodies=targets.bodies,
        bodies_by_name={body.title: body for body in content.bodies},
        records=public.published,
        by_path=targets.published,
        held=public.held,
        tombstones=public.tombstones,
        files=content.files,
        members={column: tuple(found) for column, found in members.items()},
        acts=acts,
        cited_by=cited_by,
        targets=resolved,
        translations=public_translations(public.translations, originals_of(targets), content.config),
        items={item.code: item for domain in content.catalogues.domains for item in domain.items},
        courses=legal.courses,
        legal_acts=legal.acts,
        legal_bases=legal.bases,
    )


def _both_ends(
    citations: Iterable[Citation], public: Publication
) -> tuple[dict[str, tuple[Citation, ...]], dict[str, tuple[Citation, ...]]]:
    """Return the citations of public pages by the acting record and by the target; a statement (撤下说明) only acts."""
    acts: defaultdict[str, list[Citation]] = defaultdict(list)
    cited_by: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.actor not in public.held:
            acts[citation.actor].append(citation)
            if citation.target and citation.actor not in public.tombstones:
                cited_by[citation.target].append(citation)
    return (
        {path: tuple(found) for path, found in acts.items()},
        {path: tuple(found) for path, found in cited_by.items()},
    )


def _claims(site: Site) -> Iterable[tuple[str, str, Span | None]]:
    """Give every address that a file of the site claims, with who claims it and where."""
    for path, column in sorted(site.columns.items()):
        yield urls.index_of(path), column.source, None
    for path, body in sorted(site.bodies.items()):
        yield urls.page_of(path), body.source, None
    for record in (*site.records, *site.held.values(), *site.tombstones.values()):
        yield urls.page_of(record.path), record.source, None
    for original, translation in site.translations.items():
        yield urls.translation_of(original, site.config.second), translation.source, None
    for record in (*site.records, *site.tombstones.values()):
        for number, alias in enumerate(record.aliases):
            yield (
                urls.old_path(alias, site.config.base_path),
                record.source,
                record.place(f"aliases/{number}") or record.place("aliases"),
            )
