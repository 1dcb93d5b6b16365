"""A module a type, but for types that refer to one another, or too deep."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.wsdl_texts import ELEMENTS, wsdl
from tests.unit.views.packages import config, service
from typedsoap.contract import ComplexType, Compositor, Element, Group, QName
from typedsoap.output.writing import write_changes
from typedsoap.pipeline import plan
from typedsoap.views.circles import type_circles


def name(local: str) -> QName:
    return QName("urn:example:orders", local)


def record(local: str, *refers: str, base: str | None = None) -> ComplexType:
    particles = tuple(Element(name=name(o), type=name(o)) for o in refers)
    return ComplexType(
        name=name(local),
        base=name(base) if base else None,
        content=Group(compositor=Compositor.SEQUENCE, particles=particles),
    )


def circles(*records: ComplexType, derivable: str = "") -> list[list[str]]:
    reached = {found.name: found for found in records if found.name is not None}
    found = type_circles(reached, {name(local) for local in derivable})
    assert list(found.keys() ^ reached.keys()) == []
    assert all(member in circle for member, circle in found.items())
    return sorted([member.name for member in circle] for circle in {*found.values()})


def test_what_refers_one_way_is_apart() -> None:
    assert circles(record("A", "B", "C"), record("B", "C"), record("C")) == [
        ["A"],
        ["B"],
        ["C"],
    ]


def test_a_circle_is_one_in_the_order_of_first_use() -> None:
    assert circles(
        record("C", "A"), record("A", "B"), record("B", "C", "D"), record("D", "D")
    ) == [["C", "A", "B"], ["D"]]


def test_two_circles_that_meet_are_one() -> None:
    found = circles(record("A", "B"), record("B", "A", "C"), record("C", "B"))
    assert found == [["A", "B", "C"]]


def test_a_base_that_others_stand_in_for_calls_them() -> None:
    family = (record("A"), record("B", base="A"), record("C", base="B"))
    assert circles(*family) == [["A"], ["B"], ["C"]]
    assert circles(*family, derivable="A") == [["A", "B", "C"]]
    assert circles(*family, derivable="B") == [["A"], ["B", "C"]]
    assert circles(*family, derivable="AB") == [["A", "B", "C"]]


def test_a_long_chain_is_cut() -> None:
    chain = [record(f"T{n}", f"T{n + 1}") for n in range(5000)]
    longest, *others = sorted(circles(*chain, record("T5000")), key=len, reverse=True)
    assert len(longest) == 4951
    assert len(others) == 50
    assert longest[0] == "T0"


def test_a_long_chain_can_be_imported(tmp_path: Path) -> None:
    types = "".join(
        f'<xs:complexType name="T{number}"><xs:sequence>'
        f'<xs:element name="Next" type="tns:T{number + 1}" minOccurs="0"/>'
        "</xs:sequence></xs:complexType>"
        for number in range(200)
    )
    last = '<xs:complexType name="T200"><xs:sequence/></xs:complexType>'
    elements = ELEMENTS.replace('"Item" type="xs:string"', '"Next" type="tns:T0"')
    text = wsdl(types=types + last, elements=elements)
    run = config(tmp_path, service(tmp_path, text, module="orders"))
    run.output.mkdir()
    write_changes(run.output, plan(run).files.files, ())
    code = "import sample.orders as m; m.T0(next=m.T1(next=m.T2()))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=run.output,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
