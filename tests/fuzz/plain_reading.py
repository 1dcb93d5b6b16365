"""A plain reading of what was accepted, with xml.etree, to compare the client's with.

It knows the contracts by the names and annotations of the generated classes, takes any
element that occurs once, and looks at no rule that makes a reply an error.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any, Final, cast, get_args
from xml.etree import ElementTree

from tests.fuzz.nasty import ARRAYS, SOAP_11, TYPES, XSI
from tests.fuzz.targets import Target

_SPACE: Final = " \t\r\n"
_ITEMS: Final = {
    "SupportedMessagingFormats": f"{{{ARRAYS}}}string",
    "FunctionRights": f"{{{ARRAYS}}}string",
    "SecondaryGroups": f"{{{ARRAYS}}}int",
    "ModuleLicenses": f"{{{TYPES}}}ModuleLicense",
    "Licenses": f"{{{TYPES}}}GrantedModuleLicense",
    "ProvidedCredentials": f"{{{TYPES}}}ProvidedCredential",
}
_NAMESPACES: Final = {
    "DSAParameters": "http://schemas.datacontract.org/2004/07/System.Security.Cryptography"
}
_PAIRS: Final = {
    "FieldProperties": f"{{{TYPES}}}FieldPropertyDictionaryKeyValuePair",
    "ExtraInfo": f"{{{TYPES}}}ExtraInfoNameValuePair",
    "Parameters": f"{{{TYPES}}}SoExceptionInfoParametersKeyValuePair",
}
_Element = ElementTree.Element


def differences(target: Target, reply: Any, data: bytes) -> Iterator[str]:
    """Where a reply's value and header blocks are not what its document says."""
    root = ElementTree.fromstring(data)  # noqa: S314 (a DOCTYPE was refused before)
    header = root.find(f"{{{SOAP_11}}}Header")
    body = root.find(f"{{{SOAP_11}}}Body")
    assert body is not None
    if header is not None:
        yield from _differ(header, reply.headers, "headers")
    if len(target.results) == 1:
        found = body[0].findall(f"{{{TYPES}}}{target.results[0]}")
        if not found or _is_nil(found[0]):
            if reply.value:
                yield "value: read from nothing"
        else:
            yield from _value_differs(target, found[0], reply.value)
    elif target.results:
        yield from _differ(body[0], reply.value, "value")


def _value_differs(target: Target, element: _Element, value: object) -> Iterator[str]:
    if isinstance(value, list):
        annotation, _ = get_args(target.result)
        (item,) = get_args(annotation)
        tag = f"{{{TYPES}}}{item.__name__}"
        yield from _items(element, tag, cast("list[object]", value), "value")
    else:
        yield from _differ(element, value, "value")


def _differ(element: _Element, value: object, path: str) -> Iterator[str]:
    if is_dataclass(value):
        yield from _members(element, value, path)
    elif isinstance(value, dict):
        pairs = element.findall(_PAIRS.get(_local(element), "none"))
        entries = cast("dict[str, object]", value)
        yield from _count(pairs, entries, path)
        for pair, (key, item) in zip(pairs, entries.items(), strict=False):
            yield from _member(pair, f"{{{TYPES}}}Key", key, f"{path} key")
            yield from _member(pair, f"{{{TYPES}}}Value", item, f"{path}[{key!r}]")
    elif isinstance(value, list):
        tag = _ITEMS[_local(element)]
        yield from _items(element, tag, cast("list[object]", value), path)
    elif not _is_text_of(element.text or "", value):
        yield f"{path}: {element.text!r} was read as {value!r}"


def _members(element: _Element, value: Any, path: str) -> Iterator[str]:
    namespace = _NAMESPACES.get(type(value).__name__, TYPES)
    for item in fields(value):
        words = item.name.rstrip("_").split("_")
        tag = f"{{{namespace}}}{''.join(word[:1].upper() + word[1:] for word in words)}"
        inner = getattr(value, item.name)
        yield from _member(element, tag, inner, f"{path}.{item.name}")


def _member(element: _Element, tag: str, value: object, path: str) -> Iterator[str]:
    found = element.findall(tag)
    if len(found) > 1:
        return  # another property's concern
    if not found or _is_nil(found[0]):
        if value is not None:
            yield f"{path}: read from nothing"
    elif value is None:
        yield f"{path}: {found[0].text!r} was not read"
    else:
        yield from _differ(found[0], value, path)


def _items(
    element: _Element, tag: str, items: list[object], path: str
) -> Iterator[str]:
    found = element.findall(tag)
    yield from _count(found, items, path)
    for index, (child, item) in enumerate(zip(found, items, strict=False)):
        yield from _differ(child, item, f"{path}[{index}]")


def _count(
    found: Collection[object], read: Collection[object], path: str
) -> Iterator[str]:
    if len(found) != len(read):
        yield f"{path}: {len(read)} read of {len(found)}"


def _is_text_of(text: str, value: object) -> bool:
    """Whether a simple value is what a text says, by Python's own readers."""
    stripped = text.strip(_SPACE)
    if isinstance(value, bool):
        return stripped in (("true", "1") if value else ("false", "0"))
    if isinstance(value, int):
        return bool(re.fullmatch("[+-]?[0-9]+", stripped)) and int(stripped) == value
    if isinstance(value, bytes):
        return b64decode(text) == value
    if isinstance(value, datetime):
        with suppress(ValueError):
            return datetime.fromisoformat(stripped) == value
        return False
    if isinstance(value, frozenset):
        return frozenset(re.findall(f"[^{_SPACE}]+", text)) == value
    return value == (text if type(value) is str else stripped)


def _is_nil(element: _Element) -> bool:
    nil = element.get(f"{{{XSI}}}nil", "").strip(_SPACE) in ("true", "1")
    return nil and not len(element) and not (element.text or "").strip(_SPACE)


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2]
