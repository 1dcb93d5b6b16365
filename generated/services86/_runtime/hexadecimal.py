"""`xs:hexBinary`."""

from __future__ import annotations

from binascii import Error, a2b_hex

from .namespaces import WHITE_SPACE
from .reading import Element, Reader
from .strings import read_string
from .writing import expect_kind


def write_hex_binary(value: bytes, name: str | int) -> str:
    """Bytes as hexadecimal digits in upper case, the canonical form."""
    if type(value) is not bytes:
        expect_kind(value, bytes, name)
    return value.hex().upper()


def read_hex_binary(element: Element | None, reader: Reader) -> bytes | None:
    """Bytes from hexadecimal digits; None for nil."""
    if element is None:
        return None
    text = read_string(element, reader)
    if text is None:
        return None
    try:
        return a2b_hex(text.strip(WHITE_SPACE).encode("ascii"))
    except (Error, UnicodeEncodeError):
        reader.fail(element, "not a value of xs:hexBinary")
