"""Types that a value of another type may be: they share its module."""

from __future__ import annotations

from pathlib import Path

from tests.support.wsdl_texts import wsdl
from tests.unit.views import packages
from typedsoap.pipeline import plan

LIST = """
<xs:schema targetNamespace="urn:example:words">
  <xs:simpleType name="Words"><xs:list itemType="xs:token"/></xs:simpleType>
</xs:schema>"""
DERIVED = """
<xs:import namespace="urn:example:words"/>
<xs:complexType name="Marked"><xs:simpleContent>
  <xs:extension base="w:Words" xmlns:w="urn:example:words"/>
</xs:simpleContent></xs:complexType>"""


def test_a_class_that_only_another_namespace_exports(tmp_path: Path) -> None:
    text = wsdl(types=DERIVED).replace(
        'type="xs:string"', 'type="w:Words" xmlns:w="urn:example:words"', 1
    )
    text = text.replace("<wsdl:types>", f"<wsdl:types>{LIST}", 1)
    files = plan(packages.config(tmp_path, packages.service(tmp_path, text))).files
    written = {name for name in files.files if "/types/" in name}
    assert written == {
        f"sample/types/{name}"
        for name in (
            "__init__.py",
            "orders/__init__.py",
            "words/__init__.py",
            "words/words.py",
        )
    }
