"""Names that a package offers, and whose modules it imports later (PEP 562)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from sys import modules
from types import ModuleType


def export_lazily(module: str, origins: Mapping[str, str]) -> None:
    """Let a module offer names of others, each imported when it is first asked for.

    Args:
        module: The module's `__name__`.
        origins: The module of each name, as an import would say it (`.order`).
    """
    _offer(module, origins, lambda name, found: getattr(found(), name))


def call_lazily(module: str, origins: Mapping[str, str]) -> None:
    """Let a module offer functions of others, each imported at the first call.

    Args:
        module: The module's `__name__`.
        origins: The module of each function, as an import would say it (`.order`).
    """
    _offer(module, origins, _later)


def _offer(
    module: str,
    origins: Mapping[str, str],
    value_of: Callable[[str, Callable[[], ModuleType]], object],
) -> None:
    namespace = vars(modules[module])
    package = namespace["__package__"]

    def get(name: str) -> object:
        if name not in origins:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        value = value_of(name, lambda: import_module(origins[name], package))
        namespace[name] = value
        return value

    def names() -> list[str]:
        return sorted({*namespace, *origins})

    namespace.update(__getattr__=get, __dir__=names)


def _later(name: str, found: Callable[[], ModuleType]) -> Callable[..., object]:
    """A function that looks up another when it is first called, and calls it."""
    known: Callable[..., object] | None = None

    def function(*args: object) -> object:
        nonlocal known
        called = known
        if called is None:
            # Threads that come here at once wait for one import, and find the same.
            called = known = getattr(found(), name)
        return called(*args)

    return function
