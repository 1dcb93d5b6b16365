"""What each contender has to offer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from tests.benchmarks.payloads import Plain
from tests.benchmarks.sampling import Call


class Contender(Protocol):
    """A SOAP library with a client of the Messaging contract.

    Attributes:
        name: The column's name.
    """

    name: str

    def decoding(self, reply: bytes) -> Call:
        """A call that reads a whole reply to GetDeliveryStatus to native values."""
        ...

    def plain(self, result: object) -> list[Plain]:
        """What such a call returned, in plain values."""
        ...

    def encoding(self, messages: Sequence[Plain]) -> Callable[[], bytes]:
        """A call that writes a whole SendMessages request; its arguments are ready."""
        ...
