"""A plan x the output folder: writes it, or tells how it differs."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from typedsoap.errors import Location, TypedSoapError, error
from typedsoap.output.drift import Drift, find_drift
from typedsoap.output.files import Comparison, FileSet, compare, refuse_blocked, sha256
from typedsoap.output.lock import locked
from typedsoap.output.manifest import (
    Manifest,
    make_manifest,
    manifest_path,
    parse_manifest,
    recorded_files,
    render_manifest,
)
from typedsoap.output.plan import Plan
from typedsoap.output.writing import Disk, made_folder, write_changes
from typedsoap.paths import shown


@dataclass(frozen=True, slots=True)
class Changes:
    """What a run writes or would write; paths are relative to the output folder.

    Attributes:
        overwritten: Those of the written or removed files that were edited by hand.
    """

    added: tuple[str, ...]
    updated: tuple[str, ...]
    removed: tuple[str, ...]
    overwritten: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.updated or self.removed)


def check(plan: Plan, output: Path) -> Drift:
    """How the disk differs from the plan, and why; nothing is written.

    Raises:
        TypedSoapError: The output cannot be read (TS401, TS403, TS404).
    """
    recorded, comparison = _examine(plan, output)
    return find_drift(plan.files, comparison, plan.inputs, recorded)


def generate(
    plan: Plan, output: Path, *, dry_run: bool = False, disk: Disk | None = None
) -> Changes:
    """Make the disk equal to the plan, writing only what differs.

    Args:
        dry_run: Write nothing and only tell.
        disk: What writes; a test passes one that fails.

    Raises:
        TypedSoapError: Nothing was changed: the output cannot be read or written (TS401,
            TS403 to TS405), a foreign file is in the way (TS402, TS407), `keep` covers a
            planned file (TS408), or another run is writing (TS406). TS409 alone tells of
            files that could not be put back.
    """
    _, changes = _changes(plan, output)
    if dry_run or not changes:
        return changes
    with made_folder(output), locked(output):
        # Once more: another run may have ended between.
        comparison, changes = _changes(plan, output)
        if changes:
            manifest = manifest_path(plan.files.package)
            writes = sorted((*comparison.missing, *comparison.changed))
            # The manifest last: a run that is killed before leaves the old one.
            writes.sort(key=lambda path: path == manifest)
            contents = {path: plan.files.files[path] for path in writes}
            write_changes(output, contents, comparison.stale, disk)
        return changes


def _changes(plan: Plan, output: Path) -> tuple[Comparison, Changes]:
    manifest = manifest_path(plan.files.package)
    recorded, comparison = _examine(plan, output)
    if recorded is None and manifest in comparison.disk and comparison.blocked:
        raise TypedSoapError(
            [
                error(
                    "TS407",
                    "the manifest cannot be understood, so that files of an earlier run "
                    "cannot be told from others",
                    where=Location(shown(output / manifest)),
                    hint="restore it from version control, or remove the package's folder",
                )
            ]
        )
    refuse_blocked(output, plan.files, comparison)
    written = {*comparison.changed, *comparison.stale}
    return comparison, Changes(
        added=comparison.missing,
        updated=comparison.changed,
        removed=comparison.stale,
        overwritten=tuple(path for path in comparison.edited if path in written),
    )


def _examine(plan: Plan, output: Path) -> tuple[Manifest | None, Comparison]:
    package = plan.files.package
    path = manifest_path(package)
    recorded: Manifest | None = None
    digests: dict[str, str] = {}
    # What cannot be read is told by `compare`, with its place.
    with suppress(OSError, ValueError):
        content = (output / path).read_bytes()
        digests[path] = sha256(content)
        with suppress(ValueError):
            recorded = parse_manifest(content)
            digests = recorded_files(package, recorded)
    if recorded is not None:
        settled = compare(output, _with_contracts_of(plan, recorded), digests)
        if not (settled.missing or settled.changed or settled.stale):
            return recorded, settled
    return recorded, compare(output, plan.files, digests)


def _with_contracts_of(plan: Plan, recorded: Manifest) -> FileSet:
    """The files that a tool plans that has the recorded fingerprints of contracts.

    Another version of the tool with the same output is no difference.
    """
    package = plan.files.package
    path = manifest_path(package)
    inputs = plan.inputs.with_contracts_of(recorded.inputs)
    files = {p: content for p, content in plan.files.files.items() if p != path}
    files[path] = render_manifest(make_manifest(package, inputs, files))
    return replace(plan.files, files=files)
