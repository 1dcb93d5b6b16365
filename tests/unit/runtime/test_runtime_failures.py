"""Which of a reply's failures is raised: faults, header blocks, elements, statuses."""

from __future__ import annotations

import pytest

from tests.unit.runtime.answered import FAULT, answered, orders, placed
from tests.unit.runtime.orders._runtime.errors import (
    HttpError,
    ProtocolError,
    SoapFault,
)
from tests.unit.runtime.orders.errors import OperationFailed, SignInRefused
from tests.unit.runtime.orders.types import (
    Problem,
    SignInResult,
)
from tests.unit.runtime.wire import envelope


@pytest.mark.parametrize(
    ("headers", "info"),
    [
        ("<Done>false</Done>", None),
        ("<Done>true</Done><Problem/>", Problem()),
        (
            "<Problem><Text>no</Text><Inner><Text>in</Text></Inner></Problem>",
            Problem(text="no", inner=Problem(text="in")),
        ),
    ],
)
@pytest.mark.parametrize("body", ["", "<PlaceOrdersResponse/>", "<A/>"])
def test_a_failure_header_wins_over_the_body(
    headers: str, info: Problem | None, body: str
) -> None:
    with pytest.raises(OperationFailed) as caught:
        answered(envelope(body, headers)).place_orders(orders=[])
    assert caught.value.info == info
    assert caught.value.outcome == "refused"
    assert caught.value.http_status == 200


@pytest.mark.parametrize("status", [400, 500, 503])
def test_a_failure_header_counts_at_every_status(status: int) -> None:
    with pytest.raises(OperationFailed) as caught:
        answered(
            envelope("", "<Problem><Text>no</Text></Problem>"), status, "text/xml"
        ).place_orders(orders=[])
    assert caught.value.info == Problem(text="no")
    assert (caught.value.http_status, caught.value.outcome) == (status, "refused")
    for headers in ("", "<Done>true</Done>", "<Done>what</Done>"):
        with pytest.raises(HttpError):
            answered(envelope("", headers), status).place_orders(orders=[])


def test_a_fault_wins_over_a_failure_header() -> None:
    with pytest.raises(SoapFault):
        answered(envelope(FAULT, "<Done>false</Done>")).place_orders(orders=[])


@pytest.mark.parametrize("headers", ["", "<Done>1</Done><Problem xsi:nil='true'/>"])
def test_an_absent_failure_header_is_no_failure(headers: str) -> None:
    assert orders(answered(placed("", headers))) == []


def test_a_failure_element_wins_over_required_members() -> None:
    body = "<SignInResponse><Accepted>{}</Accepted>{}</SignInResponse>"
    with pytest.raises(SignInRefused) as refused:
        answered(envelope(body.format("false", ""))).sign_in(user="a", password="b")
    assert refused.value.result.accepted is False
    with pytest.raises(ProtocolError, match="SignInResponse/Key1: a required value"):
        answered(envelope(body.format("true", ""))).sign_in()
    result = answered(envelope(body.format("true", "<Key1>k</Key1>"))).sign_in()
    assert result == SignInResult(session_key="k", accepted=True)


def test_replies_without_content() -> None:
    assert answered(envelope("<PingResponse/>")).with_response.ping().value is None
    with pytest.raises(ProtocolError):
        answered(envelope("<PingResponse><New/></PingResponse>"), strict=True).ping()


@pytest.mark.parametrize("status", [200, 202, 204])
def test_a_one_way_operation_needs_no_reply(status: int) -> None:
    assert answered(b"", status, "").with_response.notify().http.status == status
    reply = answered(envelope("", "<Done>true</Done>"), status).with_response.notify()
    assert reply.headers.done is True
    with pytest.raises(SoapFault):
        answered(envelope(FAULT), status).notify()
    with pytest.raises(HttpError):
        answered(b"", 500, "").notify()
    with pytest.raises(ProtocolError):
        answered(b"oops", 200).notify()
