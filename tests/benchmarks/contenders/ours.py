"""The generated client of this repository."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

from services86.messaging import MessagingClient, OutgoingMessage
from services86.transport import HttpRequest, HttpResponse
from tests.benchmarks.payloads import PLUGIN, Plain, present
from tests.benchmarks.sampling import Call

if TYPE_CHECKING:
    from services86.messaging import (
        FieldProperty,
        FieldRight,
        MessageDeliveryStatus,
        TableRight,
    )

ENDPOINT: Final = "http://127.0.0.1:9/Messaging.svc"
TOKEN: Final = "1234567-1234-9876"
TICKET: Final = "7T:1234abcxyzExample=="


class Sent(Exception):
    """Ends a call when its request is complete."""


class ReplyingTransport:
    """Answers every request with the same reply."""

    def __init__(self, reply: bytes) -> None:
        self._reply = HttpResponse(
            status=200, headers={"Content-Type": "text/xml; charset=utf-8"}, body=reply
        )

    def send(self, request: HttpRequest) -> HttpResponse:
        """The reply."""
        return self._reply

    def close(self) -> None:
        """Nothing to release."""


class RefusingTransport:
    """Keeps what it is to send, and ends the call.

    Attributes:
        body: The last request's envelope.
    """

    def __init__(self) -> None:
        self.body = b""

    def send(self, request: HttpRequest) -> HttpResponse:
        """Raises `Sent`."""
        self.body = request.body
        raise Sent

    def close(self) -> None:
        """Nothing to release."""


class Ours:
    """Whole calls, up to the transport's border and from there on."""

    name = "ours"

    def decoding(self, reply: bytes) -> Call:
        """The reading of a reply with exactly what a call of the client hands to it.

        Nothing is left out but the request: a real call is made once, through a transport
        that has the reply at hand, and the arguments of its `read_reply` are kept.
        """
        calling = import_module("services86._runtime.calling")
        read: Callable[..., Any] = calling.read_reply
        kept: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

        def keeping(*args: Any, **kwargs: Any) -> Any:
            kept.append((args, kwargs))
            return read(*args, **kwargs)

        vars(calling)["read_reply"] = keeping
        try:
            self.calling(reply)()
        finally:
            vars(calling)["read_reply"] = read
        ((args, kwargs),) = kept
        return lambda: read(*args, **kwargs)[0]

    def calling(self, reply: bytes) -> Call:
        """A whole call that asks for one status, without a network."""
        client = _client(ReplyingTransport(reply))
        return lambda: client.get_delivery_status(messaging_ids=[1])

    def plain(self, result: object) -> list[Plain]:
        """Statuses in plain values."""
        return [_plain_status(s) for s in cast("list[MessageDeliveryStatus]", result)]

    def encoding(self, messages: Sequence[Plain]) -> Callable[[], bytes]:
        """A whole call up to its transport, HTTP headers included."""
        transport = RefusingTransport()
        client = _client(transport)
        arguments = outgoing_messages(messages)

        def encode() -> bytes:
            try:
                client.send_messages(plugin=PLUGIN, outgoing_messages=arguments)
            except Sent:
                return transport.body
            raise AssertionError("the transport was not asked")

        return encode

    def asking(self, url: str, ids: Sequence[int], until: ExitStack) -> Call:
        """A whole call of GetDeliveryStatus over HTTP; `until` closes connections."""
        client = until.enter_context(
            MessagingClient(url, application_token=TOKEN, ticket=TICKET)
        )
        return lambda: client.get_delivery_status(messaging_ids=ids)

    def holding(self, items: Iterable[Plain]) -> object:
        """The values that decoding these statuses gives, made without decoding."""
        make = import_module("services86.messaging").MessageDeliveryStatus
        return [
            make(
                status=item["Status"],
                status_description=item["StatusDescription"],
                messaging_id=item["MessagingId"],
            )
            for item in items
        ]


def outgoing_messages(messages: Sequence[Plain]) -> list[OutgoingMessage]:
    """Messages as the client takes them."""
    return [
        OutgoingMessage(
            from_=cast("str", item["From"]),
            to=cast("str", item["To"]),
            content=cast("str", item["Content"]),
            format=cast("str", item["Format"]),
            parent_messaging_id=cast("int", item["ParentMessagingId"]),
            suggested_session_key=cast("str", item["SuggestedSessionKey"]),
        )
        for item in messages
    ]


def _client(transport: ReplyingTransport | RefusingTransport) -> MessagingClient:
    return MessagingClient(
        ENDPOINT, application_token=TOKEN, ticket=TICKET, transport=transport
    )


def _plain_status(status: MessageDeliveryStatus) -> Plain:
    record: Plain = {
        "TableRight": _plain_right(status.table_right),
        "FieldProperties": (
            None
            if status.field_properties is None
            else {
                name: _plain_property(value)
                for name, value in status.field_properties.items()
            }
        ),
        "Status": status.status,
        "StatusDescription": status.status_description,
        "MessagingId": status.messaging_id,
    }
    return present(record)


def _plain_property(value: FieldProperty | None) -> Plain | None:
    if value is None:
        return None
    return present(
        {
            "FieldRight": _plain_right(value.field_right),
            "FieldType": value.field_type,
            "FieldLength": value.field_length,
        }
    )


def _plain_right(right: TableRight | FieldRight | None) -> Plain | None:
    if right is None:
        return None
    mask = None if right.mask is None else sorted(flag.value for flag in right.mask)
    return present({"Mask": mask, "Reason": right.reason})
