"""Code blocks of the project's documents."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.modules import ROOT

README = ROOT / "README.md"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(document: Path, language: str) -> list[str]:
    """The fenced blocks in a language, in order."""
    text = document.read_text("utf-8")
    return [block for name, block in _BLOCK.findall(text) if name == language]


def example() -> str:
    """The client example of the README."""
    (block,) = blocks(README, "python")
    return block
