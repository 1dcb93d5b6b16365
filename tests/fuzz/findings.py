"""A reply in a file, with what is known of it: findings, and kept regressions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tests.fuzz.mutants import Mutant

REGRESSIONS: Final = Path(__file__).parent / "regressions"
SUFFIX: Final = ".reply"
NOT_RUN: Final = "not run"
"""What is pending where a reply would hang the tests; a run of the fuzzer counts it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A mutant that is kept.

    Attributes:
        mutant: The reply and the call.
        expect: The outcome that it must have; "" if that is not known.
        note: What it is about, or what was found.
        pending: A part of the finding's text where this is still to be repaired; ""
            where it is. A run of the fuzzer does not count what has this text in it.
    """

    mutant: Mutant
    expect: str
    note: str
    pending: str = ""


def store(path: Path, kept: Kept) -> None:
    """Write a file: lines like HTTP headers, an empty line, and the reply as it is."""
    mutant = kept.mutant
    facts = {
        "note": kept.note,
        "expect": kept.expect,
        "pending": kept.pending,
        "operation": mutant.operation,
        "status": str(mutant.status),
        "content-type": mutant.content_type,
        "strict": str(mutant.strict).lower(),
        "replace-illegal": str(mutant.replace_illegal).lower(),
    }
    lines = [
        f"{name}: {' '.join(text.split())}" for name, text in facts.items() if text
    ]
    path.write_bytes("\n".join([*lines, "", ""]).encode() + mutant.body)


def load(path: Path) -> Kept:
    """Read such a file."""
    head, _, body = path.read_bytes().partition(b"\n\n")
    facts = {
        name: text.strip()
        for name, _, text in (line.partition(":") for line in head.decode().split("\n"))
    }
    mutant = Mutant(
        operation=facts["operation"],
        status=int(facts["status"]),
        content_type=facts.get("content-type", ""),
        strict=facts["strict"] == "true",
        replace_illegal=facts["replace-illegal"] == "true",
        body=body,
    )
    expect = facts.get("expect", "")
    return Kept(mutant, expect, facts["note"], facts.get("pending", ""))


def regressions() -> Mapping[str, Kept]:
    """The kept regressions by name."""
    paths = sorted(REGRESSIONS.glob(f"*{SUFFIX}"))
    return {path.stem: load(path) for path in paths}


@cache
def pending() -> Mapping[str, str]:
    """What is still to be repaired: the text of the finding, by regression."""
    kept = regressions().items()
    return {name: item.pending for name, item in kept if item.pending}
