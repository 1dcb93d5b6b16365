"""Single edits of an element, each undone at the end of its `with` block."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from copy import deepcopy

from typedsoap.source.nodes import Element
from typedsoap.verify.infoset import infoset

UNDECLARED = "urn:undeclared"


@contextmanager
def renamed(element: Element) -> Generator[None]:
    tag = element.tag
    element.tag = f"{tag!s}s"
    yield
    element.tag = tag


@contextmanager
def in_another_namespace(element: Element) -> Generator[None]:
    tag = str(element.tag)
    element.tag = f"{{{UNDECLARED}}}{tag.rpartition('}')[2]}"
    yield
    element.tag = tag


@contextmanager
def with_an_attribute(element: Element) -> Generator[None]:
    element.set("undeclared", "")
    yield
    del element.attrib["undeclared"]


@contextmanager
def with_another_text(element: Element) -> Generator[None]:
    text = element.text
    element.text = f"{text or ''}x"
    yield
    element.text = text


@contextmanager
def with_an_undeclared_element(element: Element) -> Generator[None]:
    added = element.makeelement(f"{{{UNDECLARED}}}Undeclared")
    text = element.text
    element.append(added)
    yield
    element.remove(added)
    element.text = text


@contextmanager
def removed(element: Element) -> Generator[None]:
    parent = element.getparent()
    assert parent is not None
    place = parent.index(element)
    parent.remove(element)
    yield
    parent.insert(place, element)


@contextmanager
def doubled(element: Element) -> Generator[None]:
    twin = deepcopy(element)
    element.addnext(twin)
    yield
    parent = twin.getparent()
    assert parent is not None
    parent.remove(twin)


@contextmanager
def swapped_with_the_next(element: Element) -> Generator[None]:
    following = element.getnext()
    assert following is not None
    following.addnext(element)
    yield
    element.addnext(following)


Edit = Callable[[Element], AbstractContextManager[None]]


def edits(element: Element) -> Iterator[Edit]:
    """Every edit that changes what an element says."""
    yield from (renamed, in_another_namespace, with_an_attribute)
    yield from (with_another_text, with_an_undeclared_element)
    if element.getparent() is not None:
        yield from (removed, doubled)
    following = element.getnext()
    if following is not None and infoset(following) != infoset(element):
        yield swapped_with_the_next
