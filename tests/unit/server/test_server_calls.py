"""A client and an application of the same contract, in one process, with schemas between.

What a client's method takes is what the handler's method gets, and back.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest

from services86 import NIL
from services86.messaging import (
    ETableRight,
    FieldProperty,
    IncomingMessage,
    MessageDeliveryStatus,
    MessagingClient,
    OutgoingMessage,
    ProviderInfo,
    SoTimeZone,
    TableRight,
)
from services86.messaging.server import MessagingApplication, current_call
from services86.principal import (
    AuthenticateResponse,
    LicenseInfo,
    SoSystemInfoCarrier,
)
from services86.principal.server import SoPrincipalApplication
from tests.support.wsgi import InProcess
from tests.unit.server.fakes import (
    ENDPOINT,
    SIGNED_IN,
    Doorman,
    Recorder,
    messaging,
    principal,
)

FULL = OutgoingMessage(
    table_right=TableRight(
        mask=frozenset({ETableRight.SELECT, ETableRight.UPDATE}), reason="own"
    ),
    field_properties={"to": FieldProperty(field_length=20), "from": None},
    to="+4790000000",
    from_="",
    content="a < b & c > d\r\n\u00e9",
)


def test_arguments_arrive_as_they_were_given() -> None:
    recorder = Recorder()
    client = messaging(recorder)
    client.create_message(incoming_message=IncomingMessage(to="a"))
    client.get_delivery_status(messaging_ids=(3, 1))
    client.set_delivery_status(plugin="sms", external_message_id="x", status=0)
    client.send_messages(outgoing_messages=[FULL, OutgoingMessage()])
    client.send_messages_with_config(
        plugin="sms", outgoing_messages=[], config={"a": "1", "b": None}
    )
    client.get_plugins()
    assert recorder.calls == [
        ("create_message", {"incoming_message": IncomingMessage(to="a")}),
        ("get_delivery_status", {"messaging_ids": [3, 1]}),
        (
            "set_delivery_status",
            {
                "plugin": "sms",
                "external_message_id": "x",
                "status": 0,
                "status_description": None,
            },
        ),
        (
            "send_messages",
            {"plugin": None, "outgoing_messages": [FULL, OutgoingMessage()]},
        ),
        (
            "send_messages_with_config",
            {
                "plugin": "sms",
                "outgoing_messages": [],
                "config": {"a": "1", "b": None},
            },
        ),
        ("get_plugins", {}),
    ]


def test_nil_arrives_as_none() -> None:
    recorder = Recorder()
    messaging(recorder).send_messages(plugin=NIL, outgoing_messages=[])
    assert recorder.calls[0][1]["plugin"] is None


def test_results_return_as_they_were_given() -> None:
    expected = [
        ProviderInfo(name="sms", supported_messaging_formats=["sms/160", ""]),
        ProviderInfo(supports_config=False),
    ]

    class Server(Recorder):
        def get_plugins(self) -> list[ProviderInfo]:
            return expected

    assert messaging(Server()).get_plugins() == expected


def test_records_return_with_dates_and_bytes() -> None:
    system = SoSystemInfoCarrier(
        license=LicenseInfo(expiry_date=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        database_version=7,
    )

    class Server(Doorman):
        def get_system_info(self) -> SoSystemInfoCarrier:
            return system

    client = principal(SoPrincipalApplication(Server(SIGNED_IN)))
    assert client.get_system_info() == system


def test_the_handler_reads_and_sets_header_blocks() -> None:
    seen: list[object] = []

    class Server(Recorder):
        def get_plugins(self) -> list[ProviderInfo]:
            call = current_call()
            headers = call.request_headers
            seen.extend(
                [
                    call.operation,
                    headers.application_token,
                    headers.ticket,
                    headers.time_zone,
                    call.path,
                    call.remote_address,
                    call.http_headers["soapaction"].rpartition("/")[2],
                    call.http_headers["X-Trace"],
                ]
            )
            call.reply_headers.extra_info = {"node": "7"}
            call.reply_headers.time_zone = SoTimeZone(so_time_zone_id=261)
            return []

    client = MessagingClient(
        ENDPOINT,
        application_token="app",
        ticket="7T:1",
        time_zone=SoTimeZone(so_time_zone_location_code="NO"),
        http_headers={"X-Trace": "t"},
        transport=InProcess(MessagingApplication(Server())),
    )
    reply = client.with_response.get_plugins()
    assert seen == [
        "GetPlugins",
        "app",
        "7T:1",
        SoTimeZone(so_time_zone_location_code="NO"),
        "/orders",
        "192.0.2.1",
        'GetPlugins"',
        "t",
    ]
    assert reply.headers.extra_info == {"node": "7"}
    assert reply.headers.time_zone == SoTimeZone(so_time_zone_id=261)
    assert reply.headers.succeeded is True
    assert reply.headers.exception_info is None


def test_reprs_of_a_call_hold_no_secret() -> None:
    shown: list[str] = []

    class Server(Recorder):
        def get_plugins(self) -> list[ProviderInfo]:
            shown.append(repr(current_call()))
            return []

    client = MessagingClient(
        ENDPOINT,
        ticket="7T:secret",
        http_headers={"Authorization": "Bearer hidden"},
        transport=InProcess(MessagingApplication(Server())),
    )
    client.get_plugins()
    assert "GetPlugins" in shown[0]
    assert "secret" not in shown[0]
    assert "hidden" not in shown[0]


def test_absent_header_blocks_are_none() -> None:
    class Server(Recorder):
        def get_plugins(self) -> list[ProviderInfo]:
            headers = current_call().request_headers
            assert headers.application_token is None
            assert headers.ticket is None
            assert headers.time_zone is None
            return []

    assert messaging(Server()).get_plugins() == []


def test_there_is_a_current_call_only_while_it_is_served() -> None:
    with pytest.raises(RuntimeError, match="no call of Messaging is being served"):
        current_call()


def test_a_call_of_another_service_is_not_the_current_one() -> None:
    class Server(Recorder):
        def get_plugins(self) -> list[ProviderInfo]:
            principal(SoPrincipalApplication(Inner(SIGNED_IN))).authenticate_implicit()
            assert current_call().operation == "GetPlugins"
            return []

    class Inner(Doorman):
        def authenticate_implicit(self) -> AuthenticateResponse:
            with pytest.raises(RuntimeError, match="no call of Messaging"):
                current_call()
            return SIGNED_IN

    assert messaging(Server()).get_plugins() == []


def test_calls_of_many_threads_do_not_mix() -> None:
    together = Barrier(4, timeout=10)

    class Server(Recorder):
        def get_delivery_status(
            self, *, messaging_ids: Sequence[int]
        ) -> list[MessageDeliveryStatus]:
            together.wait()
            ticket = current_call().request_headers.ticket
            return [
                MessageDeliveryStatus(
                    messaging_id=i, status=1, status_description=ticket
                )
                for i in messaging_ids
            ]

    client = messaging(Server())

    def ask(number: int) -> tuple[int, str | None]:
        own = client.with_headers(ticket=f"7T:{number}")
        (status,) = own.get_delivery_status(messaging_ids=[number])
        return status.messaging_id, status.status_description

    with ThreadPoolExecutor(4) as pool:
        assert [*pool.map(ask, range(4))] == [(n, f"7T:{n}") for n in range(4)]
