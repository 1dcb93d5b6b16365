"""What Body holds: when an element is a wrapper, and what stands in its place else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import BINDING, MESSAGES, PORT_TYPE, name, read, wsdl, xs
from typedsoap.contract import Contract, Operation, QName
from typedsoap.contract.bodies import Body, bodies, reply_body, request_body, root_types

ITEM = '<xs:element name="Item" type="xs:string"/>'
SEQUENCE = f"<xs:sequence>{ITEM}</xs:sequence>"
ANONYMOUS = f"<xs:complexType>{SEQUENCE}</xs:complexType>"
REPLY = f'<xs:element name="PlaceResponse">{ANONYMOUS}</xs:element>'
RPC = BINDING.replace('soapAction="urn:place"', 'style="rpc"')
ONE_WAY = PORT_TYPE.replace('<wsdl:output message="tns:PlaceOut"/>', "")


def named(content: str = SEQUENCE, attributes: str = "") -> str:
    return f'<xs:complexType name="T"{attributes}>{content}</xs:complexType>'


def typed(local: str, reference: str = "tns:T") -> str:
    return f'<xs:element name="{local}" type="{reference}"/>'


def placed(contract: Contract) -> Operation:
    (operation,) = contract.bindings[0].operations
    return operation


def document(
    folder: Path, request: str, reply: str = REPLY, types: str = ""
) -> list[Body]:
    """The bodies of an operation `Place`; the request's element is the first declared."""
    local = request.split('name="')[1].split('"', maxsplit=1)[0]
    messages = MESSAGES.replace('element="tns:Place"', f'element="tns:{local}"')
    messages = messages.replace("tns:Token", "xs:schema")
    elements = request + reply + types
    contract = read(folder, wsdl(elements=elements, messages=messages))
    return [*bodies(placed(contract), contract.schema)]


SPREAD = {
    "wrapper of an anonymous type": f'<xs:element name="Place">{ANONYMOUS}</xs:element>',
    "wrapper of a named type": typed("Place") + named(),
    "anonymous type of another name": (
        f'<xs:element name="PlaceRequest">{ANONYMOUS}</xs:element>'
    ),
}
NOTHING = {
    "no type": '<xs:element name="Any"/>',
    "an empty anonymous type": '<xs:element name="Any"><xs:complexType/></xs:element>',
    "an empty named type": typed("Any") + named(""),
    "an empty sequence": typed("Any") + named("<xs:sequence/>"),
}
_ARRAY = '<xs:element name="i" type="xs:int" maxOccurs="unbounded"/>'
_DICTIONARY = (
    "<xs:annotation><xs:appinfo><ser:IsDictionary>true</ser:IsDictionary></xs:appinfo>"
    "</xs:annotation>"
)
_EXTENSION = '<xs:complexContent><xs:extension base="tns:B"/></xs:complexContent>'
BARE = {
    "a simple type": typed("Place", "xs:int"),
    "any type": typed("Place", "xs:anyType"),
    "another name": typed("PlaceRequest") + named(),
    "an array": typed("Place", "tns:ArrayOfInt")
    + f'<xs:complexType name="ArrayOfInt"><xs:sequence>{_ARRAY}</xs:sequence>'
    "</xs:complexType>",
    "a dictionary": typed("Place") + named(_DICTIONARY + SEQUENCE),
    "a derived type": typed("Place") + named(_EXTENSION) + '<xs:complexType name="B"/>',
    "a choice": typed("Place") + named(f"<xs:choice>{ITEM}</xs:choice>"),
    "attributes": typed("Place") + named(SEQUENCE + '<xs:attribute name="a"/>'),
    "an empty type with a derived one": typed("Other", "tns:B")
    + '<xs:complexType name="B"/>'
    + named(_EXTENSION),
    "an empty abstract type": typed("Other") + named("", ' abstract="true"'),
    "an empty mixed type": typed("Other") + named("", ' mixed="true"'),
}


@pytest.mark.parametrize("case", SPREAD)
def test_what_an_element_holds(case: str, tmp_path: Path) -> None:
    request, reply = document(tmp_path, SPREAD[case])
    assert [member.name for member in request.members] == [name("Item")]
    assert not request.bare
    assert (reply.name, reply.bare) == (name("PlaceResponse"), False)


@pytest.mark.parametrize("case", NOTHING)
def test_an_element_with_nothing_to_say(case: str, tmp_path: Path) -> None:
    request, _ = document(tmp_path, NOTHING[case])
    assert (request.name, request.members, request.bare) == (name("Any"), (), False)


@pytest.mark.parametrize("case", BARE)
def test_an_element_that_is_the_value(case: str, tmp_path: Path) -> None:
    request, _ = document(tmp_path, BARE[case])
    assert request.bare
    assert request.name is not None
    assert [member.name for member in request.members] == [request.name]


