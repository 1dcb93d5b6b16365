"""The service's operations: how each request is written and each reply read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ._runtime.members import Members
from ._runtime.nil import NIL
from ._runtime.operation import (
    Items,
    Operation,
    Service,
    read_nothing,
    write_no_headers,
)
from ._runtime.reading import Element, Reader, new, read_optional
from ._runtime.redaction import Redactor
from ._runtime.values import read_boolean, read_string, write_string
from ._runtime.writing import write_element
from .codec import read_orders, read_problem, write_orders, write_region
from .errors import OperationFailed, SignInRefused
from .types import Order, ReplyHeaders, RequestHeaders, SignInResult

SERVICE: Final = Service(
    name="Orders",
    namespaces={"n1": "urn:orders"},
    redactor=Redactor(elements=("Token", "Key1", "Password"), keys=("pin",)),
)

_NS1: Final = "{urn:orders}"
_REPLY_BLOCKS: Final = Members(_NS1 + "Done", _NS1 + "Problem")
_PLACE_ORDERS_RESPONSE_MEMBERS: Final = Members(_NS1 + "Response")
_SIGN_IN_RESPONSE_MEMBERS: Final = Members(_NS1 + "Key1", _NS1 + "Accepted")


def _write_headers(headers: RequestHeaders, out: list[str]) -> None:
    if headers.token is NIL:
        out.append('<n1:Token xsi:nil="true"/>')
    elif headers.token is not None:
        out.append("<n1:Token>" + write_string(headers.token, "token") + "</n1:Token>")
    if headers.session_key is not None:
        out.append("<n1:Session><n1:Key1>")
        out.append(write_string(headers.session_key, "session_key"))
        out.append("</n1:Key1></n1:Session>")
    if headers.region is not None:
        write_element(out, "n1:Region", headers.region, write_region, "region")


def _read_reply_headers(blocks: Sequence[Element], reader: Reader) -> ReplyHeaders:
    found = _REPLY_BLOCKS.among(blocks, reader)
    headers = ReplyHeaders()
    headers.done = read_boolean(found[0], reader)
    headers.problem = read_optional(found[1], reader, read_problem)
    return headers


def _check_reply_headers(headers: ReplyHeaders) -> OperationFailed | None:
    if headers.done is False or headers.problem is not None:
        return OperationFailed(headers.problem)
    return None


def _write_place_orders(
    _out: list[str], customer: str | None, orders: Sequence[Order]
) -> None:
    _out.append("<n1:PlaceOrders>")
    if customer is NIL:
        _out.append('<n1:Customer xsi:nil="true"/>')
    elif customer is not None:
        _out.append(
            "<n1:Customer>" + write_string(customer, "customer") + "</n1:Customer>"
        )
    write_element(_out, "n1:Orders", orders, write_orders, "orders")
    _out.append("</n1:PlaceOrders>")


def _read_place_orders_response(element: Element, reader: Reader) -> list[Order]:
    found = _PLACE_ORDERS_RESPONSE_MEMBERS.of(element, reader)
    return read_optional(found[0], reader, read_orders) or []


def _write_sign_in(_out: list[str], user: str | None, password: str | None) -> None:
    _out.append("<n1:SignIn>")
    if user is not None:
        _out.append("<n1:User>" + write_string(user, "user") + "</n1:User>")
    if password is not None:
        _out.append(
            "<n1:Password>" + write_string(password, "password") + "</n1:Password>"
        )
    _out.append("</n1:SignIn>")


def _read_sign_in_response(element: Element, reader: Reader) -> SignInResult:
    found = _SIGN_IN_RESPONSE_MEMBERS.of(element, reader)
    value = new(SignInResult)
    value.session_key = reader.required(read_string(found[0], reader), element, "Key1")
    value.accepted = read_boolean(found[1], reader)
    return value


def _check_sign_in_response(result: SignInResult) -> SignInRefused | None:
    if result.accepted is False:
        return SignInRefused(result)
    return None


def _write_ping(_out: list[str]) -> None:
    _out.append("<n1:Ping/>")


PLACE_ORDERS: Final = Operation(
    name="PlaceOrders",
    action="urn:orders/PlaceOrders",
    response="{urn:orders}PlaceOrdersResponse",
    write=_write_place_orders,
    write_headers=_write_headers,
    read=_read_place_orders_response,
    read_headers=_read_reply_headers,
    blocks=_REPLY_BLOCKS,
    items=Items("{urn:orders}Response", read_orders),
    check_headers=_check_reply_headers,
)
SIGN_IN: Final = Operation(
    name="SignIn",
    action="urn:orders/SignIn",
    response="{urn:orders}SignInResponse",
    write=_write_sign_in,
    write_headers=_write_headers,
    read=_read_sign_in_response,
    read_headers=_read_reply_headers,
    blocks=_REPLY_BLOCKS,
    check_headers=_check_reply_headers,
    check_result=_check_sign_in_response,
)
PING: Final = Operation(
    name="Ping",
    action="urn:orders/Ping",
    response="{urn:orders}PingResponse",
    write=_write_ping,
    write_headers=write_no_headers,
    read=read_nothing,
    read_headers=_read_reply_headers,
    blocks=_REPLY_BLOCKS,
)
NOTIFY: Final = Operation(
    name="Notify",
    action="urn:orders/Notify",
    response=None,
    write=_write_ping,
    write_headers=write_no_headers,
    read=read_nothing,
    read_headers=_read_reply_headers,
    blocks=_REPLY_BLOCKS,
)
