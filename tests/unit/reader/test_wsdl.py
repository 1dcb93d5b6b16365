"""Services, ports and bindings of WSDL 1.1 as the contract has them."""

from __future__ import annotations

from pathlib import Path

from tests.support.wsdl_texts import BINDING, SERVICE, name, read, wsdl
from typedsoap.contract import Message, Operation, Part, SoapVersion


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


def test_port_without_address(tmp_path: Path) -> None:
    service = SERVICE.replace('<soap:address location="http://localhost/orders"/>', "")
    ((port,),) = [
        found.ports for found in read(tmp_path, wsdl(service=service)).services
    ]
    assert port.address is None
