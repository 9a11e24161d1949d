"""How templates become Python: views only, text escaped directly, words of the interface put in beforehand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import escape

from sitegen import filters
from sitegen.theme_white_space import squeezed
from sitegen.theme_words import PLACE

try:  # MarkupSafe's own function; the public one wraps each text in an object and takes five times as long
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # where MarkupSafe has no compiled part
    from markupsafe._native import _escape_inner as escape_text

Source = tuple[str, str | None, Callable[[], bool] | None]
"""What Jinja wants of a loader: text, file name, and a way to ask for changes, which we never need."""

Word = Callable[[str, nodes.Call], str]
"""Gives the text that a template, known by its name, asks for in a call of `t` or `words`."""

WORD: Final = "t"
WORDS: Final = "words"


class _Code(CodeGenerator):
    """Python code for templates that see views only: an attribute is an attribute, text is escaped directly.

    Half of a page's time goes otherwise into Jinja's general ways of doing these two things.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        del node, frame, finalize
        self.write("environment.escaped(")


class _Context(Context):
    """Templates call macros and nothing else, so no call asks for the context."""

    def call(self, called: Callable[..., object], /, *values: object, **named: object) -> object:
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*values, **named)


class _Wording(NodeTransformer):
    """Puts the texts of the interface where a template asks for them: constants, and the values in their places.

    White space that only lays the template out goes.
    """

    def __init__(self, word: Callable[[nodes.Call], str]) -> None:
        self._word = word

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - Jinja's name
        pieces: list[nodes.Expr] = []
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                child.data = squeezed(child.data)
            pieces += self._pieces(child) if _is_word(child) else [self.visit(child)]
        node.nodes = pieces
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802 - Jinja's name
        if not _is_word(node):
            return self.generic_visit(node)  # type: ignore[return-value]  # Jinja says Node of all its visits
        pieces = self._pieces(node)
        return pieces[0] if len(pieces) == 1 else nodes.Concat(pieces, lineno=node.lineno)

    def _pieces(self, call: nodes.Expr) -> list[nodes.Expr]:
        """Return the text in pieces; every second one is a value that the template gives."""
        if not isinstance(call, nodes.Call):
            return [call]
        text = self._word(call)
        values = {each.key: self.visit(each.value) for each in call.kwargs}
        pieces: list[nodes.Expr] = [
            values[piece] if at % 2 else nodes.Const(piece, lineno=call.lineno)
            for at, piece in enumerate(PLACE.split(text) if values else [text])
            if piece
        ]
        return pieces or [nodes.Const("", lineno=call.lineno)]


class Environment(jinja2.Environment):
    """Jinja as our templates have it."""

    code_generator_class = _Code
    context_class = _Context

    def __init__(self, source: Callable[[str], Source | None], word: Word, language: str) -> None:
        super().__init__(
            loader=jinja2.FunctionLoader(source),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._word = word
        self.globals.clear()
        self.filters.update(filters.filters_in(language))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _Wording(partial(self._word, name or "")).visit(tree)
        return tree

    @staticmethod
    def escaped(value: object) -> str:
        """Return a value as it stands in HTML."""
        return escape_text(value) if type(value) is str else escape(value)


def _is_word(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in (WORD, WORDS)
