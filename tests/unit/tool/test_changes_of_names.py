"""What `diff` says where a member takes the Python name of another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.tool.test_diff_overlays import changes, write

OPTIONAL = 'type="xs:string" minOccurs="0"'
IN_TYPE = f'<xs:element name="customer" {OPTIONAL}/>'
LOST = "python-name-changed: type Order / element Customer"
ADDED = "optional-element-added: type Order / element customer"
WSDL = """<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions name="Orders" targetNamespace="urn:example:orders"
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="urn:example:orders">
  <wsdl:types>
    <xs:schema targetNamespace="urn:example:orders" elementFormDefault="qualified">
      <xs:complexType name="Order">
        <xs:sequence>{order}</xs:sequence>
        <xs:attribute name="Code" type="xs:string"/>
      </xs:complexType>
      <xs:element name="Place">
        <xs:complexType><xs:sequence>{place}</xs:sequence></xs:complexType>
      </xs:element>
      <xs:element name="PlaceResponse">
        <xs:complexType><xs:sequence>{placed}</xs:sequence></xs:complexType>
      </xs:element>
    </xs:schema>
  </wsdl:types>
  <wsdl:message name="Place">
    <wsdl:part name="parameters" element="tns:Place"/>
  </wsdl:message>
  <wsdl:message name="PlaceResponse">
    <wsdl:part name="parameters" element="tns:PlaceResponse"/>
  </wsdl:message>
  <wsdl:portType name="Orders">
    <wsdl:operation name="Place">
      <wsdl:input message="tns:Place"/>
      <wsdl:output message="tns:PlaceResponse"/>
    </wsdl:operation>
  </wsdl:portType>
  <wsdl:binding name="Orders" type="tns:Orders">
    <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="Place">
      <soap:operation soapAction="urn:example:orders/Place"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
    </wsdl:operation>
  </wsdl:binding>
  <wsdl:service name="Orders">
    <wsdl:port name="Orders" binding="tns:Orders">
      <soap:address location="https://orders.example.com/"/>
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
"""
CUSTOMER = f'<xs:element name="Customer" {OPTIONAL}/>'
NUMBER = f'<xs:element name="Number" {OPTIONAL}/>'
CODE = f'<xs:element name="code" {OPTIONAL}/>'
SENT = '<xs:element name="Order" type="tns:Order"/>'


def wsdl(order: str = CUSTOMER, place: str = SENT, placed: str = NUMBER) -> str:
    return WSDL.format(order=order, place=place, placed=placed)


def told(
    folder: Path,
    old: str,
    new: str,
    before: str | None = None,
    after: str | None = None,
) -> list[str]:
    write(folder / "old", before, old)
    write(folder / "new", after, new)
    return changes(folder, "old/orders.wsdl", "new/orders.wsdl")


@pytest.mark.parametrize("back", [False, True])
def test_an_element_before_another(tmp_path: Path, back: bool) -> None:
    sides = [wsdl(), wsdl(IN_TYPE + CUSTOMER)]
    found = told(tmp_path, *(sides[::-1] if back else sides))
    assert found == [LOST, ADDED.replace("added", "removed" if back else "added")]


def test_an_element_behind_the_other_is_numbered(tmp_path: Path) -> None:
    assert told(tmp_path, wsdl(), wsdl(CUSTOMER + IN_TYPE)) == [ADDED]


def test_two_that_change_places(tmp_path: Path) -> None:
    sides = wsdl(CUSTOMER + IN_TYPE), wsdl(IN_TYPE + CUSTOMER)
    assert [change for change in told(tmp_path, *sides) if "name" in change] == [
        LOST,
        LOST.replace("Customer", "customer"),
    ]


def test_an_element_in_a_new_group(tmp_path: Path) -> None:
    group = f'<xs:sequence minOccurs="0">{IN_TYPE}</xs:sequence>'
    assert told(tmp_path, wsdl(), wsdl(group + CUSTOMER)) == [
        LOST,
        "optional-group-added: type Order / group 1",
    ]


def test_an_element_takes_the_name_of_an_attribute(tmp_path: Path) -> None:
    assert told(tmp_path, wsdl(), wsdl(CUSTOMER + CODE)) == [
        "python-name-changed: type Order / attribute Code",
        "optional-element-added: type Order / element code",
    ]


def test_parameters_and_results(tmp_path: Path) -> None:
    lower = NUMBER.replace("Number", "number")
    new = wsdl(place=IN_TYPE.replace("customer", "order") + SENT, placed=lower + NUMBER)
    found = told(tmp_path, wsdl(), new)
    assert [change for change in found if "name" in change] == [
        "python-name-changed: operation Place / element Number",
        "python-name-changed: operation Place / element Order",
    ]


def test_an_overlay_keeps_the_name(tmp_path: Path) -> None:
    kept = "[types.Order.fields.Customer]\nname = 'customer'\n"
    new = wsdl(IN_TYPE + CUSTOMER)
    assert told(tmp_path, wsdl(), new, "", kept) == [ADDED]
    assert told(tmp_path, wsdl(), new, kept, kept) == [ADDED]


def test_an_overlay_chooses_another_name(tmp_path: Path) -> None:
    chosen = "[types.Order.fields.Customer]\nname = 'client'\n"
    renamed = "overlay-name-changed: overlay Orders / type Order / field Customer"
    new = wsdl(IN_TYPE + CUSTOMER)
    assert told(tmp_path, wsdl(), new, "", chosen) == [renamed, ADDED]
    assert told(tmp_path, wsdl(), wsdl(), chosen, "") == [renamed]
    parameter = "[operations.Place.parameters.Order]\nname = 'what'\n"
    assert told(tmp_path, wsdl(), wsdl(), "", parameter) == [
        "overlay-name-changed: overlay Orders / operation Place / parameter Order"
    ]
