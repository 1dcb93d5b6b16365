"""What the modules of a generated package define, seen from outside of it."""

from __future__ import annotations

import contextlib
import doctest
import inspect
import sys
import types
import typing
from collections.abc import Iterator
from importlib import import_module
from typing import Any


def is_own(value: Any, module: types.ModuleType) -> bool:
    """Whether it is a class or a function that the module defines."""
    own = getattr(value, "__module__", None) == module.__name__
    return own and (inspect.isclass(value) or inspect.isfunction(value))


def issubclass_of(value: Any, base: str) -> bool:
    """Whether it is a class with a base of that name."""
    return inspect.isclass(value) and base in (b.__name__ for b in value.__mro__[1:])


def clients(modules: list[types.ModuleType]) -> Iterator[type[Any]]:
    """The client classes."""
    for module in modules:
        own = [value for value in vars(module).values() if is_own(value, module)]
        yield from (value for value in own if issubclass_of(value, "ClientBase"))


def annotations_of(annotated: Any) -> dict[str, Any]:
    """The annotations of a class or function, whose types its package offers."""
    package = sys.modules.get(sys.modules[annotated.__module__].__package__ or "")
    known = {name: getattr(package, name) for name in getattr(package, "__all__", ())}
    return typing.get_type_hints(annotated, localns=known)


def load(names: list[str], broken: list[str]) -> Iterator[types.ModuleType]:
    """Import modules, and note those that cannot be."""
    for name in names:
        try:
            yield import_module(name)
        except Exception as problem:
            broken.append(f"{name}: {type(problem).__name__}: {problem}")


def examples(modules: list[types.ModuleType]) -> list[str]:
    """Where doctest finds something to run."""
    finder = doctest.DocTestFinder()
    found = [test for module in modules for test in finder.find(module)]
    return [test.name for test in found if test.examples]


def read_annotations(modules: list[types.ModuleType]) -> None:
    """Have every annotation evaluated, as tools do that read them."""
    for module in modules:
        for value in list(vars(module).values()):
            if is_own(value, module):
                # Some names are imported for type checkers only.
                with contextlib.suppress(NameError):
                    annotations_of(value)
