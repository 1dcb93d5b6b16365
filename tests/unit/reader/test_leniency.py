"""What a WSDL says wrongly, but plainly: read as it is meant, with a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    BINDING,
    MESSAGES,
    NAMESPACE,
    PORT_TYPE,
    SERVICE,
    codes,
    errors,
    line_of,
    name,
    write,
    wsdl,
)
from typedsoap.config.arguments import config_from_arguments
from typedsoap.config.loading import load_config
from typedsoap.contract import Contract, QName
from typedsoap.contract.names import SOAP_ENCODING
from typedsoap.errors import Diagnostic, Location
from typedsoap.pipeline import plan
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

OTHER = "urn:example:items"
ITEMS = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{OTHER}"
    targetNamespace="{OTHER}">
  <xs:complexType name="Item"><xs:sequence>
    <xs:element name="Id" type="Id"/>
  </xs:sequence></xs:complexType>
  <xs:simpleType name="Id"><xs:restriction base="xs:string"/></xs:simpleType>
</xs:schema>"""
DEFAULT = 'xmlns="http://schemas.xmlsoap.org/wsdl/"'


def lenient(folder: Path, text: str) -> tuple[Contract, Diagnostic]:
    """A contract and its only warning."""
    contract, warnings = read_contract(load(write(folder, text), display="orders.wsdl"))
    (found,) = warnings
    assert found.severity == "warning"
    assert found.hint
    return contract, found


def includes() -> str:
    include = '\n<xs:include schemaLocation="items.xsd"/>'
    element = f'<xs:element name="E" xmlns:i="{OTHER}" type="i:Item"/>'
    return wsdl().replace("<xs:element", f"{include}{element}<xs:element", 1)


def test_an_include_of_another_namespace_is_an_import(tmp_path: Path) -> None:
    write(tmp_path, ITEMS, "items.xsd")
    text = includes()
    contract, found = lenient(tmp_path, text)
    assert found.code == "TS130"
    assert found.where == Location("orders.wsdl", line_of(text, "<xs:include"))
    assert f"'items.xsd' has the target namespace '{OTHER}'" in found.message
    assert contract.schema.namespaces == (OTHER, NAMESPACE)
    assert contract.schema.elements[name("E")].type == QName(OTHER, "Item")
    assert name("Item") not in contract.schema.types


def test_the_include_of_another_namespace_gives_classes(tmp_path: Path) -> None:
    write(tmp_path, ITEMS, "items.xsd")
    returned = includes().replace('name="Number" type="xs:int"', 'ref="tns:E"')
    write(tmp_path, returned)
    config = (
        '[tool.typedsoap]\npackage = "shop"\noutput = "out"\n'
        '[[tool.typedsoap.services]]\nwsdl = "orders.wsdl"\nmodule = "orders"\n'
    )
    made = plan(load_config(write(tmp_path, config, "pyproject.toml")))
    assert codes(made.diagnostics) == ["TS130"]
    text = made.files.files["shop/types/items/item.py"].decode()
    assert "class Item(Record):" in text
    assert "    id: str\n" in text


def test_a_fault_without_its_message_is_a_plain_one(tmp_path: Path) -> None:
    fault = '\n<wsdl:fault name="Refused" message="tns:Absent"/>'
    text = wsdl(port_type=PORT_TYPE.replace("\n</wsdl:op", f"{fault}\n</wsdl:op"))
    contract, found = lenient(tmp_path, text)
    assert found.code == "TS170"
    assert found.where == Location("orders.wsdl", line_of(text, "<wsdl:fault"))
    assert "'Refused'" in found.message
    assert "raised as a plain SoapFault" in found.message
    (operation,) = contract.bindings[0].operations
    assert operation.faults == ()
    assert operation.output is not None


