"""One integer type in place of another: libxml2 says which is derived from which."""

from __future__ import annotations

from itertools import product

import pytest
from lxml import etree

from typedsoap.changes.integers import precise_rule
from typedsoap.contract import XSD_NAMESPACE, QName

UNSIGNED = ("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte")
POSITIVE = ("integer", "nonNegativeInteger", "positiveInteger", *UNSIGNED)
SIGNED = ("long", "int", "short", "byte")
NEGATIVE = ("nonPositiveInteger", "negativeInteger")
INTEGERS = (*POSITIVE, *SIGNED, *NEGATIVE)
SCHEMA = (
    f'<xs:schema xmlns:xs="{XSD_NAMESPACE}"><xs:element name="e" type="xs:%s"/>'
    "</xs:schema>"
)
INSTANCE = (
    f'<e xmlns:xs="{XSD_NAMESPACE}" xmlns:xsi="{XSD_NAMESPACE}-instance"'
    ' xsi:type="xs:%s">%s</e>'
)


def derived(name: str, base: str) -> bool:
    """Whether `xsi:type` may name a type where another is declared."""
    text = "-1" if name in NEGATIVE else "1"
    schema = etree.XMLSchema(etree.XML(SCHEMA % base))
    return bool(schema.validate(etree.XML(INSTANCE % (name, text))))


@pytest.mark.parametrize("old", INTEGERS)
def test_the_rule_is_that_of_the_derivation(old: str) -> None:
    others = [name for name in INTEGERS if name != old]
    found = {
        new: precise_rule(
            "element-type-changed", QName(XSD_NAMESPACE, old), QName(XSD_NAMESPACE, new)
        )
        for new in others
    }
    assert found == {
        new: (
            "integer-type-widened"
            if derived(old, new)
            else (
                "integer-type-narrowed" if derived(new, old) else "element-type-changed"
            )
        )
        for new in others
    }


def test_other_types_and_other_facts_keep_their_rule() -> None:
    integer, decimal = QName(XSD_NAMESPACE, "integer"), QName(XSD_NAMESPACE, "decimal")
    own = QName("urn:example:own", "int")
    for one, other in product((integer, "(anonymous)", None), (decimal, own)):
        for pair in ((one, other), (other, one)):
            assert precise_rule("part-type-changed", *pair) == "part-type-changed"
    # The server's own type says nothing of what is sent.
    short = QName(XSD_NAMESPACE, "short")
    assert precise_rule("actual-type-changed", short, integer) == "actual-type-changed"
