"""What the generated client takes and gives, as the type checkers see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import assert_type

from services86 import NIL
from services86.errors import (
    AuthenticationFailed,
    EncodeError,
    OperationFailed,
    SoapError,
)
from services86.messaging import (
    MessageDeliveryStatus,
    MessagingClient,
    OutgoingMessage,
    ProviderInfo,
    Reply,
    ReplyHeaders,
)
from services86.principal import (
    AuthenticateResponse,
    SoCredentials,
    SoPrincipalCarrier,
    SoPrincipalClient,
    UserType,
)
from services86.transport import HttpRequest, HttpResponse


def required_parameters_and_results(client: MessagingClient) -> None:
    sent = client.send_messages(outgoing_messages=[OutgoingMessage()])
    assert_type(sent, list[MessageDeliveryStatus])
    assert_type(sent[0].messaging_id, int)
    assert_type(sent[0].status, int)
    assert_type(sent[0].status_description, str | None)
    assert_type(client.get_plugins(), list[ProviderInfo])


def operations_without_a_result(
    client: MessagingClient, status: MessageDeliveryStatus
) -> None:
    client.set_delivery_status(plugin="sms", external_message_id="1", status=1)
    assert_type(client.with_response.get_plugins().value, list[ProviderInfo])


def sequences_and_mappings_of_any_kind(
    client: MessagingClient,
    ids: Sequence[int],
    messages: tuple[OutgoingMessage, ...],
    settings: Mapping[str, str | None],
    more: dict[str, str],
) -> None:
    client.get_delivery_status(messaging_ids=ids)
    client.get_delivery_status(messaging_ids=(1, 2))
    client.send_messages_with_config(outgoing_messages=messages, config=settings)
    client.send_messages_with_config(outgoing_messages=messages, config=more)


def nil_fits_everywhere(client: MessagingClient) -> None:
    client.send_messages(plugin=NIL, outgoing_messages=[OutgoingMessage(to=NIL)])


def sign_in(client: SoPrincipalClient) -> str:
    signed_in = client.authenticate_username_password(user_name="a", password="b")
    assert_type(signed_in, AuthenticateResponse)
    assert_type(signed_in.credentials, SoCredentials)
    assert_type(signed_in.response, SoPrincipalCarrier | None)
    if signed_in.response is not None:
        assert_type(signed_in.response.user_type, UserType | None)
    assert_type(signed_in.credentials.ticket, str)
    return signed_in.credentials.ticket


def whole_replies(client: SoPrincipalClient) -> None:
    reply = client.with_response.authenticate_implicit()
    assert_type(reply.value.credentials, SoCredentials)
    assert_type(reply.headers.succeeded, bool | None)
    assert_type(reply.http.status, int)
    assert_type(reply.http.elapsed, float)


def a_reply_can_be_named(
    client: MessagingClient,
) -> Reply[list[ProviderInfo], ReplyHeaders]:
    return client.with_response.get_plugins()


def copies_are_clients(client: MessagingClient) -> None:
    assert_type(client.with_options(timeout=None), MessagingClient)
    assert_type(
        client.with_headers(ticket="7T:", application_token=None), MessagingClient
    )
    assert_type(
        client.with_options(
            connect_timeout=1,
            read_timeout=None,
            retries=2,
            illegal_characters="replace",
            understood_headers={"{urn:a}B"},
            reply_limit=1_000,
            element_limit=1_000,
        ),
        MessagingClient,
    )
    with client as same:
        assert_type(same, MessagingClient)


def errors(client: MessagingClient, principal: SoPrincipalClient) -> None:
    try:
        client.get_plugins()
    except EncodeError as error:
        assert_type(error.path, tuple[str | int, ...])
    except AuthenticationFailed as error:
        assert_type(error.result, AuthenticateResponse)
    except OperationFailed as error:
        if error.info is not None:
            assert_type(error.info.friendly_text, str | None)
    except SoapError as error:
        assert_type(error.operation, str | None)
        assert_type(error.http_status, int | None)


class Recorder:
    """A transport of one's own needs no base class."""

    def send(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse(status=200, headers={}, body=request.body)

    def close(self) -> None:
        pass


def trust_and_limits() -> MessagingClient:
    return MessagingClient(
        "https://crm.example.com/",
        connect_timeout=5,
        retries=1,
        illegal_characters="replace",
        understood_headers=["{urn:a}B"],
        ca_file=Path("ca.pem"),
        client_certificate=("certificate.pem", Path("key.pem")),
        trust_env=True,
    )


def own_transport() -> MessagingClient:
    return MessagingClient("https://crm.example.com/", transport=Recorder())
