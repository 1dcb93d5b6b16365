"""Values as trees of JSON: what this process and the child say values to each other in.

A value is null or a list with a tag first:

    ["str" | "int" | "bool" | "float" | "decimal" | "uuid" | "bytes", text]
    ["datetime" | "date" | "time", text]          as `isoformat` has it, a date with zone
    ["timedelta", text]                           microseconds
    ["duration", text]                            months, a blank, microseconds
    ["qname", text]                               in Clark notation
    ["fragment", text]                            an element as XML
    ["enum", ".module:Class", text]
    ["flags", ".module:Class", [text, ...]]       sorted
    ["list", [value, ...]]
    ["dict", [[text, value], ...]]
    ["record", ".module:Class", {name: value, ...}]

`.module` is a module below the generated package.
"""

from __future__ import annotations

from collections.abc import Iterator

from typedsoap.source.parsing import parse
from typedsoap.verify.infoset import Node, infoset

Tree = None | str | list["Tree"] | dict[str, "Tree"]


def as_node(name: str, tree: Tree) -> Node:
    """A tree as an infoset, to be shown beside another one."""
    return Node(name, content=tuple(_content(tree)))


def aligned(tree: Tree, other: Tree) -> Tree:
    """A tree with the fields of its records in the order that another one has them in."""
    match tree, other:
        case ["record", str(name), dict(fields)], ["record", str(), dict(others)]:
            order = {n: aligned(fields[n], others[n]) for n in others if n in fields}
            return ["record", name, order | fields | order]
        case [str(tag), list(items)], [str(), list(others)]:
            pairs = zip(items, others, strict=False)
            found: list[Tree] = [aligned(item, beside) for item, beside in pairs]
            return [tag, found + items[len(found) :]]
        case list(pair), list(beside):
            both = zip(pair, beside, strict=False)
            return [*(aligned(one, two) for one, two in both), *pair[len(beside) :]]
        case _:
            return tree


def _content(tree: Tree) -> Iterator[Node | str]:
    match tree:
        case None:
            yield "None"
        case ["record", str(), dict(fields)]:
            for name, value in fields.items():
                yield as_node(name, value)
        case ["list", list(items)]:
            for number, item in enumerate(items):
                yield as_node(f"[{number}]", item)
        case ["dict", list(pairs)]:
            for pair in pairs:
                match pair:
                    case [str(key), value]:
                        yield as_node(f"[{key!r}]", value)
                    case _:
                        yield str(pair)
        case ["fragment", str(text)]:
            yield infoset(parse(text.encode(), "a fragment"))
        case ["str", str(text)]:
            yield repr(text)
        case [str(tag), str(text)]:
            yield f"{tag}({text})"
        case ["enum", _, str(text)]:
            yield f"enum({text})"
        case ["flags", _, list(texts)]:
            yield f"flags({' '.join(str(text) for text in texts)})"
        case _:
            yield str(tree)
