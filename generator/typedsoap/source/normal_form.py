"""A WSDL or schema as text in a normal form, in which two versions compare line by line.

UTF-8, two spaces a level, an element a line, attributes in a fixed order, namespace
declarations sorted. What the document says stays: prefixes, the order of elements, all
text. Comments and processing instructions are gone, because the parser drops them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from typedsoap.contract import XML_NAMESPACE, XSD_NAMESPACE
from typedsoap.source.nodes import Element
from typedsoap.wsdl.namespaces import WSDL

_WIDEST: Final = 100
_FIRST: Final = ("name", "ref", "element", "type", "base", "message", "binding")
_LAYOUT: Final = frozenset((XSD_NAMESPACE, WSDL))
_WHITE_SPACE: Final = " \t\r\n"

_TEXT: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_VALUE: Final = {**_TEXT, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
_TEXT_TABLE: Final = str.maketrans(_TEXT)
_VALUE_TABLE: Final = str.maketrans(_VALUE)

_Scope = Mapping[str | None, str]
"""The namespaces that are declared, by prefix."""


def normal_form(root: Element, locations: Mapping[Element, str]) -> bytes:
    """A document in the normal form; the normal form of that is the same.

    Args:
        root: Its root element, as `parse` gives it.
        locations: Other values for the `location` or `schemaLocation` of imports.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines += _element(root, {}, "", locations)
    return "".join(f"{line}\n" for line in lines).encode()


def _element(
    element: Element, outer: _Scope, indent: str, locations: Mapping[Element, str]
) -> Iterator[str]:
    """The lines of an element whose surroundings are layout."""
    tag, scope = _name(element), _scope(element)
    parts = _attributes(element, outer, scope, locations)
    start = " ".join([f"{indent}<{tag}", *parts])
    if len(start) > _WIDEST and len(parts) > 1:
        start = f"\n{indent}    ".join([f"{indent}<{tag}", *parts])
    if _is_verbatim(element):
        yield f"{start}{_verbatim_end(element, tag, scope, locations)}"
    elif len(element) == 0:
        yield f"{start}/>"
    else:
        yield f"{start}>"
        for child in element:
            yield from _element(child, scope, f"{indent}  ", locations)
        yield f"{indent}</{tag}>"


def _is_verbatim(element: Element) -> bool:
    """Whether white space inside is more than layout."""
    namespace, _, name = str(element.tag).rpartition("}")
    known = namespace[1:] in _LAYOUT
    if (known and name == "documentation") or element.get(
        f"{{{XML_NAMESPACE}}}space"
    ) == "preserve":
        return True
    if len(element) == 0 and not known:
        return bool(element.text)
    texts = [element.text, *(child.tail for child in element)]
    return any(text and text.strip(_WHITE_SPACE) for text in texts)


def _verbatim(element: Element, outer: _Scope, locations: Mapping[Element, str]) -> str:
    tag, scope = _name(element), _scope(element)
    start = " ".join([f"<{tag}", *_attributes(element, outer, scope, locations)])
    return f"{start}{_verbatim_end(element, tag, scope, locations)}"


def _verbatim_end(
    element: Element, tag: str, scope: _Scope, locations: Mapping[Element, str]
) -> str:
    """What follows the attributes of an element, with nothing added."""
    inside = _text(element.text)
    for child in element:
        inside += _verbatim(child, scope, locations) + _text(child.tail)
    return f">{inside}</{tag}>" if inside else "/>"


def _attributes(
    element: Element,
    outer: _Scope,
    scope: _Scope,
    locations: Mapping[Element, str],
) -> list[str]:
    """Attributes, then what namespaces are declared here, each as source."""
    values = {str(name): str(value) for name, value in element.attrib.items()}
    if element in locations:
        xsd = str(element.tag).startswith(f"{{{XSD_NAMESPACE}}}")
        values["schemaLocation" if xsd else "location"] = locations[element]
    named = [(_attribute_name(name, scope), value) for name, value in values.items()]
    declared = [
        (f"xmlns:{prefix}" if prefix else "xmlns", scope[prefix])
        for prefix in sorted(scope, key=lambda prefix: prefix or "")
        if outer.get(prefix, "") != scope[prefix]
    ]
    return [
        f'{name}="{value.translate(_VALUE_TABLE)}"'
        for name, value in (*sorted(named, key=_rank), *declared)
    ]


def _rank(attribute: tuple[str, str]) -> tuple[int, str]:
    name = attribute[0]
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def _scope(element: Element) -> _Scope:
    return {prefix: uri or "" for prefix, uri in element.nsmap.items()}


def _name(element: Element) -> str:
    local = str(element.tag).rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local


def _attribute_name(name: str, scope: _Scope) -> str:
    namespace, _, local = name.rpartition("}")
    if not namespace:
        return local
    if namespace[1:] == XML_NAMESPACE:
        return f"xml:{local}"
    # Which of several prefixes was used is not known, and means nothing.
    prefixes = [p for p, uri in scope.items() if p and uri == namespace[1:]]
    return f"{min(prefixes)}:{local}"


def _text(text: str | None) -> str:
    return (text or "").translate(_TEXT_TABLE)
