"""Elements of XML Schema as values that can be changed and written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final
from xml.sax.saxutils import quoteattr

PREFIXES: Final = {"a": "urn:a", "b": "urn:b", "c": "urn:c"}
"""The target namespaces of the schemas, and the prefixes that every WSDL declares."""

_PREFIX_OF: Final = {namespace: prefix for prefix, namespace in PREFIXES.items()}


@dataclass(frozen=True, slots=True)
class Markup:
    """An element in the namespace of XML Schema.

    Attributes:
        name: Its local name.
        attributes: In the order of the text.
    """

    name: str
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    children: tuple[Markup, ...] = ()

    def __str__(self) -> str:
        attributes = "".join(
            f" {key}={quoteattr(value)}" for key, value in self.attributes.items()
        )
        if not self.children:
            return f"<xs:{self.name}{attributes}/>"
        content = "".join(map(str, self.children))
        return f"<xs:{self.name}{attributes}>{content}</xs:{self.name}>"

    def get(self, attribute: str) -> str | None:
        """The value of an attribute; None where it is absent."""
        return self.attributes.get(attribute)

    def having(self, **attributes: str | None) -> Markup:
        """The element with other attributes; None takes one away."""
        kept = {k: v for k, v in self.attributes.items() if k not in attributes}
        new = {k: v for k, v in attributes.items() if v is not None}
        return replace(self, attributes=kept | new)

    def holding(self, *children: Markup) -> Markup:
        """The element with other content."""
        return replace(self, children=children)

    def every(self, *names: str) -> Iterator[Markup]:
        """The element and all below it that are called so, in the order of the text."""
        if self.name in names:
            yield self
        for child in self.children:
            yield from child.every(*names)


def xs(tag: str, *children: Markup, **attributes: str | None) -> Markup:
    """An element; attributes that are None are left out."""
    given = {key: value for key, value in attributes.items() if value is not None}
    return Markup(tag, given, children)


def said(namespace: str, name: str) -> str:
    """A qualified name, with the prefix that every WSDL declares."""
    return f"{_PREFIX_OF[namespace]}:{name}"
