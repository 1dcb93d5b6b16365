"""Anonymous complex types get the names of the paths to them."""

from __future__ import annotations

from dataclasses import replace

from typedsoap.contract import (
    ComplexType,
    Compositor,
    Element,
    Group,
    QName,
    Schema,
    Wildcard,
)
from typedsoap.contract.anonymous import with_names

NS = "urn:n"


def _sequence(*elements: Element) -> ComplexType:
    group = Group(compositor=Compositor.SEQUENCE, particles=elements)
    return ComplexType(name=None, content=group)


def _element(name: str, *inner: Element) -> Element:
    return Element(name=QName(NS, name), type=_sequence(*inner))


def test_a_path_of_elements_is_the_name() -> None:
    order = replace(
        _sequence(_element("Line", _element("Part"))), name=QName(NS, "Order")
    )
    schema = with_names(
        Schema(
            types={QName(NS, "Order"): order},
            elements={QName(NS, "Place"): _element("Place", _element("Line"))},
        )
    )
    assert [name.name for name in schema.types] == [
        "Order",
        "Order/Line",
        "Order/Line/Part",
        "/Place/Line",
    ]
    line = schema.types[QName(NS, "Order/Line")]
    assert isinstance(line, ComplexType)
    assert line.anonymous
    assert next(line.own_elements()).type == QName(NS, "Order/Line/Part")
    place = schema.elements[QName(NS, "Place")].type
    assert isinstance(place, ComplexType)
    assert place.name is None
    assert next(place.own_elements()).type == QName(NS, "/Place/Line")


def test_the_pair_of_a_dictionary_stays_anonymous() -> None:
    name = QName(NS, "Map")
    pairs = replace(_sequence(_element("Pair")), name=name, is_dictionary=True)
    assert with_names(Schema(types={name: pairs})).types == {name: pairs}


def test_two_elements_of_one_name_and_type_share_its_name() -> None:
    name = QName(NS, "Twice")
    both = replace(_sequence(_element("A"), _element("A")), name=name)
    named = with_names(Schema(types={name: both})).types
    assert [found.name for found in named] == ["Twice", "Twice/A"]
    definition = named[name]
    assert isinstance(definition, ComplexType)
    assert [e.type for e in definition.own_elements()] == [QName(NS, "Twice/A")] * 2


def test_two_elements_of_one_name_and_different_types_stay_anonymous() -> None:
    name = QName(NS, "Twice")
    both = replace(_sequence(_element("A"), _element("A", _element("B"))), name=name)
    assert with_names(Schema(types={name: both})).types == {name: both}


def test_a_name_is_given_for_references_alone() -> None:
    note = _element("Note")
    reference = Element(
        name=note.name,
        type=QName("http://www.w3.org/2001/XMLSchema", "anyType"),
        reference=True,
    )
    elements = {note.name: note}
    assert not with_names(Schema(elements=elements)).types
    name = QName(NS, "Order")
    order = replace(_sequence(reference), name=name)
    schema = with_names(Schema(elements=elements, types={name: order}))
    assert [*schema.types] == [name, QName(NS, "/Note")]
    named = schema.types[name]
    assert isinstance(named, ComplexType)
    assert next(named.own_elements()).type == QName(NS, "/Note")


def test_every_wildcard_has_a_key_of_its_own() -> None:
    inner = Group(compositor=Compositor.CHOICE, particles=(Wildcard(), Wildcard()))
    content = Group(compositor=Compositor.SEQUENCE, particles=(Wildcard(), inner))
    owner = QName(NS, "Order")
    schema = with_names(Schema(types={owner: ComplexType(name=owner, content=content)}))
    found = schema.types[owner]
    assert isinstance(found, ComplexType)
    keys = [p.key for p in found.own_particles() if isinstance(p, Wildcard)]
    steps = ("(any)", "(any 2)", "(any 3)")
    assert keys == [QName(NS, f"Order/{step}") for step in steps]
