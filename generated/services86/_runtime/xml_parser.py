"""The options of every XML parser: nothing is expanded, looked up or fetched."""

from __future__ import annotations

from typing import Any, Final

PARSER_OPTIONS: Final[dict[str, Any]] = {
    # Whatever the declaration says: it has been looked at.
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "attribute_defaults": False,
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
}

# What libxml2 takes for a danger by itself: texts of more than 10,000,000 bytes.
_LARGE: Final = 10_000_000


def is_large(data: bytes) -> bool:
    """Whether the parser has to be told to read large texts."""
    return len(data) > _LARGE
