"""Two services with a wrapper of one name that holds other anonymous types."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.support.wsdl_texts import schema, wsdl
from tests.unit.messages.two_services import Answering, imported_services, run_of
from typedsoap.errors import TypedSoapError
from typedsoap.pipeline import plan

SHARED = """
<xs:element name="Ask"><xs:complexType><xs:sequence>
  <xs:element name="Same"><xs:complexType><xs:sequence>
    <xs:element name="Number" type="xs:int"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>"""
PLACE = """
<xs:element name="Place"><xs:complexType><xs:sequence>
  <xs:element name="Item"><xs:complexType><xs:sequence>
    <xs:element name="Inner"><xs:complexType><xs:sequence>
      <xs:element name="{leaf}" type="xs:int"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  {more}
</xs:sequence></xs:complexType></xs:element>
<xs:element name="PlaceResponse"><xs:complexType><xs:sequence/>
</xs:complexType></xs:element>
<xs:element name="Token" type="xs:string"/>"""


def text(leaf: str, more: str = "") -> str:
    place = PLACE.format(leaf=leaf, more=more)
    return wsdl(schemas=schema(place + SHARED))


ANSWER = '<PlaceResponse xmlns="urn:example:orders"/>'
OVERLAY = '[types."/Place/Item"]\nname = "SecondItem"\n'


@pytest.fixture
def services(tmp_path: Path) -> Iterator[tuple[Any, Any]]:
    run = run_of(tmp_path, text("Depth"), text("Width"), OVERLAY)
    with imported_services(run) as found:
        yield found


def test_each_has_its_own_types_and_sends_them(services: tuple[Any, Any]) -> None:
    first, second = services
    types = import_module("sample.types.orders")
    sink = Answering(ANSWER)

    with first.OrdersClient("http://localhost/", transport=sink) as client:
        client.place(item=types.PlaceItem(inner=types.PlaceItemInner(depth=1)))
    assert (
        b"<n1:Item><n1:Inner><n1:Depth>1</n1:Depth></n1:Inner></n1:Item>" in sink.sent
    )

    inner = types.SecondPlaceItemInner(width=2)
    with second.OrdersClient("http://localhost/", transport=sink) as client:
        client.place(item=types.SecondItem(inner=inner))
    assert (
        b"<n1:Item><n1:Inner><n1:Width>2</n1:Width></n1:Inner></n1:Item>" in sink.sent
    )


@pytest.mark.usefixtures("services")
def test_the_path_of_the_element_is_told_without_the_service() -> None:
    types = import_module("sample.types.orders")
    assert types.SecondItem.__doc__.startswith("The content of the element Place/Item.")


def test_what_is_the_same_is_one_type(tmp_path: Path) -> None:
    run = run_of(tmp_path, text("Depth"), text("Depth"))
    files = plan(run).files.files
    classes = [name for name in files if name.startswith("sample/types/orders/")]
    assert [name.rpartition("/")[2] for name in classes] == [
        "__init__.py",
        "place_item.py",
        "place_item_inner.py",
    ]


def test_what_a_reference_shares_still_has_to_be_the_same(tmp_path: Path) -> None:
    """A named type refers to the element, so the types inside of it are no one's own."""
    holder = '<xs:element ref="tns:Place" minOccurs="0"/>'
    more = '<xs:element name="Again" type="tns:Holder" minOccurs="0"/>'
    texts = [
        text(leaf, more).replace(
            SHARED,
            f'<xs:complexType name="Holder"><xs:sequence>{holder}</xs:sequence>'
            "</xs:complexType>",
        )
        for leaf in ("Depth", "Width")
    ]
    with pytest.raises(TypedSoapError) as caught:
        plan(run_of(tmp_path, *texts))
    assert {diagnostic.code for diagnostic in caught.value.diagnostics} == {"TS303"}
