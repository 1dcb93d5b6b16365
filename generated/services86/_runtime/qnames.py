"""`xs:QName`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .errors import EncodeError
from .reading import Element, Reader
from .strings import escape_attribute, read_lexical
from .writing import expect_instance

_XML: Final = "http://www.w3.org/XML/1998/namespace"
# No prefix of an envelope is called so: the elements around have theirs from it.
_PREFIX: Final = "q"

# XML 1.0 §2.3, without the colon.
_FIRST: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff"
    "\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
    "\U00010000-\U000effff"
)
_LOCAL: Final = re.compile(
    f"[{_FIRST}][{_FIRST}.0-9\u00b7\u0300-\u036f\u203f-\u2040-]*"
)


@dataclass(frozen=True, slots=True)
class QName:
    """An expanded name; as a str it is in Clark notation, `{namespace}name`.

    Attributes:
        namespace: The namespace; "" for none.
        name: The local name.
    """

    namespace: str
    name: str

    def __str__(self) -> str:
        return f"{{{self.namespace}}}{self.name}" if self.namespace else self.name


def is_local_name(text: str) -> bool:
    """Whether a text is a name without a colon (Namespaces in XML, NCName)."""
    return _LOCAL.fullmatch(text) is not None


def write_q_name(value: QName, out: list[str], prefix: str = _PREFIX) -> None:
    """Append a name, and to the start tag before it what declares its prefix."""
    expect_instance(value, QName)
    if not is_local_name(value.name):
        raise EncodeError("its name is not an XML name without a colon")
    if value.namespace == _XML:
        out.append(f"xml:{value.name}")
    elif value.namespace:
        declared = f'xmlns:{prefix}="{escape_attribute(value.namespace)}"'
        out[-1] = f"{out[-1][:-1]} {declared}>"
        out.append(f"{prefix}:{value.name}")
    else:
        out.append(value.name)


def read_q_name(element: Element, reader: Reader) -> QName:
    """A name, whose prefix or default namespace is looked up where it stands."""
    text = read_lexical(element, reader, "xs:QName") or ""
    prefix, colon, local = text.rpartition(":")
    if _LOCAL.fullmatch(local) is None or (colon and _LOCAL.fullmatch(prefix) is None):
        reader.fail(element, "not a value of xs:QName")
    namespace = _XML if prefix == "xml" else element.nsmap.get(prefix or None)
    if namespace is None and colon:
        reader.fail(element, "its prefix is not declared")
    return QName(namespace or "", local)
