"""Bytes to a tree: a hardened XML parser whose every failure is a `ProtocolError`."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from typing import Final, TypeVar

from lxml import etree

from .decoding import to_utf8
from .errors import ProtocolError
from .limits import (
    HARMLESS,
    LIMITS,
    TOO_DEEP,
    Limits,
    check_depth,
    check_elements,
    check_memory,
)
from .markup import markup
from .reading import Element
from .xml_parser import PARSER_OPTIONS, is_large, parse_with

T = TypeVar("T")

# All but one are compiled when they are first needed, which they seldom are.
# A document type declaration can only stand before the first element.
_DOCTYPE: Final = rb"(?s)(?:\xef\xbb\xbf)?(?:\s++|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE"
# How nearly every message begins: nothing stands in front of the first element.
_ENVELOPE: Final = re.compile(rb"<(?:[A-Za-z0-9_-]+:)?Envelope\b")
_DECLARATION: Final = rb"(?s)(?:\xef\xbb\xbf)?<\?xml\s.*?\?>"
_HTML: Final = rb"(?i)\s*+(?:<!DOCTYPE\s+html\b|<html\b)"
_BLANK: Final = rb"\s*+\Z"
_ENVELOPE_END: Final = rb"Envelope\s*>\s*\Z"

INSTRUCTION: Final = "a processing instruction, which SOAP forbids"
"""The message for what `has_instruction` finds."""


class _Parsers(threading.local):
    """Parsers of one thread: those of lxml would make threads wait for one another."""

    def __init__(self) -> None:
        self.usual = etree.XMLParser(**PARSER_OPTIONS)


_PARSERS: Final = _Parsers()


def parse_xml(data: bytes, content_type: str = "", limits: Limits = LIMITS) -> Element:
    """Parse one message into a tree.

    Comments are dropped. Document type declarations are refused, so that no entity is ever
    expanded and nothing is ever fetched, and so are processing instructions (SOAP 1.1,
    section 3).

    Args:
        content_type: The Content-Type header, or "".

    Raises:
        ProtocolError: It is not well-formed, or exceeds a limit.
    """
    data = to_utf8(data, content_type, limits)
    if has_instruction(data):
        raise ProtocolError(INSTRUCTION)
    return parsed(data, limits, lambda text: parse_tree(text, limits))


def parse_tree(data: bytes, limits: Limits) -> Element:
    """Parse what has been looked at by `parsed`.

    Raises:
        XMLSyntaxError: It is not well-formed.
        ProtocolError: It would take too much memory, or its elements are nested too deep.
    """
    if len(data) > HARMLESS:
        check_memory(data, limits)
    parser = (
        etree.XMLParser(huge_tree=True, **PARSER_OPTIONS)
        if is_large(data)
        else _PARSERS.usual
    )
    root = parse_with(parser, data)
    check_depth(root, data)
    return root


def parsed(data: bytes, limits: Limits, parse: Callable[[bytes], T]) -> T:
    """What `parse` makes of a message, after every check that needs no tree.

    Args:
        data: The message in UTF-8.
        limits: What it is held to.
        parse: Raises `XMLSyntaxError` for what is not well-formed.

    Raises:
        ProtocolError: It is not well-formed, or exceeds a limit.
    """
    _inspect(data, limits)
    try:
        return parse(data)
    except etree.XMLSyntaxError as error:
        syntax_error = error
    from . import illegal_replies  # noqa: PLC0415 - seldom needed

    illegal = illegal_replies.illegal_character(data)
    if illegal is None:
        raise ProtocolError(_explain(data, syntax_error))
    if not limits.replace_illegal:
        raise illegal
    try:
        return parse(illegal_replies.without_illegal_characters(data))
    except etree.XMLSyntaxError as error:
        syntax_error = error
    raise ProtocolError(_explain(data, syntax_error))


def is_html(data: bytes) -> bool:
    """Whether bytes look like a web page."""
    return re.match(_HTML, data) is not None


def is_blank(data: bytes) -> bool:
    """Whether there are no bytes but white space."""
    return re.match(_BLANK, data) is not None


def _inspect(data: bytes, limits: Limits) -> None:
    if not _ENVELOPE.match(data):
        if is_blank(data):
            raise ProtocolError("empty, expected a SOAP envelope")
        if is_html(data):
            raise ProtocolError("an HTML page, expected a SOAP envelope")
        if re.match(_DOCTYPE, data):
            raise ProtocolError("a document type declaration (DOCTYPE) is not allowed")
    check_elements(data, limits)


def has_instruction(data: bytes) -> bool:
    """Whether there is a processing instruction, beside the XML declaration."""
    if b"?" not in data:
        return False
    declaration = re.match(_DECLARATION, data)
    start = 0 if declaration is None else declaration.end()
    # The first look is quick, the second is sure.
    return data.find(b"<?", start) >= 0 and any(
        match.lastgroup == "instruction" for match in markup().finditer(data, start)
    )


def _explain(data: bytes, error: etree.XMLSyntaxError) -> str:
    if not data[:4096].lstrip().startswith((b"<", b"\xef\xbb\xbf")):
        return "not XML"
    if "Excessive depth" in str(error.msg):  # libxml2's own limit, beyond ours
        return TOO_DEEP
    try:
        data.decode()
    except UnicodeDecodeError as problem:
        return f"not valid UTF-8 (byte {problem.start})"
    if error.code == etree.ErrorTypes.ERR_DOCUMENT_END:
        return "something follows the end of the envelope"
    if not re.search(_ENVELOPE_END, data[-200:]):
        return f"cut off before the end of the envelope ({error.msg})"
    return f"not well-formed XML ({error.msg})"
