"""From a handler's result, or from what it raises, to the envelope of a reply."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

from .envelope import envelope_start, write_envelope
from .errors import EncodeError, OperationFailed, ResultFailed, SoapError, SoapFault
from .illegal import encode
from .nil import NIL
from .serving import Call, Invocation, ServedOperation, ServedService, serving
from .versions import SoapVersion

T = TypeVar("T")
Q = TypeVar("Q")
H = TypeVar("H")

_LOG: Final = logging.getLogger(__name__)


def write_reply(
    served: ServedService[T, Q, H],
    operation: ServedOperation[T, H],
    invocation: Invocation,
    call: Call[Q, H],
    version: SoapVersion,
) -> bytes:
    """Call the handler and write what comes of it: nothing for a one-way operation.

    An `OperationFailed` becomes the header blocks that say so, a `ResultFailed` the
    result that it holds.

    Raises:
        SoapFault: The handler raised it, its result cannot be written, or the operation
            has no other way to tell a failure.
    """
    try:
        with serving(served.service, call):
            result = invocation.call()
    except SoapError as error:
        if not isinstance(error, OperationFailed):
            raise
        if operation.operation.check_result is None or not isinstance(
            error, ResultFailed
        ):
            failure = cast("OperationFailed[object]", error)
            headers = _failed_headers(operation, failure, call.reply_headers)
            return _envelope(
                served,
                version,
                lambda out: operation.write_headers(headers, out),
                lambda out: out.append(operation.failure_body),
            )
        result = _failed_result(operation, cast("ResultFailed[object]", error).result)
    if operation.operation.response is None:
        return b""
    headers = call.reply_headers
    if operation.success is not None:
        headers = operation.success(headers)
    return _envelope(
        served,
        version,
        lambda out: operation.write_headers(headers, out),
        lambda out: invocation.write(result, out),
    )


def _envelope(
    served: ServedService[T, Q, H],
    version: SoapVersion,
    write_headers: Callable[[list[str]], None],
    write_body: Callable[[list[str]], None],
) -> bytes:
    start = envelope_start(served.service.namespaces, version)
    try:
        data = encode(write_envelope(start, write_headers, write_body))
        if data is None:
            raise EncodeError("a value has a character that XML cannot carry")
    except EncodeError as error:
        reason = f"the reply cannot be encoded: {error.describe()}"
        _LOG.error("%s: %s", served.service.name, reason)
        raise SoapFault("Server", reason) from None
    return data


def _failed_headers(
    operation: ServedOperation[T, H], failure: OperationFailed[object], headers: H
) -> H:
    if operation.failure is not None:
        headers = operation.failure(failure.info, headers)
        check = operation.operation.check_headers
        if check is not None and check(headers) is not None:
            return headers
    raise SoapFault("Server", failure.message)


def _failed_result(operation: ServedOperation[T, H], result: object) -> object:
    check = operation.operation.check_result
    if check is None or check(result) is None:
        # Sent as it is, it would tell the caller that all went well.
        raise ValueError("a failed result says that all went well")
    return _with_nil(result)


def _with_nil(value: object) -> object:
    """A failed result that can be written although it lacks what a success must have.

    A field without a default is a required one; None in it is sent as nil.
    """
    if isinstance(value, list):
        return [_with_nil(item) for item in cast("list[object]", value)]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for item in fields(value):
        inner = getattr(value, item.name)
        required = item.default is MISSING and item.default_factory is MISSING
        changed[item.name] = NIL if inner is None and required else _with_nil(inner)
    return replace(value, **changed)
