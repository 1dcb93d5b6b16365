"""Types whose simple content lists its values, of which xsdata makes members."""

from __future__ import annotations

from pathlib import Path

from tests.support.schemas import SCHEMAS, SHOP, shop, wsdl_with
from typedsoap.bindings.binding import bind
from typedsoap.schema.texts import schema_texts
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

CODE = f"""
<xs:schema targetNamespace='{SHOP}' xmlns:s='{SHOP}'>
  <xs:complexType name='Text'>
    <xs:simpleContent><xs:extension base='xs:string'>
      <xs:attribute name='list' type='xs:string'/>
    </xs:extension></xs:simpleContent>
  </xs:complexType>
  <xs:complexType name='Page'>
    <xs:simpleContent><xs:restriction base='s:Text'>
      <xs:enumeration value='left'/><xs:enumeration value='right'/>
    </xs:restriction></xs:simpleContent>
  </xs:complexType>
</xs:schema>"""


def test_the_values_are_no_members(tmp_path: Path) -> None:
    note = 'name="Note" nillable="true" type="s:Nothing"'
    text = SCHEMAS.replace(note, 'name="Note" type="s:Page"')
    documents = load(wsdl_with(tmp_path, text + CODE))
    bindings = bind(schema_texts(documents), read_contract(documents)[0].schema)
    assert bindings.record(shop("Page")).members == ()
    assert bindings.record(shop("Page")).bases == (shop("Text"),)
