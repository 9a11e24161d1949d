"""Findings, proposals and help in the forms of the Language Server Protocol."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote

from lsprotocol import types

from sitegen.diagnostics import Diagnostic, Severity
from sitegen.findings import BY_ID
from sitegen.language_server.completing import Proposal, Proposed, Sort
from sitegen.language_server.hovering import Told
from sitegen.language_server.text import Text
from sitegen.reporting.proposals import proposal
from sitegen.reporting.sarif_form import anchor_of

SOURCE = "sitegen"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
SORTS = {
    Sort.KEY: types.CompletionItemKind.Property,
    Sort.VALUE: types.CompletionItemKind.EnumMember,
    Sort.FILE: types.CompletionItemKind.File,
}
SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!<>|~&])")


def diagnostic(
    found: Diagnostic, text: Text, docs: str, uri_of: Callable[[str], str], text_at: Callable[[str], Text]
) -> types.Diagnostic:
    """Return a finding in the words of the terminal; `docs` is where the site says that its rules are explained."""
    kind = BY_ID.get(found.id)
    explained = types.CodeDescription(f"{docs}#{quote(anchor_of(kind))}") if docs and kind is not None else None
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri_of(place.path), range_of(text_at(place.path).range_of(place.span))), place.note
        )
        for place in found.related
    ]
    return types.Diagnostic(
        range=range_of(text.range_of(found.span)),
        severity=SEVERITIES[found.severity],
        code=found.id,
        code_description=explained,
        source=SOURCE,
        message=words_of(found),
        related_information=related or None,
    )


def words_of(found: Diagnostic) -> str:
    """Return what a finding says: what is wrong, why it matters, what to write instead."""
    lines = [found.message]
    lines += [f"为什么：{found.why}"] if found.why else []
    lines += [f"怎么改：{found.help}"] if found.help else []
    return "\n".join(lines)


def completion(proposed: Proposed, text: Text, line: int, *, snippets: bool, again: str) -> types.CompletionList:
    """Return proposals as an editor takes them; `again` is its command that asks for more, if it has one."""
    start, end = text.units_of(line, proposed.start), text.units_of(line, proposed.end)
    place = types.Range(types.Position(line, start), types.Position(line, end))
    items = [
        _item(each, number, place, snippets=snippets, again=again)
        for number, each in enumerate(proposed.proposals)
    ]
    return types.CompletionList(is_incomplete=proposed.more, items=items)


def _item(each: Proposal, number: int, place: types.Range, *, snippets: bool, again: str) -> types.CompletionItem:
    documented = types.MarkupContent(types.MarkupKind.Markdown, markdown(each.told.split("\n")))
    form = types.InsertTextFormat.Snippet if snippets else types.InsertTextFormat.PlainText
    return types.CompletionItem(
        label=each.label,
        kind=SORTS[each.sort],
        detail=each.detail or None,
        label_details=types.CompletionItemLabelDetails(description=each.detail or each.also),
        documentation=documented if each.told else None,
        sort_text=f"{number:05}",
        filter_text=f"{each.label} {each.also}".strip(),
        insert_text_format=form,
        text_edit=types.TextEdit(place, each.insert if snippets else each.bare),
        command=types.Command("列出可以写的", again) if again and each.again and snippets else None,
    )


def hover(told: Told, text: Text) -> types.Hover:
    """Return what is told over a word."""
    value = f"**{markdown([told.heading])}**\n\n{markdown(told.lines)}"
    return types.Hover(
        types.MarkupContent(types.MarkupKind.Markdown, value), range_of(text.range_of(told.span))
    )


def fixes(found: Iterable[Diagnostic], text: Text, uri: str) -> list[types.CodeAction]:
    """Return an edit for each finding that names the word meant."""
    actions: list[types.CodeAction] = []
    for each in found:
        edit = proposal(each, text.lines)
        if edit is not None:
            change = types.TextEdit(range_of(text.range_of(edit.span)), edit.text)
            actions.append(
                types.CodeAction(
                    title=f"改成“{edit.text}”（{each.id}）",
                    kind=types.CodeActionKind.QuickFix,
                    edit=types.WorkspaceEdit(changes={uri: [change]}),
                    is_preferred=True,
                )
            )
    return actions


def range_of(places: tuple[int, int, int, int]) -> types.Range:
    """Return the protocol's range of first line and column, last line and column."""
    return types.Range(types.Position(places[0], places[1]), types.Position(places[2], places[3]))


def markdown(lines: Sequence[str]) -> str:
    """Return lines of plain text as Markdown that looks the same."""
    return "  \n".join(SIGNS.sub(r"\\\1", line) for line in lines)
