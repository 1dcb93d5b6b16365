"""What a package offers and imports later: at the first look, or at the first call."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from types import ModuleType
from typing import Final

import pytest

_PACKAGE: Final = "imports_later"
_EXPORTS: Final = "tests.unit.runtime.orders._runtime.exports"
_OFFERING: Final = f"""
from {_EXPORTS} import {{function}}

{{function}}(__name__, {{{{"double": "{{origin}}"}}}})
"""
_NUMBERS: Final = """
from time import sleep

sleep(0.05)


def double(number):
    return 2 * number
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An import package with a module `numbers`, which takes its time."""
    package = tmp_path / _PACKAGE
    package.mkdir()
    (package / "numbers.py").write_text(_NUMBERS, "utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    yield package
    for name in [name for name in sys.modules if name.split(".")[0] == _PACKAGE]:
        del sys.modules[name]


def offering(folder: Path, function: str, module: str = "") -> ModuleType:
    """A package, or a module of one, that offers `double`."""
    text = _OFFERING.format(function=function, origin=".numbers")
    (folder / "__init__.py").write_text("" if module else text, "utf-8")
    if module:
        (folder / f"{module}.py").write_text(text, "utf-8")
    return importlib.import_module(f"{_PACKAGE}.{module}".rstrip("."))


def is_imported() -> bool:
    return f"{_PACKAGE}.numbers" in sys.modules


@pytest.mark.parametrize("module", ["", "codecs"])
def test_a_name_is_imported_when_it_is_looked_at(folder: Path, module: str) -> None:
    package = offering(folder, "export_lazily", module)
    assert "double" in dir(package)
    assert not is_imported()
    double = package.double
    assert is_imported()
    assert double is importlib.import_module(f"{_PACKAGE}.numbers").double


@pytest.mark.parametrize("module", ["", "codecs"])
def test_a_function_is_imported_when_it_is_called(folder: Path, module: str) -> None:
    package = offering(folder, "call_lazily", module)
    assert "double" in dir(package)
    double = package.double
    assert not is_imported()
    assert double(3) == 6
    assert is_imported()
    assert package.double is double
    assert double(4) == 8


def test_threads_that_call_first_at_once_all_get_the_function(folder: Path) -> None:
    package = offering(folder, "call_lazily")
    barrier = Barrier(8)

    def call(number: int) -> object:
        barrier.wait()
        return package.double(number)

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(call, range(8))) == [2 * n for n in range(8)]


@pytest.mark.parametrize("function", ["export_lazily", "call_lazily"])
def test_what_is_not_offered_is_no_attribute(folder: Path, function: str) -> None:
    package = offering(folder, function)
    with pytest.raises(AttributeError, match="has no attribute 'treble'"):
        _ = package.treble
