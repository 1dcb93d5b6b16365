"""`[types]` of an overlay x the contract's types -> diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from typedsoap.contract import (
    ComplexType,
    Contract,
    Element,
    Group,
    SimpleType,
    Wildcard,
)
from typedsoap.contract.arrays import array_item, is_collection
from typedsoap.naming import class_name, constant_name, snake_case
from typedsoap.overlay import MemberOverlay, TypeOverlay
from typedsoap.overlay.member_names import named_members
from typedsoap.overlay.report import OverlayReport
from typedsoap.overlay.targets import Targets, enumeration_values


def check_types(
    entries: Mapping[str, TypeOverlay],
    contract: Contract,
    targets: Targets,
    report: OverlayReport,
) -> None:
    """Report every entry that names no type, or says what its type cannot have."""
    by_local_name = {name.rpartition("}")[2]: entry for name, entry in entries.items()}
    local_names = [name.name for name in contract.schema.types]
    report.free_names(by_local_name, local_names, class_name)
    for name, entry in entries.items():
        if name in targets.ambiguous:
            names = " or ".join(f'"{full}"' for full in targets.ambiguous[name])
            report.refuse(
                "TS226",
                f"several types are called '{name}'",
                entry.location,
                f"write {names}",
            )
        elif report.known(name, targets.types, "type", entry.location):
            report.class_name(entry.name, entry.location)
            definition = targets.types[name]
            if isinstance(definition, SimpleType):
                _check_simple(name, entry, definition, contract, report)
            else:
                _check_complex(name, entry, definition, report)


def check_members(
    entries: Mapping[str, MemberOverlay],
    present: Mapping[str, object],
    kind: str,
    report: OverlayReport,
    *,
    style: Callable[[str], str] = snake_case,
) -> None:
    """Report members that are not there, and what cannot be said of one.

    Args:
        present: What they are in the contract.
        style: What makes their names Python names.
    """
    report.free_names(entries, present, style)
    for name, entry in entries.items():
        known = report.known(name, present, kind, entry.location)
        report.python_name(entry.name, entry.location)
        if known:
            _check_member(name, entry, present[name], report)


def _check_member(
    name: str, entry: MemberOverlay, found: object, report: OverlayReport
) -> None:
    if isinstance(found, Group | Wildcard):
        for key in ("required", "secret"):
            if getattr(entry, key):
                report.refuse(
                    "TS225",
                    f"'{key}' means nothing for '{name}', which is no one element",
                    entry.location,
                )
    if not entry.nullable_items:
        return
    if not isinstance(found, Element) or not found.repeated:
        report.refuse(
            "TS225",
            f"'nullable_items' means nothing for '{name}', which may not be repeated",
            entry.location,
            "of an array, say it of the array's type",
        )
    elif not found.nillable or found.fixed is not None:
        report.refuse(
            "TS225", f"the contract forbids nil items in '{name}'", entry.location
        )


def _check_simple(
    name: str,
    entry: TypeOverlay,
    definition: SimpleType,
    contract: Contract,
    report: OverlayReport,
) -> None:
    values = enumeration_values(contract, definition)
    if values:
        _check_attributes(name, entry, "enumeration", ("members",), report)
        check_members(
            entry.members,
            dict.fromkeys(values),
            f"value of '{name}'",
            report,
            style=constant_name,
        )
    else:
        _check_attributes(name, entry, "simple type", (), report)


def _check_complex(
    name: str, entry: TypeOverlay, definition: ComplexType, report: OverlayReport
) -> None:
    if definition.is_dictionary:
        allowed = ("secret", "secret_keys")
        _check_attributes(name, entry, "dictionary", allowed, report)
    elif is_collection(definition):
        _check_attributes(name, entry, "array", ("nullable_items",), report)
        if entry.nullable_items and not array_item(definition).nillable:
            report.refuse(
                "TS225",
                f"the contract forbids nil items in array '{name}'",
                entry.location,
            )
    else:
        own: dict[str, object] = {a.name.name: a for a in definition.attributes}
        own |= named_members(definition.own_particles())
        own |= {"value": definition} if definition.simple_content else {}
        _check_attributes(name, entry, "record", ("fields",), report)
        check_members(entry.fields, own, f"field of '{name}' itself", report)


def _check_attributes(
    name: str,
    entry: TypeOverlay,
    kind: str,
    allowed: Collection[str],
    report: OverlayReport,
) -> None:
    stated = {
        "fields": entry.fields,
        "members": entry.members,
        "secret": entry.secret,
        "secret_keys": entry.secret_keys,
        "nullable_items": entry.nullable_items,
    }
    for attribute, value in stated.items():
        if value and attribute not in allowed:
            report.refuse(
                "TS225",
                f"'{attribute}' means nothing for '{name}', which is of kind {kind}",
                entry.location,
            )
