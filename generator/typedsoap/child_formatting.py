"""Formatting with all processors: black keeps one busy, so children take a share each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from typing import Final, cast

from typedsoap.formatting import blocks, format_python, joined

_WORTHWHILE: Final = 200_000
"""Characters, for each process; a child takes some 0.3 s to start."""


def format_all(texts: Sequence[str]) -> list[str]:
    """What black makes of each text.

    Raises:
        ValueError: A text is no Python.
    """
    total = sum(len(text) for text in texts)
    count = min(_processors(), total // _WORTHWHILE)
    if count < 2:
        return [format_python(text) for text in texts]
    # In pieces, because one module can be most of a package.
    pieces = [blocks(text) for text in texts]
    done = iter(_format_pieces([piece for found in pieces for piece in found], count))
    return [joined(islice(done, len(found))) for found in pieces]


def _format_pieces(texts: Sequence[str], count: int) -> list[str]:
    own, *others = _shares(texts, count)
    children = [_start([texts[index] for index in share]) for share in others]
    try:
        results = {index: format_python(texts[index]) for index in own}
        for share, child in zip(others, children, strict=True):
            results |= _results(texts, share, child)
    finally:
        for child in children:
            child.kill()
            child.wait()
            if child.stdout is not None:
                child.stdout.close()
    return [results[index] for index in range(len(texts))]


def _processors() -> int:
    """How many this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _shares(texts: Sequence[str], count: int) -> list[list[int]]:
    """Indexes of texts, in shares of about the same length."""
    shares: list[list[int]] = [[] for _ in range(count)]
    lengths = [0] * count
    for index in sorted(range(len(texts)), key=lambda index: -len(texts[index])):
        least = lengths.index(min(lengths))
        shares[least].append(index)
        lengths[least] += len(texts[index])
    return shares


def _start(texts: Sequence[str]) -> subprocess.Popen[str]:
    """A child that has its texts and is at work."""
    path = os.pathsep.join(folder for folder in sys.path if folder)
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-P", "-m", __name__],
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    # Where a child is gone, its results will be missing.
    with suppress(OSError):
        if child.stdin is not None:
            child.stdin.write(json.dumps(texts))
            child.stdin.close()
    child.stdin = None
    return child


def _results(
    texts: Sequence[str], share: Sequence[int], child: subprocess.Popen[str]
) -> dict[int, str]:
    """What a child made of its share, or this process where it failed."""
    output, _ = child.communicate()
    try:
        found = cast("list[str]", json.loads(output))
    except ValueError:
        found = []
    if child.returncode or len(found) != len(share):
        return {index: format_python(texts[index]) for index in share}
    return dict(zip(share, found, strict=True))


if __name__ == "__main__":
    json.dump([format_python(text) for text in json.load(sys.stdin)], sys.stdout)
