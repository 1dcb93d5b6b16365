"""The gate's lists: what generated modules may use. Everything else is refused.

An entry is here because a template needs it; take it out when none does any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

RUNTIME_FOLDER: Final = "_runtime"
"""Where the runtime's modules stand in the package."""

STANDARD_NAMES: Final[Mapping[str, frozenset[str]]] = {
    "__future__": frozenset({"annotations"}),
    "collections.abc": frozenset({"Collection", "Mapping", "Sequence", "Set"}),
    "dataclasses": frozenset({"dataclass", "field"}),
    "datetime": frozenset({"datetime", "timedelta"}),
    "decimal": frozenset({"Decimal"}),
    "ssl": frozenset({"SSLContext"}),
    "typing": frozenset({"Final", "Literal", "Protocol", "Self", "TYPE_CHECKING"}),
    "uuid": frozenset({"UUID"}),
}
"""Standard modules and what rendered modules may import from them."""

STANDARD_CALLS: Final = frozenset({"field"})
"""Imported standard names that may be called, beside decorators."""

STANDARD_BASES: Final = frozenset({"Protocol"})
"""Imported standard names that may be a class's base."""

RUNTIME_MODULES: Final = frozenset(
    {
        "__future__",
        "binascii",
        "codecs",
        "collections",
        "collections.abc",
        "contextlib",
        "contextvars",
        "copy",
        "dataclasses",
        "datetime",
        "decimal",
        "enum",
        "functools",
        "http.client",
        "inspect",
        "io",
        "itertools",
        "logging",
        "lxml",
        "math",
        "netrc",
        "re",
        "reprlib",
        "socket",
        "ssl",
        "struct",
        "threading",
        "time",
        "types",
        "typing",
        "urllib.parse",
        "urllib.request",
        "urllib3.connection",
        "urllib3.exceptions",
        "urllib3.response",
        "urllib3.util",
        "urllib3.util.response",
        "uuid",
        "wsgiref.types",
        "zlib",
    }
)
"""Modules that the runtime may import, beside the package's own."""

RUNTIME_NAMES: Final[Mapping[str, frozenset[str]]] = {
    "importlib": frozenset({"import_module"}),
    "sys": frozenset({"modules"}),
    "os": frozenset({"PathLike", "environ", "fspath", "getpid"}),
}
"""Modules of which the runtime may import these names alone."""

RUNTIME_REFUSED: Final = frozenset(
    {"__import__", "breakpoint", "compile", "eval", "exec", "globals", "input", "open"}
)
"""Builtins that even the runtime never names."""

BUILTIN_TYPES: Final = frozenset(
    [
        "bool",
        "bytes",
        "dict",
        "float",
        "frozenset",
        "int",
        "list",
        "object",
        "str",
        "tuple",
    ]
)
"""Builtins that may stand in annotations, and be read as values."""

BUILTIN_CALLS: Final[Mapping[str, int]] = {"isinstance": 2, "super": 0}
"""Builtins that a function may call, with the number of their plain arguments."""

BUILTIN_VALUES: Final = BUILTIN_TYPES | set(BUILTIN_CALLS) | {"property"}
"""Every builtin that may be read at all."""

CONSTRUCTORS: Final = frozenset(
    {
        "Accessors",
        "EncodedBlocks",
        "AttributedMembers",
        "ContentModel",
        "Facets",
        "FaultElement",
        "Items",
        "Members",
        "ModelGroup",
        "Operation",
        "Particle",
        "PositionalMembers",
        "PositionalOccurrences",
        "Redactor",
        "ServedFault",
        "ServedOperation",
        "ServedService",
        "Service",
        "ServicePort",
        "Wildcard",
        "WildcardMembers",
        "facets",
        "field",
        "in_namespace",
        "secret_keys",
    }
)
"""What may be called at module or class level."""

FACTORIES: Final = frozenset({"dict", "list"})
"""What `field(default_factory=...)` may name."""

METHODS: Final = frozenset(
    {
        "abstract_type",
        "among",
        "append",
        "check",
        "expect_type",
        "not_nil",
        "of",
        "required",
        "resolve_type",
        "several",
        "wild",
        "wrong_type",
    }
)
"""Methods that a function may call on anything."""

OWN_METHODS: Final = frozenset({"_call", "_with_headers"})
"""Private methods that a method may call on `self` or an attribute of it."""

SUPER_METHODS: Final = frozenset({"__init__"})
"""Methods that a function may call on `super()`, beside `METHODS`."""

DECORATORS: Final = frozenset({"dataclass", "property"})
"""Decorators, by the name they are imported or built in under."""

SPECIAL_METHODS: Final = frozenset({"__init__"})
"""Special methods that a class may define."""

SPECIAL_ASSIGNMENTS: Final = frozenset({"__all__"})
"""Special names that a module may assign; a class none."""
