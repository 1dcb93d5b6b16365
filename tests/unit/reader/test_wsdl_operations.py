"""Operations as the contract has them: what their port type says, and their binding."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    BINDING,
    PORT_TYPE,
    name,
    operation,
    read,
    write,
    wsdl,
)
from typedsoap.contract import Fault, Part, Style, Use
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract


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


def test_addressing_actions_and_documentation(tmp_path: Path) -> None:
    port_type = PORT_TYPE.replace(
        '<wsdl:input message="tns:PlaceIn"/>',
        "<wsdl:documentation> Places\n an order. </wsdl:documentation>"
        '<wsdl:input message="tns:PlaceIn" name="In" wsam:Action="urn:act"/>',
    )
    found = operation(tmp_path, wsdl(port_type=port_type))
    assert found.documentation == "Places an order."
    assert (found.input.wsdl_name, found.input.addressing_action) == ("In", "urn:act")


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
