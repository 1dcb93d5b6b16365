"""Mutations of names, namespaces and attributes, `xsi:nil` and `xsi:type` among them."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.fuzz.corpus import names
from tests.fuzz.markup import Document, Tag
from tests.fuzz.nasty import NAMESPACES, SOAP_11, XSI

_NIL: Final = ("true", "true", "1", "false", "0", " true ", "TRUE", "", "nil", "2")
_ATTRIBUTES: Final = (
    *(("unit", "kg"), ("xml:lang", "no"), ("xml:space", "default"), ("xml:id", "a")),
    *(("xml:base", "http://a/"), ("Id", "i1"), ("href", "#i1"), ("xml:id", "1 2")),
    *(
        ("xmlns:m", SOAP_11),
        ("n:a", ""),
        ("xmlns", ""),
        ("xmlns", "relative"),
        ("xmlns:e", ""),
        ("a", "&lt;"),
    ),
    *(("a", "<"), ("a", "&b;"), ("xmlns:xml", "urn:x"), ("xmlns:xmlns", "urn:x")),
)


def any_tag(document: Document, rng: Random) -> Tag:
    """Any element."""
    return rng.choice([*document.root.walk()])


def rename(document: Document, rng: Random) -> None:
    """Give an element another name, or the same with another prefix."""
    tag = any_tag(document, rng)
    if rng.random() < 0.6:
        tag.name = tag.prefix + rng.choice(names())
        return
    local = tag.local
    if rng.random() < 0.3:
        local = rng.choice(
            (f"{local}2", local.lower(), "\u00e9l\u00e9ment", "_", "a.b")
        )
    others = [other.prefix for other in document.root.walk()]
    tag.name = rng.choice([*others, "", "n:"]) + local


def change_namespace(document: Document, rng: Random) -> None:
    """Bind a declared prefix to something else, or declare one anew."""
    declared = [
        (tag, index)
        for tag in document.root.walk()
        for index, (name, _) in enumerate(tag.attributes)
        if name.startswith("xmlns")
    ]
    namespace = rng.choice(NAMESPACES)
    if declared and rng.random() < 0.5:
        tag, index = rng.choice(declared)
        tag.attributes[index] = (tag.attributes[index][0], namespace)
        return
    tag = any_tag(document, rng)
    prefix = tag.prefix.rstrip(":") if rng.random() < 0.7 else "n"
    declaration = f"xmlns:{prefix}" if prefix else "xmlns"
    _set(tag, declaration, namespace)


def make_nil(document: Document, rng: Random) -> None:
    """Add `xsi:nil`, and mostly empty the element."""
    tag = any_tag(document, rng)
    if rng.random() < 0.7:
        tag.content.clear()
    _set(tag, "xmlns:z", rng.choice((XSI, XSI, XSI, f"{XSI}/")))
    _set(tag, "z:nil", rng.choice(_NIL))


def give_type(document: Document, rng: Random) -> None:
    """Add `xsi:type`: its own name, another's, a built-in one, or none at all."""
    tag = any_tag(document, rng)
    local = rng.choice((tag.local, rng.choice(names()), "int", "string", "Carrier", ""))
    prefix = rng.choice((tag.prefix, tag.prefix, "n:", "", ":", "nobody:"))
    _set(tag, "xmlns:z", XSI)
    if prefix == "n:":
        _set(tag, "xmlns:n", rng.choice(NAMESPACES[:-1]))
    _set(tag, "z:type", rng.choice(("", " ")) + prefix + local)


def add_attribute(document: Document, rng: Random) -> None:
    """Add an attribute, also one that is there."""
    any_tag(document, rng).attributes.append(rng.choice(_ATTRIBUTES))


def _set(tag: Tag, name: str, value: str) -> None:
    tag.attributes = [pair for pair in tag.attributes if pair[0] != name]
    tag.attributes.append((name, value))
