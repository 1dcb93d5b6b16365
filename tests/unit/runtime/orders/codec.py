"""Writes and reads the service's types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from ._runtime.items import (
    read_items,
    read_pairs,
    write_items,
    write_pairs,
)
from ._runtime.nil import NIL
from ._runtime.reading import Element, Reader, is_nil, new
from ._runtime.required import MISSING, ensure_present
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


def write_state(value: State, name: str | int) -> str:
    return write_enumeration(value, State, name)


def read_state(element: Element, reader: Reader) -> State | None:
    return read_enumeration(element, reader, State)


def write_access(value: AbstractSet[Access], name: str | int) -> str:
    return write_flags(value, Access, name)


def read_access(element: Element, reader: Reader) -> frozenset[Access] | None:
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
    found = reader.resolve_type(element)
    if found == "{urn:orders}Order":
        return read_order(element, reader)
    if found is not None and found != "{urn:orders}Document":
        reader.wrong_type(element, "{urn:orders}Document")
    value = new(Document)
    value.access = None
    for child in element:
        if child.tag == "{urn:orders}Access":
            value.access = read_access(child, reader)
        else:
            reader.unknown(child)
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
    value = new(Order)
    value.access = None
    value.number = MISSING
    value.from_ = None
    value.state = None
    value.placed = None
    value.labels = None
    value.parts = None
    for child in element:
        tag = child.tag
        if tag == "{urn:orders}Access":
            value.access = read_access(child, reader)
        elif tag == "{urn:orders}Number":
            value.number = ensure_present(read_int(child, reader))
        elif tag == "{urn:orders}From":
            value.from_ = read_string(child, reader)
        elif tag == "{urn:orders}State":
            value.state = read_state(child, reader)
        elif tag == "{urn:orders}Placed":
            value.placed = read_date_time(child, reader)
        elif tag == "{urn:orders}Labels":
            value.labels = None if is_nil(child) else read_labels(child, reader)
        elif tag == "{urn:orders}Parts":
            value.parts = None if is_nil(child) else read_orders(child, reader)
        else:
            reader.unknown(child)
    if value.number is MISSING:
        value.number = reader.missing(element, "Number")
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
    key: str | None = None
    value: str | None = None
    for child in element:
        tag = child.tag
        if tag == "{urn:orders}Key":
            key = read_string(child, reader)
        elif tag == "{urn:orders}Value":
            value = read_string(child, reader)
        else:
            reader.unknown(child)
    return key, value


def read_labels(element: Element, reader: Reader) -> dict[str, str | None]:
    reader.expect_type(element, "{urn:orders}Labels")
    return read_pairs(element, reader, "{urn:orders}Label", _read_labels_pair)


def write_region(value: Region, out: list[str]) -> None:
    expect_instance(value, Region)
    if value.code is not None:
        out.append("<n1:Code>" + write_string(value.code, "code") + "</n1:Code>")


def read_problem(element: Element, reader: Reader) -> Problem:
    reader.expect_type(element, "{urn:orders}Problem")
    value = new(Problem)
    value.text = None
    value.inner = None
    for child in element:
        tag = child.tag
        if tag == "{urn:orders}Text":
            value.text = read_string(child, reader)
        elif tag == "{urn:orders}Inner":
            value.inner = None if is_nil(child) else read_problem(child, reader)
        else:
            reader.unknown(child)
    return value
