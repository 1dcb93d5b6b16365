"""WSDL 1.1 as the contract has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    BINDING,
    MESSAGES,
    PORT_TYPE,
    SERVICE,
    name,
    read,
    write,
    wsdl,
    xs,
)
from typedsoap.contract import (
    Fault,
    Header,
    Message,
    Operation,
    Part,
    SoapVersion,
    Style,
    Use,
)
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

SOAP_BODY = '<wsdl:input><soap:body use="literal"/></wsdl:input>'


def operation(folder: Path, text: str) -> Operation:
    ((found,),) = [binding.operations for binding in read(folder, text).bindings]
    return found


def test_all_of_a_small_wsdl(tmp_path: Path) -> None:
    contract = read(tmp_path, wsdl())
    assert contract.name == "Orders"
    assert contract.target_namespace == "urn:example:orders"
    (service,) = contract.services
    (port,) = service.ports
    assert (service.name, port.name) == (name("OrderService"), "OrdersPort")
    assert port.address == "http://localhost/orders"
    binding = contract.binding(port.binding)
    assert binding is not None
    assert binding.soap_version is SoapVersion.SOAP_1_1
    assert binding.transport == "http://schemas.xmlsoap.org/soap/http"
    port_type = contract.port_type(binding.port_type)
    assert port_type is not None
    assert port_type.operations == ("Place",)
    assert binding.operations == (
        Operation(
            name="Place",
            action="urn:place",
            input=Message(
                name=name("PlaceIn"),
                parts=(Part(name="body", element=name("Place")),),
                body=("body",),
            ),
            output=Message(
                name=name("PlaceOut"),
                parts=(Part(name="body", element=name("PlaceResponse")),),
                body=("body",),
            ),
        ),
    )
    (place,) = binding.operations
    assert str(place.location).startswith("orders.wsdl:")


def test_soap_1_2_and_several_ports(tmp_path: Path) -> None:
    second = BINDING.replace("soap:", "soap12:").replace("OrdersSoap", "OrdersSoap12")
    service = SERVICE.replace(
        "</wsdl:service>",
        '<wsdl:port name="P12" binding="tns:OrdersSoap12">'
        '<soap12:address location="http://localhost/12"/></wsdl:port></wsdl:service>',
    )
    contract = read(tmp_path, wsdl(binding=BINDING + second, service=service))
    assert [found.soap_version for found in contract.bindings] == ["1.1", "1.2"]
    (found,) = contract.services
    assert [port.address for port in found.ports] == [
        "http://localhost/orders",
        "http://localhost/12",
    ]


def test_bindings_that_are_not_soap_are_passed_over(tmp_path: Path) -> None:
    other = (
        '<wsdl:binding name="Get" type="tns:Absent">'
        '<h:binding xmlns:h="http://schemas.xmlsoap.org/wsdl/http/" verb="GET"/>'
        "</wsdl:binding>"
    )
    service = SERVICE.replace(
        "</wsdl:service>",
        '<wsdl:port name="G" binding="tns:Get"/></wsdl:service>'
        '<wsdl:service name="Only"><wsdl:port name="G" binding="tns:Get"/>'
        "</wsdl:service>",
    )
    contract = read(tmp_path, wsdl(binding=other + BINDING, service=service))
    assert contract == read(tmp_path, wsdl())


def test_header_blocks_keep_their_order(tmp_path: Path) -> None:
    messages = MESSAGES.replace(
        '<wsdl:part name="Token"',
        '<wsdl:part name="Z" element="tns:Place"/>'
        '<wsdl:part name="Y" type="xs:int"/><wsdl:part name="Token"',
    )
    blocks = "".join(
        f'<soap:header message="tns:Headers" part="{part}" use="{use}" {more}/>'
        for part, use, more in [
            ("Token", "literal", ""),
            ("Y", "encoded", 'namespace="urn:y"'),
            ("Z", "literal", ""),
        ]
    )
    binding = BINDING.replace(
        SOAP_BODY, SOAP_BODY.replace("<soap:b", f"{blocks}<soap:b")
    )
    found = operation(tmp_path, wsdl(messages=messages, binding=binding))
    assert found.input.headers == (
        Header(message=name("Headers"), part="Token", element=name("Token")),
        Header(
            message=name("Headers"),
            part="Y",
            element=None,
            type=xs("int"),
            namespace="urn:y",
            use=Use.ENCODED,
        ),
        Header(message=name("Headers"), part="Z", element=name("Place")),
    )


def test_header_block_of_the_same_message_is_not_in_body(tmp_path: Path) -> None:
    messages = MESSAGES.replace(
        '<wsdl:part name="body" element="tns:Place"/>',
        '<wsdl:part name="token" element="tns:Token"/>'
        '<wsdl:part name="body" element="tns:Place"/>',
    )
    header = '<soap:header message="tns:PlaceIn" part="token" use="literal"/>'
    binding = BINDING.replace(
        SOAP_BODY, SOAP_BODY.replace("<soap:b", f"{header}<soap:b")
    )
    found = operation(tmp_path, wsdl(messages=messages, binding=binding)).input
    assert found.body == ("body",)
    assert [part.name for part in found.body_parts] == ["body"]
    assert [part.name for part in found.parts] == ["token", "body"]


@pytest.mark.parametrize(
    ("parts", "body"),
    [('parts="b a"', ("b", "a")), ('parts=""', ()), ("", ("a", "b"))],
)
def test_parts_of_body(parts: str, body: tuple[str, ...], tmp_path: Path) -> None:
    messages = MESSAGES.replace(
        '<wsdl:part name="body" element="tns:Place"/>',
        '<wsdl:part name="a" element="tns:Place"/><wsdl:part name="b" type="xs:int"/>',
    )
    binding = BINDING.replace(SOAP_BODY, SOAP_BODY.replace("use=", f"{parts} use="))
    found = operation(tmp_path, wsdl(messages=messages, binding=binding)).input
    assert found.body == body
    assert tuple(part.name for part in found.body_parts) == body


def test_rpc_and_encoding(tmp_path: Path) -> None:
    binding = BINDING.replace("<soap:binding", '<soap:binding style="rpc"').replace(
        'body use="literal"', 'body use="encoded" namespace="urn:n"'
    )
    found = operation(tmp_path, wsdl(binding=binding))
    assert found.style is Style.RPC
    assert (found.input.use, found.input.namespace) == (Use.ENCODED, "urn:n")
    mixed = binding.replace("<soap:operation", '<soap:operation style="document"')
    assert operation(tmp_path, wsdl(binding=mixed)).style is Style.DOCUMENT


def test_one_way(tmp_path: Path) -> None:
    port_type = PORT_TYPE.replace('<wsdl:output message="tns:PlaceOut"/>', "")
    assert operation(tmp_path, wsdl(port_type=port_type)).output is None


@pytest.mark.parametrize("second", ['<wsdl:input message="tns:PlaceIn"/>', ""])
def test_operation_that_the_server_begins(second: str, tmp_path: Path) -> None:
    more = (
        '<wsdl:operation name="Tell"><wsdl:output message="tns:PlaceOut"/>'
        f"{second}</wsdl:operation>"
    )
    text = wsdl(
        port_type=PORT_TYPE.replace("</wsdl:portType>", f"{more}</wsdl:portType>"),
        binding=BINDING.replace(
            "</wsdl:binding>", '<wsdl:operation name="Tell"/></wsdl:binding>'
        ),
    )
    contract, (warning,) = read_contract(load(write(tmp_path, text)))
    assert [found.name for found in contract.bindings[0].operations] == ["Place"]
    assert (warning.code, warning.severity) == ("TS157", "warning")
    assert "'Tell' is begun by the server" in warning.message


def test_operation_without_binding(tmp_path: Path) -> None:
    more = '<wsdl:operation name="New"><wsdl:input message="tns:PlaceIn"/></wsdl:operation>'
    text = wsdl(
        port_type=PORT_TYPE.replace("</wsdl:portType>", f"{more}</wsdl:portType>")
    )
    _, (warning,) = read_contract(load(write(tmp_path, text)))
    assert warning.code == "TS120"
    assert "'New' is not in the binding" in warning.message


def test_overloaded_operations(tmp_path: Path) -> None:
    def one(kind: str, action: str) -> tuple[str, str]:
        return (
            f'<wsdl:operation name="Place"><wsdl:input name="{kind}"'
            ' message="tns:PlaceIn"/></wsdl:operation>',
            f'<wsdl:operation name="Place"><soap:operation soapAction="{action}"/>'
            f'<wsdl:input name="{kind}"><soap:body/></wsdl:input></wsdl:operation>',
        )

    (first, first_bound), (second, second_bound) = one("A", "urn:a"), one("B", "urn:b")
    head, foot = '<wsdl:portType name="Orders">', "</wsdl:portType>"
    binding = (
        '<wsdl:binding name="OrdersSoap" type="tns:Orders"><soap:binding transport="t"/>'
        f"{second_bound}{first_bound}</wsdl:binding>"
    )
    contract = read(
        tmp_path, wsdl(port_type=f"{head}{first}{second}{foot}", binding=binding)
    )
    (bound,) = contract.bindings
    assert [(found.name, found.action) for found in bound.operations] == [
        ("Place", "urn:a"),
        ("Place", "urn:b"),
    ]
    assert [found.input.wsdl_name for found in bound.operations] == ["A", "B"]


def test_overloaded_operations_without_names_in_the_binding(tmp_path: Path) -> None:
    output = '<wsdl:output message="tns:PlaceOut"/>'
    port_type = '<wsdl:portType name="Orders">' + "".join(
        f'<wsdl:operation name="Place"><wsdl:input{name} message="tns:PlaceIn"/>{output}'
        "</wsdl:operation>"
        for name, output in (("", output), ("", ""), (' name="Third"', output))
    )
    binding = (
        '<wsdl:binding name="OrdersSoap" type="tns:Orders"><soap:binding transport="t"/>'
        + "".join(
            f'<wsdl:operation name="Place"><soap:operation soapAction="{action}"/>'
            f"<wsdl:input><soap:body/></wsdl:input>{output}</wsdl:operation>"
            for action, output in (
                ("urn:one-way", ""),
                ("urn:first", "<wsdl:output><soap:body/></wsdl:output>"),
                ("urn:third", "<wsdl:output><soap:body/></wsdl:output>"),
            )
        )
        + "</wsdl:binding>"
    )
    contract = read(
        tmp_path, wsdl(port_type=f"{port_type}</wsdl:portType>", binding=binding)
    )
    (bound,) = contract.bindings
    assert [found.action for found in bound.operations] == [
        "urn:first",
        "urn:one-way",
        "urn:third",
    ]


def test_faults(tmp_path: Path) -> None:
    port_type = PORT_TYPE.replace(
        "</wsdl:operation>",
        '<wsdl:fault name="Refused" message="tns:Headers"/></wsdl:operation>',
    )
    binding = BINDING.replace(
        "</wsdl:operation>",
        '<wsdl:fault name="Refused"><soap:fault name="Refused" use="encoded"/>'
        "</wsdl:fault></wsdl:operation>",
    )
    found = operation(tmp_path, wsdl(port_type=port_type, binding=binding))
    assert found.faults == (
        Fault(
            name="Refused",
            message=name("Headers"),
            parts=(Part(name="Token", element=name("Token")),),
            use=Use.ENCODED,
        ),
    )


def test_attachments(tmp_path: Path) -> None:
    messages = MESSAGES.replace(
        '<wsdl:part name="body" element="tns:Place"/>',
        '<wsdl:part name="body" element="tns:Place"/>'
        '<wsdl:part name="file" type="xs:base64Binary"/>',
    )
    multipart = (
        "<wsdl:input><mime:multipartRelated><mime:part><soap:body use='literal'/>"
        "</mime:part><mime:part><mime:content part='file' type='image/png'/></mime:part>"
        "</mime:multipartRelated></wsdl:input>"
    )
    binding = BINDING.replace(SOAP_BODY, multipart)
    found = operation(tmp_path, wsdl(messages=messages, binding=binding)).input
    assert (found.body, found.attachments) == (("body",), ("file",))


def test_addressing_actions_and_documentation(tmp_path: Path) -> None:
    port_type = PORT_TYPE.replace(
        '<wsdl:input message="tns:PlaceIn"/>',
        "<wsdl:documentation> Places\n an order. </wsdl:documentation>"
        '<wsdl:input message="tns:PlaceIn" name="In" wsam:Action="urn:act"/>',
    )
    found = operation(tmp_path, wsdl(port_type=port_type))
    assert found.documentation == "Places an order."
    assert (found.input.wsdl_name, found.input.addressing_action) == ("In", "urn:act")


def test_port_without_address(tmp_path: Path) -> None:
    service = SERVICE.replace('<soap:address location="http://localhost/orders"/>', "")
    ((port,),) = [
        found.ports for found in read(tmp_path, wsdl(service=service)).services
    ]
    assert port.address is None


def test_order_of_the_binding_is_no_fact(tmp_path: Path) -> None:
    def text(names: str) -> str:
        abstract = "".join(
            f'<wsdl:operation name="{each}"><wsdl:input message="tns:PlaceIn"/>'
            "</wsdl:operation>"
            for each in "ABC"
        )
        bound = "".join(f'<wsdl:operation name="{each}"/>' for each in names)
        return wsdl(
            port_type=f'<wsdl:portType name="Orders">{abstract}</wsdl:portType>',
            binding='<wsdl:binding name="OrdersSoap" type="tns:Orders">'
            f'<soap:binding transport="t"/>{bound}</wsdl:binding>',
        )

    assert read(tmp_path, text("CAB")) == read(tmp_path, text("ABC"))
