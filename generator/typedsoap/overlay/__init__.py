"""The overlay: facts about a contract that its WSDL lacks."""

from __future__ import annotations

from typedsoap.overlay.model import (
    HeaderFailure,
    HeaderOverlay,
    MemberOverlay,
    OperationOverlay,
    Overlay,
    ResultFailure,
    TypeOverlay,
)

__all__ = [
    "HeaderFailure",
    "HeaderOverlay",
    "MemberOverlay",
    "OperationOverlay",
    "Overlay",
    "ResultFailure",
    "TypeOverlay",
]
