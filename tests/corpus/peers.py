"""Worker: whether another library takes a WSDL.

    python -m tests.corpus.peers BYTES

A task is `{"wsdl": path, "peer": name}`; the answer has `problem`, "" where it does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.corpus.workers import Task, serve

PEERS: Final = ("zeep", "suds", "xsdata")


def available(peer: str) -> bool:
    """Whether a peer is installed."""
    return find_spec(peer) is not None


def loaded(task: Task) -> Task:
    """Load one WSDL."""
    wsdl = Path(task["wsdl"])
    try:
        _LOADERS[task["peer"]](wsdl)
    except Exception as problem:
        return {"problem": f"{type(problem).__name__}: {problem}"[:300]}
    return {"problem": ""}


def _zeep(wsdl: Path) -> None:
    zeep: Any = import_module("zeep")
    client = zeep.Client(str(wsdl))
    if not client.wsdl.services:
        raise LookupError("no service")


def _suds(wsdl: Path) -> None:
    client: Any = import_module("suds.client")
    suds = client.Client(wsdl.as_uri(), cache=None)
    if not suds.wsdl.services:
        raise LookupError("no service")


def _xsdata(wsdl: Path) -> None:
    # It knows a WSDL by the end of its name, and calls ruff by name.
    if wsdl.suffix != ".wsdl":
        raise LookupError("xsdata takes this for no WSDL")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    with TemporaryDirectory(prefix="corpus-") as name:
        command = [sys.executable, "-m", "xsdata", "generate", str(wsdl)]
        completed = subprocess.run(
            [*command, "--package", "generated_by_xsdata"],
            cwd=name,
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        generated = [*Path(name).rglob("*.py")]
    if completed.returncode:
        lines = completed.stderr.strip().splitlines() or ["no output"]
        raise RuntimeError(lines[-1])
    if not generated:
        raise RuntimeError("nothing was generated")  # without an error of its own


_LOADERS: Final = {"zeep": _zeep, "suds": _suds, "xsdata": _xsdata}


if __name__ == "__main__":
    serve(loaded)
