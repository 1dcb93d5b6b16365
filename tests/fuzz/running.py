"""A run: worker processes, each with its share, killed when they hang."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any, Final

from tests.fuzz.tally import Tally

ROOT: Final = Path(__file__).parents[2]
_SILENT: Final = 60.0  # seconds without a word from a worker, on a busy machine
_MOST_WORKERS: Final = 20  # one after the other, before a share is given up
_NOTHING: Final = "nothing"  # the outcome of what a worker did not survive


@dataclass(frozen=True, slots=True)
class Share:
    """The mutants that one worker judges.

    Attributes:
        seed: The run's seed.
        first: The number of the first mutant.
        stop: The number before which to stop.
        step: From one to the next.
        service: The only service whose operations to call; None for both.
        silent: How many seconds a mutant may take before its worker is killed.
        module: What the worker runs.
    """

    seed: int
    first: int
    stop: int
    step: int = 1
    service: str | None = None
    silent: float = _SILENT
    module: str = "tests.fuzz.worker"

    @property
    def command(self) -> list[str]:
        """What starts the worker."""
        numbers = (self.seed, self.first, self.stop, self.step)
        service = [self.service] if self.service else []
        interpreter = [sys.executable, "-X", "faulthandler", "-m", self.module]
        return [*interpreter, *map(str, numbers), *service]


def run(share: Share, workers: int, *, progress: bool = False) -> Tally:
    """Judge all mutants of a share, in parallel.

    Args:
        progress: Tell on stderr how far it is, every few seconds.
    """
    runner = _Runner(len(range(share.first, share.stop, share.step)), progress)
    parts = [
        replace(share, first=share.first + share.step * n, step=share.step * workers)
        for n in range(workers)
    ]
    started = time.monotonic()
    with ThreadPoolExecutor(workers) as pool:
        for _ in pool.map(runner.work, parts):
            pass
    runner.tally.seconds = time.monotonic() - started
    runner.tally.findings.sort(key=lambda finding: finding.index)
    return runner.tally


class _Runner:
    """Collects what all workers say."""

    def __init__(self, expected: int, progress: bool) -> None:
        self.tally = Tally()
        self._expected = expected
        self._told = time.monotonic() if progress else float("inf")
        self._lock = Lock()

    def work(self, share: Share) -> None:
        """Run a worker, and another one behind each mutant that ends one."""
        for _ in range(_MOST_WORKERS):
            share = self._worker(share)
            if share.first >= share.stop:
                return
        with self._lock:
            self.tally.note(share.first, f"no worker lasted: {_MOST_WORKERS} ended")

    def _worker(self, share: Share) -> Share:
        """Run one worker; returns what is left to do."""
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(
                share.command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors
            )
            end = "went silent"
            with process:
                assert process.stdout is not None
                try:
                    for said in _lines(process.stdout.fileno(), share.silent):
                        if isinstance(said, int):
                            self._peak(said)
                        else:
                            self._take(share.first, *said)
                            share = replace(share, first=share.first + share.step)
                    end = f"ended with {process.wait(share.silent)}"
                except (TimeoutError, subprocess.TimeoutExpired):
                    process.kill()
            errors.seek(0)
            complaint = errors.read()[-2000:].decode("utf-8", "replace").strip()
        if share.first < share.stop:
            self._take(share.first, _NOTHING, False, [f"the worker {end}: {complaint}"])
            return replace(share, first=share.first + share.step)
        if complaint:
            with self._lock:
                self.tally.note(share.stop - 1, f"on a worker's stderr: {complaint}")
        return share

    def _take(
        self, index: int, outcome: str, well_formed: bool, problems: list[str]
    ) -> None:
        with self._lock:
            self.tally.count(outcome, well_formed)
            for problem in problems:
                self.tally.note(index, problem)
            if time.monotonic() > self._told + 5:
                self._told = time.monotonic()
                print(f"{self.tally.total:,} of {self._expected:,}", file=sys.stderr)

    def _peak(self, kilobytes: int) -> None:
        with self._lock:
            self.tally.peak = max(self.tally.peak, kilobytes >> 10)


def _lines(stream: int, silent: float) -> Iterator[Any]:
    """What a worker says, read as JSON; TimeoutError when it has nothing to say."""
    rest = b""
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while True:
            if not selector.select(silent):
                raise TimeoutError
            data = os.read(stream, 1 << 16)
            if not data:
                return
            *lines, rest = (rest + data).split(b"\n")
            yield from map(json.loads, lines)
