"""Names that a package offers, and imports when they are first asked for (PEP 562)."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from sys import modules


def export_lazily(package: str, origins: Mapping[str, str]) -> None:
    """Let a package offer names of modules that it does not import yet.

    Args:
        package: The package's `__name__`.
        origins: The module of each name, relative to the package (`.order`).
    """
    namespace = vars(modules[package])

    def get(name: str) -> object:
        if name not in origins:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(origins[name], package), name)
        namespace[name] = value
        return value

    def names() -> list[str]:
        return sorted({*namespace, *origins})

    namespace.update(__getattr__=get, __dir__=names)
