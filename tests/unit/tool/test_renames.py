"""What is gone names what may have come in its place; it stays removed and added."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.goldens import GOLDEN
from tests.unit.tool.test_changes import MESSAGING, ORDERS, changed, edited
from typedsoap.changes import renames
from typedsoap.changes.changelog import as_changelog
from typedsoap.changes.junit import as_junit
from typedsoap.changes.report import as_annotations, as_data, as_markdown, as_text

AMOUNT = '<xs:element name="Amount" type="xs:int"/>'


def hints(old: str, new: str, folder: Path) -> dict[str, str | None]:
    """The last part of each path of what is gone, with the hint."""
    found = changed(old, new, folder).changes
    assert {change.rule.rpartition("-")[2] for change in found} >= {"removed", "added"}
    return {
        change.path[-1]: change.renamed_to
        for change in found
        if change.rule.endswith("-removed")
    }


@pytest.mark.parametrize(
    ("put", "hint"),
    [
        ('<xs:element name="Amounts" type="xs:int"/>', "Amounts"),
        ('<xs:element name="amount" type="xs:int"/>', "amount"),
        # Another type, another name.
        ('<xs:element name="Amounts" type="xs:string"/>', None),
        ('<xs:element name="Weight" type="xs:int"/>', None),
    ],
)
def test_an_element(put: str, hint: str | None, tmp_path: Path) -> None:
    other = edited(ORDERS, (AMOUNT, put))
    assert hints(ORDERS, other, tmp_path) == {"element Amount": hint}


def test_of_very_many_nothing_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of one place compared with all would take minutes for a large contract."""
    monkeypatch.setattr(renames, "MOST", 3)
    two = [AMOUNT.replace("Amount", name) for name in ("Amount", "Sum")]
    one = edited(ORDERS, (AMOUNT, "".join(two)))
    for name, there in (("Amounts", "Amount"), ("Sums", "Sum")):
        two = [text.replace(f'"{there}"', f'"{name}"') for text in two]
    other = edited(ORDERS, (AMOUNT, "".join(two)))
    assert hints(one, other, tmp_path) == {"element Amount": None, "element Sum": None}
    monkeypatch.setattr(renames, "MOST", 4)
    assert hints(one, other, tmp_path)["element Amount"] == "Amounts"


def test_a_fact_of_a_type_that_is_gone_is_no_type(tmp_path: Path) -> None:
    """A wildcard for attributes that one type loses and another gets, for instance."""
    any_attribute = '<xs:anyAttribute processContents="lax"/>'
    fields = '<xs:sequence><xs:element name="Id" type="xs:int"/></xs:sequence>'
    place = '<xs:complexType name="Order">'

    def types(*more: str) -> str:
        names = zip(("Note", "Notes"), more, strict=True)
        own = (
            f'<xs:complexType name="{n}">{fields}{m}</xs:complexType>' for n, m in names
        )
        return edited(ORDERS, (place, f"{''.join(own)}{place}"))

    old, new = types(any_attribute, ""), types("", any_attribute)
    assert hints(old, new, tmp_path) == {"type Note": None}


def test_of_several_the_most_alike(tmp_path: Path) -> None:
    two = [f'<xs:element name="{n}" type="xs:int"/>' for n in ("Amounting", "Amount2")]
    other = edited(ORDERS, (AMOUNT, "".join(two)))
    assert hints(ORDERS, other, tmp_path) == {"element Amount": "Amount2"}


def test_a_type_an_operation_and_a_member(tmp_path: Path) -> None:
    other = MESSAGING.replace('"MessageDeliveryStatus"', '"MessageDeliveryState"')
    other = other.replace(":MessageDeliveryStatus", ":MessageDeliveryState")
    assert hints(MESSAGING, other, tmp_path) == {
        "type MessageDeliveryStatus": "MessageDeliveryState",
        "element MessageDeliveryStatus": "MessageDeliveryState",
    }
    operation = 'operation name="SendMessages"'
    other = MESSAGING.replace(operation, operation.replace("Messages", "Message"))
    assert hints(MESSAGING, other, tmp_path) == {
        "operation SendMessages": "SendMessage"
    }
    stages = (GOLDEN / "enumeration-open" / "in.wsdl").read_text("utf-8")
    other = edited(stages, ('value="In work"', 'value="InWork"'))
    assert hints(stages, other, tmp_path) == {"member In work": "InWork"}


def test_the_formats_ask(tmp_path: Path) -> None:
    other = edited(ORDERS, (AMOUNT, AMOUNT.replace("Amount", "Amounts")))
    changes = changed(ORDERS, other, tmp_path)
    assert sum(line.strip() == "renamed to Amounts?" for line in as_text(changes)) == 1
    assert sum("| renamed to Amounts? |" in line for line in as_markdown(changes)) == 1
    for lines in (as_annotations(changes), as_junit(changes, ())):
        assert sum("; renamed to Amounts?; " in line for line in lines) == 1
    notes = list(as_changelog(changes))
    assert sum("It may be called Amounts now." in line for line in notes) == 1
    found = json.loads(json.dumps(as_data(changes)))["changes"]
    assert [change["renamed_to"] for change in found].count("Amounts") == 1
