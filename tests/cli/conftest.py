"""The command line in this process: arguments in, exit code and both outputs out. The clock stands still."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import commands

NOW = "1795141800"
"""Friday, 20 November 2026, 10:30 in China, in seconds since 1970: the as-of date of the small worlds."""


@pytest.fixture
def run() -> Callable[..., Result]:
    """Return a function that runs `sitegen` with arguments; a fault of the program fails the test."""

    def invoke(*arguments: str, input: str | None = None, now: str = NOW) -> Result:
        result = CliRunner().invoke(commands, [*arguments], input=input, env={"SOURCE_DATE_EPOCH": now})
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
