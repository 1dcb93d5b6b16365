"""The infoset of a document: what it says, whatever its prefixes and its layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from typedsoap.source.nodes import Element
from typedsoap.verify.xml import WHITE_SPACE, XSI_TYPE, resolve_names


@dataclass(frozen=True, slots=True)
class Node:
    """An element.

    Attributes:
        name: In Clark notation.
        attributes: Names and values in the order of the names. The value of `xsi:type`
            is in Clark notation too, for its prefix means nothing elsewhere.
        content: Child elements and text in document order. White space beside child
            elements is layout and left out; the text of an element without children
            is kept to the letter.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    content: tuple[Node | str, ...] = ()

    @property
    def children(self) -> tuple[Node, ...]:
        """The child elements."""
        return tuple(item for item in self.content if isinstance(item, Node))

    @property
    def text(self) -> str:
        """The text between the child elements, joined."""
        return "".join(item for item in self.content if isinstance(item, str))


def infoset(element: Element, named: Set[str] = frozenset()) -> Node:
    """The infoset of an element and all it holds.

    Args:
        named: The elements, in Clark notation, whose text is a qualified name or a list
            of such names, and as `element/@attribute` the attributes that are one. They
            are in Clark notation too, for their prefixes mean nothing elsewhere.
    """
    attributes = ((k, _value(element, k, v, named)) for k, v in _items(element))
    return Node(
        str(element.tag),
        tuple(sorted(attributes)),
        tuple(_content(element, named)),
    )


def _items(element: Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        yield str(name), str(value)


def _value(element: Element, name: str, value: str, named: Set[str]) -> str:
    if name != XSI_TYPE and f"{element.tag!s}/@{name}" not in named:
        return value
    return resolve_names(element, value)


def _content(element: Element, named: Set[str]) -> Iterator[Node | str]:
    if len(element) == 0:
        if element.text:
            text = str(element.text)
            yield resolve_names(element, text) if element.tag in named else text
        return
    if (element.text or "").strip(WHITE_SPACE):
        yield str(element.text)
    for child in element:
        yield infoset(child, named)
        if (child.tail or "").strip(WHITE_SPACE):
            yield str(child.tail)


def first_difference(left: Node, right: Node, path: str = "") -> str | None:
    """Where and how two infosets differ first, in document order; None if they don't."""
    name = _local(left.name)
    path = f"{path}/{name}" if path else name
    if left.name != right.name:
        return f"{path}: {left.name} against {right.name}"
    if left.attributes != right.attributes:
        return f"{path}: attributes {left.attributes} against {right.attributes}"
    if left.text != right.text:
        return f"{path}: {left.text!r} against {right.text!r}"
    for one, other in zip_longest(left.children, right.children):
        if one is None or other is None:
            where = "right" if one is None else "left"
            extra = one or other
            return f"{path}: only the {where} has {extra.name if extra else ''}"
        difference = first_difference(one, other, path)
        if difference is not None:
            return difference
    # Equal children and equal text, yet the text may stand between other children.
    return None if left == right else f"{path}: text between other elements"


def side_by_side(left: Node, right: Node, titles: tuple[str, str]) -> str:
    """Both infosets in two columns; `!` marks a line that differs, `<` and `>` one that
    only one side has. Namespaces have the same short prefixes on both sides, explained
    below.
    """
    prefixes = {
        namespace: f"n{number}"
        for number, namespace in enumerate(
            sorted({*_namespaces(left), *_namespaces(right)})
        )
    }
    one, other = list(_lines(left, prefixes)), list(_lines(right, prefixes))
    width = max(len(line) for line in (*one, titles[0]))
    rows = [f"  {titles[0]:<{width}} | {titles[1]}"]
    matcher = SequenceMatcher(a=one, b=other, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        pairs = zip_longest(one[start:end], other[other_start:other_end])
        for before, after in pairs:
            mark = " " if tag == "equal" else "!"
            if before is None or after is None:
                mark = ">" if before is None else "<"
            rows.append(f"{mark} {before or '':<{width}} | {after or ''}".rstrip())
    rows.extend(f"  {prefix} = {namespace}" for namespace, prefix in prefixes.items())
    return "\n".join(rows)


def _local(name: str) -> str:
    return name.rpartition("}")[2] if name.startswith("{") else name


def _namespace(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def _namespaces(node: Node) -> Iterator[str]:
    for name in (node.name, *(name for name, _ in node.attributes)):
        if namespace := _namespace(name):
            yield namespace
    for child in node.children:
        yield from _namespaces(child)


def _short(name: str, prefixes: Mapping[str, str]) -> str:
    namespace = _namespace(name)
    return f"{prefixes[namespace]}:{_local(name)}" if namespace else name


def _lines(node: Node, prefixes: Mapping[str, str], depth: int = 0) -> Iterator[str]:
    indent = "  " * depth
    name = _short(node.name, prefixes)
    start = name + "".join(
        f" {_short(key, prefixes)}={value!r}" for key, value in node.attributes
    )
    if not node.content:
        yield f"{indent}<{start}/>"
    elif not node.children:
        yield f"{indent}<{start}>{_visible(node.text)}</{name}>"
    else:
        yield f"{indent}<{start}>"
        for item in node.content:
            if isinstance(item, str):
                yield f"{indent}  {_visible(item)}"
            else:
                yield from _lines(item, prefixes, depth + 1)
        yield f"{indent}</{name}>"


def _visible(text: str) -> str:
    # White space that is content would otherwise be taken for layout.
    return text if text.isprintable() and text == text.strip() else repr(text)
