"""From the events of the YAML library to nodes. The only module that imports `yaml`.

Events, because PyYAML's own `compose` resolves anchors and tags away before we could refuse them
(and takes longer).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Lookup
from functools import cached_property
from typing import Protocol, cast

import yaml

from sitegen.diagnostics import Fault, Kind, Span
from sitegen.formats import yaml_kinds as kinds
from sitegen.formats.nodes import Broken, Entry, Mapping, Node, Scalar, Sequence
from sitegen.formats.quoting import code_point, shown
from sitegen.formats.yaml_checks import (
    OPENING_QUOTES,
    cut_short,
    duplicate,
    split_entry,
    swallowed_list,
    unquoted_key,
    unquoted_value,
)
from sitegen.formats.yaml_complaints import Complaint

MOST_LEVELS = 20
MOST_NODES = 20_000
_REFUSED_ESCAPE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufffe\uffff]"
)


class _Mark(Protocol):
    line: int
    column: int


class _Event(Protocol):
    """An event of the library. Each sort has only some of these attributes; the stubs name none of them."""

    start_mark: _Mark
    end_mark: _Mark
    version: tuple[int, int] | None
    tags: Lookup[str, str] | None
    anchor: str | None
    tag: str | None
    value: str
    style: str
    flow_style: bool


class NotYamlError(Exception):
    """The library gave up at `complaint`."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.problem)
        self.complaint = complaint


def read(text: str, first_line: int, shifts: Lookup[int, int]) -> tuple[Node | None, tuple[Fault, ...]]:
    """Return the node of `text` and the faults of what is YAML but refused here.

    `shifts` names places where a character was put in (line → column, both from 0): spans are given as
    if it were not there. Raises `NotYamlError` at the first place that is not YAML.
    """
    builder = _Builder(text, first_line, shifts)
    try:
        node = builder.document()
    except yaml.MarkedYAMLError as error:
        raise NotYamlError(_complaint(error)) from None
    except _TooMuchError as stop:
        return None, (*builder.faults, stop.fault)
    return node, tuple(builder.faults)


def _complaint(error: yaml.MarkedYAMLError) -> Complaint:
    problem = error.problem_mark or error.context_mark
    context = error.context_mark or problem
    return Complaint(
        problem=error.problem or "",
        context=error.context or "",
        line=problem.line if problem else 0,
        column=problem.column if problem else 0,
        context_line=context.line if context else 0,
        context_column=context.column if context else 0,
    )


