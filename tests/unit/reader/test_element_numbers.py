"""Numbers of elements that stand twice, and the order of those that are one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    Compositor,
    Derivation,
    Element,
    Group,
    Particle,
    QName,
    Schema,
)
from typedsoap.contract.anonymous import with_names
from typedsoap.contract.merging import MAX_MERGED
from typedsoap.support.content import MAX_ELEMENTS, content_problem

NS = "urn:n"
STRING = QName(XSD_NAMESPACE, "string")


def element(name: str, *, most: int | None = 1, nillable: bool = False) -> Element:
    """An element of a text."""
    return Element(
        name=QName(NS, name), type=STRING, max_occurs=most, nillable=nillable
    )


def sequence(*found: Particle | str, most: int | None = 1) -> Group:
    """A sequence; a text is a name of an element for each letter."""
    return _group(Compositor.SEQUENCE, found, most)


def choice(*found: Particle | str, most: int | None = 1) -> Group:
    """A choice; a text is a sequence."""
    alternatives = [sequence(p) if isinstance(p, str) else p for p in found]
    return _group(Compositor.CHOICE, alternatives, most)


def _group(
    compositor: Compositor, found: Sequence[Particle | str], most: int | None
) -> Group:
    particles: list[Particle] = []
    for particle in found:
        if isinstance(particle, str):
            particles += map(element, particle)
        else:
            particles.append(particle)
    return Group(compositor=compositor, particles=tuple(particles), max_occurs=most)


def keys(content: Group, base: Group | None = None) -> str:
    """The keys of a type's own elements, in their order."""
    types = {QName(NS, "T"): ComplexType(name=QName(NS, "T"), content=content)}
    if base is not None:
        name = QName(NS, "Base")
        types[name] = ComplexType(name=name, content=base)
        types[QName(NS, "T")] = ComplexType(
            name=QName(NS, "T"),
            base=name,
            derivation=Derivation.EXTENSION,
            content=content,
        )
    definition = with_names(Schema(types={**types})).types[QName(NS, "T")]
    assert isinstance(definition, ComplexType)
    return " ".join(e.key.name.replace(" ", "") for e in definition.own_elements())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (sequence("abc"), "a b c"),
        (sequence("aba"), "a b a(2)"),
        (sequence("aaa"), "a a(2) a(3)"),
        (choice("ab", "ac"), "a b c"),
        (choice("xa", "ya", "za"), "x y z a"),
        (choice("ab", "ba"), "a b a(2)"),
        (choice("xaby", "cabd"), "x c a b y d"),
        (choice("aba", "cab"), "c a b a(2)"),
        (choice("aba", "aca"), "a b c a(2)"),
        (sequence(choice("xa", "ya"), "a"), "x y a a(2)"),
        (sequence(choice("xa", "ya"), choice("ka", "la")), "x y a k l a(2)"),
        (choice(choice("xa", "ya"), "za"), "x y z a"),
        (choice("xa", sequence("y", element("a", most=2))), "x a y a(2)"),
        (choice("xa", sequence("y", element("a", nillable=True))), "x a y a(2)"),
    ],
)
def test_keys_and_their_order(content: Group, expected: str) -> None:
    assert keys(content) == expected


@pytest.mark.parametrize(
    ("base", "content", "expected"),
    [
        (sequence("ab"), sequence("ca"), "c a(2)"),
        (sequence("aba"), sequence("ca"), "c a(3)"),
        (choice("xa", "ya"), sequence("a"), "a(2)"),
        (sequence("ab"), choice("ca", "da"), "c d a(2)"),
    ],
)
def test_an_extension_goes_on(base: Group, content: Group, expected: str) -> None:
    assert keys(content, base) == expected


def test_an_occurrence_has_numbers_of_its_own() -> None:
    types = {
        QName(NS, "T"): ComplexType(
            name=QName(NS, "T"),
            content=sequence("a", sequence("aba", most=None), "a"),
        )
    }
    named = with_names(Schema(types={**types})).types
    inner = named[QName(NS, "T/(item)")]
    outer = named[QName(NS, "T")]
    assert isinstance(inner, ComplexType)
    assert isinstance(outer, ComplexType)
    assert [e.key.name for e in inner.own_elements()] == ["a", "b", "a (2)"]
    assert [e.key.name for e in outer.own_elements()] == ["a", "a (2)"]


@pytest.mark.parametrize(
    ("content", "item"),
    [
        (choice("a", "b", "cd", most=2), "T/(choice)"),
        (choice("a", "b", "aba", "cd", most=2), "T/(item)"),
        (choice("ab", "ac", most=2), "T/(item)"),
        (choice("aba", "c", most=2), "T/(choice)"),
    ],
)
def test_a_choice_whose_alternatives_share_an_element(
    content: Group, item: str
) -> None:
    name = QName(NS, "T")
    named = with_names(Schema(types={name: ComplexType(name=name, content=content)}))
    assert list(named.types)[1] == QName(NS, item)


def test_too_many_elements_with_one_twice() -> None:
    name = QName(NS, "T")
    names = [f"E{number}" for number in range(MAX_ELEMENTS - 1)]
    for more, problem in ((["E0"], None), (["E0", "F"], "among more than 1000")):
        content = sequence(*map(element, [*names, *more]))
        schema = with_names(
            Schema(types={name: ComplexType(name=name, content=content)})
        )
        definition = schema.types[name]
        assert isinstance(definition, ComplexType)
        found = content_problem(definition, schema)
        assert (found is None) if problem is None else problem in (found or "")


def test_a_long_choice_has_no_common_order() -> None:
    branches = ["xa"] + ["ya"] * (MAX_MERGED // 2 - 1)
    assert keys(choice(*branches)) == "x y a"
    longer = keys(choice(*branches, "z")).split()
    assert longer[:5] == ["x", "a", "y", "a(2)", "y(2)"]
    assert len(longer) == MAX_MERGED + 1
