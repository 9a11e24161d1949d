"""The server of the built sample column."""

from __future__ import annotations

import pytest

from tests.column import Portal, Server


@pytest.mark.parametrize(("error", "told"), [(BrokenPipeError, False), (ConnectionResetError, False), (KeyError, True)])
def test_only_a_browser_that_leaves_is_nothing_to_tell(error, told, capsys):
    with Server(("127.0.0.1", 0), Portal) as server:
        try:
            raise error
        except error:
            server.handle_error(None, ("127.0.0.1", 1))
    assert (error.__name__ in capsys.readouterr().err) == told
