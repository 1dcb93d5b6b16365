"""A `SoapFault` that a handler raises is the one that the client gets."""

from __future__ import annotations

import pytest

from services86.errors import SoapFault, XmlFragment
from services86.messaging.server import MessagingApplication
from services86.principal.server import SoPrincipalApplication
from tests.support.wsgi import call
from tests.unit.server.fakes import SOAP, Doorman, Recorder, envelope, principal


def sent(fault: SoapFault) -> SoapFault:
    """What a client raises when the handler raises `fault`."""
    with pytest.raises(SoapFault) as caught:
        principal(SoPrincipalApplication(Doorman(fault))).authenticate_implicit()
    assert caught.value.http_status == 500
    return caught.value


@pytest.mark.parametrize(
    ("code", "namespace", "expected"),
    [
        ("Server", None, ("Server", SOAP)),
        ("Client.Authentication", None, ("Client.Authentication", SOAP)),
        ("Server", SOAP, ("Server", SOAP)),
        ("Busy", SOAP, ("Busy", SOAP)),
        ("Busy", "urn:a&b'c", ("Busy", "urn:a&b'c")),
        ("Server", "urn:a", ("Server", "urn:a")),
        ("Busy", None, ("Busy", None)),
        ("not a name", "urn:a", ("Server", SOAP)),
        ("", None, ("Server", SOAP)),
        ("a:b", None, ("Server", SOAP)),
    ],
)
def test_codes(
    code: str, namespace: str | None, expected: tuple[str, str | None]
) -> None:
    fault = sent(SoapFault(code, "x", code_namespace=namespace))
    assert (fault.code, fault.code_namespace) == expected


def test_texts() -> None:
    fault = sent(SoapFault("Server", "a < b & c\r\n\u00e9 ]]>", actor="urn:<who>"))
    assert fault.reason == "a < b & c\r\n\u00e9 ]]>"
    assert fault.actor == "urn:<who>"


def test_characters_that_xml_cannot_carry() -> None:
    fault = sent(SoapFault("Server", "a\x00b\ud800", code_namespace="urn:\x01"))
    assert fault.reason == "a?b?"


def test_detail() -> None:
    order = XmlFragment(
        "{urn:o}Order", b'<?xml version="1.0"?><o:Order xmlns:o="urn:o">1</o:Order>'
    )
    broken = XmlFragment("Broken", b"<Broken>")
    fault = sent(SoapFault("Server", "x", detail=(order, broken, order)))
    assert [item.name for item in fault.detail] == ["{urn:o}Order"] * 2
    assert b"1</o:Order>" in fault.detail[0].data
    text = sent(SoapFault("Server", "x", detail_text="a < b"))
    assert (text.detail, text.detail_text) == ((), "a < b")


def test_a_fault_of_a_client_as_handler_passes_through() -> None:
    inner = principal(
        SoPrincipalApplication(Doorman(SoapFault("Client.Token", "expired")))
    )
    with pytest.raises(SoapFault) as caught:
        principal(SoPrincipalApplication(inner)).get_system_info()
    assert (caught.value.code, caught.value.reason) == ("Client.Token", "expired")


def test_an_interrupt_is_not_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    handler = Recorder()
    monkeypatch.setattr(handler, "get_plugins", interrupt)
    with pytest.raises(KeyboardInterrupt):
        call(MessagingApplication(handler), envelope("<GetPlugins/>"))
