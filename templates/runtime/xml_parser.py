"""The XML parser: it expands, looks up and fetches nothing, and forgets no error."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

# lxml has no public names for these classes.
Element = etree._Element  # pyright: ignore[reportPrivateUsage]
_Log = etree._ListErrorLog  # pyright: ignore[reportPrivateUsage]

PARSER_OPTIONS: Final[dict[str, Any]] = {
    # Whatever the declaration says: it has been looked at.
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "attribute_defaults": False,
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
}

# What libxml2 takes for a danger by itself: texts of more than 10,000,000 bytes.
_LARGE: Final = 10_000_000


def is_large(data: bytes) -> bool:
    """Whether the parser has to be told to read large texts."""
    return len(data) > _LARGE


def parse_with(parser: etree.XMLParser, data: bytes) -> Element:
    """The root element of a document.

    Raises:
        XMLSyntaxError: It is not well-formed, or not so by its namespaces.
    """
    root: Element = etree.fromstring(data, parser)
    error = first_error(parser.error_log)
    if error is not None:
        raise error
    return root


def first_error(log: _Log) -> etree.XMLSyntaxError | None:
    """The first error that a parser has met, if it went on after one.

    lxml goes by what the parser said last: a mere warning makes it forget that a prefix
    is not declared, and fed in parts it tells of that at the end alone.
    """
    for entry in log:
        if entry.level >= etree.ErrorLevels.ERROR:
            text = f"{entry.message}, line {entry.line}, column {entry.column}"
            return etree.XMLSyntaxError(text, entry.type, entry.line, entry.column)
    return None
