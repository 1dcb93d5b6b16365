"""Characters that XML cannot carry, raw and as references, in a document's bytes."""

from __future__ import annotations

import codecs
import re
from typing import Final

_REFERENCES: Final = (
    "&#0*(?:x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[dD][89a-fA-F][0-9a-fA-F]{2}"
    "|[fF]{3}[eEfF]|11[0-9a-fA-F]{4}|1[2-9a-fA-F][0-9a-fA-F]{4}|[2-9a-fA-F][0-9a-fA-F]{5}"
    "|[1-9a-fA-F][0-9a-fA-F]{6})|[0-8]|1[124-9]|2[0-9]|3[01]|6553[45]"
    "|5529[6-9]|55[3-9][0-9]{2}|56[0-9]{3}|57[0-2][0-9]{2}|573[0-3][0-9]|5734[0-3]"
    "|111411[2-9]|11141[2-9][0-9]|1114[2-9][0-9]{2}|111[5-9][0-9]{3}|11[2-9][0-9]{4}"
    "|1[2-9][0-9]{5}|[2-9][0-9]{6}|[1-9][0-9]{7});"
)
_CONTROLS: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f]"
_ILLEGAL: Final = re.compile(f"{_CONTROLS}|[\ufffe\uffff]|{_REFERENCES}")
_ILLEGAL_BYTES: Final = re.compile(
    f"{_CONTROLS}|\xef\xbf[\xbe\xbf]|{_REFERENCES}".encode("latin-1")
)
_UTF_16: Final = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def without_illegal(data: bytes) -> bytes:
    """A document with a question mark for each such character and reference."""
    codec = next((codec for start, codec in _UTF_16 if data.startswith(start)), None)
    if codec is None:
        return _ILLEGAL_BYTES.sub(b"?", data)
    text = data.decode(codec, "surrogatepass")
    return _ILLEGAL.sub("?", text).encode(codec, "surrogatepass")
