"""`xs:base64Binary`."""

from __future__ import annotations

from binascii import Error, a2b_base64, b2a_base64

from .reading import Element, Reader
from .strings import read_string
from .writing import expect_kind


def write_base64_binary(value: bytes, name: str | int) -> str:
    """Bytes as base64 on one line."""
    if type(value) is not bytes:
        expect_kind(value, bytes, name)
    return b2a_base64(value, newline=False).decode("ascii")


def read_base64_binary(element: Element | None, reader: Reader) -> bytes | None:
    """Bytes from base64, which may hold white space; None for nil."""
    if element is None:
        return None
    text = read_string(element, reader)
    if text is None:
        return None
    try:
        data = b"".join(text.encode("ascii").split())
        if len(data) % 4 == 0:  # older versions of Python accept too much padding
            return a2b_base64(data, strict_mode=True)
    except (Error, UnicodeEncodeError):
        pass
    reader.fail(element, "not a value of xs:base64Binary")
