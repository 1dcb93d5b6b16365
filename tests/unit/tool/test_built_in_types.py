"""One built-in type in place of another: libxml2 says which is derived from which."""

from __future__ import annotations

from itertools import permutations, product

from lxml import etree

from typedsoap.changes.built_in_types import precise_rule
from typedsoap.contract import XSD_NAMESPACE, QName

INTEGERS = (
    *("integer", "nonPositiveInteger", "negativeInteger", "nonNegativeInteger"),
    *("positiveInteger", "unsignedLong", "unsignedInt", "unsignedShort"),
    *("unsignedByte", "long", "int", "short", "byte"),
)
TEXTS = (
    *("string", "normalizedString", "token", "language", "NMTOKEN", "Name", "NCName"),
    *("ID", "IDREF", "ENTITY"),
)
PAIRS = (*permutations(INTEGERS, 2), *permutations(TEXTS, 2), *product(INTEGERS, TEXTS))
SCHEMA = f"""
<xs:schema xmlns:xs="{XSD_NAMESPACE}">
  <xs:complexType name="General">
    <xs:attribute name="a" type="xs:%s"/>
  </xs:complexType>
  <xs:complexType name="Special">
    <xs:complexContent>
      <xs:restriction base="General">
        <xs:attribute name="a" type="xs:%s"/>
      </xs:restriction>
    </xs:complexContent>
  </xs:complexType>
</xs:schema>"""


def rule(old: str, new: str) -> str:
    """The rule for an element with another built-in type."""
    names = QName(XSD_NAMESPACE, old), QName(XSD_NAMESPACE, new)
    return precise_rule("element-type-changed", *names)


def derived(name: str, base: str) -> bool:
    """Whether a restriction may give an attribute a type in place of another."""
    try:
        etree.XMLSchema(etree.XML(SCHEMA % (base, name)))
    except etree.XMLSchemaParseError:
        return False
    return True


def test_the_rule_is_that_of_the_derivation() -> None:
    found = {(old, new): rule(old, new) for old, new in PAIRS}
    expected: dict[tuple[str, str], str] = {}
    for old, new in PAIRS:
        kind = "integer" if old in INTEGERS else "text"
        expected[old, new] = "element-type-changed"
        if derived(old, new):
            expected[old, new] = f"{kind}-type-widened"
        elif derived(new, old):
            expected[old, new] = f"{kind}-type-narrowed"
    assert found == expected
    assert len({*found.values()}) == 5


def test_other_types_and_other_facts_keep_their_rule() -> None:
    integer, decimal = QName(XSD_NAMESPACE, "integer"), QName(XSD_NAMESPACE, "decimal")
    own = QName("urn:example:own", "int")
    for one, other in product((integer, "(anonymous)", None), (decimal, own)):
        for pair in ((one, other), (other, one)):
            assert precise_rule("part-type-changed", *pair) == "part-type-changed"
    # The server's own type says nothing of what is sent.
    short = QName(XSD_NAMESPACE, "short")
    assert precise_rule("actual-type-changed", short, integer) == "actual-type-changed"