def test_type_without_prefix_where_there_is_no_default_namespace(
    tmp_path: Path,
) -> None:
    types = (
        '<xs:element name="Place" type="Order"/>'
        '<xs:element name="PlaceResponse" type="tns:Order"/>'
        '<xs:element name="Token" type="xs:string"/>'
        '<xs:complexType name="Order"><xs:sequence>'
        '<xs:element name="Item" type="Size"/><xs:element name="Other" type="Either"/>'
        "</xs:sequence></xs:complexType>"
        '<xs:simpleType name="Size"><xs:restriction base="xs:int"/></xs:simpleType>'
        '<xs:simpleType name="Either"><xs:union memberTypes="Size xs:int"/>'
        "</xs:simpleType>"
    )
    text = wsdl(elements=types)
    path = write(tmp_path, text)
    contract, warnings = read_contract(load(path))
    # What reads the schemas beside this reader understands them in the same way.
    plan(config_from_arguments([path], tmp_path, "orders_api"))
    plain, _ = read_contract(
        load(
            write(
                tmp_path,
                text.replace('type="Order"', 'type="tns:Order"')
                .replace('type="Size"', 'type="tns:Size"')
                .replace('type="Either"', 'type="tns:Either"')
                .replace('"Size xs:int"', '"tns:Size xs:int"'),
            )
        )
    )
    assert contract == plain
    assert codes(warnings) == ["TS131"] * 3
    assert sorted(found.message.partition("read as ")[2] for found in warnings) == [
        "{urn:example:orders}Either",
        "{urn:example:orders}Order",
        "{urn:example:orders}Size",
    ]


def test_types_in_the_namespace_of_wsdl(tmp_path: Path) -> None:
    """One that is built in is meant, or else one of the target namespace."""
    types = (
        '<xs:element name="Place" type="Order"/>'
        '<xs:element name="PlaceResponse"><xs:complexType><xs:sequence>'
        '<xs:element name="Kinds" type="Kinds"/></xs:sequence></xs:complexType>'
        "</xs:element>"
        '<xs:element name="Token" type="string"/>'
        '<xs:complexType name="Base"><xs:sequence>'
        '<xs:element name="Item" type="Size"/></xs:sequence></xs:complexType>'
        '<xs:complexType name="Order"><xs:complexContent><xs:extension base="Base">'
        '<xs:sequence><xs:element name="Other" type="Either"/></xs:sequence>'
        '<xs:attribute name="at" type="date"/></xs:extension></xs:complexContent>'
        "</xs:complexType>"
        '<xs:simpleType name="Size"><xs:restriction base="int"/></xs:simpleType>'
        '<xs:simpleType name="Kinds"><xs:restriction base="All"/></xs:simpleType>'
        '<xs:simpleType name="All"><xs:list itemType="int"/></xs:simpleType>'
        '<xs:simpleType name="Either"><xs:union memberTypes="Size int"/></xs:simpleType>'
    )
    text = wsdl(elements=types, messages=MESSAGES + TYPED)
    text = text.replace("<wsdl:definitions ", f"<wsdl:definitions {DEFAULT} ")
    path = write(tmp_path, text)
    contract, warnings = read_contract(load(path))
    plan(config_from_arguments([path], tmp_path, "orders_api"))
    said = text
    for own in ("All", "Order", "Base", "Size", "Kinds", "Either"):
        said = said.replace(f'type="{own}"', f'type="tns:{own}"')
        said = said.replace(f'base="{own}"', f'base="tns:{own}"')
    for built_in in ("string", "date", "int"):
        said = said.replace(f'ype="{built_in}"', f'ype="xs:{built_in}"')
        said = said.replace(f'base="{built_in}"', f'base="xs:{built_in}"')
    said = said.replace('"Size int"', '"tns:Size xs:int"')
    plain, none = read_contract(load(write(tmp_path, said)))
    assert (contract, none) == (plain, ())
    assert set(codes(warnings)) == {"TS131"}
    assert "is read as {http://www.w3.org/2001/XMLSchema}date" in "".join(
        found.message for found in warnings
    )


def test_references_in_the_namespace_of_wsdl(tmp_path: Path) -> None:
    """Each kind of reference means the target namespace, and is told of on its own."""
    header = '<soap:header message="Headers" part="Token" use="literal"/>'
    text = wsdl(
        port_type=PORT_TYPE.replace("tns:", ""),
        binding=BINDING.replace("tns:", "").replace(
            "<wsdl:input>", f"<wsdl:input>{header}"
        ),
        service=SERVICE.replace("tns:", ""),
    ).replace("<wsdl:definitions ", f"<wsdl:definitions {DEFAULT} ")
    contract, warnings = read_contract(load(write(tmp_path, text)))
    assert codes(warnings) == ["TS131"] * 5
    assert sorted(
        found.message.partition(" has no prefix")[0] for found in warnings
    ) == [
        "the binding 'OrdersSoap'",
        "the message 'Headers'",
        "the message 'PlaceIn'",
        "the message 'PlaceOut'",
        "the port type 'Orders'",
    ]
    plain, _ = read_contract(
        load(
            write(
                tmp_path,
                wsdl(
                    binding=BINDING.replace(
                        "<wsdl:input>",
                        f'<wsdl:input>{header.replace("Headers", "tns:Headers")}',
                    )
                ),
            )
        )
    )
    assert contract == plain