class _TooMuchError(Exception):
    """The text passes a limit; `fault` says which."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class _Builder:
    """Turns the events of one YAML text into nodes."""

    def __init__(self, text: str, first_line: int, shifts: Lookup[int, int]) -> None:
        self.faults: list[Fault] = []
        self._text = text
        self._has_comment = " #" in text or "\t#" in text
        self._last_line = text.count("\n")
        self._first_line = first_line
        self._shifts = shifts  # line (from 0) → column (from 0) behind which `mend` put one character in
        self._next = cast(Callable[[], _Event], yaml.CBaseLoader(text).get_event)
        self._count = 0

    def document(self) -> Node | None:
        self._next()  # start of the stream
        start = self._next()
        if not isinstance(start, yaml.DocumentStartEvent):
            return None
        if start.version or start.tags:
            self.faults.append(kinds.DIRECTIVE.found(self._line_span(start.start_mark.line)))
        root = self._node(self._next(), 0)
        self._next()  # end of the document
        after = self._next()
        if isinstance(after, yaml.DocumentStartEvent):
            self.faults.append(kinds.SEVERAL_DOCUMENTS.found(self._line_span(after.start_mark.line)))
        return root

    def _node(self, event: _Event, depth: int) -> Node:
        self._count += 1
        if self._count > MOST_NODES:
            raise _TooMuchError(kinds.TOO_MANY_NODES.found(self._span(event), limit=f"{MOST_NODES:,}"))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return self._refused(event, kinds.ANCHOR, sort="别名", text=f"*{event.anchor}")
        if depth >= MOST_LEVELS:
            raise _TooMuchError(kinds.TOO_DEEP.found(self._span(event), limit=MOST_LEVELS))
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth + 1)
        return self._sequence(event, depth + 1)

    def _sequence(self, start: _Event, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth))
        return Sequence(tuple(items), self._whole(start, event, items[-1].span if items else None))

    def _mapping(self, start: _Event, depth: int) -> Mapping | Broken:
        entries: dict[str, Entry] = {}
        last: Span | None = None
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, depth)
            value = self._node(self._next(), depth)
            last = value.span
            if key is None:
                continue
            if type(value) is Scalar and not value.text and start.flow_style:
                key, value, fault = split_entry(key, value)
                self._report(fault)
            if key.text in entries:
                self._report(duplicate(entries[key.text].key, key))
            else:
                entries[key.text] = Entry(key, value)
        span = self._whole(start, event, last)
        nothing_left = last is not None and not entries and depth > 1
        return Broken(span) if nothing_left else Mapping(tuple(entries.values()), span)

    def _key(self, event: _Event, depth: int) -> Scalar | None:
        """Return the key, or None where something else stands in its place (reported)."""
        if not isinstance(event, yaml.ScalarEvent):
            node = self._node(event, depth)
            if type(node) is not Broken:
                found = "花括号" if type(node) is Mapping else "方括号或列表"
                self.faults.append(kinds.KEY_NOT_PLAIN.found(node.span, found=found))
            return None
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        text, span = event.value, self._span(event)
        if not text:
            self.faults.append(kinds.EMPTY_KEY.found(span))
        elif text == "<<" and not event.style:
            self.faults.append(kinds.ANCHOR.found(span, sort="合并", text="<<"))
        elif span.line != span.end_line or event.style in ("|", ">"):
            self.faults.append(kinds.KEY_NOT_PLAIN.found(span, found="好几行"))
        else:
            text, fault = unquoted_key(text, span)
            self._report(fault)
            return Scalar(text, span, event.style != "")
        return None

    def _scalar(self, event: _Event) -> Node:
        text, style, span = event.value, event.style, self._span(event)
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if style == "":
            return self._plain(text, span)
        if style == '"' and (refused := _REFUSED_ESCAPE.search(text)):
            return self._refused(event, kinds.FORBIDDEN_CHARACTER, character=code_point(refused[0]))
        return Scalar(text, span, style in ('"', "'"), style in ("|", ">"))

    def _plain(self, text: str, span: Span) -> Node:
        fault = None
        if text[:1] == "-" or span.line != span.end_line:
            fault = swallowed_list(text, span, self._lines(span))
            if fault is not None:
                self._report(fault)
                return Broken(span)
        if "“" in text or (text and text[0] in OPENING_QUOTES):
            text, fault = unquoted_value(text, span, self._lines(span)[-1])
            self._report(fault)
        if text and self._has_comment and fault is None:
            self._report(cut_short(text, span, self._lines(span)[-1]))
        return Scalar(text, span)

    def _lines(self, span: Span) -> list[str]:
        return self._all_lines[span.line - self._first_line : span.end_line - self._first_line + 1]

    @cached_property
    def _all_lines(self) -> list[str]:
        return self._text.split("\n")

    def _report(self, fault: Fault | None) -> None:
        if fault is not None:
            self.faults.append(fault)

    def _marked(self, event: _Event) -> None:
        if event.tag is not None:
            self._refused(event, kinds.TAG, text=shown(event.tag.replace("tag:yaml.org,2002:", "!!")))
        if event.anchor is not None:
            self._refused(event, kinds.ANCHOR, sort="锚点", text=f"&{event.anchor}")

    def _refused(self, event: _Event, kind: Kind, **values: object) -> Broken:
        span = self._span(event)
        self.faults.append(kind.found(span, **values))
        return Broken(span)

    def _whole(self, start: _Event, end: _Event, last: Span | None) -> Span:
        """Return the span of a collection; the end mark of a block lies behind the blank lines below it."""
        begin = self._span(start)
        if start.flow_style:
            close = self._span(end)
            return Span(begin.line, begin.column, close.end_line, close.end_column)
        last = last or begin
        return Span(begin.line, begin.column, last.end_line, last.end_column)

    def _span(self, event: _Event) -> Span:
        start, end = event.start_mark, event.end_mark
        if self._shifts or end.line > self._last_line:
            return Span(*self._shifted(start.line, start.column), *self._shifted(end.line, end.column))
        first = self._first_line
        return Span(start.line + first, start.column + 1, end.line + first, end.column + 1)

    def _shifted(self, line: int, column: int) -> tuple[int, int]:
        """Return a place as editors count it, without what `mend` put in and inside the text."""
        if line > self._last_line:  # the library ends a text without a last line feed one line too far
            line = self._last_line
            column = len(self._text) - self._text.rfind("\n") - 1
        added = self._shifts.get(line)
        if added is not None and column > added:
            column -= 1
        return line + self._first_line, column + 1

    def _line_span(self, line: int) -> Span:
        length = len(self._all_lines[line])
        return Span(line + self._first_line, 1, line + self._first_line, length + 1)
