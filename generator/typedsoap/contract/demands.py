"""What a service demands of its callers beyond the messages (WS-Policy)."""

from __future__ import annotations

from dataclasses import dataclass

from typedsoap.errors import Location


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that a policy demands and that a generated client does not do.

    Attributes:
        what: In plain words, with the name of the assertion.
        location: Where the policy is attached.
    """

    what: str
    location: Location
