"""Header blocks that must be understood. SOAP 1.1, section 4.2."""

from __future__ import annotations

from typing import Final

from .namespaces import ACTOR, MUST_UNDERSTAND, WHITE_SPACE
from .reading import Element

_NEXT_ACTOR: Final = "http://schemas.xmlsoap.org/soap/actor/next"


def is_addressed(block: Element) -> bool:
    """Whether a header block is meant for the receiver of the message."""
    return not block.values() or block.get(ACTOR, "") in ("", _NEXT_ACTOR)


def must_be_understood(block: Element) -> bool:
    """Whether a block says so."""
    return block.get(MUST_UNDERSTAND, "0").strip(WHITE_SPACE) in ("1", "true")
