"""What is remembered of the last build as a whole, so that a build of the same inputs has nothing to do."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec

from sitegen import config
from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic
from sitegen.grading import Aside
from sitegen.project import Project, baseline_bytes
from sitegen.publishing import Counts
from sitegen.rules.vanished import NO_REGISTER
from sitegen.stages.load import SourceKind, Sources
from sitegen.theme import Theme
from sitegen.views import register
from sitegen.views.register import Register


class LastBuild(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered of the last build into a folder: the digests of inputs and manifest, and the outcome."""

    inputs: str
    manifest: str
    diagnostics: tuple[Diagnostic, ...]
    aside: Aside
    counts: Counts


def inputs_of(project: Project, sources: Sources, theme: Theme) -> str:
    """Return the digest of everything that the column is made from, beside the program itself."""
    digest = sha256(common_of(project, sources))
    digest.update(sha256(baseline_bytes(project)).digest())
    digest.update(theme.texts_digest())
    for file in theme.static_files():
        digest.update(file.path.encode() + b"\0" + file.digest)
    for source in sources.files:
        digest.update(source.path.encode() + b"\0" + source.digest)
    digest.update(msgspec.msgpack.encode((sources.diagnostics, sorted(project.signatures.items()))))
    return digest.hexdigest()


def common_of(project: Project, sources: Sources) -> bytes:
    """Return the digest of what all files of the column share beside the theme: settings, catalogues, the date."""
    digest = sha256(project.as_of.isoformat().encode())
    digest.update(config.find_catalogues(project.folder).digest)
    for source in sources.files:
        if source.kind not in (SourceKind.RECORD, SourceKind.FILE):
            digest.update(source.path.encode() + b"\0" + source.digest)
    return digest.digest()


def last_build(output: Path, memory: Memory) -> LastBuild | None:
    """Return what is remembered of the last build into `output`; nothing where that was another program's memory."""
    found = memory.fact(f"built {output.resolve()}")
    try:
        return msgspec.json.decode(found, type=LastBuild) if found else None
    except msgspec.DecodeError:
        return None


def last_register(output: Path) -> tuple[Register | None, tuple[Diagnostic, ...]]:
    """Return the addresses that the last build into `output` published; SG339 where their register is damaged."""
    file = output / register.PATH
    if not file.is_file():
        return None, ()
    try:
        return msgspec.json.decode(file.read_bytes(), type=Register), ()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None, (NO_REGISTER.found(path=register.PATH).at(output.name),)


def remember_build(last: LastBuild, output: Path, memory: Memory) -> None:
    """Keep the outcome of a build for the next one, which will have had nothing to write."""
    counts = msgspec.structs.replace(
        last.counts, rendered=0, written=0, removed=0, unchanged=last.counts.artifacts
    )
    last = msgspec.structs.replace(last, counts=counts)
    memory.remember_fact(f"built {output.resolve()}", msgspec.json.encode(last).decode())
