"""Which ports are generated, and what is said where nothing is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import BINDING, SERVICE, codes, name, read, wsdl
from tests.unit.reader.reducing import ASK, reduced
from typedsoap.contract import Contract, SoapVersion
from typedsoap.errors import TypedSoapError
from typedsoap.support.operations import unsupported, unsupported_by_port_type

SECOND = '<wsdl:port name="Second" binding="tns:{}"/></wsdl:service>'


def with_second_port(binding: str) -> str:
    return SERVICE.replace("</wsdl:service>", SECOND.format(binding))


SOAP_12 = ASK["binding"].replace("soap:", "soap12:").replace("OrdersSoap", "Orders12")
BEFORE = SERVICE.replace(
    '<wsdl:port name="OrdersPort"',
    '<wsdl:port name="P12" binding="tns:Orders12"/><wsdl:port name="OrdersPort"',
)


def test_soap_1_2_port_beside_a_soap_1_1_port(tmp_path: Path) -> None:
    supported = reduced(tmp_path, binding=ASK["binding"] + SOAP_12, service=BEFORE)
    (ports,) = [found.ports for found in supported.contract.services]
    assert [port.name for port in ports] == ["OrdersPort", "P12"]
    default, other = supported.contract.bindings
    assert [default.soap_version, other.soap_version] == ["1.1", "1.2"]
    assert default.operations == other.operations == supported.contract.operations
    assert supported.diagnostics == ()


def test_soap_1_2_port_that_is_called_differently(tmp_path: Path) -> None:
    other = SOAP_12.replace('soapAction="', 'soapAction="urn:other:')
    supported = reduced(tmp_path, binding=ASK["binding"] + other, service=BEFORE)
    ((port,),) = [found.ports for found in supported.contract.services]
    assert port.name == "OrdersPort"
    (found,) = supported.diagnostics
    assert found.code == "TS154"
    assert "the port 'P12' sends the port type 'Orders'" in found.message


def test_soap_1_2_port_of_another_service(tmp_path: Path) -> None:
    other = SERVICE.replace('service name="Order', 'service name="Other')
    service = SERVICE + other.replace("tns:OrdersSoap", "tns:Orders12")
    supported = reduced(tmp_path, binding=ASK["binding"] + SOAP_12, service=service)
    ((port,),) = [found.ports for found in supported.contract.services]
    assert port.name == "OrdersPort"
    assert supported.diagnostics == ()


def test_soap_1_2_port_alone(tmp_path: Path) -> None:
    binding = ASK["binding"].replace("soap:", "soap12:")
    supported = reduced(tmp_path, binding=binding)
    assert supported.contract.bindings[0].soap_version is SoapVersion.SOAP_1_2
    assert supported.diagnostics == ()


def test_another_transport(tmp_path: Path) -> None:
    binding = ASK["binding"].replace("soap/http", "soap/smtp")
    with pytest.raises(TypedSoapError) as caught:
        reduced(tmp_path, binding=binding)
    assert sorted(codes(caught.value.diagnostics)) == ["TS150", "TS153"]
    (found,) = [d for d in caught.value.diagnostics if d.code == "TS153"]
    assert "'http://schemas.xmlsoap.org/soap/smtp'" in found.message


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


def with_second_port_type(tmp_path: Path, style: str, service: str = "") -> Contract:
    """Of the second port type nothing can be generated where style is rpc."""
    port_type = ASK["port_type"].replace('name="Orders"', 'name="Stock"')
    binding = ASK["binding"].replace("OrdersSoap", "StockSoap")
    binding = binding.replace('type="tns:Orders"', 'type="tns:Stock"')
    binding = binding.replace("<soap:binding", f'<soap:binding style="{style}"')
    parts = ASK | {
        "port_type": ASK["port_type"] + port_type,
        "binding": ASK["binding"] + binding,
        "service": service or with_second_port("StockSoap"),
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
    supported = reduced(tmp_path, service="")
    ((port,),) = [found.ports for found in supported.contract.services]
    assert (port.name, port.address) == ("OrdersSoap", None)
    assert supported.diagnostics == ()


def test_no_service_and_bindings_of_both_versions(tmp_path: Path) -> None:
    supported = reduced(tmp_path, binding=SOAP_12 + ASK["binding"], service="")
    (ports,) = [found.ports for found in supported.contract.services]
    assert [port.name for port in ports] == ["OrdersSoap", "Orders12"]


def test_port_type_that_no_port_offers(tmp_path: Path) -> None:
    contract = with_second_port_type(tmp_path, "document", service=SERVICE)
    supported, diagnostics = unsupported_by_port_type(contract)
    found = [each.contract for each in supported]
    assert [each.port_types[0].name for each in found] == [
        name("Orders"),
        name("Stock"),
    ]
    ((port,),) = [service.ports for service in found[1].services]
    assert (port.name, port.address, port.location) == (
        "StockSoap",
        None,
        found[1].bindings[0].location,
    )
    assert diagnostics == ()


def test_another_binding_of_a_port_type_that_has_a_port(tmp_path: Path) -> None:
    second = ASK["binding"].replace("OrdersSoap", "Other")
    second = second.replace('soapAction="', 'soapAction="urn:other:')
    supported = reduced(tmp_path, binding=second + ASK["binding"], service=SERVICE)
    ((port,),) = [found.ports for found in supported.contract.services]
    assert (port.name, supported.diagnostics) == ("OrdersPort", ())
