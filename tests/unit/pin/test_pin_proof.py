"""A normal form that said something else than the documents would not be stored."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.unit.pin.vendor import ORDERS, Project
from typedsoap.pinning import candidate
from typedsoap.source.nodes import Element
from typedsoap.source.normal_form import normal_form

DOCUMENTED = ORDERS.replace(
    '<xs:element name="Place">',
    '<xs:element name="Place"><xs:annotation><xs:documentation>Say it.'
    "</xs:documentation></xs:annotation>",
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("xs:int", "xs:long", "states another contract"),
        ("</xs:schema>", "", "states something else: "),
        ('name="PlaceResponse"', 'name="None"', "states something else: "),
        ("Say it.", "Say  it!", "states another contract"),
    ],
)
def test_it_is_not_stored(
    old: str, new: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(root: Element, locations: Mapping[Element, str]) -> bytes:
        text = normal_form(root, locations)
        assert old.encode() in text
        return text.replace(old.encode(), new.encode())

    project = Project(tmp_path, "https://vendor.example/")
    (tmp_path / "o.wsdl").write_text(DOCUMENTED, "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(candidate, "normal_form", wrong)
        assert told in project.refused("TS614", "--from", "o.wsdl")
    assert project.pin("--from", "o.wsdl").exit_code == 0
