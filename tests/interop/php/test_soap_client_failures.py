"""Failures of the generated applications, as PHP's SoapClient tells of them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest

from services86.errors import OperationFailed, SoapFault, XmlFragment
from services86.messaging import SoExceptionInfo
from services86.messaging.server import (
    MessagingApplication,
    MessagingHandler,
    current_call,
)
from tests.interop.php.php_client import Read, call_from_php, handler

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
STATUS_500 = "HTTP/1.0 500 Internal Server Error"


def failing(answer: Callable[[], object], arguments: object = None) -> Read:
    """What PHP reads when asking for the status of messages."""
    application = MessagingApplication(
        handler(MessagingHandler, "get_delivery_status", answer)
    )
    ids = {"MessagingIds": {"int": [1]}} if arguments is None else arguments
    return call_from_php(application, "messaging.wsdl", "GetDeliveryStatus", ids)


def fault(**parts: object) -> dict[str, object]:
    """The properties of a SoapFault, with what is not given."""
    code: dict[str, object] = {"code": "SOAP-ENV:Server", "namespace": None}
    return {**code, "reason": "", "actor": None, "detail": None, **parts}


def raising(error: Exception) -> Callable[[], Any]:
    """An answer that fails."""

    def answer() -> Any:
        raise error

    return answer


@pytest.mark.parametrize(
    ("error", "read"),
    [
        (
            SoapFault("Server", "Away <&> \U0001f600"),
            {"code": "soap:Server", "reason": "Away <&> \U0001f600"},
        ),
        (
            SoapFault("Client", "Not like this.", actor="urn:gateway"),
            {
                "code": "soap:Client",
                "reason": "Not like this.",
                "actor": "urn:gateway",
            },
        ),
        (
            SoapFault("Busy", "Later.", code_namespace="urn:codes"),
            {"code": "f:Busy", "reason": "Later."},
        ),
        (
            SoapFault(
                "Server",
                "Full.",
                detail=(
                    XmlFragment("{urn:e}Full", b"<Full xmlns='urn:e'>no room</Full>"),
                    XmlFragment("Left", b"<Left><Count>0</Count></Left>"),
                ),
            ),
            {
                "code": "soap:Server",
                "reason": "Full.",
                "detail": {"Full": "no room", "Left": {"Count": "0"}},
            },
        ),
    ],
    ids=["plain", "actor", "namespace", "detail"],
)
def test_a_fault(error: SoapFault, read: dict[str, object]) -> None:
    answer = failing(raising(error))
    assert answer.status == STATUS_500
    assert answer.fault == fault(**read)
    assert answer.result is None
    assert answer.headers == {}


def test_an_exception_tells_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        answer = failing(raising(RuntimeError("the password is 1234")))
    assert answer.status == STATUS_500
    assert answer.fault == fault(code="soap:Server", reason="internal error")
    assert "the password is 1234" in caplog.text


def test_a_failure_is_told_by_header_blocks() -> None:
    def answer() -> object:
        current_call().reply_headers.extra_info = {"incident": "4711"}
        raise OperationFailed(
            SoExceptionInfo(
                message="No plugin",
                friendly_text="",
                inner_exception=SoExceptionInfo(parameters={}),
                parameters={"plugin": "sms", "route": None},
            )
        )

    read = failing(answer)
    assert read.status == "HTTP/1.0 200 OK"
    assert read.fault is None
    assert read.result == {}
    assert read.headers == {
        "ExceptionInfo": {
            "Message": "No plugin",
            "FriendlyText": "",
            "InnerException": {"Parameters": {}},
            "Parameters": {
                "SoExceptionInfoParametersKeyValuePair": [
                    {"Key": "plugin", "Value": "sms"},
                    {"Key": "route", "Value": None},
                ]
            },
        },
        "ExtraInfo": {"ExtraInfoNameValuePair": [{"Key": "incident", "Value": "4711"}]},
        "Succeeded": False,
    }


def test_what_must_be_there_and_is_not() -> None:
    called: list[object] = []
    answer = failing(lambda: called.append("called"), arguments={})
    assert called == []
    assert answer.status == STATUS_500
    assert answer.fault == fault(
        code="soap:Client",
        reason="Body/GetDeliveryStatus/MessagingIds: a required value is missing",
    )


def test_an_operation_of_another_service() -> None:
    application = MessagingApplication(handler(MessagingHandler, "get_plugins", list))
    answer = call_from_php(application, "so_principal.wsdl", "GetSystemInfo", {})
    assert answer.fault == fault(
        code="soap:Client",
        reason="no operation has the SOAPAction http://www.superoffice.net/ws/crm"
        "/NetServer/Services86/SoPrincipal/GetSystemInfo",
    )
