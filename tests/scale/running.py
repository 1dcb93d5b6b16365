"""What the tool's commands take on the set, and what type checkers say of its package."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.scale.contracts import Service, services, with_conflict, wsdl_text
from tests.scale.rows import Row
from tests.support.checkers import Finding, mypy, pyright


@dataclass(frozen=True, slots=True)
class Run:
    """A command that has ended: its exit code, its time and its processor time (s)."""

    exit_code: int
    elapsed: float
    processor: float


def write_set(folder: Path, chosen: Sequence[Service]) -> list[Path]:
    """Write the WSDLs of services; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / service.file_name for service in chosen]
    for path, service in zip(paths, chosen, strict=True):
        path.write_text(wsdl_text(service), "utf-8")
    return paths


def command_rows(folder: Path, package: str) -> Iterator[Row]:
    """Generate the set cold and warm, check it, compare it, and check it after an edit.

    Leaves the package in `folder / "out"`.
    """
    chosen = services()
    paths = write_set(folder / "wsdl", chosen)
    # One type of one service is another afterwards; alone it conflicts with nothing.
    edited = write_set(folder / "edited", with_conflict(chosen))
    generate = ("generate", *map(str, paths), "--package", package, "-o", "out")
    check = ("check", *generate[1:])
    yield _row("generate, no cache", folder, (*generate, "--no-cache"), 60)
    yield _row("generate, to fill the cache", folder, generate)
    yield _row("generate, warm", folder, generate, 10)
    yield _row("check, warm", folder, check, 5)
    # Compared are contracts, each by itself, so that the conflict does not matter.
    difference = ("diff", str(paths[0].parent), str(edited[0].parent))
    yield _row("diff of one type, cold", folder, difference, ends=1)
    yield _row("diff of one type, warm", folder, difference, 5, ends=1)
    text = paths[1].read_text("utf-8")
    paths[1].write_text(text.replace("GetStatus01", "ReadStatus01"), "utf-8")
    yield _row("check, one of the WSDLs edited", folder, check, ends=1)
    yield _row("check, the same again", folder, check, 5, ends=1)
    paths[1].write_text(text, "utf-8")


def type_rows(folder: Path, package: str) -> Iterator[Row]:
    """Both type checkers at their strictest on the package."""
    target, roots = [folder / "out" / package], [folder / "out"]
    checks: dict[str, Callable[[], list[Finding]]] = {
        "mypy --strict": lambda: mypy(target, roots),
        "pyright strict": lambda: pyright(target, folder, roots),
    }
    for name, check in checks.items():
        started = time.monotonic()
        found = check()
        for finding in found[:10]:
            print(finding, file=sys.stderr)
        yield Row(
            measure=f"errors of {name}",
            reach="0",
            reached=not found,
            value=str(len(found)),
            note=f"{time.monotonic() - started:.0f} s",
        )


def _row(
    title: str,
    folder: Path,
    arguments: Sequence[str],
    most: float | None = None,
    *,
    ends: int = 0,
) -> Row:
    done = _run(folder, arguments)
    if done.exit_code != ends:
        raise RuntimeError(f"{title}: exit code {done.exit_code}")
    return Row(
        measure=title,
        reach="" if most is None else f"≤ {most} s",
        reached=None if most is None else done.elapsed <= most,
        value=f"{done.elapsed:.1f} s",
        note=f"{done.processor:.1f} s of processors",
    )


def _run(folder: Path, arguments: Sequence[str]) -> Run:
    before, started = os.times(), time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "typedsoap", *arguments],
        cwd=folder,
        env={**os.environ, "TYPEDSOAP_CACHE_DIR": str(folder / "cache")},
        check=False,
        stdout=subprocess.DEVNULL,
    )
    elapsed, after = time.monotonic() - started, os.times()
    processor = (
        after.children_user
        + after.children_system
        - before.children_user
        - before.children_system
    )
    return Run(done.returncode, elapsed, processor)
