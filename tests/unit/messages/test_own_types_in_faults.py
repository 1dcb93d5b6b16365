"""Faults of two services whose part has a type that each defines in its own way."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from tests.support.wsdl_texts import BINDING, MESSAGES, PORT_TYPE, wsdl
from tests.unit.messages.two_services import Answering, imported_services, run_of

TYPE = """<xs:complexType name="Problem"><xs:sequence>
<xs:element name="Code" type="xs:{}"/></xs:sequence></xs:complexType>"""
FAULT = """<s:Fault xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
<faultcode>s:Server</faultcode><faultstring>no</faultstring><detail>
<problem xmlns:t="urn:example:orders" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"
i:type="t:Problem"><t:Code>{}</t:Code></problem></detail></s:Fault>"""


def with_fault(kind: str) -> str:
    fault = '<wsdl:message name="Fault"><wsdl:part name="problem" type="tns:Problem"/>'
    bound = '<wsdl:fault name="problem"><soap:fault name="problem" use="literal"/>'
    return wsdl(
        types=TYPE.format(kind),
        messages=f"{MESSAGES}{fault}</wsdl:message>",
        port_type=PORT_TYPE.replace(
            "</wsdl:operation>",
            '<wsdl:fault name="problem" message="tns:Fault"/></wsdl:operation>',
        ),
        binding=BINDING.replace(
            "</wsdl:operation>", f"{bound}</wsdl:fault></wsdl:operation>"
        ),
    )


def test_each_fault_holds_the_type_of_its_service(tmp_path: Path) -> None:
    run = run_of(tmp_path, with_fault("int"), with_fault("string"))
    first, second = run.services
    run = replace(run, services=(first, replace(second, own_types=True)))
    with imported_services(run) as (one, other):
        error = import_module("sample.errors").ProblemFault
        types = import_module("sample.types.orders")
        for module, text, info in (
            (one, "7", types.Problem(code=7)),
            (other, "seven", types.SecondProblem(code="seven")),
        ):
            answer = Answering(FAULT.format(text), status=500)
            client = module.OrdersClient("http://localhost/", transport=answer)
            with client, pytest.raises(error) as raised:
                client.place(item="a")
            assert raised.value.info == info
