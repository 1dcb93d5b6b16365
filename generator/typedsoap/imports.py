"""The import lines of a generated module, computed from the names that it uses."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from typedsoap.views.model import Name


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One `from module import names`, relative where it is local."""

    module: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imports:
    """The import lines of one module, in the order that tools expect.

    Attributes:
        standard: Of the standard library.
        local: Of the generated package.
        checking: Of the generated package, only for type checkers.
    """

    standard: tuple[ImportLine, ...] = ()
    local: tuple[ImportLine, ...] = ()
    checking: tuple[ImportLine, ...] = ()


def imports_for(
    module: str, names: Iterable[Name], *, later: Container[str] = ()
) -> Imports:
    """The import lines of one module.

    Args:
        module: The importing module from the package's root, such as `.orders.client`.
        names: The names that it uses; its own are left out.
        later: The names that are imported only for type checkers, because their module
            needs this one.
    """
    needed = [name for name in names if name.module != module]
    standard = [name for name in needed if not name.module.startswith(".")]
    local = [
        Name(relative(module, name.module), name.name, name.alias)
        for name in needed
        if name.module.startswith(".")
    ]
    checking = _lines(name for name in local if name.bound in later)
    if checking:
        standard.append(Name("typing", "TYPE_CHECKING"))
    return Imports(
        standard=_lines(standard),
        local=_lines(name for name in local if name.bound not in later),
        checking=checking,
    )


def relative(importer: str, target: str) -> str:
    """The relative form of a module's path: `.types.a` in `.orders.b` is `..types.a`."""
    source, wanted = importer.split(".")[1:-1], target.split(".")[1:]
    shared = 0
    while (
        shared < min(len(source), len(wanted) - 1) and source[shared] == wanted[shared]
    ):
        shared += 1
    return "." * (len(source) - shared + 1) + ".".join(wanted[shared:])


def _lines(names: Iterable[Name]) -> tuple[ImportLine, ...]:
    # Each renamed one has a line of its own, behind the others of its module.
    lines: dict[tuple[str, str], set[str]] = {}
    for name in names:
        text = name.name if name.alias is None else f"{name.name} as {name.alias}"
        lines.setdefault((name.module, text if name.alias else ""), set()).add(text)
    return tuple(
        ImportLine(module, tuple(sorted(lines[module, renamed], key=_order)))
        for module, renamed in sorted(lines)
    )


def _order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, as import sorters have it."""
    if name.isupper():
        return 0, name
    return (1 if name[0].isupper() else 2), name.lower()
