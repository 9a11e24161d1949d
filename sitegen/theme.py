"""The theme: the only place that knows Jinja.

A theme is a list of folders, the site's own before the shipped one; each may hold `templates/` and `static/`,
and a file of an earlier folder hides the file of the same name in a later one. All templates are read
once, so a build never mixes two versions of one.

A template is called with `page`, `chrome` and `body` (see `sitegen.views`) and with the frame that is equal
on many pages: `masthead`, `rail`, `bar`, `footer`. Those are made by the templates of these names, which see
only `chrome`, `root`, `part` and `column`, once for each combination.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from traceback import walk_tb
from typing import Final, Protocol

import jinja2
import msgspec
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup, escape

from sitegen import filters, theme_faults
from sitegen.diagnostics import Diagnostic, in_order
from sitegen.theme_faults import TemplatePlace
from sitegen.theme_folders import StaticFile, TemplateFile, list_static, read_templates

try:  # MarkupSafe's own function; the public one wraps each text in an object and takes five times as long
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # where MarkupSafe has no compiled part
    from markupsafe._native import _escape_inner as escape_text

FRAME: Final = ("masthead", "rail", "bar", "footer")

_UNDEFINED_NAME: Final = re.compile(r"'(\w+)' is undefined")
_UNKNOWN_FILTER: Final = re.compile(r"No (?:filter|test) named '(\w+)'")


class ThemeError(Exception):
    """A template cannot be used; `diagnostic` says where and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Framed(Protocol):
    """What the frame needs to know of a page."""

    @property
    def root(self) -> str:
        """The way to the column's root."""

    @property
    def part(self) -> str:
        """The id of the current part."""

    @property
    def column(self) -> str:
        """The site path of the current sub-column."""


