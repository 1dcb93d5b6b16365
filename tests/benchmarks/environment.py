"""What a run was made with: versions, machine, date and revision."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from lxml import etree

from tests.support.modules import ROOT


def environment(peers: bool) -> dict[str, str]:
    """Facts that the figures depend on, by name.

    Args:
        peers: Whether the peers' versions are among them.
    """
    distributions = ["lxml", "urllib3"]
    if peers:
        distributions += ["zeep", "suds-community", "xsdata", "requests"]
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "revision": _revision(),
        "python": platform.python_version(),
        **{name: version(name) for name in distributions},
        "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
        "processor": f"{os.cpu_count()} × {_processor()}",
        "system": platform.system(),
        "garbage collector": "on, collected before each sample, set-up frozen",
        "load before": load(),
    }


def load() -> str:
    """How many programs wait for a processor: over one, five and fifteen minutes."""
    return " ".join(f"{average:.1f}" for average in os.getloadavg())


def _revision() -> str:
    """The commit, with a + where files of the repository differ from it."""
    commit = _git("rev-parse", "--short=12", "HEAD")
    return f"{commit}+" if _git("status", "--porcelain") else commit


def _git(*arguments: str) -> str:
    completed = subprocess.run(
        ["git", *arguments], cwd=ROOT, check=False, capture_output=True, text=True
    )
    return completed.stdout.strip() if completed.returncode == 0 else "unknown"


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    if facts.exists():
        for line in facts.read_text("utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or "unknown"
