from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from tests.unit.tool.tool_plans import FILES, inputs, make_plan, snapshot
from typedsoap.errors import TypedSoapError
from typedsoap.output.generation import Changes, check, generate
from typedsoap.output.lock import locked
from typedsoap.output.plan import Plan
from typedsoap.output.writing import Disk

MANIFEST = "shop/.typedsoap.json"
NEXT = {
    "shop/__init__.py": b"# init\n",
    "shop/orders/client.py": b"# client\nA = 2\n",
    "shop/extra/deep/new.py": b"# new\n",
    "pyproject.toml": b"[project]\nversion = 2\n",
}


def codes(plan: Plan, output: Path) -> list[str]:
    before = snapshot(output.parent)
    with pytest.raises(TypedSoapError) as raised:
        generate(plan, output)
    assert snapshot(output.parent) == before
    return [diagnostic.code for diagnostic in raised.value.diagnostics]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out"


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
    assert codes(make_plan(NEXT), output) == ["TS402"]


def test_a_foreign_pyproject_is_an_error(output: Path) -> None:
    output.mkdir()
    (output / "pyproject.toml").write_bytes(b"[project]\nname = 'mine'\n")
    assert codes(make_plan(), output) == ["TS402"]


def test_a_file_that_already_is_as_planned_is_no_foreign_one(output: Path) -> None:
    output.mkdir()
    (output / "pyproject.toml").write_bytes(FILES["pyproject.toml"])
    assert "pyproject.toml" not in generate(make_plan(), output).added


def test_kept_files_may_not_cover_planned_ones(output: Path) -> None:
    assert codes(make_plan(keep=("orders/*",)), output.parent / "x") == ["TS408"]


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
    assert codes(make_plan(NEXT), output) == ["TS407"]


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
    assert codes(make_plan(), tmp_path / "out") == ["TS404"]


def test_an_output_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    assert codes(make_plan(), tmp_path / "file" / "deeper" / "out") == ["TS404"]


def test_a_folder_where_a_file_is_needed(output: Path) -> None:
    (output / "shop/__init__.py").mkdir(parents=True)
    assert codes(make_plan(), output) == ["TS404"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
class TestLinks:
    def test_a_link_out_of_the_output(self, output: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        output.mkdir()
        (output / "shop").symlink_to(tmp_path / "elsewhere")
        assert codes(make_plan(), output) == ["TS403"]

    def test_a_file_link_out_of_the_output(self, output: Path, tmp_path: Path) -> None:
        generate(make_plan(), output)
        (tmp_path / "elsewhere.py").write_bytes(b"mine")
        (output / "shop/__init__.py").unlink()
        (output / "shop/__init__.py").symlink_to(tmp_path / "elsewhere.py")
        assert codes(make_plan(NEXT), output) == ["TS403"]

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
        assert codes(make_plan(), output) == ["TS406"]
    assert generate(make_plan(), output)


class FailingDisk(Disk):
    """Fails at the given operation, counted from 1, and optionally ever after."""

    def __init__(self, fail_at: int, *, for_good: bool = False) -> None:
        self.count = 0
        self.fail_at = fail_at
        self.for_good = for_good

    def _step(self, path: Path) -> None:
        self.count += 1
        if self.count == self.fail_at or (self.for_good and self.count > self.fail_at):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    def make_folder(self, path: Path) -> None:
        self._step(path)
        super().make_folder(path)

    def write(self, path: Path, content: bytes) -> None:
        self.count += 1
        if self.count == self.fail_at:
            # What a full disk does: a part of the file is there.
            super().write(path, content[:1])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        super().write(path, content)

    def move(self, path: Path, target: Path) -> None:
        self._step(path)
        super().move(path, target)


# Two folders, four new files, and a rename for each of them and what it replaces.
STEPS = 2 + 4 + 4 + 3 + 1


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_a_disk_full_at_any_step_changes_nothing(output: Path, step: int) -> None:
    generate(make_plan(), output)
    before = snapshot(output)
    with pytest.raises(TypedSoapError, match="No space left") as raised:
        generate(make_plan(NEXT), output, disk=FailingDisk(step))
    assert [d.code for d in raised.value.diagnostics] == ["TS405"]
    assert snapshot(output) == before


@pytest.mark.parametrize("step", range(1, 10))
def test_a_disk_full_in_the_first_run_leaves_nothing(output: Path, step: int) -> None:
    with pytest.raises(TypedSoapError):
        generate(make_plan(), output, disk=FailingDisk(step))
    assert not output.exists()


def test_these_are_all_steps(output: Path) -> None:
    generate(make_plan(), output)
    disk = FailingDisk(STEPS + 1)
    generate(make_plan(NEXT), output, disk=disk)
    assert disk.count == STEPS
    assert not check(make_plan(NEXT), output)


def test_what_cannot_be_put_back_is_told(output: Path) -> None:
    generate(make_plan(), output)
    with pytest.raises(TypedSoapError) as raised:
        generate(make_plan(NEXT), output, disk=FailingDisk(9, for_good=True))
    found = [d.code for d in raised.value.diagnostics]
    assert found[0] == "TS405"
    assert set(found[1:]) == {"TS409"}


def test_an_interrupt_is_rolled_back_too(output: Path) -> None:
    class Interrupted(Disk):
        def move(self, path: Path, target: Path) -> None:
            if path.name == ".client.py.typedsoap-new":
                raise KeyboardInterrupt
            super().move(path, target)

    generate(make_plan(), output)
    before = snapshot(output)
    changed = make_plan({**NEXT, "shop/__init__.py": b"# other\n"})
    with pytest.raises(KeyboardInterrupt):
        generate(changed, output, disk=Interrupted())
    assert snapshot(output) == before


def test_an_unwritable_output(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(output))

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert codes(make_plan(), output) == ["TS405"]


def test_what_a_killed_run_left_behind_is_replaced(output: Path) -> None:
    generate(make_plan(), output)
    (output / "shop/orders/.client.py.typedsoap-new").write_bytes(b"half")
    generate(make_plan(NEXT), output)
    assert not (output / "shop/orders/.client.py.typedsoap-new").exists()
    assert not check(make_plan(NEXT), output)


def test_the_manifest_is_written_last(output: Path) -> None:
    written: list[str] = []

    class Watching(Disk):
        def move(self, path: Path, target: Path) -> None:
            written.append(target.name)
            super().move(path, target)

    generate(make_plan(made_from=inputs()), output, disk=Watching())
    assert written[-1] == ".typedsoap.json"
