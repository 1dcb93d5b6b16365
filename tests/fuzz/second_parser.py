"""What a second parser, expat, makes of a reply: the judge of what the client accepted."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat
from xml.parsers.expat import errors

from tests.fuzz.illegal_characters import without_illegal

_SOAP_11: Final = "http://schemas.xmlsoap.org/soap/envelope/"
_NAME_STARTS: Final = re.compile(
    "[\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
    "\U00010000-\U000effff]"
)
_PLAIN_URI: Final = re.compile("[a-z]+:[A-Za-z0-9/.:_#?=&-]*")
# What expat does not see by itself. The first begins like a UTF-16 byte order mark.
_STARTS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    ("<?xml".encode("cp037"), "cp037"),
)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_CHARSET: Final = re.compile(r"charset=[\"']?([A-Za-z0-9._-]+)", re.IGNORECASE)
_DECLARED: Final = re.compile(rb"<\?xml[^>]*\sencoding\s*=")
# What expat reads itself; it asks Python for a table of anything else.
_OWN: Final = ("utf-8", "utf-16", "iso-8859-1", "us-ascii")
_OF_ENCODING: Final = {
    *(errors.XML_ERROR_UNKNOWN_ENCODING, errors.XML_ERROR_INCORRECT_ENCODING)
}
NOT_AS_DECLARED: Final = "its encoding is not what it says"
_XML_ID: Final = "http://www.w3.org/XML/1998/namespace\nid"
_PLAIN_DEPTH: Final = 100
_PLAIN_SIZE: Final = 1 << 20
_BODY: Final = f"{{{_SOAP_11}}}Body"
_HEADER: Final = f"{{{_SOAP_11}}}Header"


@dataclass(slots=True)
class Outline:
    """The frame of a document, with expanded names as `{namespace}local`.

    Attributes:
        problem: Why it is not well-formed with namespaces; "" if it is.
        plain: Whether it is UTF-8 or says nothing of its encoding, and neither large nor
            deep nor odd in another way that a client may refuse.
        doctype: Whether it has a document type declaration.
        root: The name of the root element.
        parts: The names of the root's children.
        body: The names of the children of all Bodies.
        blocks: The names of all header blocks, and whether each must be understood by
            whoever reads it, whatever its actor.
        results: The names of the children of those children of Bodies.
    """

    problem: str = ""
    plain: bool = True
    doctype: bool = False
    root: str = ""
    parts: list[str] = field(default_factory=list[str])
    blocks: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])
    results: list[str] = field(default_factory=list[str])
    body: list[str] = field(default_factory=list[str])

    @property
    def is_fault(self) -> bool:
        """Whether there is no way but to see a SOAP 1.1 fault in it."""
        return (
            self.plain
            and not (self.problem or self.doctype)
            and self.root == f"{{{_SOAP_11}}}Envelope"
            and self.parts.count(_BODY) == 1
            and self.parts.count(_HEADER) <= 1
            and self.body == [f"{{{_SOAP_11}}}Fault"]
        )

    def refusals(
        self, response: str, blocks: Collection[str], results: Collection[str]
    ) -> list[str]:
        """Why no client may take it for a certain reply.

        Args:
            response: The name of the reply's body element.
            blocks: The names of the header blocks that are understood.
            results: The names of the elements that `response` has at most once.
        """
        if self.problem:
            return [f"not well-formed for a second parser: {self.problem}"]
        found: list[str] = []
        if self.doctype:
            found.append("it has a DOCTYPE")
        if self.root != f"{{{_SOAP_11}}}Envelope":
            found.append(f"the root is {self.root}")
        if self.parts.count(_BODY) != 1:
            found.append("it has not exactly one Body")
        if self.parts.count(_HEADER) > 1:
            found.append("it has more than one Header")
        if self.body != [response]:
            found.append(f"Body holds {self.body}")
        known = [name for name, _ in self.blocks if name in blocks]
        known += [name for name in self.results if name in results]
        if len(set(known)) < len(known):
            found.append("an element occurs twice")
        if any(must and name not in blocks for name, must in self.blocks):
            found.append("a header block that must be understood is not")
        return found


def outline(
    data: bytes, content_type: str = "", *, replace_illegal: bool = False
) -> Outline:
    """Parse a document with namespaces.

    Args:
        content_type: What came with it; by RFC 7303 it goes before the declaration.
        replace_illegal: Replace characters that XML cannot carry first.
    """
    if replace_illegal:
        data = without_illegal(data)
    told = _told(data, content_type)
    if told is not None:
        text = data.decode(told, "replace").removeprefix("\ufeff")
        reading = _Reading(plain=False)
        reading.parse(text)
        invalid = "invalid token" in reading.outline.problem
        return _fifth_edition(text) if invalid else reading.outline
    codec = next((codec for start, codec in _STARTS if data.startswith(start)), None)
    if codec is not None:
        return _decoded(data, codec)
    plain = data.startswith(b"<") and b"\0" not in data and len(data) <= _PLAIN_SIZE
    reading = _Reading(plain)
    # What fails so is in none of expat's own encodings.
    with suppress(LookupError, ValueError):
        reading.parse(data)
    if (reading.encoding or "utf-8").lower() in _OWN:
        if "invalid token" in reading.outline.problem:
            with suppress(LookupError, ValueError):
                return _fifth_edition(data.decode("utf-8", "surrogateescape"))
        return reading.outline
    return _decoded(data, str(reading.encoding))


def _fifth_edition(text: str) -> Outline:
    """Parse with names as XML 1.0 has them since 2008; expat's are older.

    What may begin a name becomes ASCII that may, different for each character.
    """
    reading = _Reading(plain=False)
    text = _NAME_STARTS.sub(lambda match: f"x{ord(match[0]):x}x", text)
    reading.parse(text)
    return reading.outline


def _told(data: bytes, content_type: str) -> str | None:
    """The encoding that a document has, whatever it declares; None if it may say so.

    A byte order mark goes before all, also before one that is left out; then UTF-8, where
    charset or declaration say so and it is valid.
    """
    if data.startswith((codecs.BOM_UTF32_LE, b"<\0\0\0")):
        return None
    for start, codec in _MARKS:
        if data.startswith(start):
            return codec
    charset = _CHARSET.search(content_type)
    declared = _DECLARED.match(data)
    if charset is None or (declared is None and charset[1].lower() == "utf-8"):
        return None
    try:
        codec = _codec(charset[1])
        data.decode(codec)
    except (LookupError, ValueError):
        return None
    return codec if codec == "utf-8" or declared is None else None


def _decoded(data: bytes, codec: str) -> Outline:
    """Parse what Python has to decode, and what has to say that it is encoded so."""
    reading = _Reading(plain=False)
    found = reading.outline
    try:
        reading.parse(data.decode(codec))
        declared = _codec(reading.encoding or codec)
    except (LookupError, ValueError) as error:
        found.problem = str(error)
    else:
        if not declared.startswith(_codec(codec)[:6]):
            found.problem = f"it is {codec}, and declared as {declared}"
    if found.problem:
        found.problem = f"{NOT_AS_DECLARED}: {found.problem}"
    return found


def _codec(encoding: str) -> str:
    """Python's own name of an encoding; it has none for UTF-32 as XML calls it."""
    name = encoding.lower().removeprefix("iso-10646-")
    return codecs.lookup("utf-32" if name == "ucs-4" else name).name


