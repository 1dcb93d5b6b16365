"""Bytes of a file to an XML tree, with nothing a hostile file could make use of."""

from __future__ import annotations

from typing import Final

from lxml import etree

from typedsoap.errors import Location, TypedSoapError, error
from typedsoap.source.nodes import Element

# Enough to recognise an HTML page or a document type declaration for a message.
_PROLOG: Final = 4096


def parse(data: bytes, file: str) -> Element:
    """The root element of a document; comments and processing instructions are dropped.

    No document type declaration, no entity, no network, and the parser's own limits on
    depth (256) and on the length of names and text.

    Args:
        file: What messages call the document.

    Raises:
        TypedSoapError: TS002 to TS007 with the place of the problem.
    """
    if not data.strip():
        raise TypedSoapError(
            [
                error(
                    "TS005",
                    "the file is empty",
                    where=Location(file),
                    hint="save the WSDL again",
                )
            ]
        )
    parser = _parser()
    try:
        root = etree.fromstring(data, parser)
        _raise_forgotten(parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as problem:
        found = frozenset(entry.type for entry in parser.error_log)
        raise _explained(data, file, problem, found) from None
    info = root.getroottree().docinfo
    if _is_html(str(root.tag)):
        raise _html(file)
    if info.doctype:
        raise _doctype(data, file)
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
    )


def _raise_forgotten(parser: etree.XMLParser) -> None:
    """Raise the first error that the parser went on after.

    lxml goes by what the parser said last: a mere warning, as of a relative namespace,
    makes it forget that a prefix is not declared.
    """
    for entry in parser.error_log:
        if entry.level >= etree.ErrorLevels.ERROR:
            text = f"{entry.message}, line {entry.line}, column {entry.column}"
            raise etree.XMLSyntaxError(text, entry.type, entry.line, entry.column)


def _is_html(tag: str) -> bool:
    return tag.rpartition("}")[2].lower() == "html"


def _explained(
    data: bytes, file: str, problem: Exception, found: frozenset[int]
) -> TypedSoapError:
    """What to say of a document that is not well-formed.

    Args:
        found: The parser's numbers of everything that it complained about.
    """
    start = data[:_PROLOG].replace(b"\0", b"").lower()
    if b"<!doctype html" in start or b"<html" in start:
        return _html(file)
    if b"<!doctype" in start:
        return _doctype(data, file)
    line = getattr(problem, "lineno", None) or 1
    reason = _reason(problem)
    if found & _LIMITS:
        return TypedSoapError(
            [
                error(
                    "TS007",
                    f"the document exceeds a limit of the XML parser: {reason}",
                    where=Location(file, line),
                    hint="a WSDL is never that deep or long; see where the file is from",
                )
            ]
        )
    if not found <= _DEFERRED and _is_truncated(data):
        return TypedSoapError(
            [
                error(
                    "TS004",
                    f"the document ends too early: {reason}",
                    where=Location(file, line),
                    hint="the file is cut off; fetch or save it again",
                )
            ]
        )
    return TypedSoapError(
        [
            error(
                "TS002",
                f"not well-formed XML: {reason}",
                where=Location(file, line),
                hint="a WSDL is an XML document; open the file and look at this line",
            )
        ]
    )


# libxml2's XML_ERR_RESOURCE_LIMIT; older versions of lxml have no name for it.
_ERR_RESOURCE_LIMIT: Final = 114
_LIMITS: Final = frozenset(
    (
        etree.ErrorTypes.ERR_NAME_TOO_LONG,
        _ERR_RESOURCE_LIMIT,
        etree.ErrorTypes.ERR_INTERNAL_ERROR,
    )
)
# What the parser that is fed piecemeal reports only at the end of the document.
_DEFERRED: Final = frozenset(
    (
        etree.ErrorTypes.ERR_UNDECLARED_ENTITY,
        etree.ErrorTypes.NS_ERR_XML_NAMESPACE,
        etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE,
        etree.ErrorTypes.WAR_NS_URI,
        etree.ErrorTypes.DTD_XMLID_VALUE,
        etree.ErrorTypes.NS_ERR_QNAME,
        etree.ErrorTypes.NS_ERR_ATTRIBUTE_REDEFINED,
    )
)


def _reason(problem: Exception) -> str:
    text = getattr(problem, "msg", None) or str(problem) or "no element"
    # The place is given apart, and the parser's own name for the input means nothing.
    return " ".join(str(text).partition(", line ")[0].split())


def _is_truncated(data: bytes) -> bool:
    """Whether the start of a document is all right and only its end is missing."""
    parser = _parser()
    try:
        parser.feed(data)
    except etree.LxmlError:
        return False
    try:
        parser.close()
    except etree.LxmlError:
        return True
    return False


def _html(file: str) -> TypedSoapError:
    return TypedSoapError(
        [
            error(
                "TS003",
                "this is an HTML page, not a WSDL",
                where=Location(file, 1),
                hint="save the WSDL itself; its address often ends in ?wsdl or"
                " ?singleWsdl",
            )
        ]
    )


def _doctype(data: bytes, file: str) -> TypedSoapError:
    before = data.replace(b"\0", b"").lower().partition(b"<!doctype")[0]
    return TypedSoapError(
        [
            error(
                "TS006",
                "the document has a document type declaration",
                where=Location(file, before.count(b"\n") + 1),
                hint="remove the DOCTYPE and its entities; a WSDL has no use for them",
            )
        ]
    )
