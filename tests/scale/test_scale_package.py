"""One package from services that share types, as type checkers and importers see it."""

from __future__ import annotations

import copy
import dataclasses
import importlib
import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.scale.contracts import services
from tests.scale.importing import import_rows
from tests.scale.rows import Row, table
from tests.scale.running import write_set
from tests.support.checkers import mypy, pyright, with_checkers
from tests.support.command import typedsoap

_CHOSEN = {"Agent01", "Agent18", "Agent26"}
PACKAGE = "three_agents"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What holds a package of three services: two share a family of types, two conflict."""
    root = tmp_path_factory.mktemp("scale")
    paths = write_set(root, [s for s in services() if s.name in _CHOSEN])
    names = [path.name for path in paths]
    done = typedsoap("generate", *names, "--package", PACKAGE, "-o", "out", folder=root)
    assert done.exit_code == 0, done.stderr
    sys.path.insert(0, str(root / "out"))
    yield root / "out"
    sys.path.remove(str(root / "out"))
    for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
        del sys.modules[name]


@with_checkers
def test_both_type_checkers_accept_the_package(folder: Path, tmp_path: Path) -> None:
    assert mypy([folder / PACKAGE], [folder]) == []
    assert pyright([folder / PACKAGE], tmp_path, [folder]) == []


def test_the_services_share_classes_that_are_dataclasses_in_every_way(
    folder: Path,
) -> None:
    one = importlib.import_module(f"{PACKAGE}.agent01")
    other = importlib.import_module(f"{PACKAGE}.agent18")
    assert one.Shared01Folder is other.Shared01Folder
    assert one.ExceptionInfo is other.ExceptionInfo
    assert {"Shared01Folder", "Agent01Client"} <= set(dir(one))
    value = one.Shared01Folder(string_value0="a", date_time_value3=datetime(2026, 1, 2))
    assert [field.name for field in dataclasses.fields(value)][:2] == [
        "table_right",
        "string_value0",
    ]
    assert dataclasses.replace(value, int_value1=2).int_value1 == 2
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301


def test_a_service_imports_no_type_and_no_codec_before_it_is_used(folder: Path) -> None:
    code = f"""
import sys, {PACKAGE}.agent26
names = [n for n in sys.modules if n.startswith("{PACKAGE}.")]
print(*[n for n in names if n.split(".")[1] in ("types", "_codec", "agent01")])
print("urllib3" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.split() == ["False"]


def test_imports_are_measured_in_new_interpreters(folder: Path) -> None:
    small, *_ = (s for s in services() if s.name == "Agent18")
    rows = list(import_rows(folder, PACKAGE, small, small, children=1))
    assert [row.reach for row in rows] == ["≤ 15 ms", "", "≤ 40 ms", "≤ 120 ms"]
    assert all(row.value.endswith(" ms") for row in rows)


def test_the_table_is_aligned_and_marks_what_is_not_reached() -> None:
    rows = [
        Row(measure="a", reach="≤ 1 s", reached=False, value="2 s", note="slow"),
        Row(measure="longer", value="3 s"),
    ]
    assert table(rows).splitlines() == [
        "measure  reach      measured",
        "a        ≤ 1 s  NO  2 s       slow",
        "longer              3 s",
    ]
