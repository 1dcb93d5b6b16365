"""Elements of one name that become more or fewer: their fields are numbered anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import write, wsdl
from typedsoap.changes import compare
from typedsoap.contract import Contract
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

STOP = '<xs:element name="Stop" type="xs:string" minOccurs="0"/>'
PLACE = '<xs:element name="Place" type="xs:string"/>'


def contract(folder: Path, base: str, own: str) -> Contract:
    types = (
        f'<xs:complexType name="Base"><xs:sequence>{base}</xs:sequence></xs:complexType>'
        '<xs:complexType name="Derived"><xs:complexContent>'
        f'<xs:extension base="tns:Base"><xs:sequence>{own}</xs:sequence></xs:extension>'
        "</xs:complexContent></xs:complexType>"
    )
    text = wsdl(types=types).replace('type="xs:string"', 'type="tns:Derived"', 1)
    return read_contract(load(write(folder, text)))[0]


def same_named(old: Contract, new: Contract) -> list[tuple[str, str, object, object]]:
    return [
        (change.rule, " / ".join(change.path), change.old, change.new)
        for change in compare(old, new).changes
        if change.rule.startswith("same-named")
    ]


def test_a_base_that_gains_what_its_extension_has(tmp_path: Path) -> None:
    old = contract(tmp_path, PLACE, STOP)
    new = contract(tmp_path, PLACE + STOP, STOP)
    where = "type Derived / element Stop"
    assert same_named(old, new) == [("same-named-element-added", where, "1", "2")]
    assert same_named(new, old) == [("same-named-element-removed", where, "2", "1")]


@pytest.mark.parametrize(
    ("base", "own"),
    [
        (PLACE, PLACE + STOP),  # an extension that gains what its base has
        (PLACE, STOP + PLACE + STOP),  # within the extension
        (PLACE, f'{STOP}<xs:sequence minOccurs="0">{STOP}{PLACE}</xs:sequence>'),
    ],
)
def test_one_more_in_the_extension(base: str, own: str, tmp_path: Path) -> None:
    old = contract(tmp_path, base, STOP)
    new = contract(tmp_path, base, own)
    rules = [rule for rule, *_ in same_named(old, new)]
    assert set(rules) == {"same-named-element-added"}


def test_branches_of_a_choice_share_their_element(tmp_path: Path) -> None:
    branch = f"<xs:sequence>{STOP}{PLACE}</xs:sequence>"
    other = f"<xs:sequence>{STOP}{PLACE.replace('Place', 'Other')}</xs:sequence>"
    old = contract(tmp_path, "", f"<xs:choice>{branch}</xs:choice>")
    new = contract(tmp_path, "", f"<xs:choice>{branch}{other}</xs:choice>")
    assert same_named(old, new) == []


def test_types_without_a_name(tmp_path: Path) -> None:
    old, new = (
        read_contract(
            load(
                write(
                    tmp_path,
                    wsdl().replace("</xs:sequence>", f"{more}</xs:sequence>", 1),
                )
            )
        )[0]
        for more in (STOP, STOP + PLACE + STOP)
    )
    where = "element Place / element Stop"
    assert same_named(old, new) == [("same-named-element-added", where, "1", "2")]


def test_nothing_is_said_of_names_that_stay_as_often(tmp_path: Path) -> None:
    old = contract(tmp_path, STOP, PLACE)
    new = contract(tmp_path, STOP + PLACE.replace("Place", "Other"), PLACE)
    assert same_named(old, new) == []
