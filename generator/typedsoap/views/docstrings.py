"""Docstrings: finished literals, wrapped and quoted, for the templates to place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from typedsoap.quoting import docstring_lines
from typedsoap.views.model import MemberView

_WIDTH: Final = 88
_QUOTES: Final = '"""'


@dataclass(frozen=True, slots=True)
class Section:
    """A section such as `Args:`: entries of a name (or type) and a text."""

    title: str
    entries: tuple[tuple[str, str], ...]


def docstring(
    summary: str,
    *,
    indent: int,
    details: Iterable[str] = (),
    sections: Sequence[Section] = (),
) -> str:
    """A docstring literal; its first line stands where the template places it.

    Args:
        summary: The first paragraph.
        indent: The columns that the docstring is indented by.
        details: Further paragraphs; empty ones are left out.
        sections: Sections after the paragraphs; those without entries are left out.
    """
    width = _WIDTH - indent
    first, *rest = docstring_lines(summary, width - 2 * len(_QUOTES))
    lines = [_QUOTES + first, *rest]
    for paragraph in details:
        if paragraph:
            lines += ["", *docstring_lines(paragraph, width)]
    for section in sections:
        if section.entries:
            lines += ["", f"{section.title}:"]
            for name, text in section.entries:
                wrapped = docstring_lines(f"{name}: {text}", width - 8)
                lines.append(f"    {wrapped[0]}")
                lines.extend(f"        {line}" for line in wrapped[1:])
    if len(lines) == 1:
        return lines[0] + _QUOTES
    margin = " " * indent
    return "\n".join(
        [
            lines[0],
            *(margin + line if line else "" for line in lines[1:]),
            margin + _QUOTES,
        ]
    )


def members_section(title: str, members: Iterable[MemberView]) -> Section:
    """A section of some members: what each means, else its name in the contract."""
    return Section(
        title, tuple((m.name, m.text or f"`{m.xml_name}`.") for m in members)
    )


def paragraphs(text: str) -> list[str]:
    """What lies between blank lines, each as a `sentence`."""
    parts = re.split(r"\n\s*\n", text)
    return [sentence(part) for part in parts if part.strip()]


def sentence(text: str) -> str:
    """The text on one line, with a full stop at its end where there is no mark."""
    line = " ".join(text.split())
    return f"{line}." if line and (line[-1].isalnum() or line[-1] in ")'\"`") else line
