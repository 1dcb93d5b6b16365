"""A time by which all is done, whoever is waited for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Deadline:
    """A point in time.

    Args:
        seconds: From now.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left.

        Raises:
            TimeoutError: There are none.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def wait_for(self, work: Callable[[], _T]) -> _T:
        """The result of some work, or what it raises.

        Sockets have a limit for each operation alone, and looking up a name has none;
        so the work is done in a thread, which is left to itself when the time is up.

        Raises:
            TimeoutError: It took too long.
        """
        task = _Task(work)
        threading.Thread(target=task.run, daemon=True).start()
        if not task.done.wait(self.left()):
            raise TimeoutError
        return task.result()


class _Task(Generic[_T]):
    def __init__(self, work: Callable[[], _T]) -> None:
        self.done = threading.Event()
        self._work = work
        self._results: list[_T] = []
        self._error: BaseException | None = None

    def run(self) -> None:
        try:
            self._results.append(self._work())
        except BaseException as problem:
            self._error = problem
        finally:
            self.done.set()

    def result(self) -> _T:
        if self._error is not None:
            raise self._error
        return self._results[0]
