"""The envelopes that mutants are made of: the documented replies, and `seeds/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tests.fuzz.markup import Document, read_document
from tests.fuzz.targets import TARGETS

SEEDS: Final = Path(__file__).parent / "seeds"
DOCUMENTED: Final = Path(__file__).parents[1] / "documented"


@dataclass(frozen=True, slots=True)
class Seed:
    """One envelope.

    Attributes:
        name: Its file's path below the folder that it is in, without `.xml`.
        data: As it is in the file.
        document: The same, read.
        operation: The operation that it is a reply of; None for any.
    """

    name: str
    data: bytes
    document: Document
    operation: str | None


@cache
def seeds() -> tuple[Seed, ...]:
    """Every seed, in the same order everywhere."""
    found = [
        *((SEEDS, path) for path in SEEDS.glob("*.xml")),
        *((DOCUMENTED, path) for path in DOCUMENTED.glob("*/*.response.xml")),
    ]
    named = {path.relative_to(base).as_posix(): path for base, path in found}
    return tuple(_seed(name, path) for name, path in sorted(named.items()))


@cache
def seeds_of(operation: str | None) -> tuple[Seed, ...]:
    """The seeds that are replies of an operation; with None, of any operation."""
    return tuple(seed for seed in seeds() if seed.operation == operation)


@cache
def names() -> tuple[str, ...]:
    """The local names of all elements of all seeds, sorted."""
    return tuple(sorted({tag.local for s in seeds() for tag in s.document.root.walk()}))


def _seed(name: str, path: Path) -> Seed:
    data = path.read_bytes()
    return Seed(
        name.removesuffix(".xml"), data, read_document(data), _operation(path.name)
    )


def _operation(name: str) -> str | None:
    # seeds/GetPlugins.lists.xml, documented/messaging/get_plugins.response.xml
    first = name.partition(".")[0]
    for target in TARGETS.values():
        if first in (target.name, target.method):
            return target.name
    return None
