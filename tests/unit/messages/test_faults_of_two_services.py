"""Two services that declare faults of one element."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.support.wsdl_texts import BINDING, ELEMENTS, MESSAGES, PORT_TYPE, wsdl
from tests.unit.messages.two_services import Answering, imported_services, run_of
from typedsoap.errors import TypedSoapError
from typedsoap.pipeline import plan

FAULT = (
    '<s:Fault xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><faultcode>s:Server'
    "</faultcode><faultstring>No.</faultstring><detail>"
    '<Refused xmlns="urn:example:orders"><Reason>full</Reason><Password>hush</Password>'
    "</Refused></detail></s:Fault>"
)


def text(*fields: str) -> str:
    members = "".join(f'<xs:element name="{f}" type="xs:string"/>' for f in fields)
    refused = (
        f'<xs:element name="Refused"><xs:complexType><xs:sequence>{members}'
        "</xs:sequence></xs:complexType></xs:element>"
    )
    return wsdl(
        elements=ELEMENTS + refused,
        messages=MESSAGES
        + '<wsdl:message name="No"><wsdl:part name="p" element="tns:Refused"/>'
        "</wsdl:message>",
        port_type=PORT_TYPE.replace(
            "</wsdl:operation>",
            '<wsdl:fault name="F" message="tns:No"/></wsdl:operation>',
        ),
        binding=BINDING.replace(
            "</wsdl:operation>",
            '<wsdl:fault name="F"><soap:fault name="F" use="literal"/></wsdl:fault>'
            "</wsdl:operation>",
        ),
    )


SAME = text("Reason", "Password")
SECRET = '[types."/Refused detail".fields.Password]\nsecret = true\n'


def test_they_raise_one_class_with_details_of_one_class(tmp_path: Path) -> None:
    with imported_services(run_of(tmp_path, SAME, SAME)) as services:
        errors = import_module("sample.errors")
        types = import_module("sample.types.orders")
        for module in services:
            client = module.OrdersClient(
                "http://localhost/", transport=Answering(FAULT, 500)
            )
            with pytest.raises(errors.Refused) as caught:
                client.place(item="book")
            assert caught.value.info == types.RefusedDetail(
                reason="full", password="hush"
            )


def test_a_secret_of_a_detail_is_masked(tmp_path: Path) -> None:
    with imported_services(run_of(tmp_path, SAME, SAME, SECRET)) as (_, second):
        client = second.OrdersClient(
            "http://localhost/", transport=Answering(FAULT, 500)
        )
        with pytest.raises(import_module("sample.errors").Refused) as caught:
            client.place(item="book")
        error = caught.value
        assert error.info.password == "hush"
        for shown in (str(error), repr(error), repr(error.info), error.excerpt or ""):
            assert "hush" not in shown
        assert "full" in repr(error.info)


def test_details_that_differ_are_told(tmp_path: Path) -> None:
    with pytest.raises(TypedSoapError) as caught:
        plan(run_of(tmp_path, SAME, text("Reason", "Code")))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "TS303"
    assert "only here has element 'Code'" in diagnostic.message
