"""Handler, client and fake are interchangeable; applications take any of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_type
from wsgiref.types import WSGIApplication

from services86.errors import AuthenticationFailed, OperationFailed
from services86.messaging import (
    IncomingMessage,
    MessageDeliveryStatus,
    MessagingClient,
    OutgoingMessage,
    ProviderInfo,
    SoExceptionInfo,
    SoTimeZone,
)
from services86.messaging.server import (
    MessagingApplication,
    MessagingHandler,
    current_call,
)
from services86.principal import (
    AuthenticateResponse,
    SoCredentials,
    SoPrincipalClient,
)
from services86.principal.server import SoPrincipalApplication, SoPrincipalHandler


class Fake:
    """No base class is needed."""

    def create_message(self, *, incoming_message: IncomingMessage) -> None:
        assert_type(incoming_message.from_, str | None)

    def get_delivery_status(
        self, *, messaging_ids: Sequence[int]
    ) -> list[MessageDeliveryStatus]:
        return [MessageDeliveryStatus(messaging_id=i, status=1) for i in messaging_ids]

    def set_delivery_status(
        self,
        *,
        plugin: str,
        external_message_id: str,
        status: int,
        status_description: str | None = None,
    ) -> None:
        raise OperationFailed(SoExceptionInfo(friendly_text=plugin))

    def send_messages(
        self,
        *,
        plugin: str | None = None,
        outgoing_messages: Sequence[OutgoingMessage],
    ) -> list[MessageDeliveryStatus]:
        call = current_call()
        assert_type(call.request_headers.ticket, str | None)
        assert_type(call.request_headers.time_zone, SoTimeZone | None)
        call.reply_headers.time_zone = SoTimeZone(so_time_zone_id=1)
        call.reply_headers.extra_info = {"node": None}
        assert_type(call.operation, str)
        assert_type(call.http_headers["Host"], str)
        assert_type(call.remote_address, str | None)
        return []

    def send_messages_with_config(
        self,
        *,
        plugin: str | None = None,
        outgoing_messages: Sequence[OutgoingMessage],
        config: Mapping[str, str | None] | None = None,
    ) -> list[MessageDeliveryStatus]:
        return self.send_messages(plugin=plugin, outgoing_messages=outgoing_messages)

    def get_plugins(self) -> list[ProviderInfo]:
        return []


class Derived(MessagingHandler):
    """The Protocol may be the base class, too; a type checker then asks for the rest."""

    def get_plugins(self) -> list[ProviderInfo]:
        return [ProviderInfo(name="sms")]


def a_client_is_a_handler(
    messaging: MessagingClient, principal: SoPrincipalClient
) -> tuple[MessagingHandler, SoPrincipalHandler]:
    return messaging, principal


def a_fake_is_one_too() -> MessagingHandler:
    return Fake()


def what_works_with_any_of_them(handler: MessagingHandler) -> int:
    statuses = handler.send_messages(outgoing_messages=[OutgoingMessage()])
    assert_type(statuses, list[MessageDeliveryStatus])
    return sum(status.status for status in statuses)


def used(client: MessagingClient) -> int:
    return what_works_with_any_of_them(client) + what_works_with_any_of_them(Fake())


def an_application_is_wsgi(client: MessagingClient) -> list[WSGIApplication]:
    return [MessagingApplication(client), MessagingApplication(Fake(), strict=True)]


def a_client_is_served(client: SoPrincipalClient) -> WSGIApplication:
    return SoPrincipalApplication(client, max_request=1024)


def a_refused_sign_in() -> AuthenticationFailed:
    return AuthenticationFailed(
        AuthenticateResponse(
            credentials=SoCredentials(ticket=""), authentication_succeeded=False
        )
    )
