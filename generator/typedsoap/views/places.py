"""Where in a message a member of a type stands."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """Where the value of a member stands in a message."""

    ELEMENT = "element"
    ATTRIBUTE = "attribute"
    OTHER_ATTRIBUTES = "other_attributes"
    TEXT = "text"
    OCCURRENCES = "occurrences"
    """Child elements that a repeated group holds."""
    WILDCARD = "wildcard"
    """Child elements that the contract does not name."""
