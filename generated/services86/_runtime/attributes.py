"""Attributes of elements: what generated codecs read and write them with.

The readers and writers of text are those of elements: an attribute is read through an
element that holds its value, and the text that is written for an element is escaped once
more for the quotes around it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final, TypeVar

from lxml import etree

from .errors import EncodeError, ProtocolError
from .members import Members
from .namespaces import XSI
from .qnames import is_local_name
from .reading import Element, Reader, element_path
from .strings import write_string
from .value_constraints import fixed_text
from .versions import ENCODING_STYLES
from .writing import expect_mapping

T = TypeVar("T")

_XML: Final = "http://www.w3.org/XML/1998/namespace"
_XMLNS: Final = "http://www.w3.org/2000/xmlns/"
_XSI: Final = f"{{{XSI}}}"


class AttributedMembers(Members):
    """The names of the child elements and of the attributes that an element may have.

    Args:
        attributes: Expanded names of the attributes.
        other_attributes: Whether there may be others.
    """

    __slots__ = ("_attributes",)

    def __init__(
        self,
        *tags: str,
        repeated: Sequence[str] = (),
        attributes: Sequence[str] = (),
        other_attributes: bool = False,
    ) -> None:
        super().__init__(*tags, repeated=repeated)
        self._attributes = None if other_attributes else frozenset(attributes)

    def of(self, element: Element, reader: Reader) -> Sequence[Element | None]:
        """The children of an element; its attributes are known to the reader."""
        if reader.strict:
            reader.attributes[element] = self._attributes
        return super().of(element, reader)


def write_attribute(out: list[str], tag: str, text: str) -> None:
    """Add an attribute to the start tag that was appended last.

    Args:
        tag: Its prefixed name.
        text: Its value, escaped for the content of an element.
    """
    if '"' in text or "\n" in text or "\t" in text:
        # A parser would turn white space into blanks (XML 1.0 §3.3.3).
        text = text.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    out[-1] = f'{out[-1][:-1]} {tag}="{text}">'


def write_fixed_attribute(
    out: list[str],
    tag: str,
    text: str,
    fixed: str,
    name: str,
    *,
    number: Callable[[str], object] | None = None,
) -> None:
    """Add an attribute whose value the contract fixes; another one is refused.

    Args:
        fixed: The value that it must have, escaped as `text` is.
        number: See `fixed_text`.
    """
    write_attribute(out, tag, fixed_text(text, fixed, name, number=number))


def write_name_attribute(
    out: list[str],
    tag: str,
    value: T,
    write: Callable[[T, list[str], str], None],
    prefix: str,
    name: str,
) -> None:
    """Add an attribute of qualified names, and what declares their prefixes.

    Args:
        write: Writes the value, and the declarations into the start tag before it.
        prefix: A prefix that no other name on the element has.
    """
    try:
        written = ["<>"]
        write(value, written, prefix)
    except EncodeError as error:
        raise error.inside(name) from error.__cause__
    start, text = written
    out[-1] = out[-1][:-1] + start[1:]
    write_attribute(out, tag, text)


def read_attribute(
    element: Element,
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], T | None],
    default: str | None = None,
) -> T | None:
    """The value of an attribute; None where it is absent and has no default."""
    text = element.get(tag, default)
    if text is None:
        return None
    holder = etree.Element("attribute")
    return _read_value(element, reader, tag, read, holder, text)


def read_name_attribute(
    element: Element,
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], T | None],
) -> T | None:
    """The value of an attribute that is a qualified name; None where it is absent."""
    text = element.get(tag)
    if text is None:
        return None
    # Its prefix means what it means where it stands.
    holder = etree.Element("attribute", nsmap=element.nsmap)
    return _read_value(element, reader, tag, read, holder, text)


def _read_value(
    element: Element,
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], T | None],
    holder: Element,
    text: str,
) -> T | None:
    holder.text = text
    try:
        return read(holder, reader)
    except ProtocolError as error:
        error.path = f"{element_path(element)}/@{tag.rpartition('}')[2]}"
        raise


def write_other_attributes(
    out: list[str], attributes: Mapping[str, str] | None, known: Collection[str]
) -> None:
    """Add attributes that the contract does not name (`xs:anyAttribute`).

    Args:
        attributes: Their values by name, `{namespace}name` or `name`; None has none.
        known: Expanded names of those that have a field of their own.
    """
    if attributes is None:
        return
    name = "other_attributes"
    for place, (tag, value) in enumerate(expect_mapping(attributes).items()):
        namespace, local = _split(tag, name)
        if tag in known:
            raise EncodeError(f"{tag} has a field of its own", name)
        if namespace in (XSI, _XMLNS):
            raise EncodeError("this namespace has no attributes of a user's", name)
        text = write_string(value, name)
        if namespace == _XML:
            write_attribute(out, f"xml:{local}", text)
        elif namespace:
            write_attribute(out, f"xmlns:a{place}", write_string(namespace, name))
            write_attribute(out, f"a{place}:{local}", text)
        else:
            write_attribute(out, local, text)


def read_other_attributes(element: Element, known: Collection[str]) -> dict[str, str]:
    """The attributes that the contract does not name, without XML Schema's and SOAP's."""
    return {
        str(tag): str(value)
        for tag, value in element.items()
        if tag not in known and not is_infrastructure(str(tag))
    }


def is_infrastructure(tag: str) -> bool:
    """Whether an attribute is one of XML Schema's own, or SOAP's `encodingStyle`."""
    return tag.startswith(_XSI) or tag in ENCODING_STYLES


def _split(tag: object, name: str) -> tuple[str, str]:
    namespace, local = "", tag
    if isinstance(tag, str) and tag.startswith("{"):
        namespace, _, local = tag[1:].rpartition("}")
    if (
        not isinstance(local, str)
        or not is_local_name(local)
        or (not namespace and (local == "xmlns" or tag != local))
    ):
        raise EncodeError("not the name of an attribute", name)
    return namespace, local
