"""A document as it is written: tags with their prefixes, and markup between them.

Mutations work on this and not on an infoset, because prefixes, references, CDATA sections
and the order of attributes are what they are about. expat reads it, which no client uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat


@dataclass(slots=True)
class Tag:
    """An element.

    Attributes:
        name: The name with its prefix, as written.
        attributes: Names and escaped values, namespace declarations among them.
        content: Elements, and between them markup that is written as it is.
    """

    name: str
    attributes: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    content: list[Tag | str] = field(default_factory=list["Tag | str"])

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """The prefix with its colon, or ""."""
        head, colon, _ = self.name.rpartition(":")
        return head + colon

    @property
    def children(self) -> list[Tag]:
        """The elements inside."""
        return [item for item in self.content if isinstance(item, Tag)]

    def child(self, local: str) -> Tag | None:
        """The first element inside with this local name."""
        return next((item for item in self.children if item.local == local), None)

    def copy(self) -> Tag:
        """A copy that shares nothing."""
        content = [
            item.copy() if isinstance(item, Tag) else item for item in self.content
        ]
        return Tag(self.name, [*self.attributes], content)

    def walk(self) -> Iterator[Tag]:
        """This element and all inside, in document order."""
        yield self
        for item in self.content:
            if isinstance(item, Tag):
                yield from item.walk()

    def places(self) -> Iterator[tuple[Tag, int]]:
        """Every element inside, as its parent and its position in the parent's content."""
        for position, item in enumerate(self.content):
            if isinstance(item, Tag):
                yield self, position
                yield from item.places()

    def write(self, out: list[str]) -> None:
        """Append the element's markup."""
        attributes = "".join(f' {name}="{value}"' for name, value in self.attributes)
        if not self.content:
            out.append(f"<{self.name}{attributes}/>")
            return
        out.append(f"<{self.name}{attributes}>")
        for item in self.content:
            if isinstance(item, Tag):
                item.write(out)
            else:
                out.append(item)
        out.append(f"</{self.name}>")


@dataclass(slots=True)
class Document:
    """A whole document.

    Attributes:
        before: Everything before the root element, but for the XML declaration.
        after: Everything after it.
    """

    root: Tag
    before: str = ""
    after: str = ""

    def copy(self) -> Document:
        """A copy that shares nothing."""
        return Document(self.root.copy(), self.before, self.after)

    def write(self) -> str:
        """The document without an XML declaration."""
        out = [self.before]
        self.root.write(out)
        out.append(self.after)
        return "".join(out)


def escape(text: str) -> str:
    """A text as markup, fit for content and for attribute values."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\r", "&#13;")


def read_document(data: bytes) -> Document:
    """Read a well-formed document; comments and processing instructions are dropped."""
    above = Tag("")
    open_tags = [above]

    def start(name: str, attributes: list[str]) -> None:
        pairs = zip(attributes[::2], map(escape, attributes[1::2]), strict=True)
        tag = Tag(name, list(pairs))
        open_tags[-1].content.append(tag)
        open_tags.append(tag)

    def end(_name: str) -> None:
        open_tags.pop()

    def text(data: str) -> None:
        open_tags[-1].content.append(escape(data))

    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.Parse(data, True)
    return Document(above.children[0])
