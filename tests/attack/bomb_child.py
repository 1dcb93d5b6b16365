"""Child: generates from each WSDL named on standard input, in a process of its own.

Prints a line of JSON for each: exit code or signal, seconds, megabytes, and what was said.
Everything is imported before the first, so that a process costs no more than its WSDL.

    python -m tests.attack.bomb_child SECONDS
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.support.command import typedsoap

# More than may be used: what is beyond fails as a MemoryError, and as such is reported.
_ADDRESS_SPACE = 2 << 30

# Seconds of processor time are what counts; a machine that is busy may take longer.
_PATIENCE = 6


def generated(wsdl: Path, seconds: int) -> dict[str, Any]:
    """What becomes of a WSDL in another process."""
    with TemporaryDirectory(prefix="bomb-") as name:
        process = os.fork()
        if process == 0:
            resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            signal.alarm(_PATIENCE * seconds)
            _generate(wsdl, Path(name))
        _, status, usage = os.wait4(process, 0)
        said = Path(name, "said.txt")
        return {
            "exit": os.waitstatus_to_exitcode(status),
            "seconds": usage.ru_utime + usage.ru_stime,
            "megabytes": usage.ru_maxrss >> 10,
            "stderr": said.read_text("utf-8") if said.exists() else "",
            "written": Path(name, "out").exists(),
        }


def _generate(wsdl: Path, folder: Path) -> None:
    code = 99
    try:
        arguments = ("generate", str(wsdl), "--output", str(folder / "out"))
        completed = typedsoap(*arguments, "--package", "bomb", folder=folder)
        (folder / "said.txt").write_text(completed.stderr, "utf-8")
        code = completed.exit_code
    finally:
        os._exit(code)


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(generated(Path(line.strip()), int(sys.argv[1]))), flush=True)
