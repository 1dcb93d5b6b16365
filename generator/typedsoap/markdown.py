"""Texts inside of Markdown, as GitHub reads it."""

from __future__ import annotations

import re
from typing import Final

_SPECIAL: Final = re.compile(r"[\\`*_\[\]|~#]")


def escaped(text: str) -> str:
    """A text in one line that is shown as it is: no markup, link, image or table cell."""
    entities = text.replace("&", "&amp;").replace("<", "&lt;")
    return " ".join(_SPECIAL.sub(r"\\\g<0>", entities).split())
