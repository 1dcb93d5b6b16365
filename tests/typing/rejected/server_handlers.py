"""Handlers that are none, and other mistakes that must not pass a type checker."""

from __future__ import annotations

from collections.abc import Sequence

from services86.errors import AuthenticationFailed, OperationFailed
from services86.messaging import MessageDeliveryStatus, MessagingClient, ProviderInfo
from services86.messaging.server import (
    MessagingApplication,
    MessagingHandler,
    current_call,
)
from services86.principal import SoPrincipalClient
from services86.principal.server import SoPrincipalApplication


class Part:
    """Lacks the other methods."""

    def get_plugins(self) -> list[ProviderInfo]:
        return []


class Texts:
    """Says another type than the contract."""

    def get_delivery_status(
        self, *, messaging_ids: Sequence[str]
    ) -> list[MessageDeliveryStatus]:
        return []


def other_parameters(handler: MessagingHandler) -> None:
    handler.get_delivery_status = Texts().get_delivery_status  # rejected
    handler.get_delivery_status([1])  # rejected
    handler.get_delivery_status(messaging_ids=["1"])  # rejected


def other_handlers(client: MessagingClient, principal: SoPrincipalClient) -> None:
    MessagingApplication(Part())  # rejected
    MessagingApplication(principal)  # rejected
    SoPrincipalApplication(client)  # rejected
    MessagingApplication()  # rejected
    MessagingApplication(client.with_response)  # rejected


def other_header_blocks() -> None:
    current_call().request_headers.password  # rejected
    current_call().reply_headers.succeeded = "yes"  # rejected


def other_failures() -> None:
    OperationFailed("text")  # rejected
    AuthenticationFailed("text")  # rejected
