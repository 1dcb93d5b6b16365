"""Tasks given to worker processes, each of which can be killed and replaced."""

from __future__ import annotations

import json
import os
import resource
import selectors
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, Final

ROOT: Final = Path(__file__).parents[2]

Task = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a task may use.

    Attributes:
        seconds: How long a worker may take for one task before it is killed.
        bytes: The address space of a worker.
    """

    seconds: float = 60.0
    bytes: int = 2 << 30


class WorkerLost(Exception):
    """A worker hung or ended instead of answering; the text says which."""


def run(
    module: str, tasks: Iterable[Task], jobs: int, limits: Limits
) -> list[Task | WorkerLost]:
    """What workers say to each task, in the order of the tasks.

    Args:
        module: What a worker runs: `serve` with a function in it.
    """
    idle: SimpleQueue[_Worker] = SimpleQueue()
    workers = [_Worker(module, limits) for _ in range(jobs)]
    for worker in workers:
        idle.put(worker)

    def done(task: Task) -> Task | WorkerLost:
        worker = idle.get()
        try:
            return worker.ask(task)
        except WorkerLost as problem:
            return problem
        finally:
            idle.put(worker)

    try:
        with ThreadPoolExecutor(jobs) as pool:
            return list(pool.map(done, tasks))
    finally:
        for worker in workers:
            worker.stop()


def serve(work: Callable[[Task], Task]) -> None:
    """The worker's side: answer tasks until there are no more.

    What `work` prints goes to stderr; a `MemoryError` ends the worker, as any other
    exception does.
    """
    (bytes_,) = map(int, sys.argv[1:])
    resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        answers.write(json.dumps(work(json.loads(line))) + "\n")
        answers.flush()


class _Worker:
    def __init__(self, module: str, limits: Limits) -> None:
        self._module = module
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] = BytesIO()

    def ask(self, task: Task) -> Task:
        process = self._process or self._start()
        assert process.stdin is not None
        with suppress(BrokenPipeError):
            process.stdin.write(json.dumps(task).encode() + b"\n")
            process.stdin.flush()
        try:
            return self._answer(process)
        except WorkerLost:
            self.stop()
            raise

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with process, self._errors:
                pass

    def _start(self) -> subprocess.Popen[bytes]:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115
        command = [sys.executable, "-m", self._module, str(self._limits.bytes)]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        return self._process

    def _answer(self, process: subprocess.Popen[bytes]) -> Task:
        assert process.stdout is not None
        line = b""
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while not line.endswith(b"\n"):
                if not selector.select(self._limits.seconds):
                    raise WorkerLost(f"no answer in {self._limits.seconds:.0f} s")
                data = os.read(process.stdout.fileno(), 1 << 16)
                if not data:
                    raise WorkerLost(f"ended with {process.wait()}: {self._last()}")
                line += data
        answer: Task = json.loads(line)
        return answer

    def _last(self) -> str:
        """The last line of what the worker printed, which names the exception."""
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else "nothing on stderr"
