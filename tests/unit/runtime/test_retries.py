"""Further attempts: what is tried again, how long that takes, and what is told of it."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.unit.runtime.orders import client as orders_client
from tests.unit.runtime.orders._runtime import attempts, calling
from tests.unit.runtime.orders._runtime.errors import (
    ClientClosed,
    ConnectError,
    ConnectionLost,
    ConnectTimeout,
    EncodeError,
    ProtocolError,
    ReadTimeout,
    SoapError,
    SoapFault,
    TlsError,
)
from tests.unit.runtime.orders._runtime.transport import HttpRequest, HttpResponse
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.operations import PING
from tests.unit.runtime.wire import envelope

PONG = envelope("<PingResponse/>")
FAULT = envelope("<s:Fault><faultcode>s:Client</faultcode></s:Fault>")


class Clock:
    """A clock that only sleeping moves, and requests that take `call` seconds."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.call = 0.0
        self.pauses: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.pauses.append(round(seconds, 6))
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(calling, "monotonic", made.monotonic)
    monkeypatch.setattr(attempts, "monotonic", made.monotonic)
    monkeypatch.setattr(attempts, "sleep", made.sleep)
    return made


@pytest.fixture
def idempotent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Declare Ping idempotent."""
    monkeypatch.setattr(orders_client, "PING", replace(PING, idempotent=True))


class Script:
    """A transport whose answers are given in order; the last one is repeated."""

    def __init__(self, clock: Clock, *answers: bytes | Exception) -> None:
        self._clock = clock
        self._answers: Iterator[bytes | Exception] = iter(answers)
        self._last = answers[-1]
        self.requests: list[HttpRequest] = []

    def send(self, request: HttpRequest) -> HttpResponse:
        self.requests.append(request)
        self._clock.now += self._clock.call
        answer = next(self._answers, self._last)
        if isinstance(answer, Exception):
            raise answer
        return HttpResponse(status=200, headers={}, body=answer)

    def close(self) -> None:
        """Nothing to release."""


def _client(transport: Script, **options: Any) -> OrdersClient:
    return OrdersClient("http://shop.test/", transport=transport, **options)


def _error(transport: Script, **options: Any) -> SoapError:
    with pytest.raises(SoapError) as caught:
        _client(transport, **options).ping()
    return caught.value


@pytest.mark.parametrize(
    "error", [ConnectError("a"), ConnectTimeout("b"), TlsError("c")]
)
def test_what_was_not_sent_is_tried_again(error: SoapError, clock: Clock) -> None:
    transport = Script(clock, error, error, PONG)
    _client(transport, retries=2).ping()
    assert len(transport.requests) == 3
    assert clock.pauses == [0.1, 0.2]


@pytest.mark.parametrize("error", [ReadTimeout("a"), ConnectionLost("b")])
def test_what_may_have_been_sent_is_not_tried_again(
    error: SoapError, clock: Clock
) -> None:
    transport = Script(clock, error, PONG)
    assert _error(transport, retries=5).outcome == "unknown"
    assert (len(transport.requests), clock.pauses) == (1, [])


@pytest.mark.usefixtures("idempotent")
@pytest.mark.parametrize("error", [ReadTimeout("a"), ConnectionLost("b")])
def test_an_idempotent_operation_is(error: SoapError, clock: Clock) -> None:
    transport = Script(clock, error, PONG)
    _client(transport, retries=1).ping()
    assert len(transport.requests) == 2


@pytest.mark.usefixtures("idempotent")
def test_nothing_is_tried_again_unless_asked_for(clock: Clock) -> None:
    for error in (ConnectError("a"), ConnectionLost("b")):
        transport = Script(clock, error, PONG)
        found = _error(transport)
        assert found is error
        assert found.attempts == 1
        assert "attempt" not in str(found)
        assert len(transport.requests) == 1


@pytest.mark.usefixtures("idempotent")
@pytest.mark.parametrize("reply", [FAULT, b"what?", ProtocolError("too big")])
def test_a_reply_ends_it(reply: bytes | Exception, clock: Clock) -> None:
    transport = Script(clock, reply, PONG)
    assert isinstance(_error(transport, retries=3), (SoapFault, ProtocolError))
    assert len(transport.requests) == 1


def test_an_argument_that_cannot_be_sent_is_not_tried_again(clock: Clock) -> None:
    transport = Script(clock, PONG)
    with pytest.raises(EncodeError) as caught:
        _client(transport, retries=3).sign_in(user="\x00")
    assert (caught.value.attempts, len(transport.requests)) == (1, 0)


def test_pauses_grow_up_to_two_seconds(clock: Clock) -> None:
    transport = Script(clock, ConnectError("nobody"))
    error = _error(transport, retries=7, timeout=None)
    assert clock.pauses == [0.1, 0.2, 0.4, 0.8, 1.6, 2.0, 2.0]
    assert error.attempts == 8
    assert "8 attempts, outcome not_sent" in str(error)
    assert pickle.loads(pickle.dumps(error)).attempts == 8  # noqa: S301


def test_all_attempts_are_within_the_timeout(clock: Clock) -> None:
    clock.call = 0.4
    transport = Script(clock, ConnectError("nobody"))
    error = _error(transport, retries=100, timeout=2.0)
    left = [round(request.timeout or 0, 6) for request in transport.requests]
    # 0.4 s a call; pauses of 0.1, 0.2, 0.4 s; the next one would end after 2 s.
    assert left == [2.0, 1.5, 0.9, 0.1]
    assert all(request.call_timeout == 2.0 for request in transport.requests)
    assert type(error) is ConnectError
    assert error.attempts == 4
    assert error.elapsed is not None
    assert error.elapsed < 2.5


def test_a_call_whose_time_is_up_is_not_sent(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*arguments: object) -> str:
        clock.now += 3
        return "<x/>"

    monkeypatch.setattr(calling, "write_envelope", slow)
    transport = Script(clock, PONG)
    error = _error(transport, timeout=2.5)
    assert type(error) is ConnectTimeout
    assert "nothing was sent within timeout=2.5 s" in str(error)
    assert (error.outcome, transport.requests) == ("not_sent", [])


@pytest.mark.usefixtures("idempotent")
@pytest.mark.parametrize(
    "last", [ConnectError("nobody"), ClientClosed("closed"), FAULT]
)
def test_the_outcome_is_that_of_all_attempts(
    last: bytes | Exception, clock: Clock
) -> None:
    transport = Script(clock, ConnectionLost("reset"), last)
    error = _error(transport, retries=1)
    assert not isinstance(error, ConnectionLost)
    assert (error.attempts, error.outcome) == (2, "unknown")


def test_the_log_tells_of_every_attempt(
    clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    _client(Script(clock, TlsError("s3cret"), PONG), retries=1).ping()
    messages = [record.getMessage() for record in caplog.records]
    assert messages[1] == "attempt 1 ended in TlsError; the next follows in 0.1 s"
    assert len(messages) == 3
    assert "s3cret" not in caplog.text


def test_a_copy_changes_it(clock: Clock) -> None:
    transport = Script(clock, ConnectError("a"), ConnectError("b"), PONG)
    client = _client(transport)
    with pytest.raises(ConnectError):
        client.ping()
    client.with_options(retries=1).ping()
    assert len(transport.requests) == 3
