"""`make matrix`: what one environment cannot show.

`make test` is for the current Python. One that is not installed is skipped, and named.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import nox

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
CURRENT = f"{sys.version_info.major}.{sys.version_info.minor}"

# pyenv's own commands on PATH start only the versions that it is set to.
_PYENV = sorted(Path.home().glob(".pyenv/versions/3.*/bin"))
os.environ["PATH"] = os.pathsep.join([os.environ["PATH"], *map(str, _PYENV)])

INSTALLED = [version for version in PYTHONS if shutil.which(f"python{version}")]
ENDS = (*INSTALLED[:1], *INSTALLED[-1:])

GENERATE_AND_CALL = ("tests/golden", "tests/documented", "tests/unit")
# What a client does with its Python: sockets, threads, calendars, the import system.
CALL = (
    "tests/golden",
    "tests/unit/messages",
    "tests/unit/runtime",
    "tests/unit/server",
)
# Type checkers judge for every version; the rest starts programs of other makers, or
# measures.
ON_ONE_PYTHON = (
    *("tests/typing", "tests/corpus", "tests/random_schemas"),
    *("tests/interop", "tests/ci", "tests/benchmarks", "tests/scale"),
    "tests/drift/test_verdicts.py",
)
ON_ALL_CORES = ("--numprocesses", "auto", "--dist", "loadfile")

nox.options.default_venv_backend = "venv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False
nox.options.reuse_venv = "yes"


@nox.session(python=[version for version in PYTHONS if version != CURRENT])
def suite(session: nox.Session) -> None:
    """Run the tests that another Python could fail.

    Between the oldest and the newest at hand, those of calling are enough.
    """
    session.install("--editable", ".[test]")
    chosen = [f"--ignore={path}" for path in ON_ONE_PYTHON]
    if session.python not in ENDS:
        chosen = [*CALL]
    session.run("pytest", *ON_ALL_CORES, *chosen, *session.posargs)


@nox.session
def lowest(session: nox.Session) -> None:
    """Generate and call with the lowest allowed dependencies."""
    session.install("--editable", ".[test]")
    session.install("--requirement", "tests/packaging/lowest.txt")
    session.run("pytest", *ON_ALL_CORES, *GENERATE_AND_CALL, *session.posargs)


@nox.session(venv_backend="none")
def packaging(session: nox.Session) -> None:
    """Build both distributions and use them in clean environments."""
    session.run(sys.executable, "-m", "pytest", "-m", "packaging", *session.posargs)
