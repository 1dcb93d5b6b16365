"""A WSDL as text: schemas, the messages of operations, and their bindings.

Source: WSDL 1.1 §2, §3; WSDL 1.1 Binding for SOAP 1.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tests.random_schemas.markup import PREFIXES

MAIN: Final = PREFIXES["a"]
"""The target namespace of the WSDL, of which there always is a schema."""

_TRANSPORT: Final = "http://schemas.xmlsoap.org/soap/http"
_OPEN: Final = (
    '<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"'
    ' xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"'
    ' xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    + "".join(f' xmlns:{prefix}="{name}"' for prefix, name in PREFIXES.items())
    + f' targetNamespace="{MAIN}">'
)


@dataclass(frozen=True, slots=True)
class Message:
    """A message of an operation.

    Attributes:
        parts: What each part of Body refers to, as an attribute of XML.
        headers: References to the elements that are header blocks.
    """

    name: str
    parts: tuple[str, ...]
    headers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation; without a reply it is one-way. A fault is a reference to an element."""

    name: str
    request: Message
    reply: Message | None
    faults: tuple[str, ...]

    @property
    def messages(self) -> tuple[Message, ...]:
        """Request, and reply if there is one."""
        return (self.request,) if self.reply is None else (self.request, self.reply)


@dataclass(frozen=True, slots=True)
class Contract:
    """One WSDL.

    Attributes:
        schemas: The text of `wsdl:types`.
        style: `document` or `rpc`.
        versions: The prefix of each binding, which says its version of SOAP.
    """

    schemas: str
    style: str
    versions: tuple[str, ...]
    operations: tuple[Operation, ...]

    def __str__(self) -> str:
        bindings = (line for soap in self.versions for line in self._binding(soap))
        inner = (*_messages(self.operations), *_port_type(self.operations), *bindings)
        return definitions(self.schemas, *inner, *_service(self.versions))

    def _binding(self, soap: str) -> Iterator[str]:
        yield f'<wsdl:binding name="{soap}" type="a:Random">'
        yield f'<{soap}:binding transport="{_TRANSPORT}" style="{self.style}"/>'
        for operation in self.operations:
            yield f'<wsdl:operation name="{operation.name}">'
            yield f'<{soap}:operation soapAction="urn:{operation.name}"/>'
            for tag, message in zip(
                ("input", "output"), operation.messages, strict=False
            ):
                yield f"<wsdl:{tag}>{self._body(soap, message)}</wsdl:{tag}>"
            for name in map(_apart, operation.faults):
                inner = f'<{soap}:fault name="{name}" use="literal"/>'
                yield f'<wsdl:fault name="{name}">{inner}</wsdl:fault>'
            yield "</wsdl:operation>"
        yield "</wsdl:binding>"

    def _body(self, soap: str, message: Message) -> str:
        space = f' namespace="{MAIN}"' if self.style == "rpc" else ""
        headers = "".join(
            f'<{soap}:header message="a:{_apart(block)}" part="block" use="literal"/>'
            for block in message.headers
        )
        return f'<{soap}:body use="literal"{space}/>{headers}'


def definitions(*inner: str) -> str:
    """A whole WSDL of these texts, which may use the prefixes of schemas."""
    return "\n".join((_OPEN, *inner, "</wsdl:definitions>"))


def _messages(operations: tuple[Operation, ...]) -> Iterator[str]:
    alone: set[str] = set()
    for operation in operations:
        alone.update(operation.faults)
        for message in operation.messages:
            alone.update(message.headers)
            parts = enumerate(message.parts)
            inner = "".join(f'<wsdl:part name="p{n}" {part}/>' for n, part in parts)
            yield f'<wsdl:message name="{message.name}">{inner}</wsdl:message>'
    for reference in sorted(alone):
        part = f'<wsdl:part name="block" element="{reference}"/>'
        yield f'<wsdl:message name="{_apart(reference)}">{part}</wsdl:message>'


def _port_type(operations: tuple[Operation, ...]) -> Iterator[str]:
    yield '<wsdl:portType name="Random">'
    for operation in operations:
        yield f'<wsdl:operation name="{operation.name}">'
        for tag, message in zip(("input", "output"), operation.messages, strict=False):
            yield f'<wsdl:{tag} message="a:{message.name}"/>'
        for name in map(_apart, operation.faults):
            yield f'<wsdl:fault name="{name}" message="a:{name}"/>'
        yield "</wsdl:operation>"
    yield "</wsdl:portType>"


def _service(versions: tuple[str, ...]) -> Iterator[str]:
    yield '<wsdl:service name="Random">'
    for soap in versions:
        address = f'<{soap}:address location="http://localhost/"/>'
        yield f'<wsdl:port name="{soap}" binding="a:{soap}">{address}</wsdl:port>'
    yield "</wsdl:service>"


def _apart(reference: str) -> str:
    """What the message is called that holds one element alone."""
    return reference.replace(":", ".")
