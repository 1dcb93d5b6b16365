"""The gate as a whole: paths, headers, the runtime's copies, diagnostics."""

from __future__ import annotations

import pytest

from tests.unit.gate.gate_package import (
    FILES,
    FUTURE,
    HEADER,
    PACKAGE,
    RUNTIME,
    module_findings,
    source,
)
from typedsoap.codes import CODES
from typedsoap.errors import Severity
from typedsoap.gate import RULES, Rule, check, findings

EMPTY = HEADER + FUTURE


@pytest.mark.parametrize(
    "path",
    [
        "../evil.py",
        "/evil.py",
        "a//b.py",
        "./a.py",
        "a.pyc",
        "a.PY",
        "a",
        ".py",
        "A.py",
        "a b.py",
        "a-b.py",
        "1.py",
        "a\\b.py",
        "a\n.py",
        "\u00e9.py",
        "C:/a.py",
    ],
)
def test_path(path: str) -> None:
    found = findings({**FILES, path: EMPTY}, PACKAGE, RUNTIME)
    assert [(finding.rule, finding.line) for finding in found] == [(Rule.PATH, 1)]


def test_both_of_two_modules_at_one_place_are_looked_at() -> None:
    evil = source("x = eval")
    for files in (
        {"a.py": evil, "a/__init__.py": EMPTY},
        {"a/__init__.py": evil, "a.py": EMPTY},
        {"a/__init__.py": EMPTY, "a.py": evil},
    ):
        rules = {
            finding.rule for finding in findings({**FILES, **files}, PACKAGE, RUNTIME)
        }
        assert rules >= {Rule.PATH, Rule.NAME}


@pytest.mark.parametrize("text", [HEADER, HEADER + '"""Text."""\n', HEADER + "x = 1\n"])
def test_postponed_annotations_come_first(text: str) -> None:
    assert {finding.rule for finding in module_findings(text)} == {Rule.FUTURE}


def test_header() -> None:
    for first in ("", "#!/bin/sh\n", "# Code by hand.\n", f"\n{HEADER}"):
        found = module_findings(first + FUTURE)
        assert {finding.rule for finding in found} == {Rule.COMMENT}
    assert module_findings(EMPTY) == ()


def test_a_source_file_cannot_declare_an_encoding() -> None:
    header = HEADER.replace("orders", "coding=utf-7,")
    assert {f.rule for f in module_findings(header + FUTURE)} == {Rule.COMMENT}
    second = f"{HEADER}# vim: set fileencoding=utf-7 :\n{FUTURE}"
    assert {f.rule for f in module_findings(second)} == {Rule.COMMENT}


def test_a_text_without_a_last_line_feed() -> None:
    assert {f.rule for f in module_findings(EMPTY + "x = 1")} == {Rule.ASCII}


def test_the_runtime_is_the_tools_own() -> None:
    base = "_runtime/base.py"
    changed = {**FILES, base: FILES[base] + "\n"}
    missing = {
        path: text for path, text in FILES.items() if path != "_runtime/__init__.py"
    }
    added = {**FILES, "_runtime/evil.py": EMPTY}
    for files, path in (
        (changed, base),
        (missing, "_runtime/__init__.py"),
        (added, "_runtime/evil.py"),
    ):
        found = findings(files, PACKAGE, RUNTIME)
        assert [(f.rule, f.path) for f in found] == [(Rule.RUNTIME, path)]
    assert {f.rule for f in findings(FILES, PACKAGE)} == {Rule.RUNTIME}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("import os", Rule.IMPORT),
        ("from os import environ, system", Rule.IMPORT),
        ("from subprocess import run", Rule.IMPORT),
        ("def f():\n    import ctypes", Rule.IMPORT),
        ("x = eval", Rule.NAME),
        ("exec('x')", Rule.NAME),
        ("x =", Rule.PARSE),
    ],
)
def test_what_even_the_runtime_may_not_hold(text: str, rule: Rule) -> None:
    runtime = {**RUNTIME, "_runtime/more.py": text}
    found = findings({**FILES, **runtime}, PACKAGE, runtime)
    assert {finding.rule for finding in found} == {rule}


def test_import_cycles_end() -> None:
    files = {name: f"{EMPTY}from .{other} import x\n" for name, other in ("ab", "ba")}
    found = findings({f"{name}.py": text for name, text in files.items()}, PACKAGE)
    assert [(f.path, f.rule) for f in found] == [
        ("a.py", Rule.IMPORT),
        ("b.py", Rule.IMPORT),
    ]


def test_diagnostics() -> None:
    (found,) = check(
        {**FILES, "more.py": f"{EMPTY}x: 'y {'y' * 999}' = 1\n"}, PACKAGE, RUNTIME
    )
    assert found.code == "TS338"
    assert found.severity is Severity.ERROR
    assert str(found.where) == "shop/more.py:3"
    assert found.message.startswith("generated code breaks the rule 'annotation': ")
    assert len(found.message) < 300
    assert found.hint is not None
    assert check(FILES, PACKAGE, RUNTIME) == ()


def test_diagnostics_are_printable() -> None:
    texts = [
        "\u202e = 1",
        "x = '\x1b[31m'",
        "d\u00e9f = \u00e9",
        "@\u00e9\nclass \u00e9: x",
    ]
    for text in texts:
        for found in check({**FILES, "more.py": source(text)}, PACKAGE, RUNTIME):
            assert str(found).replace("\n", "").isprintable()
            assert str(found).isascii()


def test_every_rule_is_documented() -> None:
    assert all(text.code in CODES and text.meaning for text in RULES.values())
