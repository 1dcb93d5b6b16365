"""Texts inside of Markdown, as GitHub reads it."""

from __future__ import annotations

import re
from typing import Final

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>|#~&])")


def escaped(text: str) -> str:
    """A text in one line that is shown as it is: no markup, link, image or table cell."""
    return " ".join(_MARKUP.sub(r"\\\1", text).split())