class Theme:
    """Templates and static files. Make one in each process."""

    def __init__(self, templates: Mapping[str, TemplateFile], static: tuple[StaticFile, ...]) -> None:
        self._templates = templates
        self._static = static
        self._environment = _environment(self._source)
        self._digests: dict[str, str] = {}
        self._used: dict[str, list[str]] = {}
        self._chrome: msgspec.Struct | None = None
        self._frames: dict[tuple[str, str, str], dict[str, Markup]] = {}

    @classmethod
    def load(cls, folders: Sequence[Path]) -> Theme:
        """Read the theme in `folders`; a file of an earlier folder hides those of later ones."""
        return cls(read_templates(folders), list_static(folders))

    def static_files(self) -> tuple[StaticFile, ...]:
        """Return the files to copy, in order of path."""
        return self._static

    def check(self) -> tuple[Diagnostic, ...]:
        """Find what is wrong in the templates, as far as it can be seen without rendering (SG810–SG815)."""
        return in_order(found for name in self._templates for found in self._check(name))

    def texts_digest(self) -> bytes:
        """Return the digest of all templates and of what is made with them: equal digest, equal pages."""
        digest = sha256(f"jinja2 {jinja2.__version__}\n".encode())
        for name, file in self._templates.items():
            digest.update(f"\0{name}\0{file.shown}\0{file.text}".encode())
        return digest.digest()

    def digest(self, template: str) -> str:
        """Return the digest of all that `template` makes a page with, apart from chrome, view and body.

        It covers the template, all that it extends, includes and imports, the frame, and the filters.
        Raises `ThemeError` if one of them is missing or is no template.
        """
        if template not in self._digests:
            digest = sha256(f"jinja2 {jinja2.__version__}\n".encode())
            digest.update(inspect.getsource(sys.modules[__name__]).encode())
            digest.update(inspect.getsource(filters).encode())
            for name in sorted(self._closure(template)):
                digest.update(f"\0{name}\0{self._templates[name].text}".encode())
            self._digests[template] = digest.hexdigest()
        return self._digests[template]

    def render(self, template: str, page: Framed, chrome: msgspec.Struct, body: object = None) -> str:
        """Return the page. Raises `ThemeError` if the template, or one that it uses, fails."""
        try:
            frame = self._frame(page, chrome)
            found = self._environment.get_template(template)
            return found.render(page=page, chrome=chrome, body=body, **frame)
        except ThemeError:
            raise
        except Exception as error:
            diagnostic = self._explain(error, page)
            if diagnostic is None:
                raise
            raise ThemeError(diagnostic) from error

    def _source(self, name: str) -> _Source | None:
        found = self._templates.get(name)
        if found is None:
            return None
        if found.text is None:
            raise ThemeError(theme_faults.NOT_UTF8.found().at(found.shown))
        return found.text, found.shown, None

    def _frame(self, page: Framed, chrome: msgspec.Struct) -> dict[str, Markup]:
        if chrome is not self._chrome and chrome != self._chrome:
            self._frames.clear()
        self._chrome = chrome
        key = (page.root, page.part, page.column)
        if key not in self._frames:
            values = {"chrome": chrome, "root": page.root, "part": page.part, "column": page.column}
            get = self._environment.get_template
            self._frames[key] = {name: get(f"{name}.html").make_module(values).__html__() for name in FRAME}
        return self._frames[key]

    def _check(self, name: str) -> Iterator[Diagnostic]:
        try:
            self._references(name)
            self._environment.get_template(name)
        except ThemeError as error:
            yield error.diagnostic
        except jinja2.TemplateSyntaxError as error:
            yield self._unreadable(error)

    def _closure(self, template: str) -> set[str]:
        reached: set[str] = set()
        waiting = [template, *(f"{name}.html" for name in FRAME)]
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting += self._references(name)
        return reached

    def _references(self, name: str) -> list[str]:
        """Return the templates that `name` extends, includes or imports; each template is parsed for this once."""
        if name not in self._used:
            self._used[name] = self._parsed_references(name)
        return self._used[name]

    def _parsed_references(self, name: str) -> list[str]:
        try:
            source = self._source(name)
            if source is None:
                raise ThemeError(theme_faults.missing_template(None, name, self._templates))
            tree = self._environment.parse(source[0], name, source[1])
        except jinja2.TemplateSyntaxError as error:
            raise ThemeError(self._unreadable(error)) from error
        return [
            self._referenced(node, self._place(name, node.lineno))
            for node in tree.find_all(nodes.Stmt)
            if isinstance(node, _Reference)
        ]

    def _referenced(self, node: _Reference, place: TemplatePlace) -> str:
        written = node.template
        if not (isinstance(written, nodes.Const) and isinstance(written.value, str)):
            raise ThemeError(theme_faults.found_in_template(theme_faults.NAME_NOT_LITERAL, place))
        if written.value not in self._templates:
            raise ThemeError(theme_faults.missing_template(place, written.value, self._templates))
        return written.value

    def _explain(self, error: Exception, page: Framed) -> Diagnostic | None:
        """Return what is wrong with a template, or None if `error` did not come from one."""
        if isinstance(error, jinja2.TemplateSyntaxError):
            return self._unreadable(error)
        place = self._place_of(error)
        if isinstance(error, jinja2.TemplateNotFound):
            return theme_faults.missing_template(place, str(error.name), self._templates)
        if place is None:
            return None
        if isinstance(error, RecursionError):
            return theme_faults.found_in_template(theme_faults.CIRCLE, place)
        undefined = _UNDEFINED_NAME.fullmatch(str(error))
        if isinstance(error, jinja2.UndefinedError) and undefined:
            return theme_faults.unknown_name(place, undefined[1])
        if isinstance(error, AttributeError) and isinstance(error.obj, msgspec.Struct | None):
            return theme_faults.unknown_attribute(place, error.obj, str(error.name))
        return theme_faults.failed(place, str(error), page)

    def _unreadable(self, error: jinja2.TemplateSyntaxError) -> Diagnostic:
        place = self._place(error.name or "", error.lineno)
        unknown = _UNKNOWN_FILTER.match(error.message or "")
        if unknown:
            return theme_faults.unknown_filter(place, unknown[1], filters.FILTERS)
        return theme_faults.syntax_error(place, error.message or "")

    def _place(self, name: str, line: int) -> TemplatePlace:
        found = self._templates[name]
        return TemplatePlace(path=found.shown, line=line, text=found.line(line))

    def _place_of(self, error: Exception) -> TemplatePlace | None:
        """Return the innermost line of a template in the error's traceback."""
        names = {file.shown: name for name, file in self._templates.items()}
        places = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
        inner = next(((names[path], line) for path, line in reversed(places) if path in names), None)
        return self._place(*inner) if inner else None


_Source = tuple[str, str | None, Callable[[], bool] | None]
"""What Jinja wants of a loader: text, file name, and a way to ask for changes, which we never need."""

_Reference = nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport


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


class _Environment(jinja2.Environment):
    code_generator_class = _Code
    context_class = _Context

    @staticmethod
    def escaped(value: object) -> str:
        return escape_text(value) if type(value) is str else escape(value)


def _environment(source: Callable[[str], _Source | None]) -> jinja2.Environment:
    environment = _Environment(
        loader=jinja2.FunctionLoader(source),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals.clear()
    environment.filters.update(filters.FILTERS)
    return environment
