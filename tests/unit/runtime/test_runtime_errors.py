"""The tree of errors."""

from __future__ import annotations

import copy
import pickle

import pytest

from tests.unit.runtime.orders._runtime import errors
from tests.unit.runtime.orders._runtime.errors import (
    EncodeError,
    MapKey,
    Outcome,
    ProtocolError,
    SoapError,
    SoapFault,
)
from tests.unit.runtime.orders._runtime.fragments import XmlFragment
from tests.unit.runtime.orders.errors import OperationFailed, SignInRefused
from tests.unit.runtime.orders.types import Problem, SignInResult

EVERY: list[tuple[SoapError, Outcome]] = [
    (SoapError("a"), "unknown"),
    (errors.ClientClosed("a"), "not_sent"),
    (EncodeError("a", "orders", 0), "not_sent"),
    (errors.TransportError("a"), "unknown"),
    (errors.ConnectError("a"), "not_sent"),
    (errors.ConnectTimeout("a"), "not_sent"),
    (errors.TlsError("a"), "not_sent"),
    (errors.ReadTimeout("a"), "unknown"),
    (errors.ConnectionLost("a"), "unknown"),
    (ProtocolError("a", "Body/x"), "unknown"),
    (errors.HttpError("a"), "unknown"),
    (SoapFault("Client", "a", detail=(XmlFragment("d", b"<d/>"),)), "refused"),
    (OperationFailed(Problem(text="a")), "refused"),
    (SignInRefused(SignInResult(session_key="s3cret")), "refused"),
]


@pytest.mark.parametrize(("error", "outcome"), EVERY)
def test_every_error_survives_pickling_with_what_it_knows(
    error: SoapError, outcome: Outcome
) -> None:
    error.operation = "PlaceOrders"
    error.endpoint = "http://shop.test/orders"
    error.http_status = 500
    error.elapsed = 0.126
    assert error.outcome == outcome
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301
        assert type(other) is type(error)
        assert str(other) == str(error)
        assert other.__dict__ == error.__dict__
        assert other.outcome == outcome
    assert str(error).startswith("PlaceOrders: ")
    assert str(error).endswith(
        f"(HTTP 500, http://shop.test/orders, 0.13 s, outcome {outcome})"
    )
    assert "s3cret" not in str(error) + repr(error)


def test_an_error_without_a_call_is_short() -> None:
    assert str(SoapFault("Client", "no\n such\torder")) == (
        "SOAP fault Client: no such order (outcome refused)"
    )


def test_the_tree() -> None:
    assert issubclass(EncodeError, ValueError)
    assert issubclass(errors.ReadTimeout, TimeoutError)
    assert issubclass(errors.ConnectTimeout, TimeoutError)
    assert issubclass(errors.ConnectTimeout, errors.ConnectError)
    assert issubclass(errors.TlsError, errors.ConnectError)
    assert issubclass(errors.HttpError, ProtocolError)
    assert issubclass(SignInRefused, OperationFailed)


def test_a_path_is_shown_as_python_writes_it() -> None:
    error = EncodeError("no", "from_").inside("orders", 0).inside(MapKey("a'b"))
    assert error.path == ("a'b", "orders", 0, "from_")
    assert str(error.inside("labels")).startswith('labels["a\'b"].orders[0].from_: no')


def test_a_fault_is_masked_everywhere() -> None:
    fault = SoapFault(
        "s3cret",
        "the key s3cret is old",
        actor="s3cret",
        detail=(XmlFragment("d", b"<d>s3cret</d>"),),
        detail_text="of s3cret",
    )
    fault.redact(lambda text: text.replace("s3cret", "***"))
    assert b"s3cret" not in pickle.dumps(fault)
    assert fault.reason == "the key *** is old"
    assert fault.detail[0].data == b"<d>***</d>"
    assert fault.detail_text == "of ***"


def test_a_failure_shows_its_description_masked() -> None:
    failure = OperationFailed(Problem(text="no stock"))
    assert "Problem(text='no stock')" in str(failure)
    assert failure.info == Problem(text="no stock")
    refused = SignInRefused(SignInResult(session_key="s3cret", accepted=False))
    assert refused.info is None
    assert refused.result.session_key == "s3cret"
