"""What the overlays of all services say of each shared type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from typedsoap.contract import QName
from typedsoap.overlay import TypeOverlay
from typedsoap.views.inputs import ServiceInput


def type_overlays(
    services: Sequence[ServiceInput], reached: Iterable[QName]
) -> dict[QName, TypeOverlay]:
    """The overlay of each reached type that has one.

    Services share one class a type; `typedsoap.overlay.check` has already refused
    overlays that describe one type differently, so the first one found will do.
    """
    found: dict[QName, TypeOverlay] = {}
    for name in reached:
        for service in services:
            types = service.overlay.types
            entry = types.get(str(name)) or types.get(name.name)
            if entry is not None and name in service.contract.schema.types:
                found.setdefault(name, entry)
    return found
