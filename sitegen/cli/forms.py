"""The forms in which findings are given: what `--format` and `--also` choose, and where each is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import click

from sitegen.cli import git
from sitegen.cli.project import report as text_report
from sitegen.cli.project import source_text
from sitegen.diagnostics import Diagnostic
from sitegen.findings import BY_ID
from sitegen.grading import Aside
from sitegen.project import Project
from sitegen.reporting import (
    aside_text,
    github_form,
    gitlab_form,
    html_form,
    json_form,
    junit_form,
    sarif_form,
    text,
)
from sitegen.reporting.check_report import CheckReport
from sitegen.site import Site

TEXT = "text"
SUMMARY = "GITHUB_STEP_SUMMARY"
"""Where GitHub Actions takes the summary of a step from."""
FORMS: Mapping[str, Callable[[CheckReport], str]] = {
    TEXT: lambda report: (
        text.render(report.diagnostics, report.read_source) + aside_text.render(report.aside)
    ),
    "json": lambda report: json_form.render(report.diagnostics),
    "github": github_form.render,
    "gitlab": gitlab_form.render,
    "sarif": sarif_form.render,
    "junit": junit_form.render,
    "html": html_form.render,
}
Command = TypeVar("Command", bound=Callable[..., object])


class FormAndFile(click.ParamType[tuple[str, Path]]):
    """A form and the file to write it to, given as `sarif=report.sarif`."""

    name = "形式=文件"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Path]:
        """Return the two parts; wrong use (exit code 2) for anything else."""
        if isinstance(value, tuple):
            return str(value[0]), Path(value[1])
        form, _, file = str(value).partition("=")
        if form not in FORMS or not file:
            self.fail(f"“{value}”要写成 sarif=report.sarif 的样子，形式有：{'、'.join(FORMS)}", param, ctx)
        return form, Path(file)


def form_options(command: Command) -> Command:
    """Add `--format` and `--also`."""
    command = click.option(
        "--also",
        "also",
        type=FormAndFile(),
        multiple=True,
        help="同时写一份别的形式的结果，例如 sarif=report.sarif；可以写几次",
    )(command)
    return click.option(
        "--format", "form", type=click.Choice(list(FORMS)), default=TEXT, show_default=True, help="结果的形式"
    )(command)


def report_of(
    project: Project, site: Site | None, diagnostics: Iterable[Diagnostic], aside: Aside
) -> CheckReport:
    """Return what the forms are made from."""
    return CheckReport(
        title=site.config.title if site is not None else project.folder.resolve().name,
        as_of=project.as_of,
        diagnostics=tuple(diagnostics),
        aside=aside,
        kinds=BY_ID,
        read_source=lambda path: source_text(project, path),
        folder=git.folder_in_repository(project.folder),
        rule_docs=site.config.rule_docs if site is not None else "",
    )


def give(project: Project, report: CheckReport, form: str, output: Path | None) -> None:
    """Print the report, in colours on a terminal, or write it to a file; for GitHub, add to the step's summary too."""
    if form == TEXT and output is None:
        click.echo(text_report(project, report.diagnostics) + aside_text.render(report.aside), nl=False)
    elif output is None:
        click.echo(FORMS[form](report), nl=False)
    else:
        write(report, ((form, output),))
    if form == "github" and (file := os.environ.get(SUMMARY)):
        with Path(file).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(github_form.summary(report))


def write(report: CheckReport, wanted: Iterable[tuple[str, Path]]) -> None:
    """Write each wanted form to its file."""
    for form, file in wanted:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(FORMS[form](report), encoding="utf-8", newline="\n")
