"""The classes of a contract: made by xsdata, held to what the contract says."""

from __future__ import annotations

from collections.abc import Iterable

from typedsoap.bindings.anonymous import with_named_classes
from typedsoap.bindings.check import find_differences
from typedsoap.bindings.model import (
    Bindings,
    BoundClass,
    BoundEnumeration,
    BoundMember,
    shared_types,
)
from typedsoap.bindings.xsdata_classes import load_classes, read_classes
from typedsoap.contract import Schema
from typedsoap.errors import Diagnostic, TypedSoapError

__all__ = [
    "Bindings",
    "BoundClass",
    "BoundEnumeration",
    "BoundMember",
    "bind",
    "shared_types",
]


def bind(schemas: Iterable[tuple[str, bytes]], schema: Schema) -> Bindings:
    """The classes, bases, members and values of every component of a contract's schema.

    Args:
        schemas: The schema documents as (URI, content), from
            `typedsoap.schema.texts.schema_texts`.
        schema: What of them is generated; other components are left out of the result.

    Raises:
        TypedSoapError: TS310, xsdata cannot make classes; TS311 to TS315, a class and
            the contract disagree.
    """
    made = with_named_classes(read_classes(load_classes(schemas)), schema)
    bindings = Bindings(
        records={n: c for n, c in made.records.items() if n in schema.types},
        elements={n: c for n, c in made.elements.items() if n in schema.elements},
        enumerations={n: e for n, e in made.enumerations.items() if n in schema.types},
    )
    differences = sorted(find_differences(bindings, schema), key=Diagnostic.sort_key)
    if differences:
        raise TypedSoapError(differences)
    return bindings
