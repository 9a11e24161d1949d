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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from traceback import walk_tb
from typing import Final, Protocol

import jinja2
import msgspec
from jinja2 import nodes
from markupsafe import Markup

from sitegen import filters, theme_code, theme_faults, theme_white_space
from sitegen.diagnostics import Diagnostic, in_order
from sitegen.theme_code import WORDS, Environment, Source
from sitegen.theme_faults import TemplatePlace, ThemeError
from sitegen.theme_folders import StaticFile, TemplateFile, list_static, read_templates
from sitegen.theme_words import CHINESE, Words, read_words

FRAME: Final = ("masthead", "rail", "bar", "footer")

__all__ = ["FRAME", "Theme", "ThemeError"]

_UNDEFINED_NAME: Final = re.compile(r"'(\w+)' is undefined")
_UNKNOWN_FILTER: Final = re.compile(r"No (?:filter|test) named '(\w+)'")


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
    """Templates and static files, in one language. Make one in each process."""

    def __init__(
        self,
        templates: Mapping[str, TemplateFile],
        static: tuple[StaticFile, ...],
        words: Words,
        language: str = CHINESE,
    ) -> None:
        self._templates = templates
        self._static = static
        self._words = words
        self._language = language
        self._environment = Environment(self._source, self._word, language)
        self._digests: dict[str, str] = {}
        self._used: dict[str, list[str]] = {}
        self._used_words: dict[str, dict[str, str]] = {}
        self._chrome: msgspec.Struct | None = None
        self._frames: dict[tuple[str, str, str], dict[str, Markup]] = {}

    @classmethod
    def load(cls, folders: Sequence[Path]) -> Theme:
        """Read the theme in `folders`; a file of an earlier folder hides those of later ones."""
        return cls(read_templates(folders), list_static(folders), read_words(folders))

    def in_language(self, language: str) -> Theme:
        """Return the same theme with the words of another language."""
        return Theme(self._templates, self._static, self._words, language)

    def word(self, key: str) -> str:
        """Return one text of the interface in the theme's language."""
        return self._words.texts[self._language][key]

    def static_files(self) -> tuple[StaticFile, ...]:
        """Return the files to copy, in order of path."""
        return self._static

    def word_faults(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong in the files of words (SG660, SG661, SG663)."""
        return self._words.faults

    def missing_words(self, templates: Iterable[str]) -> list[str]:
        """Return the keys of the texts that pages of `templates` show and that nobody wrote in the theme's language."""
        unwritten = self._words.texts[self._language].keys() - self._words.written[self._language]
        if not unwritten:  # as in English: no template need be read
            return []
        reached: set[str] = set()
        for template in templates:
            self.digest(template)
            reached |= self._closure(template)
        used = {key for name in reached for key in self._used_words.get(name, {})}
        return sorted(key for key in unwritten if key in used or key.rpartition(".")[0] in used)

    def check(self) -> tuple[Diagnostic, ...]:
        """Find what is wrong in words and templates, as far as it shows without rendering."""
        return in_order(
            (*self._words.faults, *(found for name in self._templates for found in self._check(name)))
        )

    def texts_digest(self) -> bytes:
        """Return the digest of all templates and words, and of what is made with them: equal digest, equal pages."""
        digest = sha256(f"jinja2 {jinja2.__version__}\n".encode())
        digest.update(msgspec.json.encode({name: dict(texts) for name, texts in self._words.texts.items()}))
        for name, file in self._templates.items():
            digest.update(f"\0{name}\0{file.shown}\0{file.text}".encode())
        return digest.digest()

    def digest(self, template: str) -> str:
        """Return the digest of all that `template` makes a page with, apart from chrome, view and body.

        It covers the template, all that it extends, includes and imports, the frame, their words, and the filters.
        Raises `ThemeError` if one of them is missing or is no template.
        """
        if template not in self._digests:
            digest = sha256(f"jinja2 {jinja2.__version__}\n".encode())
            for module in (sys.modules[__name__], theme_code, filters, theme_white_space):
                digest.update(inspect.getsource(module).encode())
            digest.update(self._language.encode())
            for name in sorted(self._closure(template)):
                digest.update(f"\0{name}\0{self._templates[name].text}".encode())
                for key, text in sorted(self._used_words.get(name, {}).items()):
                    digest.update(f"\0{key}\0{text}".encode())
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

    def _source(self, name: str) -> Source | None:
        found = self._templates.get(name)
        if found is None:
            return None
        if found.text is None:
            raise ThemeError(theme_faults.NOT_UTF8.found().at(found.shown))
        return found.text, found.shown, None

    def _word(self, name: str, call: nodes.Call) -> str:
        """Return the text that template `name` asks for, and keep that it does. Raises `ThemeError` (SG662, SG663)."""
        place = self._place(name, call.lineno)
        texts = self._words.texts[self._language]
        key = call.args[0].value if len(call.args) == 1 and isinstance(call.args[0], nodes.Const) else ""
        if isinstance(call.node, nodes.Name) and call.node.name == WORDS:
            text = theme_faults.words_below(place, key, texts)
        else:
            text = theme_faults.word_for(place, key, frozenset(each.key for each in call.kwargs), texts)
        self._used_words.setdefault(name, {})[key] = text
        return text

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


_Reference = nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport
