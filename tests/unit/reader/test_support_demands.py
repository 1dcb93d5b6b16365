"""What is said of ports that demand what a generated client does not do."""

from __future__ import annotations

from pathlib import Path

from tests.support.wsdl_texts import SERVICE, codes, line_of, read, wsdl
from tests.unit.reader.reducing import ASK
from typedsoap.errors import Diagnostic, Location
from typedsoap.support.operations import unsupported_by_port_type
from typedsoap.support.selection import select_operations

POLICY = """
<wsp:Policy xmlns:wsp="http://www.w3.org/ns/ws-policy">
  <wsam:Addressing/>
</wsp:Policy>"""
DEMANDED = "WS-Addressing headers (wsam:Addressing)"
PLAIN = ASK["binding"]
DEMANDING = PLAIN.replace("<soap:binding", f"{POLICY}<soap:binding", 1)
PLAIN_12 = PLAIN.replace("soap:", "soap12:").replace("OrdersSoap", "Second")
ALONE = "ask for a port without these policies"


def with_second(binding: str = "Second") -> str:
    port = f'<wsdl:port name="SecondPort" binding="tns:{binding}"/></wsdl:service>'
    return SERVICE.replace("</wsdl:service>", port)


def said(folder: Path, *patterns: str, **parts: str) -> tuple[Diagnostic, ...]:
    contract = read(folder, wsdl(**(ASK | parts)))
    wanted = select_operations(contract, patterns, None)
    return unsupported_by_port_type(wanted)[1]


def test_a_port_alone(tmp_path: Path) -> None:
    (found,) = said(tmp_path, binding=DEMANDING)
    where = line_of(wsdl(**(ASK | {"binding": DEMANDING})), "<wsp:Policy")
    assert (found.code, found.severity) == ("TS136", "warning")
    assert found.where == Location("orders.wsdl", where)
    assert found.message == (
        f"the port 'OrdersPort' demands what the client does not do: {DEMANDED}"
    )
    assert ALONE in (found.hint or "")


def test_a_policy_in_the_port(tmp_path: Path) -> None:
    service = SERVICE.replace("<soap:address", f"{POLICY}<soap:address")
    (found,) = said(tmp_path, service=service)
    assert found.message.endswith(f": {DEMANDED}")


def test_a_port_that_is_only_another_endpoint_is_not_told(tmp_path: Path) -> None:
    other = DEMANDING.replace("OrdersSoap", "Second")
    assert said(tmp_path, binding=PLAIN + other, service=with_second()) == ()


def test_a_port_that_is_left_out_is_not_told(tmp_path: Path) -> None:
    other = DEMANDING.replace("OrdersSoap", "Second").replace("soap/http", "soap/smtp")
    found = said(tmp_path, binding=PLAIN + other, service=with_second())
    assert codes(found) == ["TS153"]


def test_another_endpoint_demands_nothing(tmp_path: Path) -> None:
    other = PLAIN.replace("OrdersSoap", "Second")
    (found,) = said(tmp_path, binding=DEMANDING + other, service=with_second())
    assert "the port 'OrdersPort'" in found.message
    assert found.hint == (
        "the port 'SecondPort' demands none of it; give its address as `endpoint`"
    )


def test_an_endpoint_that_is_called_differently_is_no_help(tmp_path: Path) -> None:
    other = PLAIN.replace("OrdersSoap", "Second")
    other = other.replace('soapAction="', 'soapAction="urn:other:')
    told, left_out = sorted(
        said(tmp_path, binding=DEMANDING + other, service=with_second()),
        key=lambda found: found.code,
    )
    assert (told.code, left_out.code) == ("TS136", "TS154")
    assert ALONE in (told.hint or "")


def test_the_port_of_the_other_version_demands_nothing(tmp_path: Path) -> None:
    (found,) = said(tmp_path, binding=DEMANDING + PLAIN_12, service=with_second())
    assert "the port 'OrdersPort'" in found.message
    assert found.hint == "choose port='SecondPort', which demands none of it"


def test_the_port_of_the_other_version_demands_something(tmp_path: Path) -> None:
    other = PLAIN_12.replace("<soap12:binding", f"{POLICY}<soap12:binding", 1)
    (found,) = said(tmp_path, binding=PLAIN + other, service=with_second())
    assert "the port 'SecondPort'" in found.message
    assert (
        found.hint == "choose port='OrdersPort', the default, which demands none of it"
    )


def test_both_ports_demand_something(tmp_path: Path) -> None:
    other = PLAIN_12.replace("<soap12:binding", f"{POLICY}<soap12:binding", 1)
    found = said(tmp_path, binding=DEMANDING + other, service=with_second())
    assert codes(found) == ["TS136", "TS136"]
    assert all(ALONE in (each.hint or "") for each in found)


def test_an_endpoint_of_the_other_version_is_no_help(tmp_path: Path) -> None:
    second = PLAIN_12.replace("<soap12:binding", f"{POLICY}<soap12:binding", 1)
    third = PLAIN_12.replace("Second", "Third")
    port = '<wsdl:port name="ThirdPort" binding="tns:Third"/></wsdl:service>'
    service = with_second().replace("</wsdl:service>", port)
    found = said(tmp_path, binding=DEMANDING + second + third, service=service)
    hints = {each.message.split("'")[1]: each.hint or "" for each in found}
    assert hints.keys() == {"OrdersPort", "SecondPort"}
    assert ALONE in hints["OrdersPort"]
    assert "the port 'ThirdPort' demands none of it" in hints["SecondPort"]


def test_policies_of_operations(tmp_path: Path) -> None:
    place = PLAIN.replace("<soap:operation", f"{POLICY}<soap:operation")
    ask = f'<wsdl:operation name="Ask">{POLICY}</wsdl:operation>'
    both = place.replace('<wsdl:operation name="Ask"/>', ask)
    (found,) = said(tmp_path, binding=place)
    assert found.message.endswith(f": {DEMANDED} in the operation 'Place'")
    (found,) = said(tmp_path, binding=both)
    assert found.message.endswith(f": {DEMANDED} in 2 operations")
    assert said(tmp_path, "Ask", binding=place) == ()


def test_policies_of_an_operation_that_is_left_out(tmp_path: Path) -> None:
    place = PLAIN.replace("<soap:operation", f"{POLICY}<soap:operation")
    found = said(tmp_path, binding=place.replace('use="literal"', 'use="encoded"', 1))
    assert codes(found) == ["TS151"]


def test_what_the_binding_demands_is_not_told_of_its_operations(tmp_path: Path) -> None:
    both = DEMANDING.replace("<soap:operation", f"{POLICY}<soap:operation")
    (found,) = said(tmp_path, binding=both)
    assert found.message.endswith(f": {DEMANDED}")
