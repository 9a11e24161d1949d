"""The collector stops for good only where the process ends with the command."""

import gc

import click
import pytest
from click.testing import CliRunner

from sitegen.cli.leaving import OneCommand, no_more_collecting


@pytest.fixture(autouse=True)
def _collecting():
    yield
    gc.enable()


@pytest.mark.parametrize(("marked", "goes_on"), [(None, True), (OneCommand(), False)])
def test_a_command_within_another_program_leaves_the_collector_alone(marked, goes_on):
    CliRunner().invoke(click.Command("build", callback=no_more_collecting), obj=marked, catch_exceptions=False)
    assert gc.isenabled() == goes_on


def test_outside_any_command_nothing_is_stopped():
    no_more_collecting()
    assert gc.isenabled()
