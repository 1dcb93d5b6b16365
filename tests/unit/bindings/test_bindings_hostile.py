"""Texts that mean something to Python or to xsdata pass through as nothing but texts."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from tests.support.schemas import SCHEMAS, shop, wsdl_with
from typedsoap.bindings.binding import Bindings, bind
from typedsoap.contract import QName
from typedsoap.schema.texts import schema_texts
from typedsoap.source.documents import load
from typedsoap.support.operations import unsupported
from typedsoap.wsdl.reading import read_contract

TEXTS = [
    '"""\nraise SystemExit(1)\n"""',
    "{__import__('os').getcwd()}",
    "@enum@{urn:shop}Colour::Red",
    "\\N{DIGIT ONE} \\x41 \\",
    "\u202e\u2066 right to left",
    "   many   blanks   ",
    "!!!",
]
NAMES = ["__class__", "None", "self", "mro", "value", "é名", "a.b-c", "content"]


def bound(folder: Path, schemas: str) -> Bindings:
    documents = load(wsdl_with(folder, schemas))
    contract, _ = read_contract(documents)
    return bind(schema_texts(documents), unsupported(contract).contract.schema)


@pytest.mark.parametrize("text", TEXTS)
def test_any_value_is_kept(tmp_path: Path, text: str) -> None:
    schemas = SCHEMAS.replace(
        '<xs:enumeration value="red"/>', f"<xs:enumeration value={quoteattr(text)}/>"
    )
    values = bound(tmp_path, schemas).enumeration(shop("Colour")).values
    assert values[1] == text


@pytest.mark.parametrize("text", TEXTS)
def test_documentation_changes_nothing(tmp_path: Path, text: str) -> None:
    note = (
        "<xs:annotation><xs:documentation>"
        + text.replace("&", "&amp;").replace("<", "&lt;")
        + "</xs:documentation></xs:annotation>"
    )
    schemas = SCHEMAS.replace(
        '<xs:complexType name="Nothing">', f'<xs:complexType name="Nothing">{note}'
    )
    plain = tmp_path / "plain"
    plain.mkdir()
    assert bound(tmp_path, schemas) == bound(plain, SCHEMAS)


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_kept(tmp_path: Path, name: str) -> None:
    schemas = SCHEMAS.replace('"Order"', f'"{name}"').replace(
        '"s:Order"', f'"s:{name}"'
    )
    made = bound(tmp_path, schemas)
    assert made.record(shop("UrgentOrder")).bases == (shop(name),)
    assert made.element(shop("Place")).members[0].name == shop(name)


@pytest.mark.parametrize("namespace", ["urn:'x'", "urn:%7Bx%7D", "urn:x(1)!*;$", "x"])
def test_any_namespace_is_kept(tmp_path: Path, namespace: str) -> None:
    made = bound(tmp_path, SCHEMAS.replace('"urn:dates"', quoteattr(namespace)))
    assert made.record(QName(namespace, "When")).members
