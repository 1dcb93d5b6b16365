"""The WSDLs that mutants are made of: the golden cases, and `seeds/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tests.fuzz.markup import Document, read_document

_HERE: Final = Path(__file__).parent
GOLDEN: Final = _HERE.parent / "golden"
LARGEST: Final = 7_000
"""Bytes of a seed: a mutation of a large one seldom hits what matters."""


@dataclass(frozen=True, slots=True)
class Seed:
    """One WSDL.

    Attributes:
        name: The golden case, or the file below `seeds/`.
        document: The WSDL, read.
    """

    name: str
    document: Document


@cache
def seeds() -> tuple[Seed, ...]:
    """Every seed, in the same order everywhere."""
    paths = {path.parent.name: path for path in GOLDEN.glob("*/in.wsdl")}
    paths |= {path.stem: path for path in (_HERE / "seeds").glob("*.wsdl")}
    return tuple(
        Seed(name, read_document(path.read_bytes()))
        for name, path in sorted(paths.items())
        if path.stat().st_size <= LARGEST
    )


@cache
def values() -> tuple[str, ...]:
    """The values of all attributes of all seeds, sorted."""
    tags = (tag for seed in seeds() for tag in seed.document.root.walk())
    return tuple(sorted({value for tag in tags for _, value in tag.attributes}))


@cache
def tag_names() -> tuple[str, ...]:
    """The names of all elements of all seeds with their prefixes, sorted."""
    tags = (tag for seed in seeds() for tag in seed.document.root.walk())
    return tuple(sorted({tag.name for tag in tags}))
