"""Writes and reads the service's types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from ._runtime.items import (
    read_items,
    read_pairs,
    write_items,
    write_pairs,
)
from ._runtime.members import Members
from ._runtime.nil import NIL
from ._runtime.reading import Element, Reader, new, read_optional
from ._runtime.values import (
    read_date_time,
    read_enumeration,
    read_flags,
    read_int,
    read_string,
    write_date_time,
    write_enumeration,
    write_flags,
    write_int,
    write_string,
)
from ._runtime.writing import expect_instance, write_element, write_type
from .types import Access, Document, Order, Problem, Region, State

_NS1: Final = "{urn:orders}"
_DOCUMENT_MEMBERS: Final = Members(_NS1 + "Access")
_ORDER_MEMBERS: Final = Members(
    _NS1 + "Access",
    _NS1 + "Number",
    _NS1 + "From",
    _NS1 + "State",
    _NS1 + "Placed",
    _NS1 + "Labels",
    _NS1 + "Parts",
)
_PROBLEM_MEMBERS: Final = Members(_NS1 + "Text", _NS1 + "Inner")
_LABEL_MEMBERS: Final = Members(_NS1 + "Key", _NS1 + "Value")


def write_state(value: State, name: str | int) -> str:
    return write_enumeration(value, State, name)


def read_state(element: Element | None, reader: Reader) -> State | None:
    return read_enumeration(element, reader, State)


def write_access(value: AbstractSet[Access], name: str | int) -> str:
    return write_flags(value, Access, name)


def read_access(element: Element | None, reader: Reader) -> frozenset[Access] | None:
    return read_flags(element, reader, Access)


def write_document(value: Document, out: list[str]) -> None:
    expect_instance(value, Document)
    if type(value) is Order:
        write_type(out, "n1:Order")
        return write_order(value, out)
    if value.access is not None:
        out.append(
            "<n1:Access>" + write_access(value.access, "access") + "</n1:Access>"
        )


def read_document(element: Element, reader: Reader) -> Document:
    declared = reader.resolve_type(element)
    if declared == "{urn:orders}Order":
        return read_order(element, reader)
    if declared is not None and declared != "{urn:orders}Document":
        reader.wrong_type(element, "{urn:orders}Document")
    found = _DOCUMENT_MEMBERS.of(element, reader)
    value = new(Document)
    value.access = read_access(found[0], reader)
    return value


def write_order(value: Order, out: list[str]) -> None:
    expect_instance(value, Order)
    if value.access is not None:
        out.append(
            "<n1:Access>" + write_access(value.access, "access") + "</n1:Access>"
        )
    out.append("<n1:Number>" + write_int(value.number, "number") + "</n1:Number>")
    if value.from_ is NIL:
        out.append('<n1:From xsi:nil="true"/>')
    elif value.from_ is not None:
        out.append("<n1:From>" + write_string(value.from_, "from_") + "</n1:From>")
    if value.state is not None:
        out.append("<n1:State>" + write_state(value.state, "state") + "</n1:State>")
    if value.placed is not None:
        out.append(
            "<n1:Placed>" + write_date_time(value.placed, "placed") + "</n1:Placed>"
        )
    if value.labels is NIL:
        out.append('<n1:Labels xsi:nil="true"/>')
    elif value.labels is not None:
        write_element(out, "n1:Labels", value.labels, write_labels, "labels")
    if value.parts is NIL:
        out.append('<n1:Parts xsi:nil="true"/>')
    elif value.parts is not None:
        write_element(out, "n1:Parts", value.parts, write_orders, "parts")


def read_order(element: Element, reader: Reader) -> Order:
    reader.expect_type(element, "{urn:orders}Order")
    found = _ORDER_MEMBERS.of(element, reader)
    value = new(Order)
    value.access = read_access(found[0], reader)
    value.number = reader.required(read_int(found[1], reader), element, "Number")
    value.from_ = read_string(found[2], reader)
    value.state = read_state(found[3], reader)
    value.placed = read_date_time(found[4], reader)
    value.labels = read_optional(found[5], reader, read_labels)
    value.parts = read_optional(found[6], reader, read_orders)
    return value


def write_orders(value: Sequence[Order], out: list[str]) -> None:
    write_items(out, "n1:Order", value, write_order, nillable=True)


def read_orders(element: Element, reader: Reader) -> list[Order]:
    reader.expect_type(element, "{urn:orders}Orders")
    return read_items(element, reader, "{urn:orders}Order", read_order)


def _write_labels_pair(key: str, value: str | None, out: list[str]) -> None:
    out.append("<n1:Label><n1:Key>" + write_string(key, "key") + "</n1:Key>")
    if value is None or value is NIL:
        out.append('<n1:Value xsi:nil="true"/>')
    else:
        out.append("<n1:Value>" + write_string(value, "value") + "</n1:Value>")
    out.append("</n1:Label>")


def write_labels(value: Mapping[str, str | None], out: list[str]) -> None:
    write_pairs(out, value, _write_labels_pair)


def _read_labels_pair(
    element: Element, reader: Reader
) -> tuple[str | None, str | None]:
    found = _LABEL_MEMBERS.of(element, reader)
    return read_string(found[0], reader), read_string(found[1], reader)


def read_labels(element: Element, reader: Reader) -> dict[str, str | None]:
    reader.expect_type(element, "{urn:orders}Labels")
    return read_pairs(element, reader, "{urn:orders}Label", _read_labels_pair)


def write_region(value: Region, out: list[str]) -> None:
    expect_instance(value, Region)
    if value.code is not None:
        out.append("<n1:Code>" + write_string(value.code, "code") + "</n1:Code>")


def read_problem(element: Element, reader: Reader) -> Problem:
    reader.expect_type(element, "{urn:orders}Problem")
    found = _PROBLEM_MEMBERS.of(element, reader)
    value = new(Problem)
    value.text = read_string(found[0], reader)
    value.inner = read_optional(found[1], reader, read_problem)
    return value
