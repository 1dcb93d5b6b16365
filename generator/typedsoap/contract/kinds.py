"""The kinds of model groups, of derivations and of simple types."""

from __future__ import annotations

from enum import StrEnum


class Compositor(StrEnum):
    """The kind of a model group."""

    SEQUENCE = "sequence"
    CHOICE = "choice"
    ALL = "all"


class Derivation(StrEnum):
    """How a type comes from its base."""

    EXTENSION = "extension"
    RESTRICTION = "restriction"


class Variety(StrEnum):
    """The kind of a simple type."""

    ATOMIC = "atomic"
    LIST = "list"
    UNION = "union"
