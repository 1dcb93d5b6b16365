"""Two services with a wrapper of one name that holds other anonymous types."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.support.wsdl_texts import schema, wsdl
from tests.unit.views.packages import config, service
from typedsoap.errors import TypedSoapError
from typedsoap.output.writing import write_changes
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


class Sink:
    """A transport that keeps what is sent and answers nothing."""

    def __init__(self, package: str) -> None:
        self.sent = b""
        self._response: Any = import_module(f"{package}.transport").HttpResponse

    def send(self, request: Any) -> Any:
        self.sent = request.body
        body = (
            b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
            b'<PlaceResponse xmlns="urn:example:orders"/></s:Body></s:Envelope>'
        )
        return self._response(
            status=200, headers={"Content-Type": "text/xml"}, body=body
        )

    def close(self) -> None:
        pass


@pytest.fixture
def services(tmp_path: Path) -> Iterator[list[Any]]:
    run = config(
        tmp_path,
        service(tmp_path, text("Depth"), module="first"),
        service(
            tmp_path,
            text("Width"),
            '[types."/Place/Item"]\nname = "SecondItem"\n',
            module="second",
        ),
    )
    files = plan(run).files
    run.output.mkdir()
    write_changes(run.output, files.files, ())
    sys.path.insert(0, str(run.output))
    try:
        yield [import_module(f"sample.{name}") for name in ("first", "second")]
    finally:
        sys.path.remove(str(run.output))
        for name in [n for n in sys.modules if n.partition(".")[0] == "sample"]:
            del sys.modules[name]


def test_each_has_its_own_types_and_sends_them(services: list[Any]) -> None:
    first, second = services
    types = import_module("sample.types.orders")
    sink = Sink("sample")

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


def test_the_path_of_the_element_is_told_without_the_service(
    services: list[Any],
) -> None:
    assert services
    types = import_module("sample.types.orders")
    assert types.SecondItem.__doc__.startswith("The content of the element Place/Item.")


def test_what_is_the_same_is_one_type(tmp_path: Path) -> None:
    run = config(
        tmp_path,
        service(tmp_path, text("Depth"), module="first"),
        service(tmp_path, text("Depth"), module="second"),
    )
    types = plan(run).files.files["sample/types/orders.py"].decode()
    assert types.count("class ") == 2


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
    run = config(
        tmp_path,
        service(tmp_path, texts[0], module="first"),
        service(tmp_path, texts[1], module="second"),
    )
    with pytest.raises(TypedSoapError) as caught:
        plan(run)
    assert {diagnostic.code for diagnostic in caught.value.diagnostics} == {"TS303"}
