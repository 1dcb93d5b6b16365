"""How the disk differs from what the inputs give now, and why."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from typedsoap.output.files import Comparison, FileSet
from typedsoap.output.manifest import Inputs, Manifest, ServiceInputs, manifest_path


class State(StrEnum):
    """What is the matter with one file."""

    MISSING = "missing"
    CHANGED = "changed"
    STALE = "stale"
    FOREIGN = "foreign"


class Cause(StrEnum):
    """Why the disk and the plan differ; the values are part of the JSON output."""

    NOT_GENERATED = "not-generated"
    CONTRACT = "contract"
    SOURCE = "source"
    OVERLAY = "overlay"
    CONFIGURATION = "configuration"
    TEMPLATES = "templates"
    EDITED = "edited"
    FOREIGN = "foreign"
    TOOL = "tool"


_TEXTS = {
    Cause.NOT_GENERATED: "nothing has been generated here yet",
    Cause.CONTRACT: "contract changed",
    Cause.SOURCE: "source text changed, contract unchanged",
    Cause.OVERLAY: "overlay changed",
    Cause.CONFIGURATION: "configuration changed",
    Cause.TEMPLATES: "templates changed",
    Cause.EDITED: "edited by hand",
    Cause.FOREIGN: "not generated, and not listed in 'keep'",
    Cause.TOOL: "tool changed",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause, and which file it is about, if it is about one.

    Attributes:
        source: Of a changed contract, the SHA-256 of what was generated from.
        removed: Of an edited file, whether it is not there any more.
    """

    cause: Cause
    subject: str | None = None
    source: str | None = field(default=None, compare=False)
    removed: bool = False

    def __str__(self) -> str:
        text = "removed by hand" if self.removed else _TEXTS[self.cause]
        return f"{text}: {self.subject}" if self.subject else text


@dataclass(frozen=True, slots=True)
class FileDrift:
    """One file that is not as planned.

    Attributes:
        path: Relative to the output folder.
        edited: Whether it was edited (or removed) by hand since it was generated.
        diff: A unified diff from the disk to the plan; empty for all but changed texts.
    """

    path: str
    state: State
    edited: bool
    diff: str = ""


@dataclass(frozen=True, slots=True)
class Drift:
    """All differences; empty where the disk is as planned."""

    files: tuple[FileDrift, ...]
    reasons: tuple[Reason, ...]

    def __bool__(self) -> bool:
        return bool(self.files)


def find_drift(
    planned: FileSet, comparison: Comparison, inputs: Inputs, recorded: Manifest | None
) -> Drift:
    """Say how and why the disk differs from the plan.

    Args:
        inputs: What the plan was made from.
        recorded: The manifest on disk; None where there is none that can be understood.
    """
    edited = set(comparison.edited)
    states = {
        State.MISSING: comparison.missing,
        State.CHANGED: comparison.changed,
        State.STALE: comparison.stale,
        State.FOREIGN: comparison.foreign,
    }
    files = tuple(
        FileDrift(
            path,
            state,
            path in edited,
            _diff(planned, comparison, path) if state is State.CHANGED else "",
        )
        for path, state in sorted(
            (path, state) for state, paths in states.items() for path in paths
        )
    )
    if not files:
        return Drift((), ())
    return Drift(files, tuple(_reasons(planned, comparison, inputs, recorded)))


def _reasons(
    planned: FileSet, comparison: Comparison, inputs: Inputs, recorded: Manifest | None
) -> Iterator[Reason]:
    explained = False
    if recorded is not None:
        # Two port types of one WSDL have the same inputs.
        for reason in dict.fromkeys(_input_reasons(inputs, recorded.inputs)):
            explained = True
            yield reason
    elif planned.files.keys() & comparison.disk.keys():
        # Without its manifest, or with one that was tampered with.
        explained = True
        yield Reason(Cause.EDITED, manifest_path(planned.package))
    else:
        explained = True
        yield Reason(Cause.NOT_GENERATED)
    for path in comparison.edited:
        explained = True
        yield Reason(Cause.EDITED, path, removed=path in comparison.missing)
    for path in comparison.foreign:
        yield Reason(Cause.FOREIGN, path)
    ours = comparison.missing or comparison.changed or comparison.stale
    if ours and not explained:
        yield Reason(Cause.TOOL)


def _input_reasons(now: Inputs, then: Inputs) -> Iterator[Reason]:
    for module, service in sorted(now.services.items()):
        before = then.services.get(module)
        if before is not None:
            yield from _service_reasons(service, before)
    if now.configuration != then.configuration:
        yield Reason(Cause.CONFIGURATION)
    if now.templates != then.templates:
        yield Reason(Cause.TEMPLATES)


def _service_reasons(now: ServiceInputs, then: ServiceInputs) -> Iterator[Reason]:
    # The same text is the same contract, whatever another tool makes of it.
    if now.source != then.source:
        changed = now.contract != then.contract
        cause = Cause.CONTRACT if changed else Cause.SOURCE
        yield Reason(cause, now.wsdl, then.source)
    if now.overlay != then.overlay:
        yield Reason(Cause.OVERLAY, f"that of {now.wsdl}")


def _diff(planned: FileSet, comparison: Comparison, path: str) -> str:
    """The manifest's own lines tell nothing that the reasons do not tell better."""
    if path == manifest_path(planned.package):
        return ""
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(
            _lines(comparison.disk[path]),
            _lines(planned.files[path]),
            f"{path} (on disk)",
            f"{path} (as generated now)",
        )
    )


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "backslashreplace").splitlines(keepends=True)
