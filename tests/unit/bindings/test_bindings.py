"""Bindings: classes come from xsdata, hold to the contract, and need nothing outside."""

from __future__ import annotations

import builtins
import logging
import os
import socket
import subprocess
import sys
import warnings
from pathlib import Path
from typing import NoReturn

import pytest

from tests.support.schemas import SCHEMAS, SHOP, shop, wsdl_with
from typedsoap.bindings.binding import Bindings, bind, shared_types
from typedsoap.bindings.model import BoundClass, BoundMember
from typedsoap.contract import XSD_NAMESPACE, QName, Schema
from typedsoap.errors import TypedSoapError
from typedsoap.schema.texts import schema_texts
from typedsoap.source.documents import load
from typedsoap.support.operations import unsupported
from typedsoap.wsdl.reading import read_contract

PAGE = 'name="Note" type="s:Page"'
STRING = QName(XSD_NAMESPACE, "string")
INT = QName(XSD_NAMESPACE, "int")


def bound(path: Path) -> Bindings:
    documents = load(path)
    contract, _ = read_contract(documents)
    return bind(schema_texts(documents), unsupported(contract).contract.schema)


@pytest.fixture
def bindings(tmp_path: Path) -> Bindings:
    return bound(wsdl_with(tmp_path))


def names(of: BoundClass) -> list[str]:
    return [member.name.name for member in of.members]


def test_members_have_the_order_of_the_schema(bindings: Bindings) -> None:
    assert names(bindings.record(shop("Order"))) == ["Zone", "Lines", "Note", "Parent"]


def test_an_extension_has_its_base_and_only_its_own_members(bindings: Bindings) -> None:
    urgent = bindings.record(shop("UrgentOrder"))
    assert urgent.bases == (shop("Order"),)
    assert names(urgent) == ["Until", "Colour"]
    assert bindings.record(shop("Order")).bases == ()


def test_occurrence_nillability_and_type_of_a_member(bindings: Bindings) -> None:
    zone, lines, note, parent = bindings.record(shop("Order")).members
    assert zone == BoundMember(
        name=shop("Zone"), type=INT, min_occurs=1, max_occurs=1, nillable=False
    )
    assert lines.type == shop("ArrayOfLine")
    assert (note.min_occurs, note.nillable) == (0, True)
    assert parent.type == shop("Order")


def test_an_array_is_a_record_with_one_repeated_member(bindings: Bindings) -> None:
    [line] = bindings.record(shop("ArrayOfLine")).members
    assert (line.min_occurs, line.max_occurs, line.nillable) == (0, None, True)
    assert line.type == shop("Line")


def test_a_member_named_like_its_type_and_its_record(bindings: Bindings) -> None:
    [line, flags] = bindings.record(shop("Line")).members
    assert (line.name, line.type) == (shop("Line"), STRING)
    assert (flags.name, flags.type, flags.nillable) == (shop("Flags"),) * 2 + (False,)


def test_an_empty_sequence_gives_a_record_without_members(bindings: Bindings) -> None:
    assert bindings.record(shop("Nothing")).members == ()


def test_the_pair_of_a_dictionary_is_the_class_of_its_member(
    bindings: Bindings,
) -> None:
    [pair] = bindings.record(shop("Settings")).members
    assert isinstance(pair.type, BoundClass)
    assert pair.type.name is None
    assert [(m.name, m.type) for m in pair.type.members] == [
        (shop("Key"), STRING),
        (shop("Value"), shop("Line")),
    ]


def test_a_wrapper_is_a_class_of_its_element(bindings: Bindings) -> None:
    assert names(bindings.element(shop("Place"))) == ["Order", "Settings", "Limit"]
    assert names(bindings.element(shop("PlaceResponse"))) == ["Order"]


def test_a_header_block_is_based_on_its_type(bindings: Bindings) -> None:
    block = bindings.element(shop("Token"))
    assert (block.bases, block.members, block.nillable) == ((STRING,), (), True)


def test_an_element_named_like_its_type_is_one_class_with_it(
    bindings: Bindings,
) -> None:
    assert bindings.record(shop("Nothing")).bases == ()
    assert shop("Nothing") not in bindings.elements


def test_a_reference_has_the_global_element_in_place_of_a_type(
    bindings: Bindings,
) -> None:
    limit = bindings.element(shop("Place")).members[2]
    assert (limit.name, limit.type) == (shop("Limit"), shop("Limit"))


def test_enumerations_keep_their_values(bindings: Bindings) -> None:
    assert bindings.enumeration(shop("Colour")).values == (
        "Red",
        "red",
        "None",
        "",
        "é 'x' \"y\" {0}",
    )


def test_a_list_has_the_values_of_what_it_lists(bindings: Bindings) -> None:
    assert bindings.enumeration(shop("Flags")).values == ("Read", "Write")
    assert bindings.enumeration(shop("Colours")).values[:2] == ("Red", "red")


def test_what_no_operation_reaches_is_left_out(bindings: Bindings) -> None:
    with pytest.raises(LookupError, match=r"no class was made for .*Unused"):
        bindings.record(shop("Unused"))


def test_an_import_without_location_joins_two_schemas(bindings: Bindings) -> None:
    until = bindings.record(shop("UrgentOrder")).members[0]
    assert until.type == QName("urn:dates", "When")
    assert names(bindings.record(QName("urn:dates", "When"))) == ["Text"]


def test_members_of_an_unqualified_schema_have_no_namespace(bindings: Bindings) -> None:
    [text] = bindings.record(QName("urn:dates", "When")).members
    assert text.name == QName("", "Text")


def test_types_are_shared_and_elements_are_not(bindings: Bindings) -> None:
    other = Bindings(records={shop("Order"): BoundClass(name=None)})
    shared = shared_types([bindings, other])
    assert shared.records == bindings.records
    assert shared.enumerations == bindings.enumerations
    assert shared.elements == {}


