"""Declared faults: a fault whose detail or Header has an element that the contract knows.

Source: WSDL 1.1, sections 3.6 and 3.7; SOAP 1.1, section 4.4; SOAP 1.2 part 1, section
5.4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from .errors import ProtocolError, SoapFault
from .limits import Limits
from .reading import Element, Reader
from .records import map_texts

D = TypeVar("D")


class DeclaredFault(SoapFault, Generic[D]):
    """Base of the faults that a contract declares; a handler may raise one as well.

    Attributes:
        info: What the detail or the header block tells, decoded; secrets are masked in
            its texts.
    """

    def __init__(self, info: D, reason: str, code: str) -> None:
        super().__init__(code, reason)
        self.info = info

    def redact(self, mask: Callable[[str], str]) -> None:
        """Mask every text of the fault, those in `info` too."""
        super().redact(mask)
        self.info = map_texts(self.info, mask)


class FaultElement(NamedTuple, Generic[D]):
    """An element in the detail of a fault or beside it, and the error it stands for.

    Attributes:
        name: Its expanded name.
        error: Makes the error of what was read, a reason and a code.
        read: Reads the element.
        local_names: What else it may be called, whatever its namespace: the contract
            does not say how servers name it.
        reader: What reads it: it may be encoded.
        type: The expanded name of its type, which may tell it from others then.
    """

    name: str
    error: Callable[[D, str, str], DeclaredFault[D]]
    read: Callable[[Element, Reader], D]
    local_names: Sequence[str] = ()
    reader: type[Reader] = Reader
    type: str | None = None


def typed_fault(
    fault: SoapFault,
    entries: Iterable[Element],
    known: Sequence[FaultElement[Any]],
    *,
    strict: bool,
    limits: Limits,
    in_header: bool = False,
) -> SoapFault:
    """The error of the first entry that is known, or else the plain fault.

    An entry that cannot be read does not hide the fault: it stays a plain one, and says
    why in its `detail_problem`.

    Args:
        fault: The plain fault.
        entries: The children of its detail, or the header blocks beside it.
        known: The elements that the service declares for faults.
        strict: Whether an entry with anything that the contract lacks cannot be read.
        limits: How much it may refer to, if it is encoded.
        in_header: Whether they are header blocks.
    """
    readers: dict[type[Reader], Reader] = {}
    for entry in entries:
        called = _called(entry, known)
        if not called:
            continue
        kind = called[0].reader
        try:
            if kind not in readers:
                readers[kind] = kind(strict)
                envelope = entry.getroottree().getroot()
                readers[kind].link(envelope, elements=limits.elements, size=limits.size)
            reader = readers[kind]
            value = reader.target(entry)
            found = _meant(value, called, reader)
            if found is None:
                continue
            info = found.read(value, reader)
            blocks, children = ((entry,), ()) if in_header else ((), (entry, value))
            reader.unknown_attributes(blocks, children)
            reader.raise_missing()
        except ProtocolError as problem:
            fault.detail_problem = fault.detail_problem or problem.describe()
            return fault
        typed = found.error(info, fault.reason, fault.code)
        typed.code_namespace = fault.code_namespace
        typed.subcodes = fault.subcodes
        typed.actor = fault.actor
        typed.node = fault.node
        typed.detail = fault.detail
        typed.detail_text = fault.detail_text
        typed.detail_problem = fault.detail_problem
        typed.headers = fault.headers
        return typed
    return fault


def _called(
    entry: Element, known: Sequence[FaultElement[Any]]
) -> list[FaultElement[Any]]:
    """The elements that an entry may be by its name."""
    tag = str(entry.tag)
    found = [element for element in known if element.name == tag]
    if found:
        return found
    local = tag.rpartition("}")[2]
    return [element for element in known if local in element.local_names]


def _meant(
    value: Element, called: Sequence[FaultElement[Any]], reader: Reader
) -> FaultElement[Any] | None:
    """The one of several elements whose type the entry says; None for none."""
    if len(called) > 1:
        told = reader.resolve_type(value)
        called = [element for element in called if element.type == told]
    return called[0] if len(called) == 1 else None
