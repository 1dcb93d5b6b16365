"""What is wrong with a WSDL: each with its code, its line and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    BINDING,
    MESSAGES,
    PORT_TYPE,
    SERVICE,
    codes,
    errors,
    line_of,
    schema,
    wsdl,
)
from typedsoap.errors import Location
from typedsoap.reporting import MAX_ERRORS


def broken(old: str, new: str) -> str:
    """The small WSDL with its first `old` replaced, at the start of a line."""
    text = wsdl()
    assert old in text
    return text.replace(old, f"\n{new}", 1)


CASES = {
    "type": ('type="xs:string"', 'type="tns:Absent"', "TS106"),
    "built-in type": ('type="xs:string"', 'type="xs:strong"', "TS106"),
    "undeclared prefix": ('type="xs:string"', 'type="no:string"', "TS103"),
    "no qualified name": ('type="xs:string"', 'type="a:b:c"', "TS103"),
    "element": ('element="tns:Place"', 'element="tns:Absent"', "TS107"),
    "message": ('message="tns:PlaceIn"', 'message="tns:Absent"', "TS108"),
    "port type": ('type="tns:Orders"', 'type="tns:Absent"', "TS110"),
    "body part": ('<soap:body use="literal"', '<soap:body parts="absent"', "TS111"),
    "header message": (
        "<wsdl:input><soap:body",
        '<wsdl:input><soap:header message="tns:Absent" part="x"/><soap:body',
        "TS108",
    ),
    "header part": (
        "<wsdl:input><soap:body",
        '<wsdl:input><soap:header message="tns:Headers" part="x"/><soap:body',
        "TS111",
    ),
    "use": ('<soap:body use="literal"', '<soap:body use="verbatim"', "TS104"),
    "occurrence": (
        '<xs:element name="Item"',
        '<xs:element name="Item" minOccurs="-1"',
        "TS104",
    ),
    "huge occurrence": (
        '<xs:element name="Item"',
        f'<xs:element name="Item" maxOccurs="{"9" * 5000}"',
        "TS104",
    ),
    "flag": (
        '<xs:element name="Item"',
        '<xs:element name="Item" nillable="yes"',
        "TS104",
    ),
    "name with colon": (
        '<xs:element name="Item"',
        '<xs:element name="tns:Item"',
        "TS102",
    ),
    "name with blank": (
        '<wsdl:service name="OrderService"',
        '<wsdl:service name="Order Service"',
        "TS102",
    ),
    "name that begins with a digit": (
        '<wsdl:port name="OrdersPort"',
        '<wsdl:port name="1st"',
        "TS102",
    ),
    "no name": ('<wsdl:part name="body"', "<wsdl:part", "TS101"),
    "empty name": ('<xs:element name="Item"', '<xs:element name=""', "TS101"),
    "no message": ('<wsdl:input message="tns:PlaceIn"', "<wsdl:input", "TS101"),
    "part of two kinds": (
        '<wsdl:part name="body"',
        '<wsdl:part name="body" type="xs:string"',
        "TS119",
    ),
    "no XML Schema element": (
        '<xs:element name="Item"',
        '<xs:assert test="x"/><xs:element name="Item"',
        "TS115",
    ),
    "empty operation": (
        '<wsdl:input message="tns:PlaceIn"/><wsdl:output message="tns:PlaceOut"/>',
        "",
        "TS115",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_mistake_is_found_in_its_line(case: str, tmp_path: Path) -> None:
    old, new, code = CASES[case]
    text = broken(old, new)
    found = errors(tmp_path, text)
    assert code in codes(found), found
    line = line_of(text, new) if new else line_of(text, '<wsdl:operation name="Place"')
    # An element stands where its start tag begins or ends, by the parser.
    lines = [d.where.line for d in found if d.code == code and d.where]
    assert any(number in (line - 1, line) for number in lines), (line, found)


TWICE = {
    "service": ("", SERVICE, SERVICE),
    "port": (
        "",
        SERVICE.replace(
            "</wsdl:service>",
            '<wsdl:port name="OrdersPort" binding="tns:OrdersSoap"/></wsdl:service>',
        ),
        "",
    ),
    "binding": (BINDING, SERVICE, ""),
    "portType": (PORT_TYPE, SERVICE, ""),
    "message": (MESSAGES, SERVICE, ""),
}


@pytest.mark.parametrize("kind", TWICE)
def test_two_of_one_name(kind: str, tmp_path: Path) -> None:
    before, service, after = TWICE[kind]
    found = errors(tmp_path, wsdl(first=before, service=service + after))
    assert set(codes(found)) == {"TS105"}
    assert f"the {kind} " in found[0].message
    assert "defined twice, here and at orders.wsdl:" in found[0].message


@pytest.mark.parametrize(
    "twice",
    [
        '<xs:element name="Token" type="xs:int"/>',
        '<xs:complexType name="T"/><xs:complexType name="T" mixed="true"/>',
        '<xs:complexType name="T"/><xs:simpleType name="T"><xs:restriction'
        ' base="xs:int"/></xs:simpleType>',
        '<xs:attribute name="A" type="xs:int"/><xs:attribute name="A"/>',
        '<xs:group name="G"><xs:sequence/></xs:group><xs:group name="G"><xs:all/>'
        "</xs:group>",
    ],
)
def test_two_components_of_one_name(twice: str, tmp_path: Path) -> None:
    assert codes(errors(tmp_path, wsdl(types=twice))) == ["TS105"]


def test_two_components_that_say_the_same(tmp_path: Path) -> None:
    """Copies of one schema in several inline schemas are common and harmless."""
    same = '<xs:complexType name="T"><xs:sequence/></xs:complexType>'
    text = wsdl(schemas=schema(same) + schema(same), messages="", port_type="")
    assert "TS105" not in codes(errors(tmp_path, text))


def test_two_parts_of_one_name(tmp_path: Path) -> None:
    doubled = MESSAGES.replace(
        '<wsdl:part name="Token"',
        '<wsdl:part name="Token" element="tns:Place"/><wsdl:part name="Token"',
    )
    assert codes(errors(tmp_path, wsdl(messages=doubled))) == ["TS105"]


def test_operation_that_the_port_type_lacks(tmp_path: Path) -> None:
    extra = '<wsdl:operation name="Cancel"/></wsdl:binding>'
    text = wsdl(binding=BINDING.replace("</wsdl:binding>", f"\n{extra}"))
    (found,) = errors(tmp_path, text)
    assert found.code == "TS112"
    assert found.where == Location("orders.wsdl", line_of(text, extra))


def test_two_operations_that_nothing_tells_apart(tmp_path: Path) -> None:
    operation = PORT_TYPE[PORT_TYPE.index("<wsdl:operation") :]
    text = wsdl(port_type=PORT_TYPE.replace("</wsdl:portType>", operation))
    assert codes(errors(tmp_path, text)) == ["TS105"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (wsdl(binding="", service=""), "no SOAP binding"),
        (wsdl(messages="", port_type="", binding="", service=""), "no SOAP binding"),
        (
            wsdl(
                binding='<wsdl:binding name="OrdersSoap" type="tns:Orders">'
                '<soap:binding transport="t"/></wsdl:binding>'
            ),
            "no operation",
        ),
        (
            wsdl(
                binding='<wsdl:binding name="OrdersSoap" type="tns:Orders">'
                '<h:binding xmlns:h="urn:http"/></wsdl:binding>'
            ),
            "no SOAP binding",
        ),
    ],
)
def test_no_operation(text: str, word: str, tmp_path: Path) -> None:
    found = [each for each in errors(tmp_path, text) if each.severity == "error"]
    assert codes(found) == ["TS117"]
    assert word in (found[0].hint or "")


def test_all_mistakes_at_once_in_order(tmp_path: Path) -> None:
    text = (
        wsdl()
        .replace('type="xs:string"', 'type="tns:A"')
        .replace('message="tns:PlaceIn"', 'message="tns:B"')
        .replace('type="tns:Orders"', 'type="tns:C"')
    )
    found = errors(tmp_path, text)
    assert codes(found) == ["TS106", "TS106", "TS108", "TS110"]
    lines = [each.where.line or 0 for each in found if each.where]
    assert lines == sorted(lines)


def test_number_of_errors_is_limited(tmp_path: Path) -> None:
    many = "\n".join(
        f'<xs:element name="E{number}" type="tns:Absent"/>' for number in range(500)
    )
    found = errors(tmp_path, wsdl(types=many))
    assert len(found) == MAX_ERRORS + 1
    assert "TS016" in codes(found)
