"""Modules that come close to breaking a rule, and keep it."""

from __future__ import annotations

from typing import Final

from tests.unit.gate.gate_package import function, lazily, member, method
from typedsoap.gate import Rule

KEEPS: Final[dict[Rule, list[str]]] = {
    Rule.PARSE: ["x = " + "(" * 20 + "1" + ")" * 20],
    Rule.ASCII: ["x = '\\u202e\\u2028\\x85\\x0c\\t\\r\\x00'"],
    Rule.COMMENT: ["x = '# type: ignore -*- coding: utf-7 -*-'"],
    Rule.DOCTEST: [function('"""Do.\n\n    > > > evil()\n    """'), "x = '>>> evil()'"],
    Rule.IMPORT: [
        "from .types import Colour",
        "from .types import Colour as Paint",
        "from shop.types import Colour",
        "from ._runtime.base import Reader, Element, SECRET",
        "from .client import PLACE, OrdersClient",
        "if TYPE_CHECKING:\n    from .types import Colour",
    ],
    Rule.STATEMENT: [
        lazily("export_lazily(__name__, {'Colour': '.types'})"),
        lazily("call_lazily(__name__, {'Colour': '.types'})"),
        "x = 1\n\n\nclass C:\n    y = 2\n    z: int\n\n    def f(self): return 1",
        function("if value is None:\n        return 1\n    else:\n        return 2"),
        function("for x in value:\n        write_order(x, value)"),
        function("...", "self"),
        function('"""Only a docstring."""'),
    ],
    Rule.DECORATOR: [
        "@dataclass\nclass C:\n    x: int = 1",
        "@dataclass(slots=True)\nclass C:\n    x: int = 1",
        member("@property\n    def f(self): return 1"),
    ],
    Rule.CLASS: [
        "class C:\n    x = 1",
        "class C(Record):\n    x = 1",
        "class C(Record, abstract=True):\n    x = 1",
        "class C(Record, without=('a', 'b')):\n    x = 1",
        "class C(SoapClient[Order]):\n    x = 1",
        "class C(SoapClient[Order, Record | None]):\n    x = 1",
        "class C(SoapClient['Order | None']):\n    x = 1",
    ],
    Rule.PARAMETER: [
        function("return 1", "a, b=None, /, c='x', *, d=(), e=1.5, f=OMITTED"),
    ],
    Rule.EXPRESSION: [
        function("return value.tag in (value, value)"),
        "x = ('a', 1, 1.5, None, True, b'x', [], {'a': ()})",
        "x = 'a'\ny = x + 'b'",
        function("return not value"),
        function("return value[0] or value[12]"),
        function("return value + 'a' if value is not None or value == 1 else None"),
    ],
    Rule.FORMATTED: ["x = '{__import__(0)} %s {{ x }}'"],
    Rule.NAME: ["x = (Order, list, write_order)", function("return value, f, super")],
    Rule.REBINDING: [
        member("x = 1\n    note = 2"),
        member("annotations: int\n    new: int\n    dict: int = 1"),
        member("def new(self): return new(Order)"),
        function("type = 1\n    type = 2\n    return type", "dict, list"),
        "x = 1\n\n\ndef f():\n    x = 2\n    return x",
    ],
    Rule.SPECIAL: [
        "__all__ = ['x']",
        "def _write_import_(): return 1",
        member("def __init__(self): return None"),
        function("_x = value\n    return _x"),
    ],
    Rule.CALL: [
        "x = Operation(name='x', write=write_order)",
        member("x: list[str] = field(default_factory=list)"),
        function("return write_order(new(Order), Order(note='x'))"),
        function("return isinstance(value, Order)"),
    ],
    Rule.METHOD: [
        function("return value.append(1)"),
        method("return self._call(1).value"),
        method("return self._client._call(1)"),
        method("super().__init__(1, x=2)"),
    ],
    Rule.ARGUMENTS: [function("return write_order(value, value=(1, 2))")],
    Rule.ATTRIBUTE: [
        function("return value.x.y"),
        method("return self._private"),
        "x = Order.note",
    ],
    Rule.STORE: [
        function("x = value\n    x: int = 2\n    return x"),
        function("x = new(Order)\n    x.note = 1"),
        function("x = Order()\n    x.note = 1"),
        function("for x, y in value:\n        return x, y"),
        "class C:\n    def __init__(self, value):\n        self._x = value",
    ],
    Rule.ANNOTATION: [
        "x: Final = 1",
        "x: Final[dict[str, list[Order | None]]] = {}",
        "x: tuple[int, ...] = ()",
        "x: 'list[Order | None]' = 1",
        "x: Mapping[[int, str], None] = 1",
        "x = list['Order']",
        "from typing import Literal\nx: list[Literal['evil()'] | Literal[True]] = 1",
        "from typing import Literal\nx: Literal[-1] = -1",
        "from typing import Literal\nx: Literal[Order.MEMBER] = 1",
        "from typing import Literal\nx: Literal['evil()', 'b'] = 'b'",
    ],
}
