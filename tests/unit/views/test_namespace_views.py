"""Namespaces as modules, also where they refer to each other."""

from __future__ import annotations

from pathlib import Path

from tests.support.wsdl_texts import (
    NAMESPACE,
    wsdl,
)
from tests.unit.views.packages import PLACE_CUSTOMER, service, view


def circle(tmp_path: Path, *, closed: bool) -> list[tuple[str, list[str]]]:
    """The modules of two namespaces of which one, or each, refers to the other."""
    back = '<xs:element name="Back" type="tns:Here" minOccurs="0"/>' if closed else ""
    here = f"""<xs:schema targetNamespace="{NAMESPACE}" elementFormDefault="qualified"
        xmlns:there="urn:example:there">{PLACE_CUSTOMER.replace("tns:Customer", "tns:Here")}
      <xs:import namespace="urn:example:there"/>
      <xs:complexType name="Here"><xs:sequence>
        <xs:element name="There" type="there:There" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:schema>"""
    there = f"""<xs:schema targetNamespace="urn:example:there"
        elementFormDefault="qualified"><xs:import namespace="{NAMESPACE}"/>
      <xs:complexType name="There"><xs:sequence>{back}</xs:sequence></xs:complexType>
      </xs:schema>"""
    package = view(tmp_path, service(tmp_path, wsdl(schemas=here + there)))
    return [
        (namespace.module, [record.class_name for record in namespace.records])
        for namespace in package.namespaces
    ]


def test_each_namespace_has_a_module(tmp_path: Path) -> None:
    assert circle(tmp_path, closed=False) == [
        ("orders", ["Here"]),
        ("there", ["There"]),
    ]


def test_namespaces_that_refer_to_each_other_share_a_module(tmp_path: Path) -> None:
    # Two modules that import names from each other cannot be imported.
    assert circle(tmp_path, closed=True) == [
        ("orders", ["Here", "There"]),
        ("there", []),
    ]


def test_types_may_refer_to_types_to_any_depth(tmp_path: Path) -> None:
    types = "".join(
        f'<xs:complexType name="T{number}"><xs:sequence>'
        f'<xs:element name="Next" type="tns:T{number + 1}"/></xs:sequence></xs:complexType>'
        for number in range(1500)
    )
    last = '<xs:complexType name="T1500"><xs:sequence/></xs:complexType>'
    elements = PLACE_CUSTOMER.replace("tns:Customer", "tns:T0")

    package = view(
        tmp_path, service(tmp_path, wsdl(types=types + last, elements=elements))
    )

    assert len(package.namespaces[0].records) == 1501
