"""`Redactor`: masks secrets in XML that may be cut off, ill-formed or no XML at all.

It works on text, not on a tree, because what is printed is often what could not be parsed.
In doubt it masks too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from .character_references import unescape, unescape_plain
from .secret_scan import SecretScan, token_pattern
from .strings import escape

MASK: Final = "***"

# A secret shorter than this would blot out half of any text if masked everywhere.
_SHORT: Final = 4
# How often a message may be quoted in a message before nothing of it is shown.
_DEPTH: Final = 4


@cache
def _attribute() -> re.Pattern[str]:
    """An attribute of a tag; see `secret_scan`."""
    return re.compile(
        r"""(?P<start> (?: [^\s<>/:!?"'=]+ : )? (?P<name> [^\s<>/:!?"'=]+ ) \s*=\s* )
            (?P<quote> ["'] ) [^"'<]* ["']?""",
        re.VERBOSE,
    )


class Redactor:
    """Masks the secrets that a contract's overlay names.

    Args:
        elements: Local names of elements whose whole content is secret, whatever their
            namespace or prefix.
        keys: Keys of dictionaries whose values are secret; case is ignored.
        encoded: Whether messages are in SOAP encoding: an element that others refer to
            may have the content of a secret one, and is called anything.
    """

    __slots__ = ("_elements", "_encoded", "_keys")

    def __init__(
        self,
        elements: Iterable[str] = (),
        keys: Iterable[str] = (),
        *,
        encoded: bool = False,
    ) -> None:
        self._elements = frozenset(elements)
        self._keys = frozenset(key.casefold() for key in keys)
        self._encoded = encoded and bool(self._elements)

    def text(self, xml: str | bytes, values: Iterable[str] = ()) -> str:
        """The text with every secret replaced by `***`.

        Args:
            xml: XML or any other text; bytes in UTF-8 or UTF-16.
            values: Secrets known by value; they are masked wherever they occur.
        """
        return mask_values(self._masked(_decode(xml)), values)

    def secrets(self, xml: str | bytes) -> frozenset[str]:
        """Every text inside a secret element or under a secret key of a message."""
        found: set[str] = set()
        for text, secret in self._pieces(_decode(xml)):
            if secret and (match := token_pattern().match(text)) and not match["name"]:
                value = match["cdata"] if match["cdata_end"] else unescape(text)
                found.add(value.strip())
        return frozenset(found - {""})

    def _masked(self, text: str, depth: int = 0) -> str:
        if depth > _DEPTH:
            return MASK
        result: list[str] = []
        masking = False
        for piece, secret in self._pieces(text):
            if not secret:
                result.append(self._masked_inside(piece, depth + 1))
            elif not masking:
                result.append(MASK)
            masking = secret
        return "".join(result)

    def _masked_inside(self, piece: str, depth: int) -> str:
        """Mask a message that is quoted in a text, a CDATA section or a comment."""
        match = token_pattern().match(piece)
        if match is None or match["name"]:
            return self._masked_attributes(piece)
        if "&lt;" in piece:
            inner = unescape(piece)
            masked = self._masked(inner, depth)
            return piece if masked == inner else escape(masked)
        quoted: str | None = match["cdata"] or match["comment"]
        if quoted:
            return piece.replace(quoted, self._masked(quoted, depth), 1)
        # It may be the rest of a tag that was cut off.
        return self._masked_attributes(piece)

    def _masked_attributes(self, tag: str) -> str:
        """A tag without the values of attributes that are called like a secret."""
        if "=" not in tag or not self._elements:
            return tag
        return _attribute().sub(
            lambda found: (
                f"{found['start']}{found['quote']}{MASK}{found['quote']}"
                if found["name"] in self._elements
                else found[0]
            ),
            tag,
        )

    def _pieces(self, text: str) -> list[tuple[str, bool]]:
        scan = SecretScan(self._elements, self._keys, self._encoded)
        for match in token_pattern().finditer(text):
            scan.take(match)
        return scan.pieces


def mask_values(text: str, values: Iterable[str]) -> str:
    """Mask known secrets by value, also where they are escaped as XML.

    A secret of fewer than four characters is masked only as a word of its own.
    """
    # A text can be spelt with references as well; what markup needs stays escaped.
    text = unescape_plain(text)
    forms = {form for value in values if value for form in (value, escape(value))}
    for form in sorted(forms, key=len, reverse=True):
        if len(form) < _SHORT:
            text = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", MASK, text)
        else:
            text = text.replace(form, MASK)
    return text


def _decode(data: str | bytes) -> str:
    """Text to look at from UTF-8 or UTF-16; never an error."""
    if isinstance(data, str):
        return data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data.startswith(b"<\x00"):
        return data.decode("utf-16-le", "replace")
    if data.startswith(b"\x00<"):
        return data.decode("utf-16-be", "replace")
    return data.decode("utf-8-sig", "replace")
