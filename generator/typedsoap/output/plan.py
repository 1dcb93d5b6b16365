"""What a run wants: the files, and what they are made from."""

from __future__ import annotations

from dataclasses import dataclass

from typedsoap.errors import Diagnostic
from typedsoap.output.files import FileSet
from typedsoap.output.manifest import Inputs


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The result of `pipeline.plan`; nothing has been written for it.

    Attributes:
        files: Every file of the output, the manifest among them.
        inputs: Fingerprints of what they were made from.
        diagnostics: Warnings about what is left out, sorted.
    """

    files: FileSet
    inputs: Inputs
    diagnostics: tuple[Diagnostic, ...] = ()
