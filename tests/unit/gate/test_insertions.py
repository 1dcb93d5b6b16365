"""Dangerous code put anywhere in a good module, and texts put there without quoting."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable
from typing import cast

import pytest

from tests.unit.gate.gate_package import (
    CLIENT,
    CODEC,
    FILES,
    HEADER,
    PACKAGE,
    RUNTIME,
    TYPES,
)
from typedsoap.gate import findings

STATEMENTS = [
    "import os",
    "exec('x')",
    "x_ = __import__('os').system('x')",
    "os = 1; del os",
    "while True: continue",
    "with open('x', 'w') as f_: f_.write('x')",
    "try:\n    x_ = 1\nexcept BaseException: x_ = 2",
    "class Evil_(metaclass=type): x_ = 1",
    "async def evil_(): x_ = 1",
    "globals()['x'] = 1",
]
EXPRESSIONS = [
    "__import__('os').system('x')",
    "eval('1')",
    "().__class__.__bases__[0].__subclasses__()",
    "(lambda: 1)()",
    "[x_ for x_ in ()]",
    "f'{open}'",
    "'{0.__class__}'.format(object)",
    "getattr(object, 'x' 'y')",
    "'%s' % object",
    "(x_ := 1)",
    "object.__subclasses__",
    "vars()",
]


def _with_statement(text: str, statement: str, chance: random.Random) -> str:
    """The module with the statement put somewhere."""
    tree = ast.parse(text)
    bodies = [
        cast("list[ast.stmt]", body)
        for node in ast.walk(tree)
        for field in ("body", "orelse")
        if isinstance(body := getattr(node, field, None), list)
    ]
    body = chance.choice(bodies)
    # Before the docstring and the imports of the future, a module does not parse.
    index = chance.randint(2 if body is tree.body else 0, len(body))
    body[index:index] = ast.parse(statement).body
    return f"{HEADER}{ast.unparse(tree)}\n"


def _parts(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _with_expression(text: str, expression: str, chance: random.Random) -> str:
    """The module with the expression in the place of another one."""
    tree = ast.parse(text)
    places = [
        (node, field, index)
        for node in ast.walk(tree)
        for field, value in ast.iter_fields(node)
        for index, part in enumerate(_parts(value))
        if isinstance(part, ast.expr)
        and not isinstance(getattr(part, "ctx", None), ast.Store)
    ]
    node, field, index = chance.choice(places)
    new = ast.parse(expression, mode="eval").body
    parts = _parts(getattr(node, field))
    if parts is getattr(node, field):
        parts[index] = new
    else:
        setattr(node, field, new)
    return f"{HEADER}{ast.unparse(tree)}\n"


@pytest.mark.parametrize("insert", [_with_statement, _with_expression])
@pytest.mark.parametrize(
    ("path", "text"), [("types.py", TYPES), ("codec.py", CODEC), ("client.py", CLIENT)]
)
def test_nothing_dangerous_passes_anywhere(
    path: str, text: str, insert: Callable[[str, str, random.Random], str]
) -> None:
    chance = random.Random(path)  # noqa: S311
    plain = f"{HEADER}{ast.unparse(ast.parse(text))}\n"
    assert not findings({**FILES, path: plain}, PACKAGE, RUNTIME)
    for dangerous in STATEMENTS if insert is _with_statement else EXPRESSIONS:
        for _ in range(5):
            variant = insert(text, dangerous, chance)
            assert findings({**FILES, path: variant}, PACKAGE, RUNTIME), variant


TEXTS = [
    '" + __import__("os").system("x") + "',
    "' + __import__('os').system('x') + '",
    '"""\nimport os\n"""',
    '"\nimport os\n"',
    '"); import os; ("',
    "\\",
    "\\\n",
    "\\N{x}",
    '" if eval("1") else "',
    '" "',
    '"[0:1] + "',
    "{__import__('os')}",
    "%s",
    "\n",
    "\r",
    "\x00",
    "\u2028",
    '"#',
    '".format(1) + "',
]


def _shape(text: str) -> str:
    """A module's syntax without the text of its strings."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = "text"
    return ast.dump(tree)


@pytest.mark.parametrize("hostile", TEXTS)
def test_a_text_without_quoting_is_refused_or_stays_a_text(hostile: str) -> None:
    for path, text in (("types.py", TYPES), ("codec.py", CODEC), ("client.py", CLIENT)):
        for original in ("orders", "urn:orders", "An order", "<n1:Note/>", "localhost"):
            if original not in text:
                continue
            module = HEADER + text.replace(original, hostile)
            if not findings({**FILES, path: module}, PACKAGE, RUNTIME):
                assert _shape(module) == _shape(text)
