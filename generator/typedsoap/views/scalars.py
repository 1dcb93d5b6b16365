"""The simple types built into XML Schema, as Python has them."""

from __future__ import annotations

from typing import Final

from typedsoap.contract import (
    XSD_NAMESPACE,
    QName,
    Schema,
    SimpleType,
    TypeReference,
    Variety,
)
from typedsoap.naming import snake_case
from typedsoap.views.model import Kind, TypeView

# Types whose white space is collapsed before anything else is said of the text.
_TOKENS: Final = "token language Name NCName NMTOKEN ID IDREF ENTITY anyURI"
_INTEGERS: Final = (
    "byte short int long integer unsignedByte unsignedShort unsignedInt unsignedLong"
    " nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger"
)


def _scalar(annotation: str, name: str) -> TypeView:
    return TypeView(
        kind=Kind.SCALAR,
        stored=annotation,
        passed=annotation,
        suffix=snake_case(name),
        is_text=True,
    )


SCALARS: Final[dict[str, TypeView]] = {
    "string": _scalar("str", "string"),
    "normalizedString": _scalar("str", "normalizedString"),
    **{name: _scalar("str", "token") for name in _TOKENS.split()},
    **{name: _scalar("int", name) for name in _INTEGERS.split()},
    "boolean": _scalar("bool", "boolean"),
    "float": _scalar("float", "float"),
    "double": _scalar("float", "double"),
    "dateTime": _scalar("datetime", "dateTime"),
    "base64Binary": _scalar("bytes", "base64Binary"),
}
"""By local name in the XML Schema namespace; what is not here is not generated yet."""


def scalar(schema: Schema, reference: TypeReference) -> TypeView | None:
    """The scalar that a reference comes down to through restrictions; None for none."""
    for _ in range(len(schema.types) + 2):
        if isinstance(reference, QName) and reference.namespace == XSD_NAMESPACE:
            return SCALARS.get(reference.name)
        definition = schema.definition(reference)
        if (
            not isinstance(definition, SimpleType)
            or definition.variety is not Variety.ATOMIC
            or definition.enumerations
            or definition.base is None
        ):
            return None
        reference = definition.base
    return None
