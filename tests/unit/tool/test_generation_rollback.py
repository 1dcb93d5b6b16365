"""Runs that fail or are stopped half-way: a folder is as before, or the rest is told."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.unit.tool.tool_plans import (
    NEXT,
    codes_of_refusal,
    inputs,
    make_plan,
    snapshot,
)
from typedsoap.errors import TypedSoapError
from typedsoap.output.generation import check, generate
from typedsoap.output.writing import Disk


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
    assert codes_of_refusal(make_plan(), output) == ["TS405"]


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
