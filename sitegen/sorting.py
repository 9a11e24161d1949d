"""Which artifacts of a build have to be made, and which stay as the last build wrote them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sitegen.cache import Stat, Written
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


class BundleKey(msgspec.Struct, frozen=True):
    """Files that go together: the key of what they are made of, empty where that is unknown, and how many they are."""

    key: bytes = b""
    count: int = 0


NO_BUNDLE = BundleKey()
"""What a file is in that goes with no other."""


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """A file that has to be made: its key, and its artifact with the view already encoded.

    `size` is that of the file in its place now, -1 where there is none. `bundle` is what the file goes with.
    """

    artifact: Artifact
    key: bytes
    view: bytes
    size: int
    bundle: BundleKey


class Sorted(msgspec.Struct, frozen=True, kw_only=True):
    """Artifacts of a build: what has to be made, and the digests of what stays.

    `sources` has the path of each, with the file that an editor can rename to free it. `rekeyed` are files that
    stay although the key of their bundle is another one.
    """

    pending: list[Pending] = []
    kept: dict[str, bytes] = {}
    sources: list[tuple[str, str]] = []
    rekeyed: list[tuple[str, BundleKey]] = []


class Last(msgspec.Struct, frozen=True, kw_only=True):
    """What the last build left: each file as it was written, the state of each now, and the bundles by their keys."""

    written: Mapping[str, Written]
    present: Mapping[str, Stat]
    bundles: Mapping[bytes, Sequence[str]]


def last_of(written: Mapping[str, Written], survey: Survey) -> Last:
    """Return what the last build left. A bundle of which anything was lost or touched is none any more."""
    bundles: defaultdict[bytes, list[str]] = defaultdict(list)
    for path, file in written.items():
        if file.made_of and write.is_untouched(path, file, survey.present):
            bundles[file.made_of].append(path)
    whole = {key: paths for key, paths in bundles.items() if len(paths) == written[paths[0]].beside}
    return Last(written=written, present=survey.present, bundles=whole)


def sort_out(share: Share, keys: Keys, last: Last) -> Sorted:
    """Return which artifacts of a share have to be made and which stay. Runs in any process."""
    found = Sorted()
    for bundle in share.make():
        key = keys.of_bundle(bundle.made_of) if bundle.made_of else b""
        if key in last.bundles:
            for path in last.bundles[key]:
                found.kept[path] = last.written[path].digest
                found.sources.append((path, bundle.source))
        elif key:
            artifacts = [*bundle.make()]
            _sort(artifacts, BundleKey(key, len(artifacts)), keys, last, found)
        else:
            _sort(bundle.make(), NO_BUNDLE, keys, last, found)
    return found


def _sort(artifacts: Iterable[Artifact], bundle: BundleKey, keys: Keys, last: Last, found: Sorted) -> None:
    last_view, view = None, b""
    for artifact in artifacts:
        path = artifact.path
        found.sources.append((path, _source(artifact)))
        if artifact.view is not last_view:  # tables come in several forms, one after another
            view = encoded(artifact.view) if artifact.view is not None else b""
            last_view = artifact.view
        key = keys.key(artifact, view)
        if write.is_unchanged(path, key, last.written, last.present):
            found.kept[path] = last.written[path].digest
            if last.written[path].made_of != bundle.key:
                found.rekeyed.append((path, bundle))
        else:
            size = last.present[path].size if path in last.present else -1
            bare = msgspec.structs.replace(artifact, view=None)
            found.pending.append(Pending(artifact=bare, key=key, view=view, size=size, bundle=bundle))


def together(parts: Iterable[Sorted]) -> Sorted:
    """Return the parts of one build as one."""
    whole = Sorted()
    for part in parts:
        whole.pending.extend(part.pending)
        whole.kept.update(part.kept)
        whole.sources.extend(part.sources)
        whole.rekeyed.extend(part.rekeyed)
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
