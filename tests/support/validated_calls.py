"""Validates what clients send and what served applications reply, in the whole suite."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final

import pytest

from tests.support.schema_validation import assert_valid_envelope

RUNTIME: Final = "services86._runtime"


@contextmanager
def validated_calls() -> Generator[None]:
    """Make every envelope that leaves a client or an application of this process fail
    its test unless it fits the contracts' schemas.

    Replies that tests make up are not looked at: many are wrong on purpose. Faults have
    nothing that the contracts declare.
    """
    with pytest.MonkeyPatch.context() as patch:
        connection = import_module(f"{RUNTIME}.calling").Connection
        patch.setattr(connection, "send", _checking_request(connection.send))
        server = import_module(f"{RUNTIME}.server")
        patch.setattr(server, "write_reply", _checking_reply(server.write_reply))
        yield


def _checking_request(send: Callable[..., Any]) -> Callable[..., Any]:
    def checked(self: object, request: Any) -> Any:
        assert_valid_envelope(request.body)
        return send(self, request)

    return checked


def _checking_reply(write: Callable[..., bytes]) -> Callable[..., bytes]:
    def checked(*args: Any) -> bytes:
        reply = write(*args)
        assert_valid_envelope(reply)
        return reply

    return checked
