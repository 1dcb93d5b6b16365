"""Header blocks that must be understood.

Source: SOAP 1.1, section 4.2; SOAP 1.2 part 1, section 5.2.
"""

from __future__ import annotations

from .namespaces import WHITE_SPACE
from .reading import Element
from .versions import SoapVersion


def is_addressed(block: Element, version: SoapVersion) -> bool:
    """Whether a header block is meant for the receiver of the message."""
    return not block.values() or block.get(version.role, "") in version.own_roles


def must_be_understood(block: Element, version: SoapVersion) -> bool:
    """Whether a block says so."""
    said = block.get(version.must_understand, "0")
    return said.strip(WHITE_SPACE) in ("1", "true")
