"""What can be generated today, and the warning for everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    BINDING,
    ELEMENTS,
    MESSAGES,
    PORT_TYPE,
    SERVICE,
    codes,
    name,
    read,
    wsdl,
)
from typedsoap.contract import Contract, QName
from typedsoap.errors import TypedSoapError
from typedsoap.support.operations import (
    Supported,
    unsupported,
    unsupported_by_port_type,
)
from typedsoap.views.scalars import scalar

# A second operation, `Ask`, that always can be generated.
ASK = {
    "elements": ELEMENTS
    + "<xs:element name='Ask'><xs:complexType><xs:sequence/></xs:complexType></xs:element>"
    "<xs:element name='Answer'><xs:complexType/></xs:element>",
    "messages": MESSAGES
    + '<wsdl:message name="Ask"><wsdl:part name="p" element="tns:Ask"/></wsdl:message>'
    '<wsdl:message name="Answer"><wsdl:part name="p" element="tns:Answer"/>'
    "</wsdl:message>",
    "port_type": PORT_TYPE.replace(
        "</wsdl:portType>",
        '<wsdl:operation name="Ask"><wsdl:input message="tns:Ask"/>'
        '<wsdl:output message="tns:Answer"/></wsdl:operation></wsdl:portType>',
    ),
    "binding": BINDING.replace(
        "</wsdl:binding>", '<wsdl:operation name="Ask"/></wsdl:binding>'
    ),
}
ITEM = '<xs:element name="Item" type="xs:string"/>'


def reduced(folder: Path, **parts: str) -> Supported:
    return unsupported(read(folder, wsdl(**(ASK | parts))))


def names(supported: Supported) -> list[str]:
    (binding,) = supported.contract.bindings
    (port_type,) = supported.contract.port_types
    found = [operation.name for operation in binding.operations]
    assert found == list(port_type.operations)
    return found


def with_item(declaration: str) -> str:
    """The elements, with another member of the wrapper `Place`."""
    assert ITEM in ASK["elements"]
    return ASK["elements"].replace(ITEM, declaration, 1)


def test_all_of_it(tmp_path: Path) -> None:
    supported = reduced(tmp_path)
    assert supported.diagnostics == ()
    assert names(supported) == ["Place", "Ask"]


MEMBERS = {
    "notation": ("<xs:element name='I' type='xs:NOTATION'/>", "xs:NOTATION"),
    "any type": ("<xs:element name='I'/>", "xs:anyType"),
    "wildcard": ("<xs:any/>", "xs:any"),
    "repeated choice": (
        f"<xs:choice maxOccurs='2'>{ITEM}</xs:choice>",
        "a repeated xs:choice",
    ),
    "wildcard in a choice": (f"<xs:choice>{ITEM}<xs:any/></xs:choice>", "xs:any"),
    "an element of two alternatives": (
        f"<xs:choice><xs:sequence>{ITEM}</xs:sequence>{ITEM}</xs:choice>",
        "twice",
    ),
    "default": ("<xs:element name='I' type='xs:int' default='1'/>", "default or fixed"),
    "twice": (f"{ITEM}{ITEM}", "the element 'Item' twice"),
    "anonymous": (
        "<xs:element name='I'><xs:complexType/></xs:element>",
        "an anonymous type",
    ),
    "anonymous enumeration": (
        "<xs:element name='I'><xs:simpleType><xs:restriction base='xs:string'>"
        "<xs:enumeration value='A'/></xs:restriction></xs:simpleType></xs:element>",
        "an anonymous type",
    ),
    "encoding type": ("<xs:element name='I' type='soapenc:string'/>", "encoding"),
}


@pytest.mark.parametrize("case", MEMBERS)
def test_member_that_cannot_be_generated(case: str, tmp_path: Path) -> None:
    declaration, what = MEMBERS[case]
    supported = reduced(tmp_path, elements=with_item(declaration))
    assert names(supported) == ["Ask"]
    (warning,) = supported.diagnostics
    assert (warning.code, warning.severity) == ("TS152", "warning")
    assert warning.message.startswith("the operation 'Place' needs ")
    assert what in warning.message
    assert warning.message.endswith("it is left out of the client")
    assert warning.where is not None
    assert "it stands at orders.wsdl:" in (warning.hint or "")


TYPES = {
    "a repeated xs:choice": (
        f"<xs:complexType name='T'><xs:choice maxOccurs='unbounded'>{ITEM}</xs:choice>"
        "</xs:complexType>"
    ),
    "xs:NOTATION (attribute 'a')": (
        "<xs:complexType name='T'><xs:attribute name='a' type='xs:NOTATION'/>"
        "</xs:complexType>"
    ),
    "a fixed value of this type (attribute 'a')": (
        "<xs:complexType name='T'><xs:attribute name='a' type='xs:date'"
        " fixed='2024-01-01'/></xs:complexType>"
    ),
    "a qualified name as a default (attribute 'a')": (
        "<xs:complexType name='T'><xs:attribute name='a' type='xs:QName' default='x'/>"
        "</xs:complexType>"
    ),
    "an inherited attribute that is prohibited": (
        "<xs:complexType name='B'><xs:simpleContent><xs:extension base='xs:int'>"
        "<xs:attribute name='a'/></xs:extension></xs:simpleContent></xs:complexType>"
        "<xs:complexType name='T'><xs:simpleContent><xs:restriction base='tns:B'>"
        "<xs:attribute name='a' use='prohibited'/></xs:restriction></xs:simpleContent>"
        "</xs:complexType>"
    ),
    "an abstract type": (
        "<xs:complexType name='T' abstract='true'><xs:simpleContent>"
        "<xs:extension base='xs:int'/></xs:simpleContent></xs:complexType>"
    ),
    "mixed content": "<xs:complexType name='T' mixed='true'/>",
    "xs:NOTATION (type 'T')": (
        "<xs:complexType name='T'><xs:simpleContent><xs:extension base='xs:NOTATION'/>"
        "</xs:simpleContent></xs:complexType>"
    ),
    "a restriction of a complex type": (
        "<xs:complexType name='B'/><xs:complexType name='T'><xs:complexContent>"
        "<xs:restriction base='tns:B'/></xs:complexContent></xs:complexType>"
    ),
    "a repeated xs:sequence": (
        "<xs:complexType name='T'><xs:sequence maxOccurs='2'/></xs:complexType>"
    ),
    "the extension of an array or dictionary": (
        "<xs:complexType name='ArrayOfI'><xs:sequence><xs:element name='i' type='xs:int'"
        " maxOccurs='unbounded'/></xs:sequence></xs:complexType>"
        "<xs:complexType name='T'><xs:complexContent><xs:extension base='tns:ArrayOfI'/>"
        "</xs:complexContent></xs:complexType>"
    ),
    "an array or dictionary of itself": (
        "<xs:complexType name='T'><xs:sequence><xs:element name='A' type='tns:ArrayOfA'/>"
        "</xs:sequence></xs:complexType>"
        "<xs:complexType name='ArrayOfA'><xs:sequence><xs:element name='a'"
        " type='tns:D' minOccurs='0' maxOccurs='unbounded'/></xs:sequence>"
        "</xs:complexType>"
        "<xs:complexType name='D'><xs:annotation><xs:appinfo><ser:IsDictionary>true"
        "</ser:IsDictionary></xs:appinfo></xs:annotation><xs:sequence><xs:element"
        " name='P' minOccurs='0' maxOccurs='unbounded'><xs:complexType><xs:sequence>"
        "<xs:element name='Key' type='xs:string'/><xs:element name='Value'"
        " type='tns:ArrayOfA'/></xs:sequence></xs:complexType></xs:element>"
        "</xs:sequence></xs:complexType>"
    ),
    "a union of these types": (
        "<xs:simpleType name='T'><xs:union memberTypes='xs:int xs:QName'/></xs:simpleType>"
    ),
    "a list of items that are no plain values": (
        "<xs:simpleType name='T'><xs:list itemType='xs:QName'/></xs:simpleType>"
    ),
    "an enumeration of other than strings": (
        "<xs:simpleType name='T'><xs:restriction base='xs:int'>"
        "<xs:enumeration value='1'/></xs:restriction></xs:simpleType>"
    ),
    "an anonymous simple type": (
        "<xs:simpleType name='T'><xs:restriction><xs:simpleType>"
        "<xs:restriction base='xs:NOTATION'/></xs:simpleType></xs:restriction>"
        "</xs:simpleType>"
    ),
    "xs:NOTATION": (
        "<xs:simpleType name='T'><xs:restriction base='xs:NOTATION'/></xs:simpleType>"
    ),
    "a dictionary that is no repeated pair": (
        "<xs:complexType name='T'><xs:annotation><xs:appinfo><ser:IsDictionary>true"
        "</ser:IsDictionary></xs:appinfo></xs:annotation></xs:complexType>"
    ),
    "xs:anyType": (
        "<xs:complexType name='T'><xs:sequence><xs:element name='U' type='tns:U'/>"
        "</xs:sequence></xs:complexType>"
        "<xs:complexType name='U'><xs:sequence><xs:element name='D'/>"
        "</xs:sequence></xs:complexType>"
    ),
    "a substitution group": (
        "<xs:complexType name='T'><xs:sequence><xs:element ref='tns:H'/></xs:sequence>"
        "</xs:complexType><xs:element name='H' type='xs:int'/>"
        "<xs:element name='M' type='xs:int' substitutionGroup='tns:H'/>"
    ),
}


@pytest.mark.parametrize("what", TYPES)
def test_type_that_cannot_be_generated(what: str, tmp_path: Path) -> None:
    member = "<xs:element name='I' type='tns:T'/>"
    supported = reduced(tmp_path, elements=with_item(member), types=TYPES[what])
    assert names(supported) == ["Ask"]
    assert codes(supported.diagnostics) == ["TS152"]
    assert what in supported.diagnostics[0].message


GOOD_TYPES = {
    "record": (
        f"<xs:complexType name='T'><xs:sequence>{ITEM}</xs:sequence></xs:complexType>"
    ),
    "extension": (
        "<xs:complexType name='B'/><xs:complexType name='T'><xs:complexContent>"
        "<xs:extension base='tns:B'/></xs:complexContent></xs:complexType>"
    ),
    "recursive": (
        "<xs:complexType name='T'><xs:sequence><xs:element name='T' type='tns:T'"
        " minOccurs='0'/></xs:sequence></xs:complexType>"
    ),
    "restriction": (
        "<xs:simpleType name='T'><xs:restriction base='tns:S'><xs:length value='2'/>"
        "</xs:restriction></xs:simpleType>"
        "<xs:simpleType name='S'><xs:restriction base='xs:string'/></xs:simpleType>"
    ),
    "enumeration": (
        "<xs:simpleType name='T'><xs:restriction base='xs:string'>"
        "<xs:enumeration value='A'/></xs:restriction></xs:simpleType>"
    ),
    "flags": (
        "<xs:simpleType name='T'><xs:list><xs:simpleType><xs:restriction"
        " base='xs:string'><xs:enumeration value='A'/></xs:restriction></xs:simpleType>"
        "</xs:list></xs:simpleType>"
    ),
    "list": "<xs:simpleType name='T'><xs:list itemType='xs:int'/></xs:simpleType>",
    "restriction of a list": (
        "<xs:simpleType name='T'><xs:restriction base='tns:L'><xs:length value='2'/>"
        "</xs:restriction></xs:simpleType>"
        "<xs:simpleType name='L'><xs:list itemType='xs:date'/></xs:simpleType>"
    ),
    "restriction of a built-in list": (
        "<xs:simpleType name='T'><xs:restriction base='xs:NMTOKENS'/></xs:simpleType>"
    ),
    "union": (
        "<xs:simpleType name='T'><xs:union memberTypes='xs:int tns:U'/></xs:simpleType>"
        "<xs:simpleType name='U'><xs:union memberTypes='xs:date'><xs:simpleType>"
        "<xs:restriction base='xs:string'><xs:enumeration value='A'/></xs:restriction>"
        "</xs:simpleType></xs:union></xs:simpleType>"
    ),
    "restriction of a union": (
        "<xs:simpleType name='T'><xs:restriction base='tns:U'><xs:enumeration value='1'/>"
        "</xs:restriction></xs:simpleType>"
        "<xs:simpleType name='U'><xs:union memberTypes='xs:int xs:date'/></xs:simpleType>"
    ),
    "restriction of an anonymous type": (
        "<xs:simpleType name='T'><xs:restriction><xs:simpleType>"
        "<xs:restriction base='xs:int'/></xs:simpleType></xs:restriction></xs:simpleType>"
    ),
    "dictionary": (
        "<xs:complexType name='T'><xs:annotation><xs:appinfo><ser:IsDictionary>true"
        "</ser:IsDictionary></xs:appinfo></xs:annotation><xs:sequence>"
        "<xs:element name='P' maxOccurs='unbounded'><xs:complexType><xs:sequence>"
        "<xs:element name='K' type='xs:string'/><xs:element name='V' type='xs:int'/>"
        "</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>"
    ),
}


@pytest.mark.parametrize("case", GOOD_TYPES)
def test_type_that_can_be_generated(case: str, tmp_path: Path) -> None:
    member = "<xs:element name='I' type='tns:T'/>"
    supported = reduced(tmp_path, elements=with_item(member), types=GOOD_TYPES[case])
    assert supported.diagnostics == ()
    assert name("T") in supported.contract.schema.types


@pytest.mark.parametrize(
    "content",
    [
        "<xs:restriction base='xs:string'><xs:length value='2'/></xs:restriction>",
        "<xs:union memberTypes='xs:int xs:date'/>",
    ],
)
def test_anonymous_types_that_need_no_class(content: str, tmp_path: Path) -> None:
    member = (
        f"<xs:element name='I'><xs:simpleType>{content}</xs:simpleType></xs:element>"
    )
    supported = reduced(tmp_path, elements=with_item(member))
    assert supported.diagnostics == ()


def test_schema_is_reduced_to_what_is_reached(tmp_path: Path) -> None:
    types = (
        "<xs:complexType name='Base'/>"
        "<xs:complexType name='Derived'><xs:complexContent><xs:extension base='tns:Base'>"
        "<xs:sequence><xs:element name='i' type='tns:Inner'/></xs:sequence>"
        "</xs:extension></xs:complexContent></xs:complexType>"
        "<xs:complexType name='Inner'/><xs:complexType name='Unused'/>"
        "<xs:complexType name='Odd'><xs:complexContent><xs:extension base='tns:Derived'>"
        "<xs:attribute name='a' type='xs:NOTATION'/></xs:extension></xs:complexContent>"
        "</xs:complexType>"
    )
    member = "<xs:element name='I' type='tns:Base'/>"
    supported = reduced(tmp_path, elements=with_item(member), types=types)
    schema = supported.contract.schema
    assert list(schema.types) == [name("Base"), name("Derived"), name("Inner")]
    assert name("Token") not in schema.elements
    assert list(schema.elements) == [
        name(local) for local in ("Place", "PlaceResponse", "Ask", "Answer")
    ]
    (warning,) = supported.diagnostics
    assert warning.code == "TS156"
    assert "'Odd', derived from 'Derived', needs xs:NOTATION" in warning.message


LITERAL = '<wsdl:input><soap:body use="literal"/></wsdl:input>'
SHAPES = {
    "document/encoded": {
        "binding": ASK["binding"].replace(
            LITERAL, LITERAL.replace("literal", "encoded")
        )
    },
    "2 parts in Body": {
        "messages": ASK["messages"].replace(
            '<wsdl:part name="body" element="tns:Place"/>',
            '<wsdl:part name="body" element="tns:Place"/>'
            '<wsdl:part name="more" element="tns:Token"/>',
        )
    },
    "an element as a part of style rpc": {
        "binding": ASK["binding"].replace(
            '<soap:operation soapAction="urn:place"', '<soap:operation style="rpc"'
        )
    },
    "a Body part that is no element": {
        "messages": ASK["messages"].replace(
            '<wsdl:part name="body" element="tns:Place"/>',
            '<wsdl:part name="body" type="xs:int"/>',
        )
    },
}


@pytest.mark.parametrize("what", SHAPES)
def test_message_that_cannot_be_generated(what: str, tmp_path: Path) -> None:
    supported = reduced(tmp_path, **SHAPES[what])
    assert names(supported) == ["Ask"]
    (warning,) = supported.diagnostics
    assert warning.code == "TS151"
    assert warning.message == (
        f"the operation 'Place' uses {what}; it is left out of the client"
    )


@pytest.mark.parametrize(
    ("element", "what"),
    [
        ("<xs:element name='Place' type='xs:anyType'/>", "xs:anyType"),
        ("<xs:element name='Place' abstract='true'/>", "an abstract element"),
        (
            "<xs:element name='Place'><xs:complexType><xs:annotation><xs:appinfo>"
            "<ser:IsDictionary>true</ser:IsDictionary></xs:appinfo></xs:annotation>"
            "</xs:complexType></xs:element>",
            "not a sequence of elements",
        ),
    ],
)
def test_body_element_that_cannot_be_generated(
    element: str, what: str, tmp_path: Path
) -> None:
    start = ASK["elements"].index("</xs:element>") + len("</xs:element>")
    supported = reduced(tmp_path, elements=element + ASK["elements"][start:])
    assert names(supported) == ["Ask"]
    assert what in supported.diagnostics[0].message


def test_element_that_no_schema_declares(tmp_path: Path) -> None:
    messages = ASK["messages"].replace(
        'element="tns:Place"', 'element="soapenc:string"'
    )
    supported = reduced(tmp_path, messages=messages)
    assert names(supported) == ["Ask"]
    (warning,) = supported.diagnostics
    assert warning.code == "TS152"
    assert "which no schema declares" in warning.message


def test_part_of_style_rpc_that_cannot_be_generated(tmp_path: Path) -> None:
    part = '<wsdl:part name="body" element="tns:Place{}"/>'
    messages = ASK["messages"].replace(
        part.format(""), '<wsdl:part name="body" type="xs:NOTATION"/>'
    )
    messages = messages.replace(part.format("Response"), "")
    binding = ASK["binding"].replace(
        '<soap:operation soapAction="urn:place"', '<soap:operation style="rpc"'
    )
    supported = reduced(tmp_path, messages=messages, binding=binding)
    assert names(supported) == ["Ask"]
    (warning,) = supported.diagnostics
    assert warning.message == (
        "the operation 'Place' needs xs:NOTATION (part 'body'); it is left out of the"
        " client"
    )


def test_wrapper_of_a_named_type(tmp_path: Path) -> None:
    start = ASK["elements"].index("</xs:element>") + len("</xs:element>")
    element = (
        "<xs:element name='Place' type='tns:P'/><xs:complexType name='P'><xs:sequence>"
        f"{ITEM}</xs:sequence></xs:complexType>"
    )
    supported = reduced(tmp_path, elements=element + ASK["elements"][start:])
    assert supported.diagnostics == ()
    assert supported.contract.schema.elements[name("Place")].type == name("P")


@pytest.mark.parametrize(
    ("token", "what"),
    [
        ("<xs:element name='Token' type='xs:NOTATION'/>", "xs:NOTATION"),
        (
            "<xs:element name='Token'><xs:complexType/></xs:element>",
            "an anonymous type",
        ),
        ("<xs:element name='Token' type='xs:int' fixed='1'/>", "fixed"),
    ],
)
def test_header_block_that_cannot_be_generated(
    token: str, what: str, tmp_path: Path
) -> None:
    elements = ASK["elements"].replace(
        '<xs:element name="Token" type="xs:string"/>', token
    )
    header = '<soap:header message="tns:Headers" part="Token" use="literal"/>'
    binding = ASK["binding"].replace(
        LITERAL, LITERAL.replace("<soap:b", f"{header}<soap:b")
    )
    supported = reduced(tmp_path, elements=elements, binding=binding)
    assert names(supported) == ["Ask"]
    assert what in supported.diagnostics[0].message


SECOND = '<wsdl:port name="Second" binding="tns:{}"/></wsdl:service>'


def with_second_port(binding: str) -> str:
    return SERVICE.replace("</wsdl:service>", SECOND.format(binding))


def test_soap_1_2_port_beside_a_soap_1_1_port(tmp_path: Path) -> None:
    second = (
        ASK["binding"].replace("soap:", "soap12:").replace("OrdersSoap", "Orders12")
    )
    service = SERVICE.replace(
        '<wsdl:port name="OrdersPort"',
        '<wsdl:port name="P12" binding="tns:Orders12"/><wsdl:port name="OrdersPort"',
    )
    supported = reduced(tmp_path, binding=ASK["binding"] + second, service=service)
    ((port,),) = [found.ports for found in supported.contract.services]
    assert port.name == "OrdersPort"
    assert supported.diagnostics == ()


def test_soap_1_2_port_alone(tmp_path: Path) -> None:
    binding = ASK["binding"].replace("soap:", "soap12:")
    with pytest.raises(TypedSoapError) as caught:
        reduced(tmp_path, binding=binding)
    assert sorted(codes(caught.value.diagnostics)) == ["TS150", "TS153"]


def test_two_ports_that_differ_in_their_address(tmp_path: Path) -> None:
    supported = reduced(tmp_path, service=with_second_port("OrdersSoap"))
    ((port,),) = [found.ports for found in supported.contract.services]
    assert port.name == "OrdersPort"
    assert supported.diagnostics == ()


def test_two_ports_that_are_called_differently(tmp_path: Path) -> None:
    second = ASK["binding"].replace("OrdersSoap", "Other")
    second = second.replace('soapAction="', 'soapAction="urn:other:')
    service = with_second_port("Other")
    supported = reduced(tmp_path, binding=ASK["binding"] + second, service=service)
    (found,) = supported.diagnostics
    assert found.code == "TS154"
    assert "the port 'Second' sends the port type 'Orders'" in found.message


def with_second_port_type(tmp_path: Path, style: str) -> Contract:
    """Of the second port type nothing can be generated where style is rpc."""
    port_type = ASK["port_type"].replace('name="Orders"', 'name="Stock"')
    binding = ASK["binding"].replace("OrdersSoap", "StockSoap")
    binding = binding.replace('type="tns:Orders"', 'type="tns:Stock"')
    binding = binding.replace("<soap:binding", f'<soap:binding style="{style}"')
    parts = ASK | {
        "port_type": ASK["port_type"] + port_type,
        "binding": ASK["binding"] + binding,
        "service": with_second_port("StockSoap"),
    }
    return read(tmp_path, wsdl(**parts))


def test_each_port_type(tmp_path: Path) -> None:
    contract = with_second_port_type(tmp_path, "document")
    supported, diagnostics = unsupported_by_port_type(contract)
    found = [each.contract.port_types[0].name for each in supported]
    assert found == [name("Orders"), name("Stock")]
    assert diagnostics == ()


def test_port_type_without_anything(tmp_path: Path) -> None:
    contract = with_second_port_type(tmp_path, "rpc")
    supported, diagnostics = unsupported_by_port_type(contract)
    assert [each.contract.port_types[0].name for each in supported] == [name("Orders")]
    assert sorted(codes(diagnostics)) == ["TS151", "TS151", "TS175"]


def test_nothing_left(tmp_path: Path) -> None:
    binding = BINDING.replace("<soap:binding", '<soap:binding style="rpc"')
    with pytest.raises(TypedSoapError) as caught:
        unsupported(read(tmp_path, wsdl(binding=binding)))
    found = caught.value.diagnostics
    assert sorted(codes(found)) == ["TS150", "TS151"]
    assert all(each.where and each.hint for each in found)


def test_no_service(tmp_path: Path) -> None:
    with pytest.raises(TypedSoapError) as caught:
        unsupported(read(tmp_path, wsdl(service="")))
    (found,) = caught.value.diagnostics
    assert found.code == "TS150"
    assert "no wsdl:service" in (found.hint or "")
    assert found.where is not None


@pytest.mark.parametrize(
    ("type_name", "base", "python"),
    [
        ("guid", "string", "UUID"),
        ("duration", "duration", "timedelta"),
        ("char", "int", "Char"),
        # One that only has the name of what is meant.
        ("guid", "int", "int"),
        ("duration", "string", "str"),
    ],
)
def test_types_of_the_serialization_namespace(
    type_name: str, base: str, python: str, tmp_path: Path
) -> None:
    serialiser = (
        '<xs:schema targetNamespace="http://schemas.microsoft.com/2003/10/Serialization/">'
        f'<xs:simpleType name="{type_name}"><xs:restriction base="xs:{base}"/>'
        "</xs:simpleType></xs:schema>"
    )
    member = f"<xs:element name='I' type='ser:{type_name}'/>"
    text = wsdl(**(ASK | {"elements": with_item(member)})).replace(
        "<wsdl:types>", f"<wsdl:types>{serialiser}"
    )
    supported = unsupported(read(tmp_path, text))
    assert names(supported) == ["Place", "Ask"]
    reference = QName("http://schemas.microsoft.com/2003/10/Serialization/", type_name)
    view = scalar(supported.contract.schema, reference)
    assert view is not None
    assert view.stored == python


@pytest.mark.parametrize(
    ("members", "python", "write"),
    [
        ("xs:byte xs:unsignedInt", "int", "write_integer"),
        ("xs:int", "int", "write_int"),
        ("xs:float xs:double", "float", "write_double"),
        ("xs:date xs:date", "Date", "write_date"),
        ("xs:date xs:dateTime", "str", "write_string"),
        ("xs:token xs:string", "str", "write_string"),
        ("xs:gYear xs:gDay", "str", "write_string"),
        ("xs:int xs:NMTOKENS", "str", "write_string"),
        ("xs:int xs:boolean", "str", "write_string"),
    ],
)
def test_a_union_is_what_its_members_are(
    members: str, python: str, write: str, tmp_path: Path
) -> None:
    types = (
        f"<xs:simpleType name='T'><xs:union memberTypes='{members}'/></xs:simpleType>"
    )
    member = "<xs:element name='I' type='tns:T'/>"
    supported = reduced(tmp_path, elements=with_item(member), types=types)
    view = scalar(supported.contract.schema, name("T"))
    assert view is not None
    assert (view.stored, view.write) == (python, write)


TWO_PARTS = {
    **ASK,
    "messages": ASK["messages"]
    + '<wsdl:message name="Odd"><wsdl:part name="a" element="tns:Token"/>'
    '<wsdl:part name="b" element="tns:Place"/></wsdl:message>'
    '<wsdl:message name="Typed"><wsdl:part name="a" type="xs:int"/></wsdl:message>',
}


@pytest.mark.parametrize(
    ("message", "what"), [("Odd", "2 parts"), ("Typed", "a type as its part")]
)
def test_faults_without_a_class_leave_the_operation(
    message: str, what: str, tmp_path: Path
) -> None:
    port_type = ASK["port_type"].replace(
        '<wsdl:output message="tns:PlaceOut"/>',
        '<wsdl:output message="tns:PlaceOut"/>'
        f'<wsdl:fault name="F" message="tns:{message}"/>',
    )
    supported = reduced(tmp_path, **{**TWO_PARTS, "port_type": port_type})
    assert names(supported) == ["Place", "Ask"]
    (binding,) = supported.contract.bindings
    assert [operation.faults for operation in binding.operations] == [(), ()]
    (warning,) = supported.diagnostics
    assert warning.code == "TS170"
    assert f"the fault 'F' has {what}" in warning.message
