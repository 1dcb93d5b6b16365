"""What random schemas have found, made as small as can be and judged in the same way."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.corpus.checking import checked
from tests.corpus.index import Entry
from tests.corpus.results import Result
from tests.corpus.running import results
from tests.support.wsdl_texts import with_fault, write, wsdl


def _wsdl(content: str, declared: str = "", attributes: str = "") -> str:
    """A WSDL with a request and a reply that hold the same."""
    sequence = f"<xs:sequence>{content}</xs:sequence>"
    held = f"<xs:complexType>{sequence}{attributes}</xs:complexType>"
    names = ("Place", "PlaceResponse")
    found = "".join(f'<xs:element name="{name}">{held}</xs:element>' for name in names)
    token = '<xs:element name="Token" type="xs:string"/>'
    return wsdl(elements=f"{found}{token}{declared}")


CASES: Final = {
    # A group that is empty may be repeated, and means nothing.
    "an empty group": _wsdl("""
      <xs:sequence maxOccurs="unbounded"/>
      <xs:choice>
        <xs:sequence maxOccurs="unbounded"><xs:sequence/></xs:sequence>
        <xs:element name="A" type="xs:string"/>
      </xs:choice>"""),
    "a restriction without a name": _wsdl(
        """<xs:element name="A"><xs:complexType><xs:complexContent>
        <xs:restriction base="tns:Base">
          <xs:sequence><xs:element name="B" type="xs:string"/></xs:sequence>
          <xs:attribute name="c" type="xs:int" use="required"/>
        </xs:restriction>
      </xs:complexContent></xs:complexType></xs:element>""",
        """<xs:complexType name="Base">
      <xs:sequence><xs:element name="B" type="xs:string" minOccurs="0"/></xs:sequence>
      <xs:attribute name="c" type="xs:int"/><xs:attribute name="d" type="xs:int"/>
    </xs:complexType>""",
    ),
    # The name of a result's class may not be that of what stands for an element.
    "a class that is called like a result": _wsdl("""
      <xs:choice maxOccurs="unbounded">
        <xs:element name="_" type="xs:string"/>
        <xs:element name="A" type="xs:string"/>
      </xs:choice>
      <xs:element name="B" type="xs:string"/>"""),
    "nil beside others": _wsdl("""
      <xs:choice>
        <xs:sequence>
          <xs:element name="A" type="xs:int"/>
          <xs:element name="B" type="xs:int" nillable="true"/>
        </xs:sequence>
        <xs:sequence>
          <xs:element name="C" type="xs:int" nillable="true"/>
          <xs:element name="B" type="xs:int" nillable="true" minOccurs="0"/>
          <xs:element name="D" type="xs:string" maxOccurs="unbounded"/>
        </xs:sequence>
      </xs:choice>
      <xs:sequence minOccurs="0">
        <xs:element name="E" type="xs:date"/>
        <xs:element name="F" type="xs:date" nillable="true"/>
      </xs:sequence>"""),
    "nil beside nothing": _wsdl("""
      <xs:sequence minOccurs="0">
        <xs:element name="A" type="xs:int" nillable="true"/><xs:sequence/>
      </xs:sequence>"""),
    "a union beside texts": _wsdl(
        """<xs:element name="A" type="tns:Either" maxOccurs="unbounded"/>
        <xs:choice maxOccurs="unbounded">
          <xs:element name="B" type="tns:Either" nillable="true"/>
          <xs:element name="C" type="xs:string"/>
        </xs:choice>""",
        """<xs:simpleType name="Known"><xs:restriction base="xs:token">
          <xs:enumeration value="a"/><xs:enumeration value="b c"/>
        </xs:restriction></xs:simpleType>
        <xs:simpleType name="Either">
          <xs:union memberTypes="xs:int tns:Known xs:string"/>
        </xs:simpleType>""",
    ),
    "other attributes of a message": _wsdl("", attributes="<xs:anyAttribute/>"),
    "simple content without a name": wsdl(
        elements="".join(
            f"""<xs:element name="{name}"><xs:complexType><xs:simpleContent>
              <xs:extension base="xs:decimal">
                <xs:attribute name="unit" type="xs:string" use="required"/>
              </xs:extension></xs:simpleContent></xs:complexType></xs:element>"""
            for name in ("Place", "PlaceResponse")
        )
        + '<xs:element name="Token" type="xs:string"/>'
    ),
    # What has to be there in a sequence, and may be empty, may be absent.
    "an empty choice beside others": _wsdl("""
      <xs:sequence minOccurs="0">
        <xs:element name="A" type="xs:int"/>
        <xs:choice maxOccurs="2">
          <xs:element name="B" type="xs:int" minOccurs="0"/>
          <xs:element name="C" type="xs:string" minOccurs="0"/>
        </xs:choice>
      </xs:sequence>
      <xs:sequence minOccurs="0">
        <xs:element name="D" type="xs:int"/>
        <xs:choice maxOccurs="2">
          <xs:element name="E" type="xs:int" minOccurs="0"/>
          <xs:element name="F" type="xs:string" minOccurs="0"/>
        </xs:choice>
      </xs:sequence>"""),
    "fixed numbers": _wsdl(
        """<xs:element name="A" type="xs:decimal" fixed="01.50"/>
        <xs:element name="B" type="xs:float" fixed="1e3" maxOccurs="3"/>
        <xs:choice maxOccurs="2">
          <xs:element name="C" type="xs:double" fixed="-0.5"/>
          <xs:element name="D" type="xs:string"/>
        </xs:choice>""",
        attributes='<xs:attribute name="e" type="xs:decimal" fixed=".0" use="required"/>',
    ),
    # The module of errors has the class of its content already.
    "a fault of mixed content": with_fault("""
      <xs:element name="Failed"><xs:complexType mixed="true"/></xs:element>"""),
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Result]]:
    """Every case, and the folder of its packages."""
    folder = tmp_path_factory.mktemp("found").resolve()
    chosen: list[Entry] = []
    for number, text in enumerate(CASES.values()):
        path = write(folder, text, f"{number}.wsdl").name
        chosen.append(Entry(path, (), (), (), "none", 1, 0, 0, 3))
    return folder, results(folder, chosen, folder, 2, 7)


@pytest.mark.parametrize("case", CASES)
def test_it_comes_through_both_sides(
    case: str, judged: tuple[Path, list[Result]]
) -> None:
    found = judged[1][[*CASES].index(case)]
    assert [*found.wrong()] == []
    assert found.reasons() == []
    assert (found.is_whole, found.requests, found.replies) == (True, 1, 1)
    assert found.validated


def test_type_checkers_accept_all(judged: tuple[Path, list[Result]]) -> None:
    folder, found = judged
    assert checked(found, folder).errors == ()
