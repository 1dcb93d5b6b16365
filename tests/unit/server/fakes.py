"""Handlers of the two services for tests, and clients that talk to them in process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from wsgiref.types import WSGIApplication

from services86.messaging import (
    IncomingMessage,
    MessageDeliveryStatus,
    MessagingClient,
    OutgoingMessage,
    ProviderInfo,
)
from services86.messaging.server import MessagingApplication, MessagingHandler
from services86.principal import (
    AuthenticateResponse,
    SoCredentials,
    SoPrincipalClient,
    SoSystemInfoCarrier,
)
from tests.support.wsgi import InProcess

NAMESPACE = "http://www.superoffice.net/ws/crm/NetServer/Services86"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
ENDPOINT = "http://crm.example.com/orders"


class Recorder:
    """A handler of Messaging that keeps its arguments and gives out one status.

    Attributes:
        calls: The method and the arguments of each call.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, Mapping[str, object]]] = []

    def create_message(self, *, incoming_message: IncomingMessage) -> None:
        self._keep("create_message", incoming_message=incoming_message)

    def get_delivery_status(
        self, *, messaging_ids: Sequence[int]
    ) -> list[MessageDeliveryStatus]:
        self._keep("get_delivery_status", messaging_ids=messaging_ids)
        return [MessageDeliveryStatus(messaging_id=i, status=0) for i in messaging_ids]

    def set_delivery_status(
        self,
        *,
        plugin: str,
        external_message_id: str,
        status: int,
        status_description: str | None = None,
    ) -> None:
        self._keep(
            "set_delivery_status",
            plugin=plugin,
            external_message_id=external_message_id,
            status=status,
            status_description=status_description,
        )

    def send_messages(
        self,
        *,
        plugin: str | None = None,
        outgoing_messages: Sequence[OutgoingMessage],
    ) -> list[MessageDeliveryStatus]:
        self._keep("send_messages", plugin=plugin, outgoing_messages=outgoing_messages)
        return []

    def send_messages_with_config(
        self,
        *,
        plugin: str | None = None,
        outgoing_messages: Sequence[OutgoingMessage],
        config: Mapping[str, str | None] | None = None,
    ) -> list[MessageDeliveryStatus]:
        self._keep(
            "send_messages_with_config",
            plugin=plugin,
            outgoing_messages=outgoing_messages,
            config=config,
        )
        return []

    def get_plugins(self) -> list[ProviderInfo]:
        self._keep("get_plugins")
        return []

    def _keep(self, method: str, **arguments: object) -> None:
        self.calls.append((method, arguments))


class Doorman:
    """A handler of SoPrincipal that answers every sign-in alike."""

    def __init__(self, answer: AuthenticateResponse | Exception) -> None:
        self._answer = answer

    def get_system_info(self) -> SoSystemInfoCarrier:
        if isinstance(self._answer, Exception):
            raise self._answer
        return SoSystemInfoCarrier(is_unicode=True)

    def authenticate_implicit(self) -> AuthenticateResponse:
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer

    def authenticate_username_password(
        self, *, user_name: str, password: str
    ) -> AuthenticateResponse:
        return self.authenticate_implicit()

    def authenticate_generic(
        self, *, authentication_data: Mapping[str, str | None]
    ) -> AuthenticateResponse:
        return self.authenticate_implicit()

    def authenticate_with_access_token(
        self, *, access_token: str
    ) -> AuthenticateResponse:
        return self.authenticate_implicit()


SIGNED_IN = AuthenticateResponse(
    credentials=SoCredentials(ticket="7T:1"), authentication_succeeded=True
)


def messaging(handler: MessagingHandler) -> MessagingClient:
    """A client of an application with this handler."""
    return MessagingClient(ENDPOINT, transport=InProcess(MessagingApplication(handler)))


def principal(application: WSGIApplication) -> SoPrincipalClient:
    """A client of this application."""
    return SoPrincipalClient(ENDPOINT, transport=InProcess(application))


def envelope(body: str, blocks: str = "") -> bytes:
    """An envelope of the services' namespace, with arrays' under `a`."""
    header = f"<s:Header>{blocks}</s:Header>" if blocks else ""
    return (
        f'<s:Envelope xmlns:s="{SOAP}" xmlns="{NAMESPACE}" xmlns:a="{ARRAYS}"'
        f' xmlns:xsi="{XSI}">{header}<s:Body>{body}</s:Body></s:Envelope>'
    ).encode()


def action(operation: str) -> Mapping[str, str]:
    """The SOAPAction of an operation of Messaging, as an HTTP header."""
    return {"SOAPAction": f'"{NAMESPACE}/Messaging/{operation}"'}
