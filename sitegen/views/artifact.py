"""What the plan asks for: one file of the published column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from sitegen.site import LinkTarget
from sitegen.views.common import View


class Artifact(msgspec.Struct, frozen=True, kw_only=True):
    """One file: its site path, the template or encoder that makes it, and the view that it is made of.

    `record` is the path of the record whose text the page carries, `body` the digest of that text's file and
    `targets` where its links lead. `texts` are the paths of further records whose texts the page is made of; `body`
    then covers theirs. `language` is that of the interface: the words, the chrome and the script of the page.
    `copy_of` is a file that is published as it is; `digest` is of its bytes.
    """

    path: str
    template: str = ""
    view: View | None = None
    record: str = ""
    body: bytes = b""
    targets: tuple[LinkTarget | None, ...] = ()
    texts: tuple[str, ...] = ()
    language: str = "zh-CN"
    copy_of: Path | None = None
    digest: bytes = b""


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """Files that are made of the same ingredients, and go out of date together.

    `made_of` covers all that their views are made of beside what is common to all files of the column; it is empty
    where they have to be made to know. `source` is the file below `content/` that an editor can rename.
    """

    make: Callable[[], Iterator[Artifact]]
    made_of: bytes = b""
    source: str = ""
