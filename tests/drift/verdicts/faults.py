"""Replies with the faults that an operation declares. SOAP 1.1 §4.4, WSDL 1.1 §3.6."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tests.corpus.envelopes import NAMESPACES, drawn_element
from typedsoap.contract import Operation, Schema, SoapVersion
from typedsoap.contract.fault_entries import fault_entry

_SOAP: Final = NAMESPACES[SoapVersion.SOAP_1_1]


def fault_replies(
    operation: Operation, schema: Schema, seed: int
) -> Iterator[tuple[str, bytes]]:
    """The names of an operation's declared faults, with a reply that has one."""
    for fault in operation.all_faults:
        root = etree.Element(f"{{{_SOAP}}}Envelope", nsmap={"soap": _SOAP})
        header = etree.SubElement(root, f"{{{_SOAP}}}Header")
        body = etree.SubElement(root, f"{{{_SOAP}}}Body")
        content = etree.SubElement(body, f"{{{_SOAP}}}Fault")
        etree.SubElement(content, "faultcode").text = "soap:Server"
        etree.SubElement(content, "faultstring").text = fault.name
        detail = etree.SubElement(content, "detail")
        entry = fault_entry(fault, schema)
        if entry is not None:
            told = detail if fault in operation.faults else header
            told.append(drawn_element(schema, entry.element, seed))
        yield fault.name, etree.tostring(root, encoding="UTF-8", xml_declaration=True)
