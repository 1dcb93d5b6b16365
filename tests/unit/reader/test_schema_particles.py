"""Model groups, their particles and wildcards as the contract has them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.wsdl_texts import NAMESPACE, name
from tests.unit.reader.schema_samples import (
    ELEMENT_A,
    ELEMENT_B,
    A,
    B,
    complex_type,
    schema_of,
)
from typedsoap.contract import ComplexType, Compositor, Group, Wildcard


@pytest.mark.parametrize("compositor", Compositor)
def test_model_groups(compositor: Compositor, tmp_path: Path) -> None:
    text = f'<xs:{compositor} minOccurs="0">{A}{B}</xs:{compositor}>'
    assert complex_type(tmp_path, text).content == Group(
        compositor=compositor, particles=(ELEMENT_A, ELEMENT_B), min_occurs=0
    )


def test_nested_groups_and_wildcards(tmp_path: Path) -> None:
    found = complex_type(
        tmp_path,
        f"<xs:sequence><xs:choice maxOccurs='2'>{A}"
        "<xs:any namespace='##other  urn:x' processContents='lax' minOccurs='0'/>"
        "</xs:choice></xs:sequence>",
    )
    wildcard = Wildcard(namespace="##other urn:x", process_contents="lax", min_occurs=0)
    choice = Group(
        compositor=Compositor.CHOICE, particles=(ELEMENT_A, wildcard), max_occurs=2
    )
    assert found.content == Group(compositor=Compositor.SEQUENCE, particles=(choice,))
    assert list(found.declared_elements()) == [ELEMENT_A]
    assert list(found.own_particles()) == [choice]
    assert not list(found.own_elements())


def test_a_wildcard_knows_of_which_schema_it_is(tmp_path: Path) -> None:
    found = complex_type(tmp_path, "<xs:sequence><xs:any maxOccurs='3'/></xs:sequence>")
    (wildcard,) = found.own_particles()
    assert isinstance(wildcard, Wildcard)
    assert wildcard.target_namespace == NAMESPACE
    assert wildcard.namespace == "##any"
    assert wildcard.repeated


@pytest.mark.parametrize("compositor", ["sequence", "choice"])
def test_a_repeated_group_of_one_wildcard(compositor: str, tmp_path: Path) -> None:
    found = complex_type(
        tmp_path, f"<xs:{compositor} maxOccurs='4'><xs:any/></xs:{compositor}>"
    )
    assert list(found.own_particles()) == [Wildcard(max_occurs=4)]


def test_group_references_are_resolved(tmp_path: Path) -> None:
    found = schema_of(
        tmp_path,
        "<xs:complexType name='T'><xs:group ref='tns:G' minOccurs='0'/></xs:complexType>"
        f"<xs:group name='G'><xs:choice>{A}<xs:group ref='tns:H'/></xs:choice></xs:group>"
        f"<xs:group name='H'><xs:sequence>{B}</xs:sequence></xs:group>",
    ).types[name("T")]
    assert isinstance(found, ComplexType)
    inner = Group(compositor=Compositor.SEQUENCE, particles=(ELEMENT_B,))
    assert found.content == Group(
        compositor=Compositor.CHOICE, particles=(ELEMENT_A, inner), min_occurs=0
    )
    optional = [replace(particle, min_occurs=0) for particle in (ELEMENT_A, ELEMENT_B)]
    assert list(found.own_elements()) == optional


def test_particle_that_may_not_occur_is_none(tmp_path: Path) -> None:
    text = (
        "<xs:sequence><xs:element name='X' type='xs:int' minOccurs='0' maxOccurs='0'/>"
    )
    found = complex_type(tmp_path, f"{text}{A}</xs:sequence>")
    assert list(found.own_elements()) == [ELEMENT_A]
