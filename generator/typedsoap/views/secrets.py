"""What must never be printed: local names and dictionary keys, for the runtime's masks."""

from __future__ import annotations

from collections.abc import Mapping

from typedsoap.contract import QName
from typedsoap.overlay import MemberOverlay
from typedsoap.quoting import quote
from typedsoap.views.inputs import ServiceInput
from typedsoap.views.reach import Definition, reached_elements
from typedsoap.views.type_overlays import type_overlays


def secret_elements(
    service: ServiceInput, types: Mapping[QName, Definition]
) -> tuple[str, ...]:
    """Literals of the local names of elements whose content is secret, sorted.

    A header block that is secret, a parameter or result member, a field of a type, and
    every element whose type is wholly secret.
    """
    found = {
        _local(name)
        for blocks in (
            service.overlay.request_headers,
            service.overlay.response_headers,
        )
        for name, block in blocks.items()
        if block.secret
    }
    for entry in service.overlay.operations.values():
        found |= _secret_members(entry.parameters) | _secret_members(entry.result)
    # Those of wrappers as well: what they hold are parameters.
    overlays = type_overlays([service], service.contract.schema.types)
    for overlay in overlays.values():
        found |= _secret_members(overlay.fields)
    secret_types = {name for name, overlay in overlays.items() if overlay.secret}
    found |= {
        element.name.name
        for element in reached_elements([service], types)
        if element.type in secret_types
    }
    return tuple(quote(name) for name in sorted(found))


def secret_keys(
    service: ServiceInput, types: Mapping[QName, Definition]
) -> tuple[str, ...]:
    """Literals of the dictionary keys whose values are secret, sorted."""
    overlays = type_overlays([service], types)
    keys = {key for overlay in overlays.values() for key in overlay.secret_keys}
    return tuple(quote(key) for key in sorted(keys))


def _secret_members(members: Mapping[str, MemberOverlay]) -> set[str]:
    return {_local(name) for name, member in members.items() if member.secret}


def _local(name: str) -> str:
    """The local name of an element that stands twice: of "Stop (2)" it is "Stop"."""
    return name.partition(" (")[0]
