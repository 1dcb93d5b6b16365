"""Expanded names, and the namespaces that need no schema document."""

from __future__ import annotations

from typing import NamedTuple

XSD_NAMESPACE = "http://www.w3.org/2001/XMLSchema"
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
SOAP_ENCODING = "http://schemas.xmlsoap.org/soap/encoding/"
"""SOAP 1.1 §5: the namespace of its types, and the URI of the encoding style."""
SOAP_12_ENCODING = "http://www.w3.org/2003/05/soap-encoding"
"""SOAP 1.2 part 2 §3: likewise."""
SOAP_12_RPC = "http://www.w3.org/2003/05/soap-rpc"
"""SOAP 1.2 part 2 §4.2: the namespace of what names the result of a call."""
NO_NAMESPACE = "urn:typedsoap:no-namespace"
"""What stands for no namespace in schemas that other tools read; in no contract."""


class QName(NamedTuple):
    """An expanded name; `namespace` is "" for a name in no namespace."""

    namespace: str
    name: str

    def __str__(self) -> str:
        return f"{{{self.namespace}}}{self.name}" if self.namespace else self.name

    @property
    def written(self) -> QName:
        """The name in messages: without the service that the type is one of.

        See `typedsoap.contract.separation`; no local name of a schema has a colon in it.
        """
        return QName(self.namespace, self.name.rpartition(":")[2])

    def numbered(self, number: int) -> QName:
        """The name of the nth of several that share it: "Stop", "Stop (2)".

        No local name of a schema has a parenthesis in it.
        """
        if number == 1:
            return self
        return QName(self.namespace, f"{self.name} ({number})")
