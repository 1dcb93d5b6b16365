"""`guid` of Microsoft's serialization."""

from __future__ import annotations

import re
from typing import Final
from uuid import UUID

from .reading import Element, Reader
from .strings import read_lexical
from .writing import expect_kind

# UUID() alone would accept braces, `urn:uuid:` and hyphens anywhere.
_LEXICAL: Final = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")


def write_guid(value: UUID, name: str | int) -> str:
    """A UUID with hyphens, in lower case."""
    if type(value) is not UUID:
        expect_kind(value, UUID, name)
    return str(value)


def read_guid(element: Element | None, reader: Reader) -> UUID | None:
    """A UUID; None for nil."""
    if element is None:
        return None
    text = read_lexical(element, reader, "a guid")
    if text is None:
        return None
    if _LEXICAL.fullmatch(text) is None:
        reader.fail(element, "not a value of a guid")
    return UUID(text)
