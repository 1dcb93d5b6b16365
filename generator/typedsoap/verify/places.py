"""Which child elements stand where a sequence has them, and no oftener than it allows.

What is dropped from a sample is never compared; so only what stands in its place may be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from typedsoap import contract
from typedsoap.contract import QName
from typedsoap.source.nodes import Element
from typedsoap.verify.xml import qname


def out_of_place(
    children: Sequence[Element], members: Mapping[QName, contract.Element]
) -> Iterator[Element]:
    """The children that are not in the order of the members, or too many of one.

    Of two that changed places both are. What is no member has no place to be out of.
    """
    names = [qname(child) for child in children]
    order = {name: number for number, name in enumerate(members)}
    known = [(order[name], place) for place, name in enumerate(names) if name in order]
    counts = Counter(names)
    before, latest = set[int](), -1
    for number, place in known:
        latest = max(latest, number)
        if number < latest:
            before.add(place)
    after, earliest = set[int](), len(order)
    for number, place in reversed(known):
        earliest = min(earliest, number)
        if number > earliest:
            after.add(place)
    for place in sorted(before | after):
        yield children[place]
    for name, member in members.items():
        if member.max_occurs is not None and counts[name] > member.max_occurs:
            for child, found in zip(children, names, strict=True):
                if found == name:
                    yield child
