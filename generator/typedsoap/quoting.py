"""The one place where a contract's text becomes Python source.

What comes out is ASCII, the same on every Python version, and cannot end the literal it
stands in. None of it is meant for an f-string.
"""

from __future__ import annotations

import re
import textwrap
from typing import Final

# Typographic characters that have a plain form; every other one is escaped in docstrings.
_PLAIN: Final = str.maketrans(
    {
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{HORIZONTAL ELLIPSIS}": "...",
    }
)
_PROMPT: Final = re.compile(r">{3,}")
_QUOTE_RUN: Final = re.compile(r'"{2,}|"$')


def quote(text: str) -> str:
    """A string literal for `text`: in double quotes where that takes no more escapes.

    Characters outside of printable ASCII are escaped, lone surrogates too; black leaves
    the result as it is.
    """
    mark = "'" if text.count("'") < text.count('"') else '"'
    return mark + _escaped(text).replace(mark, f"\\{mark}") + mark


def docstring_lines(text: str, width: int = 88) -> list[str]:
    """The lines of `text` as they can stand between triple double quotes.

    White space is collapsed and lines are broken at `width` (a longer word stays whole).
    Nothing in the lines is read as an escape, as the end of the docstring or as the
    prompt of a doctest.

    Args:
        text: Any text.
        width: The width of a line, without the caller's indentation.

    Returns:
        At least one line; an empty one for an empty text.
    """
    words = " ".join(text.translate(_PLAIN).split())
    # A doctest runner would execute what follows a prompt.
    plain = _PROMPT.sub(lambda run: " ".join(run[0]), words)
    escaped = _QUOTE_RUN.sub(lambda run: '\\"' * len(run[0]), _escaped(plain))
    lines = textwrap.wrap(
        escaped, max(width, 1), break_long_words=False, break_on_hyphens=False
    )
    return lines or [""]


def _escaped(text: str) -> str:
    # Of a single character, ascii() chooses the mark so that no quote needs an escape.
    return "".join(ascii(character)[1:-1] for character in text)
