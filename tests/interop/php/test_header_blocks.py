"""Header blocks both ways: request blocks in every shape, replies of every shape."""

from __future__ import annotations

from typing import Any

import pytest

from services86 import NIL
from services86.errors import OperationFailed, ProtocolError, SoapFault
from services86.messaging import (
    MessageDeliveryStatus,
    ReplyHeaders,
    SoExceptionInfo,
    SoTimeZone,
)
from tests.interop.php.server import PhpServer

INFO = SoExceptionInfo(
    message="No plugin",
    stack_trace="at Send()\r\nat Main()",
    friendly_text="Choose <another> plugin.",
    exception_type="Messaging.PluginException",
    source=None,
    inner_exception=SoExceptionInfo(message="Not found", parameters={}),
    parameters={"plugin": "sms", "route": None},
)
STATUSES = [MessageDeliveryStatus(status=1, messaging_id=7)]


@pytest.mark.parametrize(
    ("blocks", "understood"),
    [
        ({}, {}),
        (
            {
                "application_token": "1234-<&>",
                "ticket": "7T:abc+/==",
                "time_zone": SoTimeZone(
                    so_time_zone_id=261, so_time_zone_location_code="NO"
                ),
            },
            {
                "ApplicationToken": "1234-<&>",
                "Credentials": {"Ticket": "7T:abc+/=="},
                "TimeZone": {"SoTimeZoneId": 261, "SoTimeZoneLocationCode": "NO"},
            },
        ),
        (
            {"application_token": "", "ticket": "", "time_zone": SoTimeZone()},
            {"ApplicationToken": "", "Credentials": {"Ticket": ""}, "TimeZone": {}},
        ),
        (
            {"application_token": NIL, "ticket": NIL, "time_zone": NIL},
            {
                "ApplicationToken": None,
                "Credentials": {"Ticket": None},
                "TimeZone": None,
            },
        ),
        ({"ticket": "7T:x"}, {"Credentials": {"Ticket": "7T:x"}}),
        (
            {"time_zone": SoTimeZone(so_time_zone_location_code=NIL)},
            {"TimeZone": {"SoTimeZoneLocationCode": None}},
        ),
    ],
    ids=["none", "all", "empty", "nil", "one", "nil inside"],
)
def test_request(
    server: PhpServer, blocks: dict[str, Any], understood: dict[str, Any]
) -> None:
    with server.messaging(**blocks) as client:
        client.get_plugins()
    call = server.understood_once()
    assert call.operation == "GetPlugins"
    assert call.headers == understood


def test_the_same_client_with_other_blocks(server: PhpServer) -> None:
    with server.messaging(application_token="1234", ticket="7T:x") as client:
        client.with_headers(ticket="7T:y").get_plugins()
        client.with_headers(application_token=None).get_plugins()
        client.get_plugins()
    assert [call.headers for call in server.understood()] == [
        {"ApplicationToken": "1234", "Credentials": {"Ticket": "7T:y"}},
        {"Credentials": {"Ticket": "7T:x"}},
        {"ApplicationToken": "1234", "Credentials": {"Ticket": "7T:x"}},
    ]


@pytest.mark.parametrize(
    ("scenario", "headers"),
    [
        (
            "headers-all",
            ReplyHeaders(
                extra_info={"licence": "expires soon", "": "", "nothing": None},
                succeeded=True,
                time_zone=SoTimeZone(
                    so_time_zone_id=261, so_time_zone_location_code="NO"
                ),
            ),
        ),
        ("headers-empty", ReplyHeaders(extra_info={}, time_zone=SoTimeZone())),
        ("headers-nil", ReplyHeaders(succeeded=True)),
        ("headers-must-understand", ReplyHeaders(succeeded=True)),
        ("statuses-one-not-in-a-list", ReplyHeaders()),
    ],
)
def test_reply(server: PhpServer, scenario: str, headers: ReplyHeaders) -> None:
    with server.messaging(scenario, strict=True) as client:
        reply = client.with_response.get_delivery_status(messaging_ids=[])
    assert reply.headers == headers
    assert reply.value == STATUSES
    assert reply.http.status == 200


def test_blocks_of_nobody(server: PhpServer) -> None:
    scenario = "headers-unknown"
    with server.messaging(scenario) as client:
        reply = client.with_response.get_delivery_status(messaging_ids=[])
    assert reply.headers == ReplyHeaders(succeeded=True)
    assert reply.value == STATUSES
    with (
        server.messaging(scenario, strict=True) as client,
        pytest.raises(ProtocolError) as caught,
    ):
        client.get_delivery_status(messaging_ids=[])
    assert caught.value.path == "Header/Id"


@pytest.mark.parametrize(
    ("scenario", "info"),
    [
        ("headers-failed", INFO),
        ("headers-failed-silently", None),
        ("headers-failed-though-succeeded", INFO),
        ("headers-failed-without-body", INFO),
        ("headers-failed-with-status-500", INFO),
        # PHP writes a null block as an empty element without xsi:nil. Any block but a
        # nil one means failure.
        ("headers-null", SoExceptionInfo()),
    ],
)
def test_failure(
    server: PhpServer, scenario: str, info: SoExceptionInfo | None
) -> None:
    with server.messaging(scenario) as client, pytest.raises(OperationFailed) as caught:
        client.get_delivery_status(messaging_ids=[1])
    error = caught.value
    assert error.info == info
    assert error.outcome == "refused"
    assert error.operation == "GetDeliveryStatus"
    assert error.http_status == (500 if scenario.endswith("500") else 200)


def test_a_fault_goes_before_a_failure(server: PhpServer) -> None:
    """SoapServer drops the header blocks of a reply that becomes a fault."""
    scenario = "headers-failed-with-fault"
    with server.messaging(scenario) as client, pytest.raises(SoapFault) as caught:
        client.get_delivery_status(messaging_ids=[1])
    assert caught.value.reason == "both told"
    assert caught.value.outcome == "refused"
