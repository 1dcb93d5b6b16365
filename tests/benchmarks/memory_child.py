"""Measures the memory of one contender in a process of its own; prints bytes.

Arguments: `decode`, `hold` or `parse`, the contender, the number of statuses, and the file
with the reply.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.contenders.bare import parsing
from tests.benchmarks.contenders.ours import Ours
from tests.benchmarks.contenders.zeep_peer import Zeep
from tests.benchmarks.payloads import status


def main(what: str, contender: str, count: int, path: Path) -> None:
    """Print by how much the memory grows at the most, once everything is loaded."""
    reply = path.read_bytes()
    call = _prepared(what, contender, count, reply)
    gc.collect()
    # Forgets the peak so far, for example of imports (proc(5), clear_refs).
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    before = memory("VmRSS")
    kept = call()
    peak = memory("VmHWM")
    assert kept is not None
    print(peak - before)


def _prepared(
    what: str, contender: str, count: int, reply: bytes
) -> Callable[[], object]:
    if what == "parse":
        return parsing(reply)
    library = Ours() if contender == "ours" else Zeep()
    if what == "decode":
        # Of ours a whole call: what it does with the reply before reading it counts.
        return (
            library.calling(reply)
            if isinstance(library, Ours)
            else library.decoding(reply)
        )
    # One by one, so that no text of the result is shared with what it is made of.
    return lambda: library.holding(status(number) for number in range(count))


def memory(name: str) -> int:
    """A line of this process's status, in bytes."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise LookupError(name)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
