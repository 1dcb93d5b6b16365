"""Names in documents: of elements as lxml has them, and of types as texts."""

from __future__ import annotations

from typing import Final

from lxml.etree import _Element as Node  # pyright: ignore[reportPrivateUsage]

from typedsoap.contract import QName

XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"


def clark(name: QName) -> str:
    """A name as lxml writes it."""
    return f"{{{name.namespace}}}{name.name}" if name.namespace else name.name


def say_type(node: Node, name: QName) -> None:
    """Make an element say its type."""
    prefix = next((p for p, n in node.nsmap.items() if p and n == name.namespace), None)
    if name.namespace and prefix is None:
        # The attribute makes lxml declare the namespace here, with a prefix of its own.
        node.set(f"{{{name.namespace}}}declares", "")
        prefix = next(p for p, n in node.nsmap.items() if p and n == name.namespace)
        del node.attrib[f"{{{name.namespace}}}declares"]
    text = f"{prefix}:{name.name}" if prefix else name.name
    node.set(f"{{{XSI}}}type", text)
