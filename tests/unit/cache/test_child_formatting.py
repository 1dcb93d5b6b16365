"""Formatting in several processes gives what formatting in one gives."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import black
import pytest

from tests.support.goldens import GOLDEN
from typedsoap import child_formatting
from typedsoap.child_formatting import format_all
from typedsoap.formatting import blocks, format_python, joined

TEXTS = [f"x{number} = {{'a':1}}  # \u00e6" for number in range(7)]
FORMATTED = [f'x{number} = {{"a": 1}}  # \u00e6\n' for number in range(7)]


@pytest.fixture(autouse=True)
def _three_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_formatting, "_WORTHWHILE", 1)
    monkeypatch.setattr(child_formatting, "_processors", lambda: 3)


def test_the_results_are_in_the_order_of_the_texts() -> None:
    assert format_all(TEXTS) == FORMATTED


MODULE = '''"""A module,
class of its own.

def none: nothing
"""
from x import y
A = 1
class B(y) :
    """Text.

class at the margin
    """
    x:int=1
@y
@y
def f(a) : return a
C = {'a':1}
D = 2
def g() :
    def inner() : return 1
    return inner
'''


@pytest.mark.parametrize(
    "text",
    [
        MODULE,
        "class A: pass",
        "A='a\x0cb'\ndef f(): pass",
        "A=1",
        "def f(): pass\ndef g(): pass",
        '"""D."""\nA=1\n',
    ],
)
def test_pieces_of_a_module_make_the_module(text: str) -> None:
    assert format_all([text, text]) == [black.format_str(text, mode=black.Mode())] * 2


def test_pieces_of_what_is_rendered_make_its_modules() -> None:
    """Modules of the golden cases, spoilt as rendering leaves them.

    One in five, which has every kind of module: all of them take half a minute.
    """
    formatted = cache(format_python)
    for path in sorted(GOLDEN.glob("*/out/**/*.py"))[::5]:
        text = path.read_text("utf-8")
        spoilt = text.replace(",\n    ", ",").replace("\n\n\n", "\n")
        assert joined(map(formatted, blocks(spoilt))) == formatted(spoilt), path


def test_what_a_child_does_not_do_is_done_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A Python that ends at once with a failure.
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(broken))
    assert format_all(TEXTS) == FORMATTED


def test_a_text_that_is_no_python_is_refused() -> None:
    with pytest.raises(ValueError, match="invalid syntax"):
        format_all([*TEXTS, "x ="])
