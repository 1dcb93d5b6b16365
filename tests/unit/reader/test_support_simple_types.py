"""What the simple types become that are no plain restriction."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import name, read, wsdl
from tests.unit.reader.reducing import ASK, names, reduced, with_item
from typedsoap.contract import QName
from typedsoap.support.operations import unsupported
from typedsoap.views.scalars import scalar


@pytest.mark.parametrize(
    "content",
    [
        "<xs:restriction base='xs:string'><xs:length value='2'/></xs:restriction>",
        "<xs:union memberTypes='xs:int xs:date'/>",
    ],
)
def test_anonymous_types_that_need_no_class(content: str, tmp_path: Path) -> None:
    member = (
        f"<xs:element name='I'><xs:simpleType>{content}</xs:simpleType></xs:element>"
    )
    supported = reduced(tmp_path, elements=with_item(member))
    assert supported.diagnostics == ()


@pytest.mark.parametrize(
    ("type_name", "base", "python"),
    [
        ("guid", "string", "UUID"),
        ("duration", "duration", "timedelta"),
        ("char", "int", "Char"),
        # One that only has the name of what is meant.
        ("guid", "int", "int"),
        ("duration", "string", "str"),
    ],
)
def test_types_of_the_serialization_namespace(
    type_name: str, base: str, python: str, tmp_path: Path
) -> None:
    serialiser = (
        '<xs:schema targetNamespace="http://schemas.microsoft.com/2003/10/Serialization/">'
        f'<xs:simpleType name="{type_name}"><xs:restriction base="xs:{base}"/>'
        "</xs:simpleType></xs:schema>"
    )
    member = f"<xs:element name='I' type='ser:{type_name}'/>"
    text = wsdl(**(ASK | {"elements": with_item(member)})).replace(
        "<wsdl:types>", f"<wsdl:types>{serialiser}"
    )
    supported = unsupported(read(tmp_path, text))
    assert names(supported) == ["Place", "Ask"]
    reference = QName("http://schemas.microsoft.com/2003/10/Serialization/", type_name)
    view = scalar(supported.contract.schema, reference)
    assert view is not None
    assert view.stored == python


@pytest.mark.parametrize(
    ("members", "python", "write"),
    [
        ("xs:byte xs:unsignedInt", "int", "write_integer"),
        ("xs:int", "int", "write_int"),
        ("xs:float xs:double", "float", "write_double"),
        ("xs:date xs:date", "Date", "write_date"),
        ("xs:date xs:dateTime", "str", "write_string"),
        ("xs:token xs:string", "str", "write_string"),
        ("xs:gYear xs:gDay", "str", "write_string"),
        ("xs:int xs:NMTOKENS", "str", "write_string"),
        ("xs:int xs:boolean", "str", "write_string"),
    ],
)
def test_a_union_is_what_its_members_are(
    members: str, python: str, write: str, tmp_path: Path
) -> None:
    types = (
        f"<xs:simpleType name='T'><xs:union memberTypes='{members}'/></xs:simpleType>"
    )
    member = "<xs:element name='I' type='tns:T'/>"
    supported = reduced(tmp_path, elements=with_item(member), types=types)
    view = scalar(supported.contract.schema, name("T"))
    assert view is not None
    assert (view.stored, view.write) == (python, write)
