"""Clean virtual environments and built distributions."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# What would let the checkout or the caller's environment shine through.
HIDDEN = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment that holds nothing but what is installed into it."""

    folder: Path

    def run(
        self, program: str, *arguments: str, cwd: Path, expect: int = 0
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, which must end with the code `expect`."""
        done = subprocess.run(
            [str(self.folder / "bin" / program), *arguments],
            cwd=cwd,
            env={k: v for k, v in os.environ.items() if k not in HIDDEN},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == expect, done.stdout + done.stderr
        return done

    def install(self, *distributions: Path) -> None:
        """Install distributions and what they depend on."""
        names = [str(distribution) for distribution in distributions]
        self.run("python", "-m", "pip", "install", "--quiet", *names, cwd=self.folder)
        self.run("python", "-m", "pip", "check", cwd=self.folder)

    def installed(self) -> set[str]:
        """The names of all distributions but those that every environment has."""
        listing = self.run(
            "python", "-m", "pip", "list", "--format=freeze", cwd=self.folder
        )
        names = {
            line.partition("==")[0].lower() for line in listing.stdout.splitlines()
        }
        return names - {"pip", "setuptools"}


def create(folder: Path) -> Environment:
    """Create an empty environment with this Python."""
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    return Environment(folder)


def build(source: Path, folder: Path) -> Sequence[Path]:
    """Build the sdist of a project, and its wheel from the sdist; gives (wheel, sdist)."""
    subprocess.run(
        [
            *(sys.executable, "-m", "build", "--no-isolation"),
            *("--outdir", str(folder), str(source)),
        ],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    (sdist,) = folder.glob("*.tar.gz")
    return wheel, sdist
