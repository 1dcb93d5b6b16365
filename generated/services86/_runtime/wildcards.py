"""Wildcards (`xs:any`): elements that the contract does not name (XML Schema §3.10)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from .any_types import fragment_root, read_fragment
from .attributes import AttributedMembers
from .errors import EncodeError
from .fragments import XmlFragment
from .reading import Element, Reader
from .writing import expect_sequence


class Wildcard:
    """Which elements stand for a wildcard, and how many. Not what is in them.

    Args:
        namespace: `##any`, `##other`, or a list of namespaces in which there may be
            `##targetNamespace` and, for elements without one, `##local`.
        target: The target namespace of the schema, where `namespace` speaks of it.
        least: How many there must be.
        most: How many there may be; None for any number.
    """

    __slots__ = ("_any", "_namespaces", "_other", "least", "most")

    def __init__(
        self,
        namespace: str,
        target: str = "",
        *,
        least: int = 0,
        most: int | None = None,
    ) -> None:
        self._any = namespace == "##any"
        # Neither the target namespace nor none at all (§3.10.2).
        self._other = frozenset(("", target)) if namespace == "##other" else None
        special = {"##local": "", "##targetNamespace": target}
        self._namespaces = frozenset(
            special.get(word, word) for word in namespace.split()
        )
        self.least = least
        self.most = most

    def allows(self, tag: str) -> bool:
        """Whether an element of this expanded name may be there."""
        if self._any:
            return True
        namespace = tag[1:].rpartition("}")[0] if tag.startswith("{") else ""
        if self._other is not None:
            return namespace not in self._other
        return namespace in self._namespaces

    def has_room(self, count: int) -> bool:
        """Whether there may be one more beside so many."""
        return self.most is None or count < self.most


class WildcardMembers(AttributedMembers):
    """The names of the child elements that an element may have, and its wildcards.

    An element that has a name here is never one of a wildcard's, unless it is there
    already.
    """

    __slots__ = ("_wildcards",)

    def __init__(
        self,
        *tags: str,
        repeated: Sequence[str] = (),
        attributes: Sequence[str] = (),
        other_attributes: bool = False,
        wildcards: Sequence[Wildcard],
    ) -> None:
        super().__init__(
            *tags,
            repeated=repeated,
            attributes=attributes,
            other_attributes=other_attributes,
        )
        self._wildcards = tuple(wildcards)

    def wild(self, element: Element, reader: Reader) -> list[list[Element]]:
        """The elements that stand for each wildcard, in the order of the message.

        Each is the first one's that allows it and has room for it.
        """
        found: list[list[Element]] = [[] for _ in self._wildcards]
        seen: set[str] = set()
        for child in element:
            tag = str(child.tag)
            if tag in self.names and (tag not in self._places or tag not in seen):
                seen.add(tag)
                continue
            for wildcard, children in zip(self._wildcards, found, strict=True):
                if wildcard.allows(tag) and wildcard.has_room(len(children)):
                    children.append(child)
                    break
            else:
                reader.unknown(child)
        return found

    def _unknown(self, child: Element, reader: Reader) -> None:
        if not self._allows(child):
            super()._unknown(child, reader)

    def _again(
        self, child: Element, reader: Reader, found: list[Element | None]
    ) -> None:
        if not self._allows(child):
            super()._again(child, reader, found)

    def _allows(self, child: Element) -> bool:
        tag = str(child.tag)
        return any(wildcard.allows(tag) for wildcard in self._wildcards)


def write_wildcard(
    out: list[str], value: XmlFragment, wildcard: Wildcard, name: str | int
) -> None:
    """Append a fragment's element.

    Raises:
        EncodeError: It is not well-formed, or of a namespace that is not allowed here.
    """
    root = fragment_root(value, name)
    tag = str(root.tag)
    if not wildcard.allows(tag):
        raise EncodeError(f"the element {tag} is not allowed here", name)
    out.append(etree.tostring(root, encoding="unicode"))


def write_wildcards(
    out: list[str], items: Sequence[XmlFragment], wildcard: Wildcard, name: str
) -> None:
    """Append the elements of several fragments, in order; see `write_wildcard`."""
    try:
        count = len(expect_sequence(items))
        if count < wildcard.least:
            raise EncodeError(f"at least {wildcard.least} are required, got {count}")
        if wildcard.most is not None and count > wildcard.most:
            raise EncodeError(f"at most {wildcard.most} are allowed, got {count}")
        for index, item in enumerate(items):
            write_wildcard(out, item, wildcard, index)
    except EncodeError as error:
        raise error.inside(name) from error.__cause__


def read_wildcard(children: Sequence[Element], reader: Reader) -> XmlFragment | None:
    """The only element of a wildcard, None if there is none."""
    return read_fragment(children[0], reader) if children else None


def read_wildcards(children: Sequence[Element], reader: Reader) -> list[XmlFragment]:
    """The elements of a wildcard."""
    return [read_fragment(child, reader) for child in children]
