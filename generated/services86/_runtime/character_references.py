"""References to characters that XML knows by themselves (XML 1.0 §4.1 and §4.6)."""

from __future__ import annotations

import re
from typing import Final

_REFERENCE: Final = r"&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));"
_GREATEST: Final = 0x10FFFF
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def unescape(text: str) -> str:
    """A text with the references that XML knows by themselves replaced."""
    return re.sub(_REFERENCE, _character, text) if "&" in text else text


def unescape_plain(text: str) -> str:
    """A text without references to what may stand in XML as it is, too."""
    return re.sub(_REFERENCE, _plain_character, text) if "&" in text else text


def _character(reference: re.Match[str]) -> str:
    decimal, hexadecimal, name = reference.groups()
    if name is not None:
        return _NAMED[name]
    code = int(hexadecimal, 16) if decimal is None else int(decimal)
    return chr(code) if code <= _GREATEST else reference[0]


def _plain_character(reference: re.Match[str]) -> str:
    character = _character(reference)
    return (
        character
        if character.isprintable() and character not in "<>&"
        else reference[0]
    )