def test_a_reference_that_is_nowhere_stays_an_error(tmp_path: Path) -> None:
    text = wsdl(port_type=PORT_TYPE.replace("tns:PlaceIn", "Absent"))
    named = text.replace("<wsdl:definitions ", f"<wsdl:definitions {DEFAULT} ")
    (found,) = errors(tmp_path, named)
    assert found.code == "TS108"
    assert "{http://schemas.xmlsoap.org/wsdl/}Absent" in found.message
    (prefixed,) = errors(
        tmp_path, wsdl(port_type=PORT_TYPE.replace("tns:PlaceIn", "wsdl:PlaceIn"))
    )
    assert prefixed.code == "TS108"


TYPED = """
<wsdl:message name="Typed"><wsdl:part name="a" type="string"/>
<wsdl:part name="b" type="Order"/></wsdl:message>"""
UNUSED = """
<xs:complexType name="Unused"><xs:complexContent><xs:extension base="tns:Absent">
<xs:sequence><xs:element name="Other" type="tns:None"/></xs:sequence>
</xs:extension></xs:complexContent></xs:complexType>
<xs:element name="Alone" type="tns:Absent"/>"""


def test_what_no_operation_needs_may_refer_to_nothing(tmp_path: Path) -> None:
    text = wsdl(types=UNUSED)
    contract, warnings = read_contract(load(write(tmp_path, text), display="o.wsdl"))
    assert codes(warnings) == ["TS132"] * 3
    lines = [found.where.line for found in warnings if found.where]
    assert lines == [line_of(text, t) for t in ("tns:Absent", "tns:None", "Alone")]
    assert "no operation needs what refers to it" in warnings[0].message
    assert contract.bindings


@pytest.mark.parametrize(
    "use",
    [
        'type="tns:Unused"',  # itself
        'type="tns:Holder"',  # in another type
        'type="tns:Base"',  # for which a value of it could stand
        'type="tns:Array"',  # as items
    ],
)
def test_what_an_operation_needs_may_not(use: str, tmp_path: Path) -> None:
    types = (
        '<xs:complexType name="Holder"><xs:sequence>'
        '<xs:element name="Held" type="tns:Unused" minOccurs="0"/>'
        '<xs:element ref="tns:Alone" minOccurs="0"/></xs:sequence></xs:complexType>'
        '<xs:complexType name="Base"/>'
        '<xs:complexType name="Array"><xs:complexContent><xs:restriction base="e:Array"'
        f' xmlns:e="{SOAP_ENCODING}"><xs:attribute ref="e:arrayType"'
        ' wsdl:arrayType="tns:Unused[]"/></xs:restriction></xs:complexContent>'
        "</xs:complexType>"
        '<xs:complexType name="Derived"><xs:complexContent><xs:extension base="tns:Base">'
        '<xs:sequence><xs:element ref="tns:Alone"/></xs:sequence>'
        "</xs:extension></xs:complexContent></xs:complexType>"
    )
    text = wsdl(types=UNUSED + types).replace('type="xs:string"', use, 1)
    found = errors(tmp_path, text)
    assert "TS106" in codes(found)
    assert {each.severity for each in found} == {"error"}


def test_where_there_is_another_mistake_each_is_one(tmp_path: Path) -> None:
    text = wsdl(types=UNUSED, binding=BINDING.replace("tns:Orders", "tns:No"))
    assert codes(errors(tmp_path, text)) == ["TS106"] * 3 + ["TS110"]


def test_classes_without_what_refers_to_nothing(tmp_path: Path) -> None:
    write(tmp_path, wsdl(types=UNUSED))
    config = (
        '[tool.typedsoap]\npackage = "shop"\noutput = "out"\n'
        '[[tool.typedsoap.services]]\nwsdl = "orders.wsdl"\nmodule = "orders"\n'
    )
    made = plan(load_config(write(tmp_path, config, "pyproject.toml")))
    assert codes(made.diagnostics) == ["TS132"] * 3
