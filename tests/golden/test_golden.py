"""Each folder beside this file is a case; CONTRIBUTING.md tells how to add one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.support.goldens import (
    CASES,
    GENERATED_CASES,
    GOLDEN,
    Generated,
    expected_files,
    expected_messages,
    package_name,
    update,
)

IMPORT_ALL = """
import importlib, pkgutil, sys
for argument in sys.argv[1:]:
    folder, package = argument.split("=")
    sys.path.insert(0, folder)
    path = importlib.import_module(package).__path__
    for module in pkgutil.walk_packages(path, f"{package}."):
        importlib.import_module(module.name)
"""


@pytest.fixture(params=CASES)
def case(
    request: pytest.FixtureRequest, golden: Callable[[str], Generated]
) -> tuple[str, Generated]:
    name = str(request.param)
    generated = golden(name)
    if request.config.getoption("--update-golden"):
        update(name, generated)
    return name, generated


def test_files(case: tuple[str, Generated]) -> None:
    name, generated = case
    expected, files = expected_files(name), generated.files()
    assert list(files) == list(expected)
    for file, text in files.items():
        assert text == expected[file], file


def test_messages(case: tuple[str, Generated]) -> None:
    name, generated = case
    assert generated.completed.stderr == expected_messages(name)
    assert generated.completed.exit_code == (2 if name.startswith("error-") else 0)


def test_every_folder_is_a_case() -> None:
    folders = {path.name for path in GOLDEN.iterdir() if path.is_dir()}
    assert folders - {"__pycache__"} == set(CASES)


def test_packages_are_named_like_their_cases(
    golden: Callable[[str], Generated],
) -> None:
    for name in GENERATED_CASES:
        assert (golden(name).output / package_name(name) / "__init__.py").exists()


def test_all_can_be_imported(golden: Callable[[str], Generated]) -> None:
    packages = [
        f"{golden(name).output}={package_name(name)}" for name in GENERATED_CASES
    ]
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-c", IMPORT_ALL, *packages],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
