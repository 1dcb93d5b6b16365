"""Declared faults: an exception class each, over all services of a package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typedsoap import naming, reserved
from typedsoap.contract import QName
from typedsoap.contract.fault_entries import fault_entries, header_fault_entries
from typedsoap.errors import Diagnostic, TypedSoapError, error
from typedsoap.quoting import quote
from typedsoap.views.docstrings import Section, docstring
from typedsoap.views.inputs import ServiceInput
from typedsoap.views.service_model import DeclaredFaultView, ServiceView
from typedsoap.views.type_table import TypeTable


def fault_classes(
    services: Sequence[ServiceInput], table: TypeTable
) -> dict[QName, str]:
    """The class of every declared fault, by the key of its `FaultEntry`.

    It is called like the element that tells it. Where a type or something of the package's
    own has that name, `Fault` is appended, or `Error` to a name that ends in it.

    Raises:
        TypedSoapError: TS302, an overlay calls an error of its own like a type, or like
            something of the package's own.
    """
    taken = {*reserved.CLASSES, *reserved.CONSTANTS, "AnyOperationFailed"}
    taken |= table.taken_names()
    chosen = {
        (overlay.failure.error, overlay.failure.location)
        for service in services
        for overlay in service.overlay.operations.values()
        if overlay.failure is not None
    }
    refused = [
        error(
            "TS302",
            f"the name {name!r} is already in use",
            where=where,
            hint="choose another one",
        )
        for name, where in chosen
        if name in taken
    ]
    if refused:
        raise TypedSoapError(sorted(refused, key=Diagnostic.sort_key))
    taken |= {name for name, _ in chosen}
    folded = {name.casefold() for name in taken}
    scope = naming.Scope(taken, ignore_case=True)
    found: dict[QName, str] = {}
    for service in services:
        for operation in service.binding.operations:
            schema = service.contract.schema
            for entry in (
                *fault_entries(operation, schema),
                *header_fault_entries(operation, schema),
            ):
                wanted = naming.class_name(entry.element.name.name)
                if wanted.casefold() in folded:
                    wanted += "Error" if wanted.endswith("Fault") else "Fault"
                found[entry.key] = scope.claim(entry.key, wanted)
    return found


def declared_faults(
    classes: Mapping[QName, str], views: Sequence[ServiceView]
) -> tuple[DeclaredFaultView, ...]:
    """The exception classes, each with all that services read into its `info`."""
    annotations: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    in_details = {fault.class_name for view in views for fault in view.faults}
    for view in views:
        for fault in (*view.faults, *view.header_faults):
            annotations.setdefault(fault.class_name, {})[fault.result.annotation] = None
            names.setdefault(fault.class_name, fault.name)
    return tuple(
        DeclaredFaultView(
            class_name=class_name,
            annotation=" | ".join(annotations[class_name]),
            reason=quote(names[class_name]),
            docstring=_docstring(names[class_name], class_name in in_details),
        )
        for class_name in classes.values()
    )


def _docstring(name: str, in_detail: bool) -> str:
    what, told = ("fault", "detail") if in_detail else ("header fault", "header block")
    return docstring(
        f"The declared {what} {name}.",
        indent=4,
        sections=[Section("Attributes", (("info", f"The decoded {told}."),))],
    )
