"""Faults as servers write them: what is read of them, at which status."""

from __future__ import annotations

import pytest

from tests.unit.runtime.answered import answered, failure
from tests.unit.runtime.orders._runtime.errors import SoapFault
from tests.unit.runtime.wire import envelope

SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP_12 = "http://www.w3.org/2003/05/soap-envelope"


def _fault(content: str, status: int = 500, headers: str = "") -> SoapFault:
    body = envelope(f"<s:Fault>{content}</s:Fault>", headers)
    error = failure(answered(body, status))
    assert type(error) is SoapFault
    assert error.outcome == "refused"
    assert error.http_status == status
    return error


def _parts(error: SoapFault) -> tuple[str, str | None, str, str | None]:
    return error.code, error.code_namespace, error.reason, error.actor


CODE = "<faultcode>s:Server</faultcode>"
REASON = "<faultstring>no</faultstring>"


@pytest.mark.parametrize("status", [200, 202, 400, 403, 407, 413, 429, 500, 503])
def test_a_fault_wins_at_every_status(status: int) -> None:
    error = _fault(f"{CODE}{REASON}<faultactor> urn:a </faultactor>", status)
    assert _parts(error) == ("Server", SOAP_11, "no", "urn:a")
    assert error.detail == ()
    assert f"PlaceOrders: SOAP fault Server: no (HTTP {status}, " in str(error)


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        # Missing parts.
        ("", ("", None, "", None)),
        (CODE, ("Server", SOAP_11, "", None)),
        (REASON, ("", None, "no", None)),
        # A prefix that is not declared, none, and too many.
        (
            f"<faultcode>a:InternalServiceFault</faultcode>{REASON}",
            ("InternalServiceFault", None, "no", None),
        ),
        (f"<faultcode>Server</faultcode>{REASON}", ("Server", None, "no", None)),
        (f"<faultcode>s:a:b</faultcode>{REASON}", ("b", None, "no", None)),
        (
            f"<faultcode xmlns:a='urn:a'>\n a:Busy </faultcode>{REASON}",
            ("Busy", "urn:a", "no", None),
        ),
        # Qualified children, and others between them.
        (
            "<s:faultcode>s:Client</s:faultcode><n/><s:faultstring>no</s:faultstring>",
            ("Client", SOAP_11, "no", None),
        ),
        # The shape of SOAP 1.2 in SOAP 1.1.
        (
            "<s:Code><s:Value>s:Sender</s:Value><s:Subcode/></s:Code>"
            "<s:Reason><s:Text xml:lang='en'>no</s:Text></s:Reason>"
            "<s:Role>urn:a</s:Role>",
            ("Sender", SOAP_11, "no", "urn:a"),
        ),
    ],
)
def test_a_fault_is_read_as_well_as_it_can_be(
    content: str, parts: tuple[str, str | None, str, str | None]
) -> None:
    assert _parts(_fault(content)) == parts


def test_a_fault_of_another_soap_version() -> None:
    body = (
        f"<e:Envelope xmlns:e='{SOAP_12}'><e:Body><e:Fault><e:Code>"
        "<e:Value>e:Receiver</e:Value></e:Code><e:Reason><e:Text>no</e:Text></e:Reason>"
        "</e:Fault></e:Body></e:Envelope>"
    )
    error = failure(answered(body.encode(), 500))
    assert isinstance(error, SoapFault)
    assert _parts(error) == ("Receiver", SOAP_12, "no", None)


@pytest.mark.parametrize(
    ("detail", "names", "text"),
    [
        ("<detail/>", [], None),
        ("<detail> text </detail>", [], "text"),
        ("<detail><a/></detail>", ["{urn:orders}a"], None),
        ("<detail> <a/>\n<b xmlns=''/></detail>", ["{urn:orders}a", "b"], None),
        ("<s:Detail><s:c/></s:Detail>", [f"{{{SOAP_11}}}c"], None),
    ],
)
def test_details(detail: str, names: list[str], text: str | None) -> None:
    error = _fault(f"{CODE}{REASON}{detail}")
    assert [item.name for item in error.detail] == names
    assert error.detail_text == text


def test_header_blocks_beside_a_fault_are_kept() -> None:
    error = _fault(f"{CODE}{REASON}", headers="<Done><a>1</a></Done><b xmlns=''/>")
    assert [block.name for block in error.headers] == ["{urn:orders}Done", "b"]
    assert b"<a>1</a>" in error.headers[0].data
    error.redact(lambda text: text.replace("<a>1</a>", "<a>***</a>"))
    assert b"<a>***</a>" in error.headers[0].data


def test_what_a_fault_stands_beside_does_not_matter() -> None:
    headers = "<a:Action xmlns:a='urn:a' s:mustUnderstand='1'/><Done>what</Done><Done/>"
    assert _fault(f"{CODE}{REASON}", headers=headers).code == "Server"
    body = envelope(f"<Other/><s:Fault>{CODE}{REASON}</s:Fault><Other/>")
    assert isinstance(failure(answered(body, 200, "text/html")), SoapFault)
