"""The parts of messages, each an element or of a type (WSDL 1.1 §2.3)."""

from __future__ import annotations

from typing import Final

from typedsoap.contract import Part, QName, Schema
from typedsoap.errors import Diagnostic, error, warning
from typedsoap.reporting import Report
from typedsoap.schema.builtins import ANY_TYPE, is_known_type, known_element_type
from typedsoap.schema.undefined import undefined_hint
from typedsoap.schema.unprefixed import meant_type, tell_meant
from typedsoap.schema.unresolved import MESSAGE, Owner, Unresolved
from typedsoap.source.names import read_name, read_reference
from typedsoap.source.nodes import Node
from typedsoap.wsdl.definitions import twice
from typedsoap.wsdl.namespaces import WSDL

# What a part can be of, and the code for one that is not defined.
_KINDS: Final = {"element": "TS107", "type": "TS106"}


def read_parts(
    node: Node,
    name: QName,
    schema: Schema,
    unresolved: list[Unresolved],
    report: Report,
) -> tuple[Part, ...]:
    """The parts of a `wsdl:message`.

    Args:
        name: The message's.
        unresolved: Where what is wrong with a part is added; it is no matter in a message
            that only other bindings than those of SOAP send.
    """
    owner = Owner(MESSAGE, name)
    parts: dict[str, Part] = {}
    for child in node.children(WSDL, "part"):
        part = _part(child, owner, schema, unresolved, report)
        if part is None:
            continue
        if part.name in parts:
            first = parts[part.name].location or node.location
            twice("part", part.name, child, first, report)
        parts[part.name] = part
    return tuple(parts.values())


def _part(
    node: Node,
    owner: Owner,
    schema: Schema,
    unresolved: list[Unresolved],
    report: Report,
) -> Part | None:
    name = read_name(node, report)
    kinds = [kind for kind in _KINDS if node.attribute(kind) is not None]
    if name is None:
        return None
    if len(kinds) != 1:
        problem = _two_kinds(node) if kinds else _no_kind(name, node)
        unresolved.append(Unresolved(owner, None, problem))
        return Part(name=name, type=ANY_TYPE, location=node.location)
    (kind,) = kinds
    target = read_reference(node, kind, report)
    if target is None:
        return None
    if kind == "element":
        exists = target in schema.elements or known_element_type(target) is not None
    else:
        exists = target in schema.types or is_known_type(target)
    meant = meant_type(target, node.root.attribute("targetNamespace") or "")
    if (
        kind == "type"
        and (meant in schema.types or is_known_type(meant))
        and not exists
    ):
        tell_meant(target, meant, node.location, report)
        target, exists = meant, True
    if not exists:
        problem = _undefined(kind, target, name, node, schema)
        unresolved.append(Unresolved(owner, target.namespace, problem))
    return Part(
        name=name,
        element=target if kind == "element" else None,
        type=target if kind == "type" else None,
        location=node.location,
    )


def _two_kinds(node: Node) -> Diagnostic:
    return error(
        "TS119",
        "a part must have either an element or a type",
        where=node.location,
        hint="leave out one of the attributes 'element' and 'type'",
    )


def _no_kind(name: str, node: Node) -> Diagnostic:
    return warning(
        "TS134",
        f"the part {name!r} has neither an element nor a type; its type is taken for"
        f" {ANY_TYPE}",
        where=node.location,
        hint="give it one of the attributes 'element' and 'type'",
    )


def _undefined(
    kind: str, target: QName, name: str, node: Node, schema: Schema
) -> Diagnostic:
    known = schema.elements if kind == "element" else schema.types
    hint = undefined_hint(target, known, schema.namespaces, "the part")
    message = f"the {kind} {target} of part {name!r} is not defined"
    return error(_KINDS[kind], message, where=node.location, hint=hint)
