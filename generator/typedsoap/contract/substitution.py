"""Substitution groups: a reference to a head becomes a choice of what may stand for it.

Source: XML Schema Part 1 §3.3.6.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from typedsoap.contract.kinds import Compositor
from typedsoap.contract.names import XSD_NAMESPACE, QName
from typedsoap.contract.schema import ComplexType, Element, Group

_ANY_TYPE: Final = QName(XSD_NAMESPACE, "anyType")


class Substitution:
    """The substitution groups of a schema.

    Args:
        elements: All global elements, as they are declared.
    """

    def __init__(self, elements: Mapping[QName, Element]) -> None:
        self._elements = elements
        self._direct: dict[QName, list[QName]] = {}
        for name, element in elements.items():
            if element.substitution_group is not None:
                self._direct.setdefault(element.substitution_group, []).append(name)

    def choice(self, reference: Element) -> Group | None:
        """The choice that a reference comes to; None where nothing is to be chosen.

        The name of its item is the head's alone, because all references share it.
        """
        names = self._members(reference.name)
        references = [
            self._reference(name) for name in names if not self._elements[name].abstract
        ]
        if len(names) < 2 or not references:
            return None
        head = reference.name
        return Group(
            compositor=Compositor.CHOICE,
            particles=tuple(references),
            min_occurs=reference.min_occurs,
            max_occurs=reference.max_occurs,
            item=QName(head.namespace, f"/{head.name}/(members)"),
            head=reference,
            location=reference.location,
        )

    def _members(self, head: QName) -> list[QName]:
        """A head and what may stand for it, directly or for another that may."""
        found = {head: None} if head in self._elements else {}
        pending = [head]
        while pending:
            for name in self._direct.get(pending.pop(0), ()):
                if name not in found:
                    found[name] = None
                    pending.append(name)
        return list(found)

    def _reference(self, name: QName) -> Element:
        declared = self._elements[name]
        named = isinstance(declared.type, QName)
        return replace(
            declared,
            name=name,
            type=declared.type if named else _ANY_TYPE,
            substitution_group=None,
            reference=True,
        )


def once(choice: Group) -> ComplexType:
    """The type of one occurrence of such a choice."""
    return ComplexType(
        name=choice.item,
        anonymous=True,
        occurrence=True,
        content=replace(choice, min_occurs=1, max_occurs=1, item=None, head=None),
        location=choice.location,
    )
