"""Names that generated code needs for itself, per kind of scope.

To be given to `naming.Scope`; a contract's own name that is in such a set gets a trailing
underscore. The sets are written out, not taken from the running Python: the same contract
has to give the same names on every version.
"""

from __future__ import annotations

from typing import Final

# A class body that defines one of these hides the builtin from every later annotation in
# that body ("def list(self)", then "-> list[Order]").
_ANNOTATION_BUILTINS: Final = frozenset(
    {"bool", "bytes", "dict", "float", "frozenset", "int", "list", "object", "str"}
)

PARAMETERS: Final = frozenset({"self"})
"""A method's own parameters; annotations are resolved outside of the function."""

FIELDS: Final = _ANNOTATION_BUILTINS | {
    "datetime",
    "facets",
    "field",
    "in_namespace",
    "secret_keys",
    "timedelta",
}
"""Fields of a dataclass: what its annotations and its defaults name."""

ENUM_MEMBERS: Final = frozenset[str]()
"""Members of a str enumeration: upper case keeps clear of Enum's and str's own names."""

CLIENT_METHODS: Final = _ANNOTATION_BUILTINS | {
    "close",
    "closed",
    "datetime",
    "endpoint",
    "property",
    "timedelta",
    "with_headers",
    "with_options",
    "with_response",
}
"""Methods of a client: the base class's public names."""

CLIENT_OPTIONS: Final = frozenset(
    {
        "ca_file",
        "client_certificate",
        "connect_timeout",
        "element_limit",
        "endpoint",
        "http_headers",
        "illegal_characters",
        "port",
        "proxy",
        "read_timeout",
        "reply_limit",
        "retries",
        "self",
        "ssl_context",
        "strict",
        "super",
        "timeout",
        "transport",
        "trust_env",
        "understood_headers",
        "validate",
    }
)
"""Header block keywords: the client constructor's own parameters."""

CONSTANTS: Final = frozenset(
    {
        "ALTERNATIVE",
        "NIL",
        "OMITTED",
        "SECRET",
        "SECRET_ALTERNATIVE",
        "SERVED",
        "SERVICE",
        "SOAP_11",
        "SOAP_12",
        "TYPE_CHECKING",
    }
)
"""Constants that describe operations: the runtime's own."""

TAG_CONSTANTS: Final = frozenset({"REPLY_BLOCKS", "REQUEST_BLOCKS"})
"""Constants that hold the names of elements: those of a service's header blocks."""

CODECS: Final = frozenset(
    {
        "array_type",
        "attribute",
        "defaulted",
        "element",
        "enumeration",
        "fixed",
        "fixed_attribute",
        "flags",
        "fragments",
        "item_type",
        "items",
        "list",
        "listed",
        "name_attribute",
        "no_headers",
        "no_result",
        "nothing",
        "nullable_items",
        "nullable_repeated",
        "nullable_repeated_text",
        "nullable_text_items",
        "occurrence",
        "occurrences",
        "optional",
        "other_attributes",
        "pairs",
        "positional_occurrences",
        "repeated",
        "repeated_text",
        "required_occurrence",
        "same",
        "text_items",
        "type",
        "wildcard",
        "wildcards",
    }
)
"""What codec functions' names end in: the runtime's own `read_…` and `write_…`."""

DEVICES: Final = frozenset(
    {
        "aux",
        "con",
        "nul",
        "prn",
        *(f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)),
    }
)
"""Modules: the files that Windows keeps for devices, with any extension."""

MODULES: Final = DEVICES | {
    "client",
    "errors",
    "nil",
    "operations",
    "server",
    "transport",
    "types",
    "values",
}
"""Modules and packages beside the rendered ones."""

CLASSES: Final = frozenset(
    {
        # the runtime and the error tree
        "ALTERNATIVE",
        "Accessors",
        "Application",
        "AttributedMembers",
        "Call",
        "Char",
        "ClientClosed",
        "ConnectError",
        "ConnectTimeout",
        "ConnectionLost",
        "ContentModel",
        "Date",
        "DeclaredFault",
        "Duration",
        "Element",
        "EncodeError",
        "EncodedBlocks",
        "EncodedReader",
        "Facets",
        "FaultElement",
        "FilePath",
        "GDay",
        "GMonth",
        "GMonthDay",
        "GYear",
        "GYearMonth",
        "HttpError",
        "HttpHeaders",
        "HttpInfo",
        "HttpRequest",
        "HttpResponse",
        "IllegalCharacters",
        "Invocation",
        "Items",
        "MapKey",
        "Members",
        "ModelGroup",
        "NIL",
        "OMITTED",
        "Omitted",
        "OpenEnum",
        "Operation",
        "OperationFailed",
        "Particle",
        "PositionalMembers",
        "PositionalOccurrences",
        "ProtocolError",
        "QName",
        "ReadTimeout",
        "Reader",
        "Record",
        "Redactor",
        "Replies",
        "Reply",
        "ReplyHeaders",
        "RequestHeaders",
        "SECRET",
        "SECRET_ALTERNATIVE",
        "ResultFailed",
        "ServedFault",
        "ServedOperation",
        "ServedService",
        "Service",
        "ServicePort",
        "ClientBase",
        "Soap12EncodedReader",
        "SoapError",
        "SoapFault",
        "Time",
        "TlsError",
        "Transport",
        "TransportError",
        "Urllib3Transport",
        "Wildcard",
        "WildcardMembers",
        "XmlFragment",
        "ZonedDate",
        # the standard library's, as imported by generated modules
        "Any",
        "Callable",
        "Collection",
        "Concatenate",
        "Decimal",
        "Enum",
        "Final",
        "Generic",
        "Iterable",
        "Iterator",
        "Literal",
        "Mapping",
        "ParamSpec",
        "Protocol",
        "SSLContext",
        "Self",
        "Sequence",
        "Set",
        "TYPE_CHECKING",
        "TypeAlias",
        "TypeVar",
        "UUID",
        # builtins that generated code or its reader names
        "BaseException",
        "ConnectionError",
        "Ellipsis",
        "Exception",
        "KeyError",
        "LookupError",
        "NotImplemented",
        "NotImplementedError",
        "OSError",
        "PermissionError",
        "RuntimeError",
        "StopIteration",
        "TimeoutError",
        "TypeError",
        "ValueError",
        "Warning",
    }
)
"""Classes made from types: what their modules import and what stands beside them."""
