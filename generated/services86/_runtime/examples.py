"""`Example`: a value of a type that is a plain str to a type checker."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """Metadata of an annotation whose every str is not a value, for making samples.

    Attributes:
        value: A text that is one.
    """

    value: str
