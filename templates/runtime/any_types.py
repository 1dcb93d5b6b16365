"""Elements that may hold anything: those of type `xs:anyType` and of mixed content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, cast

from lxml import etree

from .errors import EncodeError
from .fragments import XmlFragment, parse_fragment
from .namespaces import XSI_NIL
from .nil import NIL
from .reading import Element, Reader
from .writing import expect_sequence, refusal

# What may be the prefix of a qualified name in content. It has a bound and begins where a
# word does, so that a search takes time in proportion to the size.
_BREAK: Final = r"\s:\"'(),;=/@|\[\]"
_PREFIX: Final = rf"(?<![^{_BREAK}])([^{_BREAK}]{{1,64}}):"
# Each fragment may need every namespace around it, so that a few lines could fill the
# memory; and to choose the ones that it needs takes time for each.
_MAX_DECLARATIONS: Final = 100


def write_fragment(
    out: list[str], tag: str, value: XmlFragment, name: str | int
) -> None:
    """Append an element with the attributes and the content of a fragment's.

    Args:
        tag: The expanded name of the element, whatever the fragment's own name is.
    """
    root = fragment_root(value, name)
    root.tag = tag
    out.append(etree.tostring(root, encoding="unicode"))


def write_fragments(
    out: list[str],
    tag: str,
    items: Sequence[XmlFragment | None],
    *path: str,
    nillable: bool = False,
    nullable: bool = False,
) -> None:
    """Append one element for each fragment, like `items.write_items` for content."""
    try:
        for index, item in enumerate(expect_sequence(items)):
            if (item is None and nullable) or (item is NIL and nillable):
                nil = etree.Element(tag, {XSI_NIL: "true"})
                out.append(etree.tostring(nil, encoding="unicode"))
            elif item is None:
                raise refusal(item, "an item", index)
            else:
                write_fragment(out, tag, item, index)
    except EncodeError as error:
        raise error.inside(*path) from error.__cause__


def fragment_root(value: XmlFragment, name: str | int) -> Element:
    """The element of a fragment that is to be sent.

    Raises:
        EncodeError: It is no fragment, or not one well-formed element.
    """
    if not isinstance(cast("object", value), XmlFragment):
        raise refusal(value, "an XmlFragment", name)
    try:
        return parse_fragment(value.data)
    except ValueError as error:
        raise EncodeError(str(error), name) from None


def read_fragment(element: Element, reader: Reader) -> XmlFragment:
    """An element as it is, with every namespace declared that it needs.

    Raises:
        ProtocolError: More than 100 namespaces are declared around it.
    """
    reader.expect_whole(element)
    if len(element.nsmap) > _MAX_DECLARATIONS:
        reader.fail(element, f"more than {_MAX_DECLARATIONS} namespaces are declared")
    if reader.strict:
        # Of what is in it, the contract says nothing.
        reader.attributes.update(dict.fromkeys(element.iter(), None))
    return XmlFragment(str(element.tag), _standalone(element))


def _standalone(element: Element) -> bytes:
    """An element with the namespaces that it uses; if it declares many, with all."""
    declared = _declared_prefixes(element)
    if declared is None:
        return etree.tostring(element, encoding="utf-8", with_tail=False)
    prefixes = sorted(declared & _prefixes(element)) if declared else []
    try:
        return etree.tostring(
            element,
            method="c14n",
            exclusive=True,
            with_comments=False,
            # Of the others, no name in it could have been made.
            inclusive_ns_prefixes=["#default", *prefixes],
        )
    except etree.C14NError:
        # A namespace is no absolute URI, for which Canonical XML has no form.
        text = etree.tostring(element, encoding="utf-8", with_tail=False)
        root = parse_fragment(text)
        etree.cleanup_namespaces(root, keep_ns_prefixes=prefixes)
        return etree.tostring(root, encoding="utf-8")


def _declared_prefixes(element: Element) -> set[str] | None:
    """The prefixes that are declared around an element and in it; None for many."""
    declared = {prefix for prefix in element.nsmap if prefix}
    count = len(element.nsmap)
    # lxml's types do not know this event: it comes with prefix and namespace.
    events = cast("Iterable[tuple[str, tuple[str, str]]]", _start_ns(element))
    for _, (prefix, _) in events:
        declared.add(prefix)
        count += 1
        if count > _MAX_DECLARATIONS:
            break
    return declared if count <= _MAX_DECLARATIONS else None


def _start_ns(element: Element) -> object:
    return etree.iterwalk(element, events=("start-ns",))


def _prefixes(element: Element) -> set[str]:
    """What occurs in texts like the prefix of a name."""
    used: set[str] = set()
    for inner in element.iter():
        for text in (inner.text, inner.tail, *inner.values()):
            if text and ":" in text:
                used.update(re.findall(_PREFIX, str(text)))
    return used
