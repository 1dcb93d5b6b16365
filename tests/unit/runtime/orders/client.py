"""The service's client."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from ssl import SSLContext
from typing import Self

from ._runtime.client import ClientBase, Replies
from ._runtime.operation import Reply
from ._runtime.options import OMITTED, FilePath, IllegalCharacters, Omitted
from ._runtime.transport import Transport
from .operations import NOTIFY, PING, PLACE_ORDERS, SERVICE, SIGN_IN
from .types import Order, Region, ReplyHeaders, RequestHeaders, SignInResult


class OrdersClient(ClientBase[RequestHeaders]):
    """Places orders."""

    def __init__(
        self,
        endpoint: str,
        *,
        token: str | None = None,
        session_key: str | None = None,
        region: Region | None = None,
        timeout: float | None = 30.0,
        connect_timeout: float | None = None,
        read_timeout: float | None = None,
        retries: int = 0,
        http_headers: Mapping[str, str] | None = None,
        strict: bool = False,
        illegal_characters: IllegalCharacters = "refuse",
        understood_headers: Collection[str] = (),
        reply_limit: int = 67_108_864,
        element_limit: int = 1_000_000,
        ca_file: FilePath | None = None,
        client_certificate: FilePath | tuple[FilePath, FilePath] | None = None,
        ssl_context: SSLContext | None = None,
        proxy: str | None = None,
        trust_env: bool = False,
        transport: Transport | None = None,
    ) -> None:
        """Connect to an endpoint; see `ClientBase` for the options."""
        super().__init__(
            SERVICE,
            endpoint,
            RequestHeaders(token=token, session_key=session_key, region=region),
            timeout=timeout,
            connect_timeout=connect_timeout,
            read_timeout=read_timeout,
            retries=retries,
            http_headers=http_headers,
            strict=strict,
            illegal_characters=illegal_characters,
            understood_headers=understood_headers,
            reply_limit=reply_limit,
            element_limit=element_limit,
            ca_file=ca_file,
            client_certificate=client_certificate,
            ssl_context=ssl_context,
            proxy=proxy,
            trust_env=trust_env,
            transport=transport,
        )

    def with_headers(
        self,
        *,
        token: str | Omitted | None = OMITTED,
        session_key: str | Omitted | None = OMITTED,
        region: Region | Omitted | None = OMITTED,
    ) -> Self:
        """A copy with other header blocks: omitted inherits, None leaves one out."""
        return self._with_headers(token=token, session_key=session_key, region=region)

    @property
    def with_response(self) -> OrdersReplies:
        """The same operations, returning whole replies."""
        return OrdersReplies(self)

    def place_orders(
        self, *, customer: str | None = None, orders: Sequence[Order]
    ) -> list[Order]:
        """Place orders."""
        return self._call(PLACE_ORDERS, customer, orders).value

    def sign_in(
        self, *, user: str | None = None, password: str | None = None
    ) -> SignInResult:
        """Sign in."""
        return self._call(SIGN_IN, user, password).value

    def ping(self) -> None:
        """See whether the server is there."""
        return self._call(PING).value

    def notify(self) -> None:
        """Tell the server without waiting for it."""
        return self._call(NOTIFY).value


class OrdersReplies(Replies[RequestHeaders]):
    """The operations of `OrdersClient`, returning whole replies."""

    def place_orders(
        self, *, customer: str | None = None, orders: Sequence[Order]
    ) -> Reply[list[Order], ReplyHeaders]:
        """Place orders."""
        return self._call(PLACE_ORDERS, customer, orders)

    def sign_in(
        self, *, user: str | None = None, password: str | None = None
    ) -> Reply[SignInResult, ReplyHeaders]:
        """Sign in."""
        return self._call(SIGN_IN, user, password)

    def ping(self) -> Reply[None, ReplyHeaders]:
        """See whether the server is there."""
        return self._call(PING)

    def notify(self) -> Reply[None, ReplyHeaders]:
        """Tell the server without waiting for it."""
        return self._call(NOTIFY)
