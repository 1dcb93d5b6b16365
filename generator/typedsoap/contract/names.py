"""Expanded names, and the namespace that types built into XML Schema are in."""

from __future__ import annotations

from typing import NamedTuple

XSD_NAMESPACE = "http://www.w3.org/2001/XMLSchema"
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"


class QName(NamedTuple):
    """An expanded name; `namespace` is "" for a name in no namespace."""

    namespace: str
    name: str

    def __str__(self) -> str:
        return f"{{{self.namespace}}}{self.name}" if self.namespace else self.name
