"""Clients of random schemas: they give back what they are given, and lack what is told.

An operation may be left out for one of the reasons of `NOT_YET`, and for no other; and what
no value could be drawn for has lost a type to one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.corpus.checking import checked, sample
from tests.corpus.reasons import kind
from tests.corpus.results import Result
from tests.corpus.running import results
from tests.random_schemas.__main__ import write
from tests.random_schemas.contracts import contract
from tests.random_schemas.wsdl import Contract

SEEDS: Final = (3, 4, 7)
COUNT: Final = 5
LEAST_WHOLE: Final = 9
NOT_YET: Final = {
    "a default value of this type",
    "a fixed value of this type",
    "a repeated xs:choice with xs:any",
    "a repeated xs:sequence with xs:any",
    "a restriction of a type with an element twice",
    "a restriction that narrows what a repeated group holds",
    "a restriction with xs:any",
    "an abstract type",
    "an anonymous simple type",
    "an anonymous type",
    "the extension of a dictionary or of mixed content",
}
LEFT_OUT: Final = {
    "operation": "TS152: the operation '…' needs {}; it is left out of the client",
    "type": "TS156: the type '…', derived from '…', needs {}; it is left out of the client",
    "fault": (
        "TS170: the fault '…' has a part that needs {}, which cannot be generated yet;"
        " it is raised as a plain SoapFault"
    ),
}
NOTHING_LEFT: Final = "TS150: no operation of this WSDL can be generated yet"
KINDS: Final = {
    pattern.format(reason): what
    for what, pattern in LEFT_OUT.items()
    for reason in NOT_YET
}


@dataclass(frozen=True, slots=True)
class Judged:
    """One WSDL, and what became of it."""

    made: Contract
    result: Result

    def told(self) -> list[tuple[str, str]]:
        """The kind of each diagnostic, and the first name in it."""
        assert isinstance(self.result.planned, dict), self.result.planned
        return [
            (kind(code, message), [*re.findall(r"'([^']*)'", message), ""][0])
            for code, _, message, _ in self.result.planned["diagnostics"]
        ]

    def left_out(self, what: str) -> set[str]:
        """The names of the operations, types or faults that are left out."""
        return {name for said, name in self.told() if KINDS.get(said) == what}

    def exchanged(self) -> Iterator[tuple[str, dict[str, str | None]]]:
        """The operations of the client, and what came of their messages."""
        assert isinstance(self.result.exchanged, dict), self.result.exchanged
        for key, found in self.result.exchanged["operations"].items():
            yield key.split(" ", 1)[1].split("/")[0], found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the WSDLs are, and their packages."""
    return tmp_path_factory.mktemp("random").resolve()


@pytest.fixture(scope="module")
def judged(folder: Path) -> list[Judged]:
    """A few WSDLs of each seed."""
    numbers = [(seed, number) for seed in SEEDS for number in range(COUNT)]
    chosen = [write(folder, seed, number) for seed, number in numbers]
    found = results(folder, chosen, folder, 2, SEEDS[0])
    return [
        Judged(contract(*pair), result)
        for pair, result in zip(numbers, found, strict=True)
    ]


def test_nothing_goes_wrong(judged: list[Judged]) -> None:
    assert [text for each in judged for text in each.result.wrong()] == []


def test_nothing_is_left_out_for_another_reason(judged: list[Judged]) -> None:
    for each in judged:
        known = {*KINDS, *([] if each.result.has_client else [NOTHING_LEFT])}
        assert {said for said, _ in each.told()} <= known, each.result.entry.path


def test_exactly_the_operations_that_are_told_are_left_out(
    judged: list[Judged],
) -> None:
    for each in judged:
        names = {operation.name for operation in each.made.operations}
        left = names - each.left_out("operation")
        where = each.result.entry.path
        assert each.result.has_client is bool(left), where
        assert each.result.generated == len(left) * len(each.made.versions), where
        if left:
            found = sorted(name for name, _ in each.exchanged())
            assert found == sorted([*left] * len(each.made.versions)), where
    # Were much left out, little would be proven.
    assert sum(each.result.is_whole for each in judged) >= LEAST_WHOLE


def test_every_message_gives_back_what_it_is_given(judged: list[Judged]) -> None:
    for each in judged:
        two_way = {o.name for o in each.made.operations if o.reply is not None}
        for name, found in each.exchanged() if each.result.has_client else ():
            where = (each.result.entry.path, name)
            if found["request"] is None:
                # The only types that an element could have are left out of the client.
                assert each.left_out("type"), where
                continue
            assert found["request"] == "", where
            assert found["reply"] == ("" if name in two_way else None), where


def test_type_checkers_accept_them(judged: list[Judged], folder: Path) -> None:
    found = checked(sample([each.result for each in judged], 2), folder)
    assert (found.packages, found.errors) == (2, ())
