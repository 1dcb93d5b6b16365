"""Types that need no code of their own: those built into XML Schema, unions, mixed ones."""

from __future__ import annotations

from typing import Final

from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    QName,
    Schema,
    SimpleType,
    TypeReference,
    Variety,
)
from typedsoap.contract.encodings import SOAP_ENCODINGS
from typedsoap.contract.shapes import (
    BUILT_IN_ITEMS,
    is_enumeration,
    is_mixed,
    list_item,
    union_members,
)
from typedsoap.naming import snake_case
from typedsoap.schema.annotations import SERIALIZATION
from typedsoap.views.model import Kind, TypeView

# Types whose white space is collapsed before anything else is said of the text.
_TOKENS: Final = "token language Name NCName NMTOKEN ID IDREF ENTITY anyURI"
_INTEGERS: Final = (
    "byte short int long integer unsignedByte unsignedShort unsignedInt unsignedLong"
    " nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger"
)


def _scalar(annotation: str, name: str, *, is_text: bool = True) -> TypeView:
    return TypeView(
        kind=Kind.SCALAR,
        stored=annotation,
        passed=annotation,
        suffix=snake_case(name),
        is_text=is_text,
    )


_TOKEN_LIST: Final = TypeView(
    kind=Kind.LIST,
    stored="list[str]",
    passed="Sequence[str]",
    suffix="tokens",
    is_text=True,
    empty="[]",
)

_NAME_LIST: Final = TypeView(
    kind=Kind.LIST,
    stored="list[QName]",
    passed="Sequence[QName]",
    suffix="q_names",
    empty="[]",
)

FRAGMENT: Final = TypeView(
    kind=Kind.FRAGMENT, stored="XmlFragment", passed="XmlFragment", suffix="fragment"
)
"""XML that is kept as it is."""

SCALARS: Final[dict[str, TypeView]] = {
    "string": _scalar("str", "string"),
    "anySimpleType": _scalar("str", "string"),
    "normalizedString": _scalar("str", "normalizedString"),
    **{name: _scalar("str", "token") for name in _TOKENS.split()},
    **{name.name: _TOKEN_LIST for name in BUILT_IN_ITEMS},
    **{name: _scalar("int", name) for name in _INTEGERS.split()},
    "boolean": _scalar("bool", "boolean"),
    "decimal": _scalar("Decimal", "decimal"),
    "float": _scalar("float", "float"),
    "double": _scalar("float", "double"),
    "date": _scalar("Date", "date"),
    "dateTime": _scalar("datetime", "dateTime"),
    "duration": _scalar("Duration", "duration"),
    "time": _scalar("Time", "time"),
    "gDay": _scalar("GDay", "gDay"),
    "gMonth": _scalar("GMonth", "gMonth"),
    "gMonthDay": _scalar("GMonthDay", "gMonthDay"),
    "gYear": _scalar("GYear", "gYear"),
    "gYearMonth": _scalar("GYearMonth", "gYearMonth"),
    "base64Binary": _scalar("bytes", "base64Binary"),
    "hexBinary": _scalar("bytes", "hexBinary"),
    "anyType": FRAGMENT,
    # It is content, because it needs a prefix that the start tag declares.
    "QName": _scalar("QName", "qName", is_text=False),
    # The names of notations are such names (Part 2, §3.2.19).
    "NOTATION": _scalar("QName", "qName", is_text=False),
}
"""By local name in the XML Schema namespace; what is not here is not generated yet."""

# By the type that each restricts: its facets alone do not tell what is meant.
_SERIALIZATION: Final = {
    QName(SERIALIZATION, "char"): ("int", _scalar("Char", "char")),
    QName(SERIALIZATION, "duration"): ("duration", _scalar("timedelta", "timedelta")),
    QName(SERIALIZATION, "guid"): ("string", _scalar("UUID", "guid")),
}

SCALAR_VIEWS: Final = (
    *SCALARS.values(),
    *(view for _, view in _SERIALIZATION.values()),
    _NAME_LIST,
)
"""Every view that `scalar` can give."""

# The runtime's module of codec functions, where it is not `values`: what few contracts
# need costs the others nothing to import.
_CODEC_MODULES: Final = {
    "char": "characters",
    "date": "dates",
    "decimal": "decimals",
    "duration": "durations",
    "fragment": "any_types",
    "g_day": "gregorian",
    "g_month": "gregorian",
    "g_month_day": "gregorian",
    "g_year": "gregorian",
    "g_year_month": "gregorian",
    "guid": "uuids",
    "hex_binary": "hexadecimal",
    "q_name": "qnames",
    "q_names": "qname_lists",
    "time": "times",
    "timedelta": "durations",
    "tokens": "lists",
}

_ENCODED_NAMES: Final = {"base64": "base64Binary"}

# What can hold every value of the types with one Python type.
_WIDEST: Final = {"float": "double", "int": "integer", "str": "string"}


def codec_module(view: TypeView) -> str:
    """The runtime's module that holds a scalar's codec functions."""
    return _CODEC_MODULES.get(view.suffix, "values")


def scalar(schema: Schema, reference: TypeReference) -> TypeView | None:
    """The scalar that a reference comes down to through restrictions; None for none.

    A union is what all of its members are, or else their text. Mixed content is kept as
    it is, whatever elements may be in it.
    """
    for _ in schema.steps:
        if isinstance(reference, QName):
            if reference.namespace == XSD_NAMESPACE:
                return SCALARS.get(reference.name)
            if reference.namespace in SOAP_ENCODINGS:
                # SOAP 1.1 §5.2.3: the same values, in an element that may have an id.
                return SCALARS.get(_ENCODED_NAMES.get(reference.name, reference.name))
        definition = schema.definition(reference)
        if isinstance(definition, ComplexType) and is_mixed(definition):
            return FRAGMENT
        if not isinstance(definition, SimpleType):
            return None
        known = _serialization(definition)
        if known is not None:
            return known
        if definition.variety is Variety.UNION:
            return _union(schema, definition)
        if definition.variety is Variety.LIST:
            return _names(schema, definition)
        if is_enumeration(definition, schema) or definition.base is None:
            return None
        reference = definition.base
    return None


def _names(schema: Schema, definition: SimpleType) -> TypeView | None:
    """The view of a list of qualified names; any other one has functions of its own."""
    item = list_item(definition, schema)
    view = None if item is None else scalar(schema, item)
    return _NAME_LIST if view == SCALARS["QName"] else None


def _serialization(definition: SimpleType) -> TypeView | None:
    """The view of one of the types that Microsoft's serialization adds to XML Schema."""
    if definition.name is None or definition.name not in _SERIALIZATION:
        return None
    base, view = _SERIALIZATION[definition.name]
    return view if definition.base == QName(XSD_NAMESPACE, base) else None


def _union(schema: Schema, union: SimpleType) -> TypeView | None:
    members = [_member(schema, member) for member in union_members(schema, union)]
    views = {member for member in members if member is not None}
    if not views or None in members:
        return None
    if len(views) == 1:
        return views.pop()
    types = {view.stored for view in views}
    return SCALARS[_WIDEST.get(types.pop() if len(types) == 1 else "str", "string")]


def _member(schema: Schema, reference: TypeReference) -> TypeView | None:
    """A member of a union; None for one whose text means nothing by itself."""
    definition = schema.definition(reference)
    if isinstance(definition, SimpleType) and (
        definition.variety is Variety.LIST or is_enumeration(definition, schema)
    ):
        return SCALARS["string"]
    view = scalar(schema, reference)
    if view is None or not view.is_text:
        return None
    return view if view.kind is Kind.SCALAR else SCALARS["string"]