class _Reading:
    """One run of the parser."""

    def __init__(self, plain: bool) -> None:
        self.outline = Outline(plain=plain)
        self.encoding: str | None = None
        self._path: list[str] = []

    def parse(self, data: bytes | str) -> None:
        """Parse it; a document that is not well-formed is noted."""
        parser = expat.ParserCreate(namespace_separator="\n")
        parser.XmlDeclHandler = self._declaration
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartNamespaceDeclHandler = self._namespace
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            encoding = errors.messages[error.code] in _OF_ENCODING
            self.outline.problem = (
                f"{NOT_AS_DECLARED}: {error}" if encoding else str(error)
            )

    def _declaration(self, version: str, encoding: str | None, _: int) -> None:
        self.encoding = encoding
        if version != "1.0" or (encoding or "utf-8").lower() != "utf-8":
            self.outline.plain = False

    def _namespace(self, _prefix: str | None, uri: str | None) -> None:
        if uri and _PLAIN_URI.fullmatch(uri) is None:
            self.outline.plain = False

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, separator, local = name.rpartition("\n")
        name = f"{{{namespace}}}{local}" if separator else name
        depth = len(self._path)
        if not depth:
            self.outline.root = name
        elif depth == 1:
            self.outline.parts.append(name)
        elif self._path[1] == _BODY:
            if depth == 2:
                self.outline.body.append(name)
            elif depth == 3:
                self.outline.results.append(name)
        elif self._path[1] == _HEADER and depth == 2:
            must = attributes.get(f"{_SOAP_11}\nmustUnderstand") == "1"
            actor = f"{_SOAP_11}\nactor" in attributes
            self.outline.blocks.append((name, must and not actor))
        if depth > _PLAIN_DEPTH or _XML_ID in attributes:
            self.outline.plain = False
        self._path.append(name)

    def _end(self, _name: str) -> None:
        self._path.pop()

    def _doctype(self, *_: object) -> None:
        self.outline.doctype = True
