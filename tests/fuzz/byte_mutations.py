"""Mutations of bytes: what broken servers, proxies and encodings do to a document."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Callable
from random import Random
from typing import Final

from tests.fuzz.corpus import seeds
from tests.fuzz.nasty import value

_DECLARATION: Final = re.compile(r"<\?xml\s[^?]*\?>")
_CODECS: Final = (
    *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "iso-8859-1"),
    *("us-ascii", "windows-1252", "iso-8859-15", "shift_jis", "gb18030", "cp037"),
    *("euc-jp", "iso-2022-jp", "utf-8-sig", "koi8-r", "big5"),
)
_LABELS: Final = (
    *("UTF-8", "utf-8", "utf8", "UTF-16", "UTF-16LE", "UCS-4", "UTF-7", "ISO-8859-1"),
    *("ascii", "windows-1252", "Shift_JIS", "ISO-2022-JP", "EBCDIC-CP-US", "x-none"),
    *("", "HTML", "utf-8\u00e9", "base64", "rot13", "UTF-32", "unicode"),
)
_BOMS: Final = (
    *(BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE, b"+/v8-"),
    BOM_UTF8 * 2,
)
_TRAILING: Final = (
    *(b"\x00", b"\n\n", b"</a>", b"<a/>", b"text", b"\x1a", b"<!-- c -->", b"<?p?>"),
    *(b"\r\n--boundary--\r\n", b"<!--", b"]]>", b"&#0;", b"\x00" * 4096, b" " * 70000),
    b"HTTP/1.1 200 OK\r\n\r\n",
)
_INVALID: Final = (
    *(b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82", b"\x80"),
    *(b"\xef\xbf\xbe", b"\xf8\x88\x80\x80\x80", b"\x00", b"\x01", b"\xc3\x28", b"\x85"),
)


def encode(text: str, rng: Random) -> bytes:
    """A document as bytes; the XML declaration and the encoding mostly agree."""
    kind = rng.random()
    if kind < 0.7:
        return _bytes(text, "utf-8")
    if kind < 0.85:
        standalone = rng.choice(("", ' standalone="yes"', " standalone='no'"))
        version = rng.choice((*("1.0",) * 9, "1.1", "2.0", ""))
        declaration = f'<?xml version="{version}" encoding="utf-8"{standalone}?>'
        return _bytes(declaration + text, "utf-8")
    codec = rng.choice(_CODECS)
    label = codec if rng.random() < 0.6 else rng.choice(_LABELS)
    return _bytes(f'<?xml version="1.0" encoding="{label}"?>' + text, codec)


def _bytes(text: str, codec: str) -> bytes:
    # Surrogates and what the codec lacks: written anyway, as a broken server does.
    if codec.startswith("utf-8"):
        return text.encode(codec, "surrogatepass")
    return text.encode(codec, "xmlcharrefreplace")


def truncate(data: bytes, rng: Random) -> bytes:
    """Cut it off, mostly near the end."""
    if rng.random() < 0.5:
        return data[: max(0, len(data) - rng.randrange(1, 40))]
    return data[: rng.randrange(len(data) + 1)]


def flip(data: bytes, rng: Random) -> bytes:
    """Flip bits of a few bytes."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8)) if data else 0):
        changed[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def insert(data: bytes, rng: Random) -> bytes:
    """Insert bytes: invalid UTF-8, a nasty value, or any."""
    at = rng.randrange(len(data) + 1)
    match rng.randrange(3):
        case 0:
            what = rng.choice(_INVALID)
        case 1:
            what = _bytes(value(rng), "utf-8")
        case _:
            what = rng.randbytes(rng.randrange(1, 5))
    return data[:at] + what + data[at:]


def remove(data: bytes, rng: Random) -> bytes:
    """Remove a slice."""
    at = rng.randrange(len(data) + 1)
    return data[:at] + data[at + rng.choice((1, 1, 2, 10, 100)) :]


def repeat(data: bytes, rng: Random) -> bytes:
    """Repeat a slice, mostly once."""
    at = rng.randrange(len(data) + 1)
    end = at + rng.choice((1, 5, 50, 500))
    return data[:end] + data[at:end] * rng.choice((1, 1, 2, 100)) + data[end:]


def splice(data: bytes, rng: Random) -> bytes:
    """The beginning of one document and the end of another."""
    other = rng.choice(seeds()).data
    return data[: rng.randrange(len(data) + 1)] + other[rng.randrange(len(other)) :]


def add_bom(data: bytes, rng: Random) -> bytes:
    """Put a byte order mark before it, mostly a wrong one."""
    return rng.choice(_BOMS) + data


def add_trailing(data: bytes, rng: Random) -> bytes:
    """Put something after it."""
    return data + rng.choice(_TRAILING)


def redeclare(data: bytes, rng: Random) -> bytes:
    """Declare another encoding than it has, or encode it in another than it says."""
    text = _DECLARATION.sub("", data.decode("utf-8", "replace"), count=1)
    declaration = f'<?xml version="1.0" encoding="{rng.choice(_LABELS)}"?>'
    return _bytes(rng.choice((declaration, "")) + text, rng.choice(_CODECS))


def replace(data: bytes, rng: Random) -> bytes:
    """Something that is no envelope at all."""
    page = b"<!DOCTYPE html><html><body>Bad gateway</body></html>"
    nothing = (b"", b" ", b"\n", b"\x00", b"{}", b"null", b"<", b"<a/>", page)
    return rng.choice((*nothing, BOM_UTF8, BOM_UTF16_LE, data[:1], rng.randbytes(50)))


MUTATIONS: Final[tuple[tuple[Callable[[bytes, Random], bytes], int], ...]] = (
    (truncate, 4),
    (flip, 4),
    (insert, 4),
    (remove, 3),
    (repeat, 3),
    (splice, 3),
    (add_bom, 2),
    (add_trailing, 2),
    (redeclare, 3),
    (replace, 1),
)
"""What can be done to bytes, with weights."""


def mutate_bytes(data: bytes, rng: Random) -> bytes:
    """Do one or two things to a document."""
    functions, weights = zip(*MUTATIONS, strict=True)
    for function in rng.choices(functions, weights, k=rng.choice((1, 1, 1, 2))):
        data = function(data, rng)
    return data