def test_what_is_said_twice_is_one_class(tmp_path: Path) -> None:
    array = (
        f"<xs:schema targetNamespace='{SHOP}'>"
        "<xs:import namespace='http://schemas.xmlsoap.org/soap/encoding/'/>"
        "<xs:complexType name='Words'><xs:complexContent>"
        "<xs:restriction xmlns:e='http://schemas.xmlsoap.org/soap/encoding/'"
        " base='e:Array'><xs:sequence>"
        "<xs:element name='Word' type='xs:string' maxOccurs='unbounded'/>"
        "</xs:sequence></xs:restriction></xs:complexContent></xs:complexType>"
        "</xs:schema>"
    )
    documents = load(wsdl_with(tmp_path, SCHEMAS + array + array))
    texts = schema_texts(documents)
    schema = read_contract(documents)[0].schema
    assert shop("Words") in schema.types
    assert names(bind(texts, schema).record(shop("Words"))) == ["Word"]


def test_occurrences_of_global_elements_mean_nothing(tmp_path: Path) -> None:
    path = wsdl_with(tmp_path)
    plain = bound(path)
    text = path.read_text(encoding="utf-8")
    for occurs in ("a", "0", "unbounded"):
        more = text.replace("<xs:element ", f'<xs:element maxOccurs="{occurs}" ', 1)
        path.write_text(more, encoding="utf-8")
        assert bound(path) == plain


def test_what_no_class_depends_on_may_be_anything(tmp_path: Path) -> None:
    wild = (
        f"<xs:schema targetNamespace='{SHOP}' defaultAttributes='absent'>"
        "<xs:complexType name='Wild'><xs:sequence>"
        "<xs:any processContents='sometimes'/></xs:sequence>"
        "<xs:anyAttribute processContents=''/><xs:anyAttribute/></xs:complexType>"
        "</xs:schema>"
    )
    documents = load(wsdl_with(tmp_path, SCHEMAS + wild))
    bindings = bind(schema_texts(documents), read_contract(documents)[0].schema)
    assert bindings.record(shop("Wild")).members == ()


def test_nothing_in_mixed_content_has_a_class(tmp_path: Path) -> None:
    mixed = (
        f"<xs:schema targetNamespace='{SHOP}'>"
        "<xs:element name='Text'><xs:complexType mixed='true'><xs:sequence>"
        "<xs:element name='Bold'><xs:complexType><xs:sequence>"
        "<xs:element name='Part'><xs:complexType/></xs:element></xs:sequence>"
        "</xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>"
        "<xs:complexType name='Page'><xs:sequence>"
        "<xs:element ref='s:Text' xmlns:s='urn:shop'/></xs:sequence></xs:complexType>"
        "</xs:schema>"
    )
    text = SCHEMAS.replace('name="Note" nillable="true" type="s:Nothing"', PAGE)
    assert text != SCHEMAS
    bindings = bound(wsdl_with(tmp_path, text + mixed))
    assert names(bindings.record(shop("Page"))) == ["Text"]


def test_nothing_outside_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = load(wsdl_with(tmp_path))
    schema = unsupported(read_contract(documents)[0]).contract.schema
    texts = schema_texts(documents)
    bind(texts, schema)  # Imports are done by now.

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("reached for the outside")

    with monkeypatch.context() as patch:
        patch.setattr(builtins, "open", refuse)
        patch.setattr(builtins, "print", refuse)
        patch.setattr(os, "getcwd", refuse)
        patch.setattr(os, "environ", {})
        patch.setattr(socket, "socket", refuse)
        patch.setattr(subprocess, "Popen", refuse)
        modules = set(sys.modules)
        bind(texts, schema)
        assert set(sys.modules) == modules


def test_what_xsdata_logs_is_not_heard(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    name = "xs:element name='Twice' type='xs:string'/>"
    text = f"<xs:schema xmlns:xs='{XSD_NAMESPACE}'><{name}<{name}</xs:schema>"
    with caplog.at_level(logging.DEBUG), warnings.catch_warnings():
        warnings.simplefilter("error")
        bind([("urn:x", text.encode())], Schema())
    assert caplog.records == []
    assert not logging.getLogger("xsdata.logger").disabled


def test_what_xsdata_cannot_take_is_a_diagnostic() -> None:
    with pytest.raises(TypedSoapError) as caught:
        bind([("urn:x", b"<no-schema/>")], Schema())
    [diagnostic] = caught.value.diagnostics
    assert diagnostic.code == "TS310"
    assert str(diagnostic).isascii()
    assert diagnostic.hint


PROGRAM = """
from pathlib import Path
import sys
sys.path[:0] = sys.argv[2:]
from typedsoap.bindings.binding import bind
from typedsoap.schema.texts import schema_texts
from typedsoap.source.documents import load
from typedsoap.support.operations import unsupported
from typedsoap.wsdl.reading import read_contract
documents = load(Path(sys.argv[1]), display="shop.wsdl")
schema = unsupported(read_contract(documents)[0]).contract.schema
print(ascii(bind(schema_texts(documents), schema)))
"""


def test_neither_the_folder_nor_the_hash_seed_matters(tmp_path: Path) -> None:
    path = wsdl_with(tmp_path)
    outputs: set[str] = set()
    for seed in ("0", "1"):
        folder = tmp_path / seed
        folder.mkdir()
        (folder / "generated.py").write_text("raise SystemExit('imported')")
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(path), *sys.path],
            cwd=folder,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == ""
        outputs.add(done.stdout)
        assert [entry.name for entry in folder.iterdir()] == ["generated.py"]
    assert len(outputs) == 1
    assert SHOP in outputs.pop()
