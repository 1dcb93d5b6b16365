"""Texts: `xs:string` and its family, and escaping."""

from __future__ import annotations

from .namespaces import WHITE_SPACE
from .reading import Element, Reader, is_nil
from .writing import expect_kind


def escape(text: str) -> str:
    """Escape a text for element content.

    A carriage return becomes a character reference, because a parser would turn it into
    a line feed.
    """
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\r" in text:
        text = text.replace("\r", "&#13;")
    return text


def escape_attribute(text: str) -> str:
    """Escape a text for an attribute's value in double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def write_string(value: str, name: str | int) -> str:
    """A str as escaped text."""
    if type(value) is not str:
        expect_kind(value, str, name)
    # Most texts need no escaping: a call less for each of those is measurable.
    if "&" in value or "<" in value or ">" in value or "\r" in value:
        return escape(value)
    return value


def write_normalized_string(value: str, name: str | int) -> str:
    """A str as escaped text; the reader of the other side normalizes white space."""
    return write_string(value, name)


def write_token(value: str, name: str | int) -> str:
    """A str as escaped text; the reader of the other side collapses white space."""
    return write_string(value, name)


def read_string(element: Element | None, reader: Reader) -> str | None:
    """A text with its white space; "" for an empty element, None for nil."""
    if element is None:
        return None
    text = element.text
    if len(element):
        reader.fail(element[0], "an element inside a text")
    if not text or (text.isspace() and not text.strip(WHITE_SPACE)):
        # Only an empty element can be nil.
        return None if is_nil(element) else text or ""
    return text


def read_normalized_string(element: Element | None, reader: Reader) -> str | None:
    """A text whose line breaks and tabs are read as blanks (`xs:normalizedString`)."""
    text = read_string(element, reader)
    if text is None:
        return None
    return text.replace("\t", " ").replace("\r", " ").replace("\n", " ")


def read_token(element: Element | None, reader: Reader) -> str | None:
    """A text with white space collapsed: `xs:token`, what derives from it, `xs:anyURI`."""
    text = read_normalized_string(element, reader)
    return None if text is None else " ".join(filter(None, text.split(" ")))


def read_lexical(element: Element | None, reader: Reader, expected: str) -> str | None:
    """The text of a value without surrounding white space; None for nil.

    An empty element that is not nil is an error, since no value of `expected` is empty.
    """
    if element is None:
        return None
    text = read_string(element, reader)
    if text is None:
        return None
    text = text.strip(WHITE_SPACE)
    if not text:
        reader.fail(element, f"empty, expected {expected}")
    return text
