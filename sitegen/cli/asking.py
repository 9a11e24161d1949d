"""Putting questions to the person at the terminal; or to nobody, and then remembering what would have been asked."""

from __future__ import annotations

import click

from sitegen.scaffolding.questions import Choice, Question, Texts


class Terminal:
    """Asks until the answer will do. Questions go to standard error, so that standard output stays clean."""

    def __call__(self, question: Question) -> Texts:
        """Return the answers."""
        click.echo(f"\n{question.key}：{question.help}", err=True)
        for number, choice in enumerate(question.choices, 1):
            label = f"（{choice.label}）" if choice.label else ""
            click.echo(f"  {number:>3}  {choice.value}{label}", err=True)
        while True:
            texts = self._several(question) if question.several else self._one(question)
            if not texts and not question.needed:
                return ()
            problem = question.problem(texts) if texts else f"“{question.key}”一定要写。"
            if not problem:
                return texts
            click.echo(problem, err=True)

    def _one(self, question: Question) -> Texts:
        text = click.prompt(
            question.key, default="、".join(question.default), show_default=bool(question.default), err=True
        )
        return _chosen(str(text).strip(), question.choices)

    def _several(self, question: Question) -> Texts:
        """Ask for one value a line, up to an empty line."""
        click.echo("一行写一项，写完以后在空行上按回车。", err=True)
        texts: list[str] = []
        while text := str(click.prompt(question.key, default="", show_default=False, err=True)).strip():
            texts.append(text)
        return tuple(texts) or question.default


class Nobody:
    """Takes what may be taken unasked; `missing` are the questions that only a person could have answered."""

    def __init__(self) -> None:
        self.missing: list[Question] = []

    def __call__(self, question: Question) -> Texts:
        """Return the settled default, or nothing."""
        if question.settled:
            return question.default
        if question.needed:
            self.missing.append(question)
        return ()


def _chosen(text: str, choices: tuple[Choice, ...]) -> Texts:
    """Return the answer, a number standing for the choice that it counts."""
    if text.isascii() and text.isdigit() and 0 < int(text) <= len(choices):
        return (choices[int(text) - 1].value,)
    return (text,) if text else ()
