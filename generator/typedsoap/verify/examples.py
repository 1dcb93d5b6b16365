"""The XML of an example that a documentation page shows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from typedsoap.errors import TypedSoapError
from typedsoap.source.nodes import Element
from typedsoap.source.parsing import parse
from typedsoap.verify.pages import Example

_HINT: Final = "an example is one whole envelope; look at this line of the page"
_DECLARATION: Final = re.compile(r"\s*<\?xml\b[^>]*\?>")


def parsed(example: Example) -> Element:
    """The envelope of an example.

    Raises:
        TypedSoapError: The example is not well-formed XML (TS002 to TS007).
    """
    try:
        return parse(_padded(example), example.where.file)
    except TypedSoapError as problem:
        raise TypedSoapError(
            replace(found, hint=_HINT) for found in problem.diagnostics
        ) from None


def _padded(example: Example) -> bytes:
    """The example at its line of the page, so that messages name lines of the page.

    Its declaration goes: the page's text is decoded already, and nothing may stand before
    a declaration.
    """
    declaration = _DECLARATION.match(example.text)
    end = declaration.end() if declaration else 0
    lines = (example.where.line or 1) - 1 + example.text.count("\n", 0, end)
    return ("\n" * lines + example.text[end:].lstrip("\ufeff")).encode()
