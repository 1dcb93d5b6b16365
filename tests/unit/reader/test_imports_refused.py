"""Imports that lead to no file that may be read, or to one of the wrong kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    MESSAGES,
    codes,
    errors,
    failures,
    line_of,
    schema,
    write,
    wsdl,
)
from tests.unit.reader.imported_schemas import COMMON, ID, common, imports
from typedsoap.errors import Location
from typedsoap.source.documents import load
from typedsoap.source.limits import Limits
from typedsoap.wsdl.reading import read_contract

pytestmark = pytest.mark.usefixtures("no_network")


def needing(location: str) -> str:
    """One whose operation needs a type of the schema that is imported."""
    used = f'type="c:Id" xmlns:c="{COMMON}"'
    return imports(location).replace('type="xs:string"', used, 1)


def test_missing_import(tmp_path: Path) -> None:
    text = needing("absent.xsd")
    (found,) = errors(tmp_path, text)
    assert found.code == "TS001"
    assert found.where == Location("orders.wsdl", line_of(text, "<xs:import"))
    assert "'absent.xsd' does not exist" in found.message


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("http://localhost:9/common.xsd", "TS008"),
        ("https://localhost:9/common.xsd", "TS008"),
        ("HTTP://localhost:9/common.xsd", "TS008"),
        ("ftp://localhost/common.xsd", "TS008"),
        ("//localhost/common.xsd", "TS008"),
        ("file:///etc/hostname", "TS009"),
        ("urn:example:common", "TS009"),
        ("jar:common.xsd", "TS009"),
        ("C:/common.xsd", "TS009"),
        ("/etc/hostname", "TS009"),
        ("%2Fetc/hostname", "TS009"),
        ("\\\\server\\common.xsd", "TS009"),
        ("http://[", "TS009"),
        ("", "TS009"),
        ("#part", "TS009"),
        ("a%00b.xsd", "TS009"),
    ],
)
def test_location_that_is_no_local_file(
    location: str, code: str, tmp_path: Path
) -> None:
    text = needing(location)
    (found,) = errors(tmp_path, text)
    assert found.code == code
    assert found.where == Location("orders.wsdl", line_of(text, "<xs:import"))


def test_bad_imported_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, "<a>\n<b></a>", "types/bad.xsd")
    write(tmp_path, "<a/>", "types/other.xsd")
    text = imports("types/bad.xsd")
    (found,) = errors(tmp_path, text)
    assert found.code == "TS002"
    assert found.where == Location("types/bad.xsd", 2)
    (found,) = errors(tmp_path, imports("types/other.xsd"))
    assert found.code == "TS013"
    assert "not an XML Schema" in found.message


def test_every_bad_import_is_reported(tmp_path: Path) -> None:
    one, two = (
        f'<xs:import namespace="urn:{n}" schemaLocation="{n}.xsd"/>' for n in "ab"
    )
    text = wsdl(
        types='<xs:element name="Other" type="b:T" xmlns:b="urn:b"/>',
        messages=MESSAGES.replace("tns:PlaceResponse", "tns:Other"),
    ).replace('type="xs:string"', 'type="a:T" xmlns:a="urn:a"', 1)
    text = text.replace("<xs:element", f"{one}\n{two}<xs:element", 1)
    assert codes(errors(tmp_path, text)) == ["TS001", "TS001"]


def test_import_with_wrong_namespace_is_a_warning(tmp_path: Path) -> None:
    write(tmp_path, common(ID, "urn:example:other"), "common.xsd")
    _, (found,) = read_contract(load(write(tmp_path, imports("common.xsd"))))
    assert found.code == "TS013"
    assert found.severity == "warning"


@pytest.mark.parametrize("statement", ["<wsdl:import/>", "<xs:include/>"])
def test_statement_without_location(statement: str, tmp_path: Path) -> None:
    text = (
        wsdl(first=statement)
        if "wsdl" in statement
        else wsdl(schemas=schema(statement))
    )
    assert codes(errors(tmp_path, text)) == ["TS101"]


def test_number_of_files_is_limited(tmp_path: Path) -> None:
    for number in range(Limits().files + 1):
        statement = (
            f'<xs:import namespace="{COMMON}" schemaLocation="{number + 1}.xsd"/>'
        )
        write(tmp_path, common(statement), f"{number}.xsd")
    found = failures(write(tmp_path, imports("0.xsd")))
    assert codes(found) == ["TS007"]
    assert found[0].where == Location(f"{Limits().files - 2}.xsd", 1)


def test_reference_into_a_schema_that_is_not_here(tmp_path: Path) -> None:
    text = wsdl().replace("<xs:schema ", f'<xs:schema xmlns:c="{COMMON}" ')
    text = text.replace('type="xs:string"', 'type="c:Id"', 1)
    (found,) = errors(tmp_path, text)
    assert found.code == "TS106"
    assert found.hint is not None
    assert f"no schema here has the target namespace '{COMMON}'" in found.hint
