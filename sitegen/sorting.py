"""Which artifacts of a build have to be made, and which stay as the last build wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from sitegen.cache import Written
from sitegen.diagnostics import Diagnostic, Kind
from sitegen.stages import write
from sitegen.stages.plan import Share
from sitegen.stages.render import Keys, encoded
from sitegen.stages.write import Survey
from sitegen.views.artifact import Artifact

SAME_PATH = Kind(
    id="SG802",
    name="两个网页用同一个网址",
    message="网址“{path}”要给两个网页用。",
    why="一个网址只能对应一个网页；有的网址留给程序生成的列表（如 zhuti/、lingyu/、page-1.html）。",
    help="把占用这个网址的文件或者文件夹改名。",
)
KINDS = (SAME_PATH,)


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """A file that has to be made: its key, and its artifact with the view already encoded.

    `size` is that of the file in its place now, -1 where there is none.
    """

    artifact: Artifact
    key: bytes
    view: bytes
    size: int


class Sorted(msgspec.Struct, frozen=True, kw_only=True):
    """Artifacts of a build: what has to be made, and the digests of what stays.

    `sources` has the path of each, with the file that an editor can rename to free it.
    """

    pending: list[Pending] = []
    kept: dict[str, bytes] = {}
    sources: list[tuple[str, str]] = []


def sort_out(share: Share, keys: Keys, written: Mapping[str, Written], survey: Survey) -> Sorted:
    """Return which artifacts of a share have to be made and which stay. Runs in any process."""
    found = Sorted()
    for artifact in share():
        path = artifact.path
        found.sources.append((path, _source(artifact)))
        view = encoded(artifact.view) if artifact.view is not None else b""
        key = keys.key(artifact, view)
        if write.is_unchanged(path, key, written, survey.present):
            found.kept[path] = written[path].digest
        else:
            size = survey.present[path].size if path in survey.present else -1
            bare = msgspec.structs.replace(artifact, view=None)
            found.pending.append(Pending(artifact=bare, key=key, view=view, size=size))
    return found


def together(parts: Iterable[Sorted]) -> Sorted:
    """Return the parts of one build as one."""
    whole = Sorted()
    for part in parts:
        whole.pending.extend(part.pending)
        whole.kept.update(part.kept)
        whole.sources.extend(part.sources)
    return whole


def collisions_of(todo: Sorted, survey: Survey) -> list[Diagnostic]:
    """Return SG802 for paths that occur twice, or that are folders of others, and what lies in the way."""
    first: dict[str, str] = {}
    found: list[Diagnostic] = []
    for path, source in todo.sources:
        if path in first:
            found.append(SAME_PATH.found(path=path).at(source or first[path] or "content"))
        first[path] = source
    for path in write.needed_as_folders(first.keys()):
        found.append(SAME_PATH.found(path=path).at(first[path] or "content"))
    return [*found, *write.foreign_in_the_way(first.keys(), survey)]


def _source(artifact: Artifact) -> str:
    """Return the file that an editor can rename to free the path of `artifact`; empty for what nobody wrote."""
    record = artifact.path.removesuffix(".json") if artifact.template == "record.json" else artifact.record
    return f"content/{record}.md" if record else ""
