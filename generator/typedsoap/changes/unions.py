"""Unions: whether they stay what they are in Python, where their members change."""

from __future__ import annotations

from typedsoap.changes.built_in_types import kind_of
from typedsoap.contract import QName, Schema, SimpleType, TypeReference, Variety
from typedsoap.contract.shapes import is_enumeration, listing_members, union_members


def members_rule(
    old: SimpleType, new: SimpleType, schemas: tuple[Schema, Schema]
) -> str:
    """The rule for a union with other members.

    Args:
        schemas: That of the old union, and that of the new one.
    """
    texts = [
        _is_text(union, schema)
        for union, schema in zip((old, new), schemas, strict=True)
    ]
    return "union-members-changed" if all(texts) else "union-type-changed"


def _is_text(union: SimpleType, schema: Schema) -> bool:
    """Whether a value is its text, for the members are texts or of several types.

    Of a union that has an enumeration with a name among them, that is a class.
    """
    if listing_members(union, schema):
        return False
    kinds = {_kind(member, schema) for member in union_members(schema, union)}
    return len(kinds) > 1 or kinds == {"text"}


def _kind(reference: TypeReference, schema: Schema) -> str:
    """What a member of a union is by itself; enumerations without name and lists texts."""
    for _ in schema.steps:
        definition = schema.definition(reference)
        if not isinstance(definition, SimpleType):
            break
        if definition.variety is Variety.LIST or is_enumeration(definition, schema):
            return "text"
        if definition.base is None:
            break
        reference = definition.base
    return kind_of(reference) if isinstance(reference, QName) else "text"
