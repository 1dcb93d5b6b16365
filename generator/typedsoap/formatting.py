"""black, with a mode of our own: the configuration of whoever runs us plays no part."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Final

import black
from black.mode import TargetVersion
from black.parsing import InvalidInput

_MODE: Final = black.Mode(
    target_versions={TargetVersion.PY311}, line_length=88, preview=False
)


STYLE: Final = f"black {version('black')} {_MODE.get_cache_key()}"
"""What decides the result beside the text."""


@cache
def format_python(text: str) -> str:
    """A whole module in black's style; the same text for the same version of black.

    Raises:
        ValueError: The text is no Python.
    """
    try:
        return black.format_str(text, mode=_MODE)
    except InvalidInput as problem:
        raise ValueError(str(problem)) from problem
