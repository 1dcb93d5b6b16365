"""The messaging application against the hand-written envelopes, both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from services86.errors import OperationFailed
from services86.messaging import (
    IncomingMessage,
    MessageDeliveryStatus,
    OutgoingMessage,
    ProviderInfo,
    ReplyHeaders,
    RequestHeaders,
    SoTimeZone,
)
from services86.messaging.server import MessagingApplication, current_call
from tests.documented import expected_messaging as expected
from tests.support.posting import Posted, assert_replied, post

DOCUMENTED_HEADERS = RequestHeaders(
    application_token="1234567-1234-9876",
    ticket="7T:1234abcxyzExample==",
    time_zone=None,
)


@dataclass
class Desk:
    """A handler that keeps what it was called with and returns what it was told to."""

    statuses: list[MessageDeliveryStatus] = field(default_factory=list)
    plugins: list[ProviderInfo] = field(default_factory=list)
    headers: ReplyHeaders = field(default_factory=ReplyHeaders)
    failure: OperationFailed | None = None
    received: list[object] = field(default_factory=list)

    def _serve(self, *arguments: object) -> None:
        call = current_call()
        self.received = [call.operation, call.request_headers, *arguments]
        call.reply_headers.extra_info = self.headers.extra_info
        call.reply_headers.succeeded = self.headers.succeeded
        call.reply_headers.time_zone = self.headers.time_zone
        if self.failure is not None:
            raise self.failure

    def create_message(self, *, incoming_message: IncomingMessage) -> None:
        self._serve(incoming_message)

    def get_delivery_status(
        self, *, messaging_ids: Sequence[int]
    ) -> list[MessageDeliveryStatus]:
        self._serve(messaging_ids)
        return self.statuses

    def set_delivery_status(
        self,
        *,
        plugin: str,
        external_message_id: str,
        status: int,
        status_description: str | None = None,
    ) -> None:
        self._serve(plugin, external_message_id, status, status_description)

    def send_messages(
        self, *, plugin: str | None = None, outgoing_messages: Sequence[OutgoingMessage]
    ) -> list[MessageDeliveryStatus]:
        self._serve(plugin, outgoing_messages)
        return self.statuses

    def send_messages_with_config(
        self,
        *,
        plugin: str | None = None,
        outgoing_messages: Sequence[OutgoingMessage],
        config: Mapping[str, str | None] | None = None,
    ) -> list[MessageDeliveryStatus]:
        self._serve(plugin, outgoing_messages, config)
        return self.statuses

    def get_plugins(self) -> list[ProviderInfo]:
        self._serve()
        return self.plugins


def served(desk: Desk, name: str, operation: str) -> Posted:
    return post(
        MessagingApplication(desk), f"messaging/{name}", f"Messaging/{operation}"
    )


def test_create_message() -> None:
    desk = Desk()
    posted = served(desk, "create_message.request", "CreateMessage")
    message = IncomingMessage(
        to="", from_="", content="", format="", session_key="", plugin=""
    )
    assert desk.received == ["CreateMessage", DOCUMENTED_HEADERS, message]
    assert_replied(posted, "messaging/create_message.response")


def test_get_delivery_status() -> None:
    desk = Desk(statuses=expected.SAMPLE_STATUSES)
    posted = served(desk, "get_delivery_status.request", "GetDeliveryStatus")
    assert desk.received == ["GetDeliveryStatus", DOCUMENTED_HEADERS, [0]]
    assert_replied(posted, "messaging/get_delivery_status.response")


def test_set_delivery_status() -> None:
    desk = Desk()
    posted = served(desk, "set_delivery_status.request", "SetDeliveryStatus")
    assert desk.received == ["SetDeliveryStatus", DOCUMENTED_HEADERS, "", "", 0, ""]
    assert_replied(posted, "messaging/set_delivery_status.response")


def test_send_messages() -> None:
    desk = Desk(statuses=expected.SAMPLE_STATUSES)
    posted = served(desk, "send_messages.request", "SendMessages")
    messages = expected.SAMPLE_MESSAGES
    assert desk.received == ["SendMessages", DOCUMENTED_HEADERS, "", messages]
    assert_replied(posted, "messaging/send_messages.response")


def test_send_messages_with_config() -> None:
    desk = Desk(statuses=expected.SAMPLE_STATUSES)
    name = "SendMessagesWithConfig"
    posted = served(desk, "send_messages_with_config.request", name)
    messages = expected.SAMPLE_MESSAGES
    assert desk.received == [name, DOCUMENTED_HEADERS, "", messages, {"": ""}]
    assert_replied(posted, "messaging/send_messages_with_config.response")


def test_get_plugins() -> None:
    desk = Desk(plugins=expected.SAMPLE_PLUGINS)
    posted = served(desk, "get_plugins.request", "GetPlugins")
    assert desk.received == ["GetPlugins", DOCUMENTED_HEADERS]
    assert_replied(posted, "messaging/get_plugins.response")


def test_send_messages_with_all_members() -> None:
    desk = Desk(statuses=expected.SENT_STATUSES, headers=expected.SENT_HEADERS)
    posted = served(desk, "send_messages.all_members.request", "SendMessages")
    headers = RequestHeaders(
        application_token="token & more",
        ticket="7T:abc==",
        time_zone=SoTimeZone(so_time_zone_id=261, so_time_zone_location_code="NO"),
    )
    assert desk.received == ["SendMessages", headers, "sms", expected.RICH_MESSAGES]
    reply = "messaging/send_messages.all_members.response"
    assert_replied(posted, reply, succeeded=False)


def test_get_delivery_status_with_all_members() -> None:
    desk = Desk(
        statuses=expected.DELIVERED_STATUSES, headers=expected.DELIVERED_HEADERS
    )
    name = "get_delivery_status.all_members"
    posted = served(desk, f"{name}.request", "GetDeliveryStatus")
    headers = RequestHeaders(
        application_token="token",
        ticket="8A:Example.access-token",
        time_zone=SoTimeZone(so_time_zone_id=0, so_time_zone_location_code=""),
    )
    assert desk.received == ["GetDeliveryStatus", headers, [41, -42, 2147483647]]
    assert_replied(posted, f"messaging/{name}.response", succeeded=False)


def test_send_messages_that_fails() -> None:
    desk = Desk(
        headers=expected.FAILURE_HEADERS,
        failure=OperationFailed(info=expected.SENDING_FAILURE),
    )
    posted = served(desk, "send_messages.request", "SendMessages")
    assert_replied(posted, "messaging/send_messages.failure.response", succeeded=False)


def test_get_delivery_status_that_fails() -> None:
    desk = Desk(
        headers=expected.FAILURE_HEADERS,
        failure=OperationFailed(info=expected.LOOKUP_FAILURE),
    )
    posted = served(desk, "get_delivery_status.request", "GetDeliveryStatus")
    reply = "messaging/get_delivery_status.failure.response"
    assert_replied(posted, reply, succeeded=False)
