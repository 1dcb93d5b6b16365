"""Encoded faults whose parts have one name: `xsi:type` tells them apart."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.unit.messages.test_literal_headers_of_encoded import ENCODED
from tests.unit.messages.two_services import Answering, imported_services, run_of

SAME = ENCODED.replace('<wsdl:part name="reason"', '<wsdl:part name="shortage"')
XSI = (
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:n1="urn:example:orders"'
)


@pytest.mark.parametrize(
    ("entry", "error"),
    [
        (
            f'<shortage {XSI} xsi:type="n1:Shortage"><Left>2</Left></shortage>',
            "OutOfStock",
        ),
        (f'<shortage {XSI} xsi:type="xsd:string">no</shortage>', "Refused"),
        (f'<shortage {XSI} xsi:type="xsd:int">2</shortage>', "SoapFault"),
        ("<shortage>no</shortage>", "SoapFault"),
    ],
)
def test_which_one_is_meant(entry: str, error: str, tmp_path: Path) -> None:
    fault = (
        "<s:Fault><faultcode>s:Server</faultcode><faultstring>no</faultstring>"
        f"<detail>{entry}</detail></s:Fault>"
    )
    with imported_services(run_of(tmp_path, SAME, SAME)) as (first, _):
        errors = import_module("sample.errors")
        sink = Answering(fault, 500)
        with (
            first.OrdersClient("http://localhost/", transport=sink) as client,
            pytest.raises(errors.SoapFault) as caught,
        ):
            client.order(number=7)
    assert type(caught.value).__name__ == error
