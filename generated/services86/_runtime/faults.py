"""Reading a SOAP fault, as well as it can be read. SOAP 1.1, section 4.4."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from .declared_faults import FaultElement, typed_fault
from .errors import SoapFault
from .fragments import XmlFragment
from .namespaces import WHITE_SPACE
from .reading import Element


def read_fault(
    element: Element,
    known: Sequence[FaultElement[Any]] = (),
    *,
    strict: bool = False,
) -> SoapFault:
    """A `SoapFault` from a Fault element of SOAP 1.1 or 1.2.

    Servers also put children shaped like SOAP 1.2 into a SOAP 1.1 fault and leave parts
    out, so children count by local name and nothing is required.

    Args:
        known: See `typed_fault`; `strict` as well.
    """
    parts: dict[str, Element] = {}
    for child in element:
        parts.setdefault(etree.QName(child).localname, child)
    code, namespace = _code(parts)
    detail = parts.get("detail", parts.get("Detail"))
    children = () if detail is None else tuple(detail)
    fault = SoapFault(
        code,
        _reason(parts),
        code_namespace=namespace,
        actor=_text(parts.get("faultactor", parts.get("Role"))) or None,
        detail=tuple(_fragment(child) for child in children),
        detail_text=None if children else _text(detail) or None,
    )
    return typed_fault(fault, children, known, strict=strict)


def _code(parts: dict[str, Element]) -> tuple[str, str | None]:
    element = parts.get("faultcode", parts.get("Code"))
    if element is None:
        return "", None
    if len(element):
        element = element[0]
    prefix, _, local = _text(element).rpartition(":")
    return local, element.nsmap.get(prefix) if prefix else None


def _reason(parts: dict[str, Element]) -> str:
    element = parts.get("faultstring", parts.get("Reason"))
    if element is not None and len(element):
        element = element[0]
    return _text(element)


def _text(element: Element | None) -> str:
    return "" if element is None else (element.text or "").strip(WHITE_SPACE)


def _fragment(element: Element) -> XmlFragment:
    data = etree.tostring(element, encoding="utf-8", with_tail=False)
    return XmlFragment(str(element.tag), data)
