"""What a run writes, leaves alone, and refuses to touch."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.unit.tool.tool_plans import (
    FILES,
    MANIFEST,
    NEXT,
    codes_of_refusal,
    make_plan,
    snapshot,
)
from typedsoap.output.generation import Changes, check, generate
from typedsoap.output.lock import locked


def test_everything_is_written_into_a_new_folder(output: Path) -> None:
    plan = make_plan()
    assert generate(plan, output) == Changes(
        added=tuple(sorted(plan.files.files)), updated=(), removed=(), overwritten=()
    )
    assert {p: c for p, c in snapshot(output).items() if c is not None} == dict(
        plan.files.files
    )


def test_a_second_run_writes_nothing(output: Path) -> None:
    generate(make_plan(), output)
    times = {path: path.stat().st_mtime_ns for path in output.rglob("*")}
    assert not generate(make_plan(), output)
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*")} == times


def test_only_what_differs_is_written_and_stale_files_go(output: Path) -> None:
    generate(make_plan(), output)
    unchanged = (output / "shop/__init__.py").stat().st_mtime_ns
    (output / "shop/types/__pycache__").mkdir()
    (output / "shop/types/__pycache__/orders.cpython-311.pyc").write_bytes(b"x")
    plan = make_plan(NEXT)
    assert generate(plan, output) == Changes(
        added=("shop/extra/deep/new.py",),
        updated=("pyproject.toml", MANIFEST, "shop/orders/client.py"),
        removed=("shop/types/orders.py",),
        overwritten=(),
    )
    assert snapshot(output) == {
        **dict(plan.files.files),
        "shop": None,
        "shop/orders": None,
        "shop/extra": None,
        "shop/extra/deep": None,
    }
    assert (output / "shop/__init__.py").stat().st_mtime_ns == unchanged


def test_a_dry_run_only_tells(output: Path) -> None:
    assert generate(make_plan(), output, dry_run=True).added
    assert not output.exists()


def test_hand_edits_are_overwritten_and_told(output: Path) -> None:
    generate(make_plan(), output)
    (output / "shop/__init__.py").write_bytes(b"mine")
    (output / "shop/types/orders.py").unlink()
    assert generate(make_plan(), output) == Changes(
        added=("shop/types/orders.py",),
        updated=("shop/__init__.py",),
        removed=(),
        overwritten=("shop/__init__.py",),
    )


def test_foreign_files_are_left_alone(output: Path) -> None:
    generate(make_plan(), output)
    (output / "shop/orders/mine.py").write_bytes(b"mine")
    generate(make_plan(NEXT), output)
    assert (output / "shop/orders/mine.py").read_bytes() == b"mine"


def test_a_foreign_file_in_the_way_is_an_error(output: Path) -> None:
    generate(make_plan(), output)
    (output / "shop/extra/deep").mkdir(parents=True)
    (output / "shop/extra/deep/new.py").write_bytes(b"mine")
    assert codes_of_refusal(make_plan(NEXT), output) == ["TS402"]


def test_a_foreign_pyproject_is_an_error(output: Path) -> None:
    output.mkdir()
    (output / "pyproject.toml").write_bytes(b"[project]\nname = 'mine'\n")
    assert codes_of_refusal(make_plan(), output) == ["TS402"]


def test_a_file_that_already_is_as_planned_is_no_foreign_one(output: Path) -> None:
    output.mkdir()
    (output / "pyproject.toml").write_bytes(FILES["pyproject.toml"])
    assert "pyproject.toml" not in generate(make_plan(), output).added


def test_kept_files_may_not_cover_planned_ones(output: Path) -> None:
    assert codes_of_refusal(make_plan(keep=("orders/*",)), output.parent / "x") == [
        "TS408"
    ]


def test_a_kept_file_that_was_generated_once_stays(output: Path) -> None:
    generate(make_plan(), output)
    plan = make_plan(NEXT, keep=("types/*",))
    assert generate(plan, output).removed == ()
    assert (output / "shop/types/orders.py").exists()
    assert not check(plan, output)


def test_without_a_readable_manifest_changed_files_are_not_touched(
    output: Path,
) -> None:
    generate(make_plan(), output)
    (output / MANIFEST).write_bytes(b"<<<<<<< ours\n")
    assert codes_of_refusal(make_plan(NEXT), output) == ["TS407"]


def test_a_broken_manifest_is_replaced_where_the_files_are_as_planned(
    output: Path,
) -> None:
    generate(make_plan(), output)
    (output / MANIFEST).write_bytes(b"{}")
    assert generate(make_plan(), output).updated == (MANIFEST,)
    assert not check(make_plan(), output)


@pytest.mark.parametrize("path", ["out", "out/shop", "out/shop/orders"])
def test_a_file_where_a_folder_is_needed(tmp_path: Path, path: str) -> None:
    blocking = tmp_path / path
    blocking.parent.mkdir(parents=True, exist_ok=True)
    blocking.write_bytes(b"mine")
    assert codes_of_refusal(make_plan(), tmp_path / "out") == ["TS404"]


def test_an_output_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    assert codes_of_refusal(make_plan(), tmp_path / "file" / "deeper" / "out") == [
        "TS404"
    ]


def test_a_folder_where_a_file_is_needed(output: Path) -> None:
    (output / "shop/__init__.py").mkdir(parents=True)
    assert codes_of_refusal(make_plan(), output) == ["TS404"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
class TestLinks:
    def test_a_link_out_of_the_output(self, output: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        output.mkdir()
        (output / "shop").symlink_to(tmp_path / "elsewhere")
        assert codes_of_refusal(make_plan(), output) == ["TS403"]

    def test_a_file_link_out_of_the_output(self, output: Path, tmp_path: Path) -> None:
        generate(make_plan(), output)
        (tmp_path / "elsewhere.py").write_bytes(b"mine")
        (output / "shop/__init__.py").unlink()
        (output / "shop/__init__.py").symlink_to(tmp_path / "elsewhere.py")
        assert codes_of_refusal(make_plan(NEXT), output) == ["TS403"]

    def test_a_link_inside_is_replaced_and_not_written_through(
        self, output: Path
    ) -> None:
        generate(make_plan(), output)
        (output / "shop/__init__.py").rename(output / "shop/real.py")
        (output / "shop/__init__.py").symlink_to("real.py")
        generate(make_plan(), output)
        assert not (output / "shop/__init__.py").is_symlink()
        assert (output / "shop/real.py").read_bytes() == FILES["shop/__init__.py"]

    def test_the_output_itself_may_be_a_link(self, output: Path) -> None:
        real = output.with_name("real")
        real.mkdir()
        output.symlink_to(real)
        assert generate(make_plan(), output)
        assert (real / MANIFEST).exists()


def test_two_runs_at_once(output: Path) -> None:
    output.mkdir()
    with locked(output):
        assert codes_of_refusal(make_plan(), output) == ["TS406"]
    assert generate(make_plan(), output)
