"""Which elements stand for a wildcard, and whose they are (XML Schema Part 1 §3.10)."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.unit.runtime.orders._runtime.errors import ProtocolError
from tests.unit.runtime.orders._runtime.reading import Reader
from tests.unit.runtime.orders._runtime.wildcards import Wildcard, WildcardMembers

TARGET = "urn:t"
TAGS = ("local", "{urn:t}own", "{urn:o}other", "{urn:p}further")


@pytest.mark.parametrize(
    ("namespace", "target", "allowed"),
    [
        ("##any", TARGET, TAGS),
        ("##other", TARGET, TAGS[2:]),
        ("##other", "", TAGS[1:]),
        ("##local", TARGET, TAGS[:1]),
        ("##targetNamespace", TARGET, TAGS[1:2]),
        ("##targetNamespace", "", TAGS[:1]),
        ("##local ##targetNamespace", TARGET, TAGS[:2]),
        ("urn:o urn:p", TARGET, TAGS[2:]),
        ("urn:p ##local", TARGET, (TAGS[0], TAGS[3])),
        ("##unknown", TARGET, ()),
    ],
)
def test_namespaces(namespace: str, target: str, allowed: tuple[str, ...]) -> None:
    wildcard = Wildcard(namespace, target)
    assert tuple(tag for tag in TAGS if wildcard.allows(tag)) == allowed


def _wild(members: WildcardMembers, xml: str, *, strict: bool) -> list[list[str]]:
    element, reader = etree.fromstring(xml), Reader(strict)
    members.of(element, reader)
    found = members.wild(element, reader)
    return [[str(child.tag) for child in children] for children in found]


def test_each_is_the_first_wildcards_that_has_room() -> None:
    members = WildcardMembers(
        "a",
        repeated=("r",),
        wildcards=(Wildcard("##local", most=2), Wildcard("##any", most=1)),
    )
    xml = "<e><r/><x/><a/><y/><r/><z/></e>"
    assert _wild(members, xml, strict=True) == [["x", "y"], ["z"]]
    full = xml.replace("</e>", "<w/></e>")
    assert _wild(members, full, strict=False) == [["x", "y"], ["z"]]
    with pytest.raises(ProtocolError, match="does not know this element"):
        _wild(members, full, strict=True)


def test_a_member_that_is_there_again() -> None:
    members = WildcardMembers("a", wildcards=(Wildcard("##local"),))
    assert _wild(members, "<e><a/><a/><b/><a/></e>", strict=True) == [["a", "b", "a"]]
    others = WildcardMembers("a", wildcards=(Wildcard("##other"),))
    with pytest.raises(ProtocolError, match="occurs twice"):
        _wild(others, "<e><a/><a/></e>", strict=False)
