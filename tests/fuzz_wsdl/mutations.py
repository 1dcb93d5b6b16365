"""Mutations of a WSDL: its elements, its attributes, and the references among them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from tests.fuzz.markup import Document, Tag, escape
from tests.fuzz_wsdl.seeds import seeds, tag_names, values

_NASTY: Final = (
    *("", " ", ":", "a:b:c", "tns:", ":a", "xs:string", "tns:None", "None", "xs:none"),
    *("0", "1", "-1", "unbounded", "1000000000", "9" * 40, "true", "TRUE", "1.5"),
    *("rpc", "document", "encoded", "literal", "##any", "##other", "qualified", "skip"),
    *(
        '"""',
        "'",
        "\\",
        "\\\"\\n'",
        "{x}",
        "{{ x }}",
        "{% x %}",
        "#}",
        "__import__('os')",
    ),
    *(
        "class",
        "def",
        "None",
        "self",
        "__init__",
        "__class__",
        "print",
        "_",
        "1a",
        "a-b",
    ),
    *("\u00e9l\u00e9ment", "\u4e2d\u6587", "\u212a", "\ufb01", "a\u0301", "\u202eabc"),
    *("\u2028", "\u00a0", "\U0001f600", "x" * 3_000, "a.b.c", "..", "/etc/passwd"),
    *("file:///dev/zero", "http://localhost:1/a.xsd", "http://[", "in.wsdl", ".", "#"),
    *("urn:c", "http://www.w3.org/2001/XMLSchema", "http://schemas.xmlsoap.org/wsdl/"),
)
_ATTRIBUTES: Final = (
    *("name", "type", "ref", "base", "element", "message", "binding", "itemType"),
    *("memberTypes", "minOccurs", "maxOccurs", "nillable", "default", "fixed", "use"),
    *("abstract", "mixed", "form", "substitutionGroup", "targetNamespace", "namespace"),
    *(
        "schemaLocation",
        "location",
        "style",
        "transport",
        "soapAction",
        "parts",
        "part",
    ),
    *("value", "processContents", "elementFormDefault", "block", "final", "xmlns"),
    *("xmlns:tns", "xmlns:xs", "parameterOrder", "encodingStyle", "id", "xml:lang"),
)
_MARKUP: Final = (
    *(
        "text",
        "<![CDATA[]]>",
        "<!-- c -->",
        "<?p i?>",
        "&#x41;",
        "]]&gt;",
        "<a/>",
        "&e;",
    ),
)


def delete(document: Document, rng: Random) -> None:
    """Delete an element with its content."""
    if places := [*document.root.places()]:
        parent, position = rng.choice(places)
        del parent.content[position]


def duplicate(document: Document, rng: Random) -> None:
    """Write an element twice, seldom often."""
    if places := [*document.root.places()]:
        parent, position = rng.choice(places)
        item = parent.content[position]
        assert isinstance(item, Tag)
        times = 300 if rng.random() < 0.002 else 1
        parent.content[position:position] = [item.copy() for _ in range(times)]


def move(document: Document, rng: Random) -> None:
    """Move an element to another place."""
    if places := [*document.root.places()]:
        parent, position = rng.choice(places)
        item = parent.content.pop(position)
        target = rng.choice([*document.root.walk()])
        target.content.insert(rng.randrange(len(target.content) + 1), item)


def borrow(document: Document, rng: Random) -> None:
    """Put in an element of another seed."""
    other = rng.choice(seeds()).document.root
    item = rng.choice([*other.walk()]).copy()
    target = rng.choice([*document.root.walk()])
    target.content.insert(rng.randrange(len(target.content) + 1), item)


def nest(document: Document, rng: Random) -> None:
    """Put an element into itself, seldom deep."""
    tag = rng.choice([*document.root.walk()])
    for _ in range(300 if rng.random() < 0.002 else 1):
        tag.content = [Tag(tag.name, [*tag.attributes], tag.content)]


def change_value(document: Document, rng: Random) -> None:
    """Give an attribute another value: a nasty one, or one that stands elsewhere."""
    tags = [tag for tag in document.root.walk() if tag.attributes]
    tag = rng.choice(tags or [document.root])
    if tag.attributes:
        position = rng.randrange(len(tag.attributes))
        tag.attributes[position] = (tag.attributes[position][0], _value(document, rng))


def redirect(document: Document, rng: Random) -> None:
    """Make a reference one to something else of the same document."""
    names = [v for t in document.root.walk() for n, v in t.attributes if n == "name"]
    tags = [t for t in document.root.walk() if any(":" in v for _, v in t.attributes)]
    if names and tags:
        tag = rng.choice(tags)
        at = rng.choice([i for i, (_, v) in enumerate(tag.attributes) if ":" in v])
        name, value = tag.attributes[at]
        prefix = rng.choice((value.partition(":")[0], "tns", "xs", "soap"))
        tag.attributes[at] = (name, f"{prefix}:{rng.choice(names)}")


def add_attribute(document: Document, rng: Random) -> None:
    """Add an attribute, also one that is there."""
    tag = rng.choice([*document.root.walk()])
    name = rng.choice(_ATTRIBUTES)
    if rng.random() < 0.95:
        tag.attributes = [pair for pair in tag.attributes if pair[0] != name]
    tag.attributes.append((name, _value(document, rng)))


def remove_attribute(document: Document, rng: Random) -> None:
    """Take an attribute away."""
    tags = [tag for tag in document.root.walk() if tag.attributes]
    if tags:
        tag = rng.choice(tags)
        del tag.attributes[rng.randrange(len(tag.attributes))]


def rename(document: Document, rng: Random) -> None:
    """Make an element another one."""
    tag = rng.choice([*document.root.walk()])
    tag.name = rng.choice(tag_names())


def insert_markup(document: Document, rng: Random) -> None:
    """Put text, a comment, an instruction or a strange element between what is there."""
    tag = rng.choice([*document.root.walk()])
    tag.content.insert(rng.randrange(len(tag.content) + 1), rng.choice(_MARKUP))


def document_it(document: Document, rng: Random) -> None:
    """Give an element a documentation of nasty text."""
    tag = rng.choice([*document.root.walk()])
    text = escape(rng.choice(_NASTY))
    schema = any(
        tag.name == f"xs:{n}" for n in ("element", "complexType", "simpleType")
    )
    item = Tag("xs:documentation" if schema else "wsdl:documentation", [], [text])
    tag.content.insert(0, Tag("xs:annotation", [], [item]) if schema else item)


MUTATIONS: Final[tuple[tuple[Callable[[Document, Random], None], int], ...]] = (
    (delete, 4),
    (duplicate, 3),
    (move, 4),
    (borrow, 4),
    (nest, 2),
    (change_value, 10),
    (redirect, 8),
    (add_attribute, 8),
    (remove_attribute, 4),
    (rename, 5),
    (insert_markup, 2),
    (document_it, 3),
)
"""What can be done to a WSDL, with weights."""


def mutate(document: Document, rng: Random) -> None:
    """Do a few things to a WSDL."""
    functions, weights = zip(*MUTATIONS, strict=True)
    for function in rng.choices(
        functions, weights, k=rng.choice((1, 1, 1, 2, 2, 3, 6))
    ):
        function(document, rng)


def _value(document: Document, rng: Random) -> str:
    if rng.random() < 0.4:
        own = [value for tag in document.root.walk() for _, value in tag.attributes]
        return rng.choice(own or [""])
    return escape(rng.choice(_NASTY)) if rng.random() < 0.7 else rng.choice(values())
