"""What the C library does with memory that is free: it decides what large trees cost.

glibc gives memory at the end of its heap back to the system, so that the next large tree
has to be given it page by page, until the program has freed a large block: then it keeps
more and more. A bare parse of 2 MB takes up to 40 % less time from then on, for which any
contender in the process may be the cause. So the benchmark says which it is to be.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final, cast

# malloc.h
_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
# What glibc begins with, and the most that it allows for a block of its heap.
_FIRST: Final = 128 * 1024
_LARGEST_BLOCK: Final = 32 * 1024 * 1024
_NEVER: Final = 1024 * 1024 * 1024


def give_memory_back() -> str:
    """Let free memory be given back, as in a new program; tells whether it can be told."""
    done = _set(_TRIM_THRESHOLD, _FIRST) and _set(_MMAP_THRESHOLD, _FIRST)
    return "free memory given back" if done else "as the system has it"


@contextmanager
def memory_kept() -> Generator[None]:
    """Within it free memory is kept, as in a program that has freed a large block."""
    _set(_TRIM_THRESHOLD, _NEVER)
    _set(_MMAP_THRESHOLD, _LARGEST_BLOCK)
    try:
        yield
    finally:
        give_memory_back()


def _set(option: int, value: int) -> bool:
    """Set an option of glibc's malloc; False where there is no such thing."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    return cast("Callable[[int, int], int]", mallopt)(option, value) == 1
