"""Repeated groups: their types, their bounds, and where one occurrence ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from typedsoap.contract import (
    ComplexType,
    Compositor,
    Element,
    Group,
    Particle,
    QName,
    Schema,
    Wildcard,
)
from typedsoap.contract.anonymous import with_names
from typedsoap.contract.occurrences import MAX_PAIRS, bounds, following
from typedsoap.support.repeated_groups import repeated_group_problem
from typedsoap.support.types import type_problem

NS = "urn:n"
STRING = QName("http://www.w3.org/2001/XMLSchema", "string")


def element(name: str, least: int = 1, most: int | None = 1) -> Element:
    return Element(name=QName(NS, name), type=STRING, min_occurs=least, max_occurs=most)


def sequence(*inner: Particle, least: int = 1, most: int | None = 1) -> Group:
    return Group(
        compositor=Compositor.SEQUENCE,
        particles=inner,
        min_occurs=least,
        max_occurs=most,
    )


def choice(*inner: Particle, least: int = 1, most: int | None = 1) -> Group:
    return replace(
        sequence(*inner, least=least, most=most), compositor=Compositor.CHOICE
    )


A, B, C = element("A"), element("B"), element("C")


def named(*content: Particle) -> dict[str, ComplexType]:
    """The types of a schema with one type T, by local name."""
    name = QName(NS, "T")
    given = ComplexType(name=name, content=sequence(*content))
    types = with_names(Schema(types={name: given})).types
    return {n.name: t for n, t in types.items() if isinstance(t, ComplexType)}


def shown(definition: ComplexType) -> list[str]:
    """What a type consists of: the names of elements and of the groups' types."""
    found: list[str] = []
    for particle in definition.own_particles():
        if isinstance(particle, Element):
            found.append(particle.name.name)
        elif isinstance(particle, Group) and particle.item is not None:
            found.append(particle.item.name)
    return found


def test_each_repeated_group_has_a_type_unless_it_is_empty() -> None:
    types = named(
        A, sequence(B, choice(C, element("D"), most=2), most=None), choice(most=None)
    )
    assert {name: shown(found) for name, found in types.items()} == {
        "T": ["A", "T/(item)"],
        "T/(item)": ["B", "T/(choice)"],
        "T/(choice)": ["C", "D"],
    }
    assert all(types[name].occurrence for name in types if name != "T")


def test_a_choice_takes_in_choices_and_names_sequences() -> None:
    inner = choice(B, sequence(C, most=None), least=0)
    types = named(choice(A, inner, sequence(element("D"), element("E")), most=None))
    assert {name: shown(found) for name, found in types.items()} == {
        "T": ["T/(choice)"],
        "T/(choice)": ["A", "B", "C", "T/(item)"],
        "T/(item)": ["D", "E"],
    }


def test_a_repeated_sequence_of_one_element_is_the_element() -> None:
    types = named(sequence(element("A", least=0, most=2), most=3), choice(B, C))
    assert [*types] == ["T"]
    first, *_ = types["T"].own_elements()
    assert (first.min_occurs, first.max_occurs) == (0, 6)


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (choice(A, B, least=2, most=5), (2, 5)),
        (choice(A, element("B", most=3), least=2, most=5), (2, 15)),
        (choice(A, element("B", least=0), least=2, most=5), (0, 5)),
        (choice(A, element("B", most=None), most=5), (1, None)),
        (choice(A, choice(B, least=0, most=2), least=1, most=2), (0, 4)),
        (sequence(A, B, least=2, most=3), (2, 3)),
        (sequence(element("A", least=0), least=2, most=None), (0, None)),
    ],
)
def test_bounds(group: Group, expected: tuple[int, int | None]) -> None:
    assert bounds(group) == expected


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (sequence(A, B, C), {"A": "B", "B": "C", "C": ""}),
        (sequence(A, element("B", least=0), C), {"A": "BC", "B": "C", "C": ""}),
        (
            sequence(element("A", most=None), choice(B, C)),
            {"A": "ABC", "B": "", "C": ""},
        ),
        (choice(A, element("B", most=None)), {"A": "", "B": ""}),
        (choice(A, sequence(B, C, most=None)), {"A": "", "B": "C", "C": ""}),
        (
            sequence(A, sequence(B, C, least=0, most=None)),
            {"A": "B", "B": "C", "C": "B"},
        ),
        (
            sequence(element("A", least=0), choice(B, C, most=None)),
            {"A": "BC", "B": "BC", "C": "BC"},
        ),
    ],
)
def test_what_follows_in_one_occurrence(group: Group, expected: dict[str, str]) -> None:
    found = {
        name.name: "".join(sorted(other.name for other in after))
        for name, after in following(group).items()
    }
    assert found == expected


def test_too_much_can_follow() -> None:
    many = [element(f"E{number}") for number in range(MAX_PAIRS // 50)]
    group = sequence(A, choice(*many, most=None), most=None)
    with pytest.raises(OverflowError):
        following(group)
    problem = repeated_group_problem(replace(group, item=QName(NS, "x")))
    assert problem is not None
    assert "more than" in problem


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            [A, choice(replace(A, type=B.name), C, most=2)],
            "the element 'A' twice, with different types",
        ),
        ([choice(A, Wildcard(), most=2)], "a repeated xs:choice with xs:any"),
    ],
)
def test_groups_that_cannot_be_generated(content: list[Particle], problem: str) -> None:
    name = QName(NS, "T")
    types = with_names(
        Schema(types={name: ComplexType(name=name, content=sequence(*content))})
    )
    found = type_problem(types.types[name], types)
    assert found is not None
    assert found.what == f"{problem} (type 'T')"
