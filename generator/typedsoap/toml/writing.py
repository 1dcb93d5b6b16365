"""Texts as TOML source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


def toml_string(text: str) -> str:
    """A basic string; TOML forbids escaped surrogates in it, and DEL as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def toml_strings(texts: Iterable[str]) -> str:
    """An array of strings, on one line."""
    return f"[{', '.join(map(toml_string, texts))}]"


def toml_key(*names: str) -> str:
    """A dotted key; what cannot stand bare is quoted."""
    return ".".join(
        name if _BARE.fullmatch(name) else toml_string(name) for name in names
    )
