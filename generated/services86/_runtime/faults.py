"""Reading a SOAP fault, as well as it can be read.

Source: SOAP 1.1, section 4.4; SOAP 1.2 part 1, section 5.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from lxml import etree

from .declared_faults import FaultElement, typed_fault
from .errors import SoapFault
from .fragments import XmlFragment
from .limits import LIMITS, Limits
from .namespaces import WHITE_SPACE
from .reading import Element

_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def read_fault(
    element: Element,
    known: Sequence[FaultElement[Any]] = (),
    blocks: Sequence[Element] = (),
    known_blocks: Sequence[FaultElement[Any]] = (),
    *,
    strict: bool = False,
    limits: Limits = LIMITS,
) -> SoapFault:
    """A `SoapFault` from a Fault element of SOAP 1.1 or 1.2.

    Servers also put children shaped like SOAP 1.2 into a SOAP 1.1 fault and leave parts
    out, so children count by local name and nothing is required.

    Args:
        known: See `typed_fault`; `strict` and `limits` as well.
        blocks: The header blocks beside it.
        known_blocks: Those that tell a fault where its detail tells none.
    """
    parts = _parts(element)
    code = parts.get("faultcode", parts.get("Code"))
    local, namespace = _code(code)
    detail = parts.get("detail", parts.get("Detail"))
    children = () if detail is None else tuple(detail)
    fault = SoapFault(
        local,
        _reason(parts.get("faultstring", parts.get("Reason"))),
        code_namespace=namespace,
        subcodes=tuple(_subcodes(code)),
        actor=_text(parts.get("faultactor", parts.get("Role"))) or None,
        node=_text(parts.get("Node")) or None,
        detail=tuple(_fragment(child) for child in children),
        detail_text=None if children else _text(detail) or None,
    )
    fault.headers = tuple(_fragment(block) for block in blocks)
    typed = typed_fault(fault, children, known, strict=strict, limits=limits)
    if typed is not fault:
        return typed
    return typed_fault(
        fault, blocks, known_blocks, strict=strict, limits=limits, in_header=True
    )


def _parts(element: Element) -> dict[str, Element]:
    """The children by their local names; of several, the first."""
    parts: dict[str, Element] = {}
    for child in element:
        parts.setdefault(etree.QName(child).localname, child)
    return parts


def _code(element: Element | None) -> tuple[str, str | None]:
    """The local part and the namespace of a name that is an element's text or Value."""
    if element is None:
        return "", None
    if len(element):
        element = _parts(element).get("Value", element[0])
    prefix, _, local = _text(element).rpartition(":")
    return local, element.nsmap.get(prefix) if prefix else None


def _subcodes(code: Element | None) -> Iterator[str]:
    while code is not None:
        code = _parts(code).get("Subcode")
        local, namespace = _code(code)
        if local:
            yield f"{{{namespace}}}{local}" if namespace else local


def _reason(element: Element | None) -> str:
    """The text, or the one of the children that is in English, or else the first."""
    if element is None or not len(element):
        return _text(element)
    for child in element:
        language = child.get(_LANGUAGE, "").lower()
        if language == "en" or language.startswith("en-"):
            return _text(child)
    return _text(element[0])


def _text(element: Element | None) -> str:
    return "" if element is None else (element.text or "").strip(WHITE_SPACE)


def _fragment(element: Element) -> XmlFragment:
    data = etree.tostring(element, encoding="utf-8", with_tail=False)
    return XmlFragment(str(element.tag), data)
