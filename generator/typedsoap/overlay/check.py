"""Overlay x contract -> diagnostics: every entry must match something it can mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    Contract,
    Element,
    Particle,
    QName,
    SimpleType,
    TypeReference,
)
from typedsoap.contract.shapes import all_elements
from typedsoap.errors import Diagnostic
from typedsoap.naming import snake_case
from typedsoap.overlay import (
    HeaderFailure,
    HeaderOverlay,
    OperationOverlay,
    Overlay,
    ResultFailure,
    TypeOverlay,
)
from typedsoap.overlay.check_types import check_members, check_types
from typedsoap.overlay.expand import EVERY_OPERATION
from typedsoap.overlay.report import OverlayReport
from typedsoap.overlay.targets import OperationTargets, targets

_BOOLEAN = QName(XSD_NAMESPACE, "boolean")


def check_overlay(overlay: Overlay, contract: Contract) -> tuple[Diagnostic, ...]:
    """Every entry of an overlay (`*` not yet expanded) that means nothing here.

    Codes: TS221 nothing has this name, TS222 flatten, TS223 failure, TS224 no Python
    name, TS225 an attribute that this kind of type cannot have, TS226 a name that
    several types have; and the warning TS236, a chosen name that another has.
    """
    report = OverlayReport()
    present = targets(contract)
    report.class_name(overlay.client, overlay.location)
    _check_request_headers(overlay, contract, present.request_headers, report)
    for name, header in overlay.response_headers.items():
        _check_header(name, header, present.response_headers, "response", report)
    if overlay.header_failure is not None:
        _check_header_failure(overlay.header_failure, present.response_headers, report)
    report.free_names(overlay.operations, present.operations, snake_case)
    for name, entry in overlay.operations.items():
        if name == EVERY_OPERATION:
            everything = _union(present.operations.values())
            _check_operation("any operation", entry, everything, report)
        elif report.known(name, present.operations, "operation", entry.location):
            target = present.operations[name]
            _check_operation(f"operation '{name}'", entry, target, report)
    check_types(overlay.types, contract, present, report)
    return tuple(sorted(report.diagnostics, key=Diagnostic.sort_key))


def check_shared_types(
    services: Sequence[tuple[Overlay, Contract]],
) -> tuple[Diagnostic, ...]:
    """TS227 for a type that two overlays describe differently.

    A type that two services share is one class, so it can have one description only.
    """
    first: dict[QName, TypeOverlay] = {}
    report = OverlayReport()
    for overlay, contract in services:
        present = targets(contract)
        for name, entry in overlay.types.items():
            definition = present.types.get(name)
            if definition is None or definition.name is None:
                continue
            other = first.setdefault(definition.name, entry)
            if other != entry:
                report.refuse(
                    "TS227",
                    f"type '{name}' is described differently in {other.location}",
                    entry.location,
                    "say the same in both overlays, or leave it out of one",
                )
    return tuple(sorted(report.diagnostics, key=Diagnostic.sort_key))


def _check_header(
    name: str,
    entry: HeaderOverlay,
    blocks: Mapping[str, Element],
    direction: str,
    report: OverlayReport,
) -> bool:
    report.python_name(entry.name, entry.location)
    return report.known(name, blocks, f"{direction} header block", entry.location)


def _check_request_headers(
    overlay: Overlay,
    contract: Contract,
    blocks: Mapping[str, Element],
    report: OverlayReport,
) -> None:
    for name, entry in overlay.request_headers.items():
        if (
            _check_header(name, entry, blocks, "request", report)
            and entry.flatten is not None
        ):
            _check_flatten(name, entry, entry.flatten, blocks[name], contract, report)


def _check_flatten(
    name: str,
    entry: HeaderOverlay,
    wanted: str,
    block: Element,
    contract: Contract,
    report: OverlayReport,
) -> None:
    definition = contract.schema.definition(block.type)
    if not isinstance(definition, ComplexType) or definition.is_dictionary:
        report.refuse(
            "TS222",
            f"header block '{name}' is no record, so there is nothing to flatten",
            entry.location,
        )
        return
    elements = tuple(all_elements(definition, contract.schema))
    members = {element.name.name: element for element in elements}
    if not report.known(wanted, members, f"member of '{name}'", entry.location):
        return
    hint = "leave 'flatten' out; the keyword then takes the whole block"
    member = members[wanted]
    if member.repeated or not _is_simple(member.type, contract):
        report.refuse(
            "TS222",
            f"'{wanted}' of header block '{name}' is no single simple value",
            entry.location,
            hint,
        )
    for other in elements:
        if other is not member and other.min_occurs > 0:
            report.refuse(
                "TS222",
                f"header block '{name}' cannot be sent without '{other.name.name}'",
                entry.location,
                hint,
            )


def _check_header_failure(
    rule: HeaderFailure, blocks: Mapping[str, Element], report: OverlayReport
) -> None:
    kind = "response header block"
    if rule.detail is not None:
        report.known(rule.detail, blocks, kind, rule.location)
    if rule.flag is not None and report.known(rule.flag, blocks, kind, rule.location):
        _check_boolean("flag", rule.flag, blocks, rule, report)


def _check_operation(
    title: str, entry: OperationOverlay, target: OperationTargets, report: OverlayReport
) -> None:
    report.python_name(entry.name, entry.location)
    if entry.name is not None and title == "any operation":
        report.refuse("TS224", "one name cannot be every operation's", entry.location)
    check_members(entry.parameters, target.parameters, f"parameter of {title}", report)
    kind = f"result member of {title}"
    check_members(entry.result, target.result, kind, report)
    rule = entry.failure
    if rule is not None:
        report.class_name(rule.error, rule.location)
        if report.known(rule.element, target.result, kind, rule.location):
            _check_boolean("element", rule.element, target.result, rule, report)


def _check_boolean(
    key: str,
    name: str,
    present: Mapping[str, Particle],
    rule: HeaderFailure | ResultFailure,
    report: OverlayReport,
) -> None:
    element = present[name]
    if not isinstance(element, Element) or element.type != _BOOLEAN:
        report.refuse(
            "TS223", f"'{key}' names '{name}', which is no boolean", rule.location
        )


def _is_simple(reference: TypeReference, contract: Contract) -> bool:
    if isinstance(reference, QName) and reference.namespace == XSD_NAMESPACE:
        return True
    return isinstance(contract.schema.definition(reference), SimpleType)


def _union(operations: Iterable[OperationTargets]) -> OperationTargets:
    parameters: dict[str, Particle] = {}
    result: dict[str, Particle] = {}
    for operation in operations:
        parameters |= operation.parameters
        result |= operation.result
    return OperationTargets(parameters, result)
