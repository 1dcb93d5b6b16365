"""Where every name that a generated module can use is imported from.

A module's import lines are the names that its text uses, looked up here.
"""

from __future__ import annotations

from typing import Final

from typedsoap.views.model import Name
from typedsoap.views.scalars import SCALAR_VIEWS, codec_module
from typedsoap.views.type_table import TypeTable

_STANDARD: Final = {
    "collections.abc": "Collection Mapping Sequence Set",
    "dataclasses": "dataclass field",
    "datetime": "datetime timedelta",
    "decimal": "Decimal",
    "ssl": "SSLContext",
    "typing": "Final Literal Protocol Self TYPE_CHECKING",
    "uuid": "UUID",
}
_RUNTIME: Final = {
    "any_types": "write_fragments",
    "attributes": (
        "AttributedMembers read_attribute read_name_attribute read_other_attributes"
        " write_attribute write_fixed_attribute write_name_attribute"
        " write_other_attributes"
    ),
    "characters": "Char",
    "client": "Replies ClientBase",
    "content_models": "ContentModel Particle",
    "dates": "Date",
    "declared_faults": "DeclaredFault FaultElement",
    "durations": "Duration",
    "encoding": "Accessors EncodedBlocks EncodedReader write_array_type",
    "enums": "OpenEnum",
    "errors": "ResultFailed",
    "exports": "call_lazily export_lazily",
    "fragments": "XmlFragment",
    "facets": "Facets facets",
    "gregorian": "GDay GMonth GMonthDay GYear GYearMonth",
    "items": (
        "read_items read_nullable_items read_nullable_text_items read_pairs"
        " read_nullable_repeated read_nullable_repeated_text read_repeated"
        " read_repeated_text read_text_items"
        " write_items write_pairs write_text_items"
    ),
    "lists": "read_list write_list",
    "members": "Members",
    "model_groups": "ModelGroup is_nil",
    "nil": "NIL",
    "options": "FilePath IllegalCharacters OMITTED Omitted",
    "operation": (
        "Items Operation Reply Service ServicePort read_nothing write_no_headers"
        " write_nothing"
    ),
    "positions": (
        "PositionalMembers PositionalOccurrences read_positional_occurrences"
    ),
    "qnames": "QName",
    "reading": "Element Reader new read_optional",
    "records": (
        "ALTERNATIVE Record SECRET SECRET_ALTERNATIVE in_namespace secret_keys"
    ),
    "redaction": "Redactor",
    "repeated_groups": (
        "holder read_occurrence read_occurrences read_required_occurrence write_occurrence"
        " refuse_alternative write_occurrences"
    ),
    "server": "Application",
    "serving": (
        "Call Invocation ServedFault ServedOperation ServedService active_call invocation"
        " write_no_result"
    ),
    "soap_12_encoding": "Soap12EncodedReader write_item_type",
    "times": "Time",
    "transport": "Transport",
    "value_constraints": (
        "default_content_reader default_reader fixed_text guarded_writer only_reader"
        " only_writer read_defaulted read_fixed read_same same_reader text_beside_default"
    ),
    "versions": "SOAP_11 SOAP_12",
    "wildcards": (
        "Wildcard WildcardMembers read_wildcard read_wildcards write_wildcard"
        " write_wildcards"
    ),
    "writing": (
        "expect_before expect_instance expect_nothing refuse_abstract required_here"
        " write_element write_type"
    ),
}
_ERRORS: Final = (
    "ClientClosed ConnectError ConnectionLost ConnectTimeout EncodeError HttpError"
    " ProtocolError ReadTimeout SoapError SoapFault TlsError TransportError"
)
_VALUES: Final = "read_enumeration read_flags read_listed write_enumeration write_flags"


def fixed_names() -> dict[str, Name]:
    """The names of the standard library and of the runtime."""
    found = {
        name: Name(module, name)
        for module, names in _STANDARD.items()
        for name in names.split()
    }
    for module, names in _RUNTIME.items():
        for name in names.split():
            found[name] = Name(f"._runtime.{module}", name)
    for name in _VALUES.split():
        found[name] = Name("._runtime.values", name)
    for view in SCALAR_VIEWS:
        for name in (view.write, view.read):
            found[name] = Name(f"._runtime.{codec_module(view)}", name)
    return found


def exported_errors() -> list[Name]:
    """What the module of errors imports for others, and the base of one of its own."""
    base = Name("._runtime.errors", "OperationFailed", "AnyOperationFailed")
    fragment = Name("._runtime.fragments", "XmlFragment")
    return [*(Name(base.module, name) for name in _ERRORS.split()), base, fragment]


def fixed_functions() -> frozenset[str]:
    """The runtime's functions that code with parameters calls: none may hide them."""
    return frozenset(name for name in fixed_names() if "_" in name)


def service_names(
    table: TypeTable,
    module: str,
    client: str,
    *,
    constants: list[str],
    results: list[str],
    errors: list[str],
) -> dict[str, Name]:
    """Every name that the modules of one service can use.

    Args:
        module: The service's module.
        client: The client class.
        constants: The constants that describe its operations.
        results: Its result classes.
        errors: The error classes that it raises by name.
    """
    places = {
        f".{module}.client": [client],
        f".{module}.headers": ["ReplyHeaders", "RequestHeaders"],
        f".{module}.operations": ["SERVICE", *constants],
        f".{module}.results": results,
        ".errors": errors,
    }
    found = {**fixed_names(), **table.names()}
    for place, names in places.items():
        for name in names:
            found[name] = Name(place, name)
    return found
