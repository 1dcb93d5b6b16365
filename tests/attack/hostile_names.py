"""Names that XML allows and that mean something to Python, or nothing at all."""

from __future__ import annotations

from typing import Final

NAMES: Final = (
    # what Python gives a meaning to
    *("None", "True", "False", "import", "class", "def", "lambda", "from", "async"),
    *("match", "case", "type", "_", "__", "___", "__debug__"),
    *("__class__", "__init__", "__new__", "__builtins__", "__getattr__", "__dict__"),
    *("__slots__", "__match_args__", "__post_init__", "__reduce__", "__all__"),
    *("__import__", "__name__", "__file__", "__path__", "__doc__", "__annotations__"),
    *("_missing_", "_ignore_", "_generate_next_value_", "_name_", "_value_", "_x"),
    *("mro", "name", "value", "is_known", "is-known", "Names", "__members__"),
    *("exec", "eval", "compile", "open", "print", "globals", "getattr", "super"),
    *("int", "str", "list", "dict", "bool", "float", "bytes", "object", "property"),
    *("tuple", "frozenset", "set", "classmethod", "staticmethod", "Exception"),
    # what generated code uses itself
    *("self", "cls", "element", "reader", "out", "_out", "child", "tag", "found"),
    *("headers", "blocks", "result", "key", "text", "new", "is_nil", "write_string"),
    *("Record", "OpenEnum", "ClientBase", "Operation", "Service", "Reader", "Reply"),
    *("RequestHeaders", "ReplyHeaders", "SoapError", "OperationFailed", "Redactor"),
    *("field", "fields", "dataclass", "datetime", "Final", "Self", "Mapping", "Any"),
    *("TYPE_CHECKING", "annotations", "SECRET", "secret_keys", "NIL", "MISSING"),
    *("OMITTED", "SERVICE", "present", "read_items", "write_items", "Transport"),
    *("endpoint", "timeout", "strict", "transport", "proxy", "ssl_context", "port"),
    *("http_headers", "with_headers", "with_options", "with_response", "close"),
    *("_call", "_settings", "_client", "_copy", "_is_copy", "_with_headers"),
    *("client", "operations", "errors", "server", "types", "results", "init", "main"),
    *("conftest", "setup", "CON", "nul", "com1", "os", "sys", "typing", "lxml"),
    # what is no identifier, or another one after normalisation
    *("a.b", "a-b", "a..b--c", "os.system", "x1", "X1", "x_1", "_1", "A", "a"),
    *("\u00e9", "e", "e\u0301", "\ufb01eld", "\u2167", "\u6f22\u5b57"),
    *("\uff45\uff56\uff41\uff4c", "_\uff3fclass_\uff3f", "a\u200db", "a\u00b7b"),
    *("\u0130", "\u0131", "\u017f", "\u212aelvin", "\U00010000", "N" * 300),
)
"""Every one an NCName; no two are the same."""
