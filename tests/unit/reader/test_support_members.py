"""Which elements of a wrapper keep its operation from being generated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.reader.reducing import ITEM, names, reduced, with_item

OTHER = ITEM.replace("xs:string", "xs:int")
MEMBERS = {
    "notation": ("<xs:element name='I' type='xs:anyAtomicType'/>", "xs:anyAtomicType"),
    "repeated choice": (
        f"<xs:choice maxOccurs='2'>{ITEM}</xs:choice>",
        "a repeated xs:choice",
    ),
    "wildcard in a repeated choice": (
        f"<xs:choice maxOccurs='2'>{ITEM}<xs:sequence><xs:any/></xs:sequence></xs:choice>",
        "a repeated xs:choice with xs:any",
    ),
    "an element of two alternatives": (
        f"<xs:choice><xs:sequence>{ITEM}</xs:sequence>{OTHER}</xs:choice>",
        "the element 'Item' twice, with different types",
    ),
    "repeated fixed date": (
        "<xs:element name='I' type='xs:date' fixed='2024-01-01' maxOccurs='9'/>",
        "a fixed value of this type",
    ),
    "fixed date": (
        "<xs:element name='I' type='xs:date' fixed='2024-01-01'/>",
        "a fixed value of this type",
    ),
    "fixed value that is none": (
        "<xs:element name='I' type='xs:int' fixed='many'/>",
        "a fixed value of this type",
    ),
    "default name": (
        "<xs:element name='I' type='xs:QName' default='a'/>",
        "a default value of this type",
    ),
    "twice": (f"{ITEM}{OTHER}", "the element 'Item' twice, with different types"),
    "anonymous": (
        "<xs:element name='I'><xs:complexType/></xs:element>",
        "an anonymous type",
    ),
    "anonymous enumeration": (
        "<xs:element name='I'><xs:simpleType><xs:restriction base='xs:string'>"
        "<xs:enumeration value='A'/></xs:restriction></xs:simpleType></xs:element>",
        "an anonymous type",
    ),
    "encoding type": ("<xs:element name='I' type='soapenc:Array'/>", "encoding/}Array"),
}


@pytest.mark.parametrize("case", MEMBERS)
def test_member_that_cannot_be_generated(case: str, tmp_path: Path) -> None:
    declaration, what = MEMBERS[case]
    supported = reduced(tmp_path, elements=with_item(declaration))
    assert names(supported) == ["Ask"]
    (warning,) = supported.diagnostics
    assert (warning.code, warning.severity) == ("TS152", "warning")
    assert warning.message.startswith("the operation 'Place' needs ")
    assert what in warning.message
    assert warning.message.endswith("it is left out of the client")
    assert warning.where is not None
    assert "it stands at orders.wsdl:" in (warning.hint or "")
