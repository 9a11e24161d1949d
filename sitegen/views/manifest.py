"""`manifest.json`: the list of all files of the column."""

from __future__ import annotations

from sitegen.views.data import Data


class Manifest(Data, frozen=True, kw_only=True):
    """`manifest.json`: every file of the published column with the SHA-256 of its bytes in hexadecimal.

    `complete` is false only while files are being moved into place.
    """

    generator: str
    as_of: str
    complete: bool
    files: dict[str, str]