@pytest.mark.parametrize(("local", "bare"), [("Place", False), ("Other", True)])
def test_a_reply_is_a_wrapper_where_the_request_is(
    local: str, bare: bool, tmp_path: Path
) -> None:
    request = typed(local) + named()
    _, reply = document(tmp_path, request, typed("PlaceResponse"))
    assert reply.bare is bare


def test_a_reply_may_be_bare_beside_a_wrapper(tmp_path: Path) -> None:
    request = f'<xs:element name="Place">{ANONYMOUS}</xs:element>'
    _, reply = document(tmp_path, request, typed("PlaceResponse", "xs:int"))
    assert reply.bare


def test_nothing_in_body(tmp_path: Path) -> None:
    messages = MESSAGES.replace('<wsdl:part name="body" element="tns:Place"/>', "")
    contract = read(tmp_path, wsdl(messages=messages))
    assert request_body(placed(contract), contract.schema) == Body()


def test_no_reply(tmp_path: Path) -> None:
    contract = read(tmp_path, wsdl(port_type=ONE_WAY))
    operation = placed(contract)
    assert [body.name for body in bodies(operation, contract.schema)] == [name("Place")]
    assert reply_body(operation, contract.schema) == Body()


def test_style_rpc(tmp_path: Path) -> None:
    messages = (
        '<wsdl:message name="PlaceIn"><wsdl:part name="a" type="xs:int"/>'
        '<wsdl:part name="b" type="xs:string"/><wsdl:part name="c" type="xs:int"/>'
        '</wsdl:message><wsdl:message name="PlaceOut"/>'
    )
    body = '<wsdl:input><soap:body use="literal"/>'
    chosen = body.replace("/>", ' namespace="urn:x" parts="b a"/>')
    binding = RPC.replace(body, chosen)
    contract = read(tmp_path, wsdl(messages=messages, binding=binding))
    operation = placed(contract)
    request, reply = bodies(operation, contract.schema)
    assert request.name == QName("urn:x", "Place")
    assert [(m.name, m.type) for m in request.members] == [
        (QName("", "a"), xs("int")),
        (QName("", "b"), xs("string")),
    ]
    # soap:body has no namespace here.
    assert (reply.name, reply.members) == (QName("", "PlaceResponse"), ())
    assert set(root_types(operation, contract.schema)) == {xs("int"), xs("string")}


def test_several_parts_stand_in_body(tmp_path: Path) -> None:
    messages = MESSAGES.replace(
        '<wsdl:part name="body" element="tns:Place"/>',
        '<wsdl:part name="body" element="tns:Place"/>'
        '<wsdl:part name="more" element="tns:PlaceResponse"/>',
    )
    messages = messages.replace("tns:Token", "xs:schema")
    elements = typed("Place", "xs:int") + REPLY
    contract = read(tmp_path, wsdl(elements=elements, messages=messages))
    body = request_body(placed(contract), contract.schema)
    assert (body.direct, body.bare, body.name) == (True, False, name("PlaceIn"))
    assert [member.name for member in body.members] == [
        name("Place"),
        name("PlaceResponse"),
    ]


def test_parts_select_and_do_not_order(tmp_path: Path) -> None:
    messages = MESSAGES.replace(
        '<wsdl:part name="body" element="tns:Place"/>',
        '<wsdl:part name="body" element="tns:Place"/>'
        '<wsdl:part name="spare" element="tns:Spare"/>'
        '<wsdl:part name="more" element="tns:PlaceResponse"/>',
    )
    elements = typed("Place", "xs:int") + typed("Spare", "xs:int") + REPLY
    first = '<wsdl:input><soap:body use="literal"'
    contract = read(
        tmp_path,
        wsdl(
            elements=elements,
            messages=messages.replace("tns:Token", "xs:schema"),
            binding=BINDING.replace(first, f'{first} parts="more body"'),
        ),
    )
    body = request_body(placed(contract), contract.schema)
    assert [m.name for m in body.members] == [name("Place"), name("PlaceResponse")]


def test_the_type_of_the_one_part_is_that_of_body(tmp_path: Path) -> None:
    messages = MESSAGES.replace('element="tns:Place"', 'type="tns:T"')
    messages = messages.replace("tns:Token", "xs:schema")
    contract = read(tmp_path, wsdl(elements=REPLY + named(), messages=messages))
    operation = placed(contract)
    body = request_body(operation, contract.schema)
    assert (body.direct, body.bare, body.name) == (True, False, name("PlaceIn"))
    assert [member.name for member in body.members] == [name("Item")]
    assert name("T") in set(root_types(operation, contract.schema))


def test_an_empty_type_leaves_body_empty(tmp_path: Path) -> None:
    messages = MESSAGES.replace('element="tns:Place"', 'type="tns:T"')
    messages = messages.replace("tns:Token", "xs:schema")
    contract = read(tmp_path, wsdl(elements=REPLY + named(""), messages=messages))
    assert request_body(placed(contract), contract.schema) == Body()
