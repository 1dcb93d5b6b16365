"""The operations of both clients, with arguments that hold secrets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from inspect import signature
from typing import Any, Final

from services86.messaging import IncomingMessage, MessagingClient, OutgoingMessage
from services86.principal import SoPrincipalClient
from services86.transport import Transport
from tests.support.annotations import annotations_of

ENDPOINT: Final = "https://crm.example.com/Remote/Services86/Service.svc"
APPLICATION_TOKEN: Final = "fuzzed-application-token-4711"
TICKET: Final = "7T:fuzzed&ticket<0123456789=="
PASSWORD: Final = "fuzzed-password-0815"
ACCESS_TOKEN: Final = "8A:Fuzzed.access-token"
PROVIDER_TOKEN: Final = "fuzzed-provider-token"
MESSAGE: Final = OutgoingMessage(to="+4790000000", content="Ready", format="sms/160")

_CLIENTS: Final[Mapping[str, Any]] = {
    "messaging": MessagingClient,
    "principal": SoPrincipalClient,
}
# An option that some versions of the runtime have.
REPLACES_ILLEGAL: Final = "illegal_characters" in signature(MessagingClient).parameters


@dataclass(frozen=True, slots=True)
class Target:
    """An operation to call.

    Attributes:
        name: Its name in the contract.
        service: `messaging` or `principal`.
        response: The local name of its reply's body element.
        method: The client's method.
        arguments: What it is called with.
        results: The local names of the elements in that element, each at most once.
        secrets: The secrets that its request holds.
    """

    name: str
    service: str
    response: str
    method: str
    arguments: Mapping[str, Any]
    results: tuple[str, ...]
    secrets: tuple[str, ...] = field(repr=False)

    def call(self, transport: Transport, *, strict: bool, replace_illegal: bool) -> Any:
        """Call it over a transport; returns the whole `Reply`."""
        options: dict[str, Any] = {"application_token": APPLICATION_TOKEN}
        if self.service == "messaging":
            options["ticket"] = TICKET
        if replace_illegal and REPLACES_ILLEGAL:
            options["illegal_characters"] = "replace"
        client: Any = _CLIENTS[self.service](
            ENDPOINT, strict=strict, transport=transport, **options
        )
        return getattr(client.with_response, self.method)(**self.arguments)

    @property
    def result(self) -> Any:
        """The type of the `Reply`, as the client's own annotation says it."""
        client: Any = _CLIENTS[self.service]
        replies = annotations_of(client.with_response.fget)["return"]
        return annotations_of(getattr(replies, self.method))["return"]


_SENT: Final = {"plugin": "sms", "outgoing_messages": [MESSAGE]}
_REPORTED: Final = {"plugin": "sms", "external_message_id": "a", "status": 1}
_STATUSES: Final = ("Response",)
_SIGNED_IN: Final = ("Response", "Credentials", "AuthenticationSucceeded")


def _messaging(
    name: str,
    method: str,
    arguments: Mapping[str, Any],
    results: tuple[str, ...] = (),
    secrets: tuple[str, ...] = (),
) -> Target:
    secrets = (APPLICATION_TOKEN, TICKET, *secrets)
    response = f"{name}Response"
    return Target(name, "messaging", response, method, arguments, results, secrets)


def _sign_in(name: str, method: str, *secrets: str, **arguments: object) -> Target:
    response, secrets = "AuthenticateResponse", (APPLICATION_TOKEN, *secrets)
    return Target(name, "principal", response, method, arguments, _SIGNED_IN, secrets)


_ALL: Final = (
    _messaging(
        "CreateMessage", "create_message", {"incoming_message": IncomingMessage()}
    ),
    _messaging(
        "GetDeliveryStatus", "get_delivery_status", {"messaging_ids": [1]}, _STATUSES
    ),
    _messaging("SetDeliveryStatus", "set_delivery_status", _REPORTED),
    _messaging("SendMessages", "send_messages", _SENT, _STATUSES),
    _messaging(
        "SendMessagesWithConfig",
        "send_messages_with_config",
        {**_SENT, "config": {"twilio_auth_token": PROVIDER_TOKEN}},
        _STATUSES,
        (PROVIDER_TOKEN,),
    ),
    _messaging("GetPlugins", "get_plugins", {}, _STATUSES),
    Target(
        name="GetSystemInfo",
        service="principal",
        response="GetSystemInfoResponse",
        method="get_system_info",
        arguments={},
        results=("SystemInfo",),
        secrets=(APPLICATION_TOKEN,),
    ),
    _sign_in("AuthenticateImplicit", "authenticate_implicit"),
    _sign_in(
        "AuthenticateUsernamePassword",
        "authenticate_username_password",
        PASSWORD,
        user_name="ann",
        password=PASSWORD,
    ),
    _sign_in(
        "AuthenticateGeneric",
        "authenticate_generic",
        PASSWORD,
        authentication_data={"pin": PASSWORD},
    ),
    _sign_in(
        "AuthenticateWithAccessToken",
        "authenticate_with_access_token",
        ACCESS_TOKEN,
        access_token=ACCESS_TOKEN,
    ),
)
TARGETS: Final[Mapping[str, Target]] = {target.name: target for target in _ALL}
"""Every operation, by its name in the contract."""
