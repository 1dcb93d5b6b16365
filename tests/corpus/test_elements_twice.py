"""Random documents of content models in which an element stands twice, both ways.

libxml2 holds what is sent against the schema.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from itertools import combinations
from pathlib import Path
from sys import modules, path
from typing import Any, Final

import pytest
from lxml import etree

from tests.corpus.exchanging import exchanged
from tests.corpus.planning import planned
from tests.support.wsdl_texts import ELEMENTS, NAMESPACE, XS, write, wsdl


def _sequence(*particles: str, occurs: str = "") -> str:
    return f"<xs:sequence {occurs}>{''.join(particles)}</xs:sequence>"


def _choice(*particles: str, occurs: str = "") -> str:
    return f"<xs:choice {occurs}>{''.join(particles)}</xs:choice>"


def _element(name: str, occurs: str = "") -> str:
    return f'<xs:element name="{name}" type="xs:string" {occurs}/>'


OPTIONAL: Final = 'minOccurs="0"'
MANY: Final = 'minOccurs="0" maxOccurs="unbounded"'
A, B, C, K, M, X, Y = map(_element, "ABCKMXY")
HEAD: Final = '<xs:element ref="tns:Head"/>'
ANONYMOUS: Final = (
    f'<xs:element name="N"><xs:complexType>{_sequence(A)}</xs:complexType></xs:element>'
)
SHAPES: Final = {
    "TwoOrders": _choice(_sequence(X, A, B), _sequence(Y, B, A)),
    "TwiceInABranch": _choice(_sequence(A, X, A), B),
    "OnceAndMany": _choice(_sequence(X, A), _sequence(Y, _element("A", MANY))),
    "TwoGroups": _sequence(
        _sequence(A, B, occurs=MANY), C, _sequence(A, B, occurs=MANY)
    ),
    "HeadTwice": _sequence(HEAD, M, HEAD.replace("/>", f" {OPTIONAL}/>")),
    "HeadInBranches": _choice(_sequence(M, HEAD), _sequence(K, HEAD)),
    "ManyHeadsAndAMember": _sequence(
        HEAD.replace("/>", f" {MANY}/>"), M, HEAD.replace("Head", "Member")
    ),
    "AnonymousTwice": _sequence(ANONYMOUS, M, ANONYMOUS),
    "AnonymousInBranches": _choice(_sequence(M, ANONYMOUS), _sequence(K, ANONYMOUS)),
    "OptionalBetween": _sequence(
        A, _sequence(B, A, occurs=OPTIONAL), C, _element("A", OPTIONAL)
    ),
    "TwoChoices": _sequence(
        _choice(_sequence(A, X), _sequence(B, X, _element("Y", OPTIONAL))),
        C,
        _choice(_sequence(K, X), M),
    ),
    "Nil": _sequence(
        _element("A", 'nillable="true"'),
        M,
        _element("A", f'{OPTIONAL} nillable="true"'),
    ),
    "ManyChoices": _choice(_sequence(A, B, A), _sequence(K, A), M, occurs=MANY),
    # Not twice, but told apart by the elements that sequences begin with.
    "SequenceFirst": _choice(_sequence(A, B), M, occurs=MANY),
    "SequencesAlone": _choice(_sequence(A, B), _sequence(K, M), occurs=MANY),
    "Bounded": _sequence(_element("A", 'maxOccurs="3"'), M, _element("A", OPTIONAL)),
}
TYPES: Final = (
    '<xs:element name="Head" type="xs:string"/>'
    '<xs:element name="Member" type="xs:string" substitutionGroup="tns:Head"/>'
    + "".join(
        f'<xs:complexType name="{name}">{content}</xs:complexType>'
        for name, content in SHAPES.items()
    )
    + '<xs:complexType name="Extended"><xs:complexContent>'
    f'<xs:extension base="tns:TwiceInABranch">{_sequence(K, A, _element("A1"))}'
    "</xs:extension></xs:complexContent></xs:complexType>"
)
MEMBERS: Final = _sequence(
    *(
        f'<xs:element name="Of{name}" type="tns:{name}" minOccurs="0"/>'
        for name in (*SHAPES, "Extended")
    )
)


@contextmanager
def _generated(text: str, folder: Path) -> Generator[dict[str, Any]]:
    """A task for `exchanged`."""
    contract = write(folder, text)
    package = re.sub(r"\W", "_", f"twice_{folder.name}")
    task = {"wsdl": str(contract), "output": str(folder), "package": package}
    answer = planned(task)
    assert (answer["wrong"], answer["diagnostics"]) == ("", [])
    path.insert(0, str(folder))
    try:
        yield {"wsdl": str(contract), "folder": str(folder), "package": package}
    finally:
        path.remove(str(folder))
        for name in [*modules]:
            if name.partition(".")[0] == package:
                del modules[name]


@pytest.mark.parametrize("seed", range(2))
def test_random_documents(tmp_path: Path, seed: int) -> None:
    content = f"<xs:complexType>{MEMBERS}</xs:complexType></xs:element>"
    elements = (
        f'<xs:element name="Place">{content}<xs:element name="PlaceResponse">{content}'
        '<xs:element name="Token" type="xs:string"/>'
    )
    with _generated(wsdl(types=TYPES, elements=elements), tmp_path) as task:
        found = exchanged({**task, "seed": seed})
    assert found["schema"] == found["import"] == ""
    assert list(found["operations"].values()) == [{"request": "", "reply": ""}]


@pytest.mark.parametrize(
    ("content", "same"),
    [
        (
            _choice(_sequence(A, B), _sequence(A, C)),
            _sequence(A, _choice(B, C)),
        ),
        (
            _choice(A, _sequence(A, B), _sequence(A, B, C)),
            _sequence(A, _sequence(B, _element("C", OPTIONAL), occurs=OPTIONAL)),
        ),
        (
            _sequence(_choice(_sequence(A, B), _sequence(A, C), occurs=OPTIONAL), X),
            _sequence(_sequence(A, _choice(B, C), occurs=OPTIONAL), X),
        ),
        (
            _choice(_sequence(A, _choice(B, C)), _sequence(A, X), B),
            _choice(_sequence(A, _choice(B, C, X)), B),
        ),
    ],
)
def test_branches_that_begin_alike(tmp_path: Path, content: str, same: str) -> None:
    """Such a choice breaks a rule of XML Schema (§3.8.6), but is what many WSDLs have.

    libxml2 has no schema for it, so it is asked about a deterministic one that means the
    same.
    """
    types = f'<xs:complexType name="Pick">{content}</xs:complexType>'
    elements = ELEMENTS.replace('type="xs:string"', 'type="tns:Pick"', 1)
    oracle = etree.XMLSchema(
        etree.fromstring(
            f'<xs:schema xmlns:xs="{XS}" targetNamespace="{NAMESPACE}"'
            ' elementFormDefault="qualified"><xs:element name="Pick">'
            f"<xs:complexType>{same}</xs:complexType></xs:element></xs:schema>"
        )
    )
    with _generated(wsdl(types=types, elements=elements), tmp_path) as task:
        package = task["package"]
        kind = import_module(f"{package}.types.orders").Pick
        codec = import_module(f"{package}._codec.orders.pick")
        errors = import_module(f"{package}.errors")
        reader = import_module(f"{package}._runtime.reading").Reader
        names = list(kind.__slots__)
        outcomes: set[bool] = set()
        for size in range(len(names) + 1):
            for given in combinations(names, size):
                value = kind(**(dict.fromkeys(names) | dict.fromkeys(given, "v")))
                inner = "".join(f"<n1:{n.upper()}>v</n1:{n.upper()}>" for n in given)
                document = etree.fromstring(
                    f'<n1:Pick xmlns:n1="{NAMESPACE}">{inner}</n1:Pick>'
                )
                valid = oracle.validate(document)
                outcomes.add(valid)
                out: list[str] = []
                if valid:
                    codec.write_pick(value, out)
                    assert "".join(out) == inner
                    assert codec.read_pick(document, reader(strict=True)) == value
                else:
                    with pytest.raises(errors.EncodeError):
                        codec.write_pick(value, out)
        assert outcomes == {True, False}
