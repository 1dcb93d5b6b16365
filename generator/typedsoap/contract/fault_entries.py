"""What tells a declared fault: one element in its detail, or one header block.

WSDL does not say how an entry of a detail is called where the part has a type (WSDL 1.1
§3.6). Servers name it like the fault or like the part; so that either is known by its
local name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from typedsoap.contract.bodies import Body, content_body, detail_name
from typedsoap.contract.components import Schema
from typedsoap.contract.names import QName
from typedsoap.contract.schema import Element
from typedsoap.contract.wsdl import Fault, Operation, Use


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultEntry:
    """The entry of a detail, or the header block, that tells a fault.

    Attributes:
        key: What faults that are the same share: the element's name, or message and part.
        element: The entry, as it is written.
        local_names: What else it may be called, whatever its namespace; none for a
            global element.
        encoded: Whether it is in SOAP encoding.
    """

    key: QName
    element: Element
    local_names: tuple[str, ...] = ()
    encoded: bool = False

    @property
    def elements(self) -> tuple[Element, ...]:
        """The entry under each of the names that it may have."""
        others = (QName(self.key.namespace, name) for name in self.local_names)
        return (self.element, *(replace(self.element, name=name) for name in others))


def fault_entry(fault: Fault, schema: Schema) -> FaultEntry | None:
    """The entry of a fault; None for one that has not got exactly one, declared part."""
    if len(fault.parts) != 1:
        return None
    (part,) = fault.parts
    if part.type is not None:
        name = QName(fault.namespace or "", fault.name)
        return FaultEntry(
            key=QName(fault.message.namespace, f"{fault.message.name}/{part.name}"),
            element=Element(name=name, type=part.type, location=part.location),
            local_names=tuple(dict.fromkeys((fault.name, part.name))),
            encoded=fault.use is Use.ENCODED,
        )
    element = None if part.element is None else schema.elements.get(part.element)
    return None if element is None else FaultEntry(key=element.name, element=element)


def fault_entries(operation: Operation, schema: Schema) -> tuple[FaultEntry, ...]:
    """The entries of details that tell an operation's faults, each once."""
    return _entries(operation.faults, schema)


def header_fault_entries(
    operation: Operation, schema: Schema
) -> tuple[FaultEntry, ...]:
    """The header blocks that tell an operation's faults, each once."""
    return _entries(operation.header_faults, schema)


def _entries(faults: Iterable[Fault], schema: Schema) -> tuple[FaultEntry, ...]:
    found: dict[QName, FaultEntry] = {}
    for fault in faults:
        entry = fault_entry(fault, schema)
        if entry is not None:
            found.setdefault(entry.key, entry)
    return tuple(found.values())


def fault_body(entry: FaultEntry, schema: Schema, encoding: str | None = None) -> Body:
    """What an entry holds: as in Body, but never wrapped.

    An anonymous type that has a name for this use is not spread.

    Args:
        encoding: The encoding of those entries that are encoded.
    """
    element = entry.element
    if entry.encoded:
        return Body(element=element, particles=(element,), bare=True, encoding=encoding)
    name = detail_name(element.name)
    if not entry.local_names and name in schema.types:
        element = replace(element, type=name)
        return Body(element=element, particles=(element,), bare=True)
    return content_body(element, wrapped=False, schema=schema)
