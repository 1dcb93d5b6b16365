"""What the public names of the generated package show to a type checker and a reader."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator

import services86

# An annotation that a user would have to look up in another library, or that says nothing.
UNWANTED = re.compile(r"\b(?:Any|object|etree|lxml|urllib3|_?Element|PoolManager)\b")


# How operations are written and read: no documented name leads there.
INTERNAL = {"codecs", "operations"}


def _public_modules() -> Iterator[str]:
    yield "services86"
    for module in pkgutil.walk_packages(services86.__path__, "services86."):
        parts = module.name.split(".")
        if not any(part.startswith("_") or part in INTERNAL for part in parts):
            yield module.name


def _public_names(module: str) -> Iterator[tuple[str, object]]:
    """What a module exports, or else defines itself."""
    contents = vars(importlib.import_module(module))
    exported: list[str] | None = contents.get("__all__")
    for name, value in contents.items():
        own = getattr(value, "__module__", "") == module and not name.startswith("_")
        if own or name in (exported or ()):
            yield name, value


def _annotations(owner: str, value: object) -> Iterator[tuple[str, str]]:
    """Every annotation of a public function or class, inherited ones included."""
    if inspect.isfunction(value):
        for name, annotation in value.__annotations__.items():
            yield f"{owner}({name})", str(annotation)
    elif inspect.isclass(value) and value.__module__.startswith("services86."):
        for base in value.__mro__:
            if base.__module__.startswith("services86."):
                yield from _members(owner, base)


def _members(owner: str, cls: type) -> Iterator[tuple[str, str]]:
    for name, annotation in vars(cls).get("__annotations__", {}).items():
        if not name.startswith("_"):
            yield f"{owner}.{name}", str(annotation)
    for name, member in vars(cls).items():
        if name.startswith("_") and name != "__init__":
            continue
        if hasattr(cls, "__dataclass_fields__") and name == "__init__":
            continue
        function = member.fget if isinstance(member, property) else member
        yield from _annotations(f"{owner}.{name}", function)


def test_signatures_show_no_any_and_no_other_library() -> None:
    shown: dict[str, str] = {}
    for module in _public_modules():
        for name, value in _public_names(module):
            shown.update(_annotations(f"{module}.{name}", value))
    assert len(shown) > 200
    assert {k: v for k, v in shown.items() if UNWANTED.search(v)} == {}


def test_nil_is_the_only_any() -> None:
    found = [
        f"{module}.{name}: {annotation}"
        for module in ["services86._runtime.nil", *_public_modules()]
        for name, annotation in vars(importlib.import_module(module))
        .get("__annotations__", {})
        .items()
        if UNWANTED.search(str(annotation))
    ]
    assert found == ["services86._runtime.nil.NIL: Final[Any]"]


def test_public_things_have_docstrings() -> None:
    silent: list[str] = []
    for module in _public_modules():
        if not importlib.import_module(module).__doc__:
            silent.append(module)
        for name, value in _public_names(module):
            if inspect.isclass(value):
                silent += _silent(f"{module}.{name}", value)
    assert silent == []


def _silent(owner: str, cls: type) -> Iterator[str]:
    if not vars(cls).get("__doc__"):
        yield owner
    for name, member in vars(cls).items():
        if (
            inspect.isfunction(member)
            and not name.startswith("_")
            and not member.__doc__
        ):
            yield f"{owner}.{name}"
