"""What a handler's failures become: header blocks, results, faults that tell nothing."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import pytest

from services86 import NIL
from services86.errors import (
    AuthenticationFailed,
    OperationFailed,
    SoapFault,
)
from services86.messaging import (
    MessageDeliveryStatus,
    MessagingClient,
    ProviderInfo,
    SoExceptionInfo,
)
from services86.messaging.server import MessagingApplication, current_call
from services86.principal import (
    AuthenticateResponse,
    SoCredentials,
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


def test_a_failure_is_told_in_header_blocks() -> None:
    info = SoExceptionInfo(
        friendly_text="No.", inner_exception=SoExceptionInfo(message="deep")
    )

    class Server(Recorder):
        def get_plugins(self) -> list[ProviderInfo]:
            current_call().reply_headers.extra_info = {"incident": "1"}
            raise OperationFailed(info)

    transport = InProcess(MessagingApplication(Server()))
    with pytest.raises(OperationFailed) as caught:
        MessagingClient(ENDPOINT, transport=transport).get_plugins()
    assert caught.value.info == info
    assert caught.value.http_status == 200
    assert b"<n1:Succeeded>false</n1:Succeeded>" in transport.replies[0]
    assert b"incident" in transport.replies[0]
    assert b"<n1:GetPluginsResponse/>" in transport.replies[0]


def test_a_failure_without_a_description() -> None:
    class Server(Recorder):
        def get_plugins(self) -> list[ProviderInfo]:
            raise OperationFailed

    with pytest.raises(OperationFailed) as caught:
        messaging(Server()).get_plugins()
    assert caught.value.info is None


def test_the_handler_may_set_the_flag_itself() -> None:
    class Server(Recorder):
        def get_plugins(self) -> list[ProviderInfo]:
            current_call().reply_headers.succeeded = False
            return []

    with pytest.raises(OperationFailed):
        messaging(Server()).get_plugins()


def test_a_sign_in_fails_with_the_result_that_says_so() -> None:
    refused = AuthenticateResponse(
        credentials=SoCredentials(ticket=""), authentication_succeeded=False
    )
    client = principal(SoPrincipalApplication(Doorman(AuthenticationFailed(refused))))
    with pytest.raises(AuthenticationFailed) as caught:
        client.authenticate_implicit()
    assert caught.value.result == refused


def test_a_failed_sign_in_passes_through_a_client_as_handler() -> None:
    """What the reply lacks is None to the client, and is sent as nil again."""
    refused = AuthenticateResponse(
        credentials=SoCredentials(ticket=NIL), authentication_succeeded=False
    )
    inner = principal(SoPrincipalApplication(Doorman(AuthenticationFailed(refused))))
    outer = principal(SoPrincipalApplication(inner))
    with pytest.raises(AuthenticationFailed) as caught:
        outer.authenticate_implicit()
    ticket: str | None = caught.value.result.credentials.ticket
    assert ticket is None


def test_an_operation_without_such_a_result_tells_it_in_header_blocks() -> None:
    error = AuthenticationFailed(SIGNED_IN)
    client = principal(SoPrincipalApplication(Doorman(error)))
    with pytest.raises(OperationFailed) as caught:
        client.get_system_info()
    assert type(caught.value) is OperationFailed


def test_a_failure_whose_result_says_success_is_not_sent(
    caplog: pytest.LogCaptureFixture,
) -> None:
    error = AuthenticationFailed(SIGNED_IN)
    with pytest.raises(SoapFault, match="internal error"):
        principal(SoPrincipalApplication(Doorman(error))).authenticate_implicit()
    assert "a failed result says that all went well" in caplog.text


def test_an_exception_is_logged_and_tells_the_caller_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = principal(SoPrincipalApplication(Doorman(KeyError("the inside"))))
    with pytest.raises(SoapFault) as caught:
        client.authenticate_implicit()
    assert (caught.value.code, caught.value.reason) == ("Server", "internal error")
    assert caught.value.http_status == 500
    assert "the inside" in caplog.text
    assert caplog.records[-1].levelno == logging.ERROR


def test_a_result_that_cannot_be_encoded_is_a_fault(
    caplog: pytest.LogCaptureFixture,
) -> None:
    wrong = MessageDeliveryStatus(messaging_id=2**31, status=1)

    class Server(Recorder):
        def get_delivery_status(
            self, *, messaging_ids: Sequence[int]
        ) -> list[MessageDeliveryStatus]:
            return [MessageDeliveryStatus(messaging_id=1, status=1), wrong]

    with pytest.raises(SoapFault) as caught:
        messaging(Server()).get_delivery_status(messaging_ids=[])
    assert caught.value.code == "Server"
    assert "response[1].messaging_id" in caught.value.reason
    assert "response[1].messaging_id" in caplog.text


@pytest.mark.parametrize("text", ["\x01", "\ud800", "\uffff"])
def test_characters_that_xml_cannot_carry_are_a_fault(text: str) -> None:
    class Server(Recorder):
        def get_plugins(self) -> list[ProviderInfo]:
            return [ProviderInfo(name=text)]

    with pytest.raises(SoapFault, match="XML cannot carry"):
        messaging(Server()).get_plugins()


def test_a_none_where_a_list_is_due_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Recorder()
    monkeypatch.setattr(server, "get_plugins", lambda: None)
    with pytest.raises(SoapFault, match="response: a value is required"):
        messaging(server).get_plugins()
