"""Redefinitions in the texts of schemas, for tools that join some of them and not others.

An extension and a group stay within their `xs:redefine`: the tools add what is redefined.
A restriction takes the place of the original.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from typedsoap.contract import XSD_NAMESPACE
from typedsoap.source.nodes import Element

_XS: Final = f"{{{XSD_NAMESPACE}}}"
_REDEFINE: Final = f"{_XS}redefine"

Said = tuple[str, str, str]
"""A component: the namespace, the tag and the name."""


def replacements(root: Element, namespace: str) -> Iterator[Said]:
    """The components in the redefinitions of a schema that take an original's place."""
    for statement in root.iterchildren(_REDEFINE):
        for component in statement.iterchildren(f"{_XS}*"):
            if _restriction(component) is not None:
                yield namespace, str(component.tag), component.get("name") or ""


def spread_redefinitions(root: Element, namespace: str, spread: set[Said]) -> None:
    """Put what takes an original's place beside the other components of a schema.

    Args:
        spread: What has been put there in an earlier schema, which is the last word.
    """
    for statement in list(root.iterchildren(_REDEFINE)):
        statement.attrib.clear()
        for component in list(statement):
            restriction = _restriction(component)
            key = namespace, str(component.tag), component.get("name") or ""
            if key in spread:
                statement.remove(component)
            elif restriction is not None:
                spread.add(key)
                _stand_alone(component, restriction)
                root.append(component)
        if not len(statement):
            root.remove(statement)


def _restriction(component: Element) -> Element | None:
    """The restriction of a type that takes the place of the original."""
    if component.tag == f"{_XS}simpleType":
        return component.find(f"{_XS}restriction")
    return component.find(f"{_XS}complexContent/{_XS}restriction")


def _stand_alone(component: Element, restriction: Element) -> None:
    """Take away that a type restricts the original."""
    if component.tag == f"{_XS}simpleType":
        prefix = f"{component.prefix}:" if component.prefix else ""
        restriction.set("base", f"{prefix}string")
        return
    content = restriction.getparent()
    if content is not None:
        component.remove(content)
    component.extend(list(restriction))
