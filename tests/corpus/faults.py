"""Replies that are faults, and what is in their details. SOAP 1.1 §4.4, SOAP 1.2 §5.4."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree
from lxml.etree import _Element as Node  # pyright: ignore[reportPrivateUsage]

from tests.corpus.envelopes import NAMESPACES
from typedsoap.contract import SoapVersion

_REASON: Final = "because"
_ENGLISH: Final = {"{http://www.w3.org/XML/1998/namespace}lang": "en"}


def fault_reply(entry: Node, version: SoapVersion) -> bytes:
    """An envelope with a fault of the server whose detail holds one element."""
    namespace = NAMESPACES[version]
    root = etree.Element(f"{{{namespace}}}Envelope", nsmap={"soap": namespace})
    body = etree.SubElement(root, f"{{{namespace}}}Body")
    fault = etree.SubElement(body, f"{{{namespace}}}Fault")
    if version is SoapVersion.SOAP_1_1:
        etree.SubElement(fault, "faultcode").text = "soap:Server"
        etree.SubElement(fault, "faultstring").text = _REASON
        detail = etree.SubElement(fault, "detail")
    else:
        code = etree.SubElement(fault, f"{{{namespace}}}Code")
        etree.SubElement(code, f"{{{namespace}}}Value").text = "soap:Receiver"
        reason = etree.SubElement(fault, f"{{{namespace}}}Reason")
        text = etree.SubElement(reason, f"{{{namespace}}}Text", _ENGLISH)
        text.text = _REASON
        detail = etree.SubElement(fault, f"{{{namespace}}}Detail")
    detail.append(deepcopy(entry))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def detail_entries(data: bytes) -> tuple[Node, ...]:
    """What is in the detail of the fault in an envelope."""
    root = etree.fromstring(data)
    namespace = etree.QName(root).namespace
    own = {NAMESPACES[SoapVersion.SOAP_1_1]: "detail"}
    name = own.get(str(namespace), f"{{{namespace}}}Detail")
    return tuple(root.iterfind(f"{{{namespace}}}Body/*/{name}/*"))
