"""A small server that remembers: what `make demo` talks to through `typedsoap mock`."""

from __future__ import annotations

from collections.abc import Sequence

from services86.errors import AuthenticationFailed, OperationFailed
from services86.messaging import (
    MessageDeliveryStatus,
    OutgoingMessage,
    SoExceptionInfo,
)
from services86.principal import (
    AuthenticateResponse,
    SoCredentials,
    SoPrincipalCarrier,
)

PASSWORD = "open sesame"
TICKET = "7T:demo-ticket"
SENT = 1


class DemoServer:
    """Signs anybody in who knows the password, and takes messages for its one plugin."""

    def __init__(self) -> None:
        self._sent: dict[int, OutgoingMessage] = {}

    def authenticate_username_password(
        self, *, user_name: str, password: str
    ) -> AuthenticateResponse:
        if password != PASSWORD:
            raise AuthenticationFailed(_refused())
        return AuthenticateResponse(
            response=SoPrincipalCarrier(associate=user_name),
            credentials=SoCredentials(ticket=TICKET),
            authentication_succeeded=True,
        )

    def send_messages(
        self,
        *,
        plugin: str | None = None,
        outgoing_messages: Sequence[OutgoingMessage],
    ) -> list[MessageDeliveryStatus]:
        if plugin != "sms":
            text = f"There is no plugin called {plugin}."
            raise OperationFailed(SoExceptionInfo(friendly_text=text))
        first = len(self._sent) + 1
        numbered = dict(enumerate(outgoing_messages, first))
        self._sent |= numbered
        return [self._status(number) for number in numbered]

    def get_delivery_status(
        self, *, messaging_ids: Sequence[int]
    ) -> list[MessageDeliveryStatus]:
        return [self._status(number) for number in messaging_ids]

    def _status(self, number: int) -> MessageDeliveryStatus:
        message = self._sent[number]
        return MessageDeliveryStatus(
            messaging_id=number,
            status=SENT,
            status_description=f"sent to {message.to}",
        )


def _refused() -> AuthenticateResponse:
    return AuthenticateResponse(
        credentials=SoCredentials(ticket=""), authentication_succeeded=False
    )
