"""What becomes of the values that a conversation is held with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from typedsoap.changes import Verdict


class Outcome(StrEnum):
    """How conversations end."""

    PASSES = "passes"
    """Every value arrives, and is allowed by the other contract."""
    DOUBTED = "doubted"
    """Every value is read, but some by lenient peers only, or not all that it says."""
    SOME_FAIL = "some fail"
    ALL_FAIL = "all fail"

    @property
    def verdict(self) -> Verdict:
        """The verdict that it proves."""
        return _VERDICTS[self]


_VERDICTS = {
    Outcome.PASSES: Verdict.SAFE,
    Outcome.DOUBTED: Verdict.WARNING,
    Outcome.SOME_FAIL: Verdict.BREAKING,
    Outcome.ALL_FAIL: Verdict.BREAKING,
}


class Failed(Exception):
    """A conversation fails; the text says at what."""


class Doubted(Exception):
    """A conversation goes on, but others would not let it, or something gets lost."""


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome, and what was said first of all that is not well."""

    outcome: Outcome
    why: str = ""


def told(conversations: Sequence[Callable[[], None]]) -> Told:
    """The outcome of some conversations, each of which may raise `Failed` or `Doubted`."""
    assert conversations
    failed: list[str] = []
    doubted: list[str] = []
    for conversation in conversations:
        try:
            conversation()
        except Failed as problem:
            failed.append(str(problem))
        except Doubted as problem:
            doubted.append(str(problem))
    if failed:
        every = len(failed) == len(conversations)
        return Told(Outcome.ALL_FAIL if every else Outcome.SOME_FAIL, failed[0])
    if doubted:
        return Told(Outcome.DOUBTED, doubted[0])
    return Told(Outcome.PASSES)
