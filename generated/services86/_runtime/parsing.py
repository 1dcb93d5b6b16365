"""Bytes to a tree: a hardened XML parser whose every failure is a `ProtocolError`."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from .errors import ProtocolError
from .reading import Element

# A document type declaration can only stand before the first element.
_DOCTYPE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE", re.DOTALL
)
_HTML: Final = re.compile(rb"\s*(?:<!DOCTYPE\s+html\b|<html\b)", re.IGNORECASE)
_ENVELOPE_END: Final = re.compile(rb"Envelope\s*>\s*\Z")


def parse_xml(data: bytes) -> Element:
    """Parse one message.

    Comments and processing instructions are dropped; a document type declaration is
    refused, so no entity is ever expanded, and nothing is ever fetched.
    """
    if not data.strip():
        raise ProtocolError("empty, expected a SOAP envelope")
    if is_html(data):
        raise ProtocolError("an HTML page, expected a SOAP envelope")
    if _DOCTYPE.match(data):
        raise ProtocolError("a document type declaration (DOCTYPE) is not allowed")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ProtocolError(_explain(data, error)) from None
    except ValueError as error:
        raise ProtocolError(f"not XML: {error}") from None
    # The check above sees ASCII only; this one sees UTF-16 as well.
    if root.getroottree().docinfo.internalDTD is not None:
        raise ProtocolError("a document type declaration (DOCTYPE) is not allowed")
    return root


def is_html(data: bytes) -> bool:
    """Whether bytes look like a web page."""
    return _HTML.match(data) is not None


def _explain(data: bytes, error: etree.XMLSyntaxError) -> str:
    if not data.lstrip().startswith((b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return "not XML"
    tail = data[-200:].replace(b"\x00", b"")
    if not _ENVELOPE_END.search(tail):
        return f"cut off before the end of the envelope ({error.msg})"
    return f"not well-formed XML ({error.msg})"
