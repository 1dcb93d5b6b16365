"""Mutations of a document's tree; most keep it well-formed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from tests.fuzz import nasty
from tests.fuzz.corpus import seeds
from tests.fuzz.envelope_mutations import change_header, echo_secret, replace_by_fault
from tests.fuzz.markup import Document, Tag
from tests.fuzz.name_mutations import (
    add_attribute,
    any_tag,
    change_namespace,
    give_type,
    make_nil,
    rename,
)

_MARKUP: Final = (
    *(
        "<!---->",
        "<!-- - -->",
        "<?p i?>",
        "<?xml-stylesheet href='a'?>",
        "<![CDATA[]]>",
    ),
    *(
        "<![CDATA[1]]>",
        "<![CDATA[ ]]>",
        "<![CDATA[<a>]]]]>",
        "text",
        " ",
        "&#32;",
        "&amp;",
    ),
    *(
        "<!--",
        "-->",
        "<!-- -- -->",
        "<?xml version='1.0'?>",
        "<!DOCTYPE a>",
        "<!ELEMENT>",
    ),
    *("<e xmlns=''/>", "<u:e xmlns:u='urn:example'>7</u:e>", "<u:e/>", "&e;", "&#x1;"),
)
_BEFORE: Final = (
    *("<!-- note -->", "<?p i?>", "\n", " ", "\ufeff", "<!DOCTYPE Envelope>", "text"),
    *('<!DOCTYPE e [<!ENTITY e "x">]>', '<!DOCTYPE e SYSTEM "file:///etc/passwd">'),
    *('<!DOCTYPE e [<!ATTLIST Body a CDATA "b">]>', "<!doctype html>", "<a/>"),
    *(
        "<?xml version='1.0'?>",
        '<!DOCTYPE e [<!ENTITY % p SYSTEM "http://[::1]/">%p;]>',
    ),
    *("<!-- " + "x" * 9000 + "-->", "<!--<!DOCTYPE a>-->", "<?p <!DOCTYPE a>?>"),
)
_AFTER: Final = ("\n", " ", "<!-- note -->", "<?p i?>", "<a/>", "text", "\x00", "&#32;")
_WIDE: Final = 2000


def delete(document: Document, rng: Random) -> None:
    """Delete an element with its content."""
    parent, position = _place(document, rng)
    del parent.content[position]


def duplicate(document: Document, rng: Random) -> None:
    """Write an element twice, seldom very often."""
    parent, position = _place(document, rng)
    item = parent.content[position]
    assert isinstance(item, Tag)
    count = rng.randrange(_WIDE) if rng.random() < 0.002 else 1
    parent.content[position:position] = [item.copy() for _ in range(count)]


def move(document: Document, rng: Random) -> None:
    """Move an element to another place outside of itself."""
    parent, position = _place(document, rng)
    item = parent.content.pop(position)
    target = rng.choice([*document.root.walk()])
    target.content.insert(rng.randrange(len(target.content) + 1), item)


def swap(document: Document, rng: Random) -> None:
    """Swap two elements of the same parent, or the order of all."""
    parent, position = _place(document, rng)
    positions = [i for i, item in enumerate(parent.content) if isinstance(item, Tag)]
    if rng.random() < 0.3:
        rng.shuffle(parent.content)
        return
    other = rng.choice(positions)
    items = parent.content
    items[position], items[other] = items[other], items[position]


def insert_markup(document: Document, rng: Random) -> None:
    """Put a comment, an instruction, a CDATA section or a text between what is there."""
    tag = any_tag(document, rng)
    tag.content.insert(rng.randrange(len(tag.content) + 1), rng.choice(_MARKUP))


def change_value(document: Document, rng: Random) -> None:
    """Give a leaf another value."""
    leaves = [tag for tag in document.root.walk() if not tag.children]
    texts = [(tag, "".join(map(str, tag.content))) for tag in leaves]
    # Most leaves are texts, and there is more to get wrong in numbers and dates.
    typed = [(tag, text) for tag, text in texts if nasty.is_typed(text)]
    if typed and rng.random() < 0.6:
        texts = typed
    tag, old = rng.choice(texts or [(document.root, "")])
    tag.content = [nasty.value(rng, old)]


def split_value(document: Document, rng: Random) -> None:
    """Write a value in pieces: references, CDATA sections, comments inside."""
    tags = [tag for tag in document.root.walk() if tag.content and not tag.children]
    if not tags:
        return
    tag = rng.choice(tags)
    text = "".join(item for item in tag.content if isinstance(item, str))
    if "&" in text or "<" in text or not text:
        return
    at = rng.randrange(len(text))
    middle = rng.choice(
        (
            f"&#{ord(text[at])};",
            f"<![CDATA[{text[at]}]]>",
            f"<!---->{text[at]}",
            "<?p?>",
        )
    )
    tag.content = [text[:at] + middle + text[at + 1 :]]


def nest(document: Document, rng: Random) -> None:
    """Put an element into many of its own name."""
    parent, position = _place(document, rng)
    item = parent.content[position]
    assert isinstance(item, Tag)
    depth = rng.choice((1, 2, 10, 100, 120, 130, 250, 260, 5000))
    start, end = f"<{item.name}>" * depth, f"</{item.name}>" * depth
    parent.content[position : position + 1] = [start, item, end]


def graft(document: Document, rng: Random) -> None:
    """Put an element of another envelope into this one, with its namespaces."""
    other = rng.choice(seeds()).document.root
    branch = rng.choice([*other.walk()]).copy()
    declared = {name for name, _ in branch.attributes}
    branch.attributes += [
        pair
        for pair in other.attributes
        if pair[0].startswith("xmlns") and pair[0] not in declared
    ]
    tag = any_tag(document, rng)
    tag.content.insert(rng.randrange(len(tag.content) + 1), branch)


def surround(document: Document, rng: Random) -> None:
    """Write something before or after the root element."""
    if rng.random() < 0.7:
        document.before += rng.choice(_BEFORE)
    else:
        document.after += rng.choice(_AFTER)


MUTATIONS: Final[tuple[tuple[Callable[[Document, Random], None], int], ...]] = (
    (delete, 4),
    (duplicate, 4),
    (move, 3),
    (swap, 3),
    (rename, 4),
    (change_namespace, 3),
    (make_nil, 4),
    (give_type, 4),
    (add_attribute, 3),
    (insert_markup, 4),
    (change_value, 16),
    (split_value, 4),
    (nest, 1),
    (graft, 3),
    (surround, 2),
    (replace_by_fault, 2),
    (change_header, 5),
    (echo_secret, 4),
)
"""What can be done to a tree, with weights."""


def mutate_tree(document: Document, rng: Random) -> None:
    """Do one to four things to a document, mostly few."""
    functions, weights = zip(*MUTATIONS, strict=True)
    count = rng.choices((1, 2, 3, 4), (10, 4, 2, 1))[0]
    for function in rng.choices(functions, weights, k=count):
        function(document, rng)


def _place(document: Document, rng: Random) -> tuple[Tag, int]:
    """An element inside the root, as its parent and position."""
    places = [*document.root.places()]
    if not places:
        document.root.content.append(Tag("a"))
        return document.root, len(document.root.content) - 1
    return rng.choice(places)
