"""What `diff` says of groups and wildcards that a choice or a sequence has come to have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.tool.test_changes import ORDERS, changed, edited

AMOUNT = '<xs:element name="Amount" type="xs:int"/>'
PAIR = (
    '<xs:sequence><xs:element name="One" type="xs:int"/>'
    '<xs:element name="Two" type="xs:int"/></xs:sequence>'
)
EMPTY = (
    '<xs:sequence><xs:element name="Zero" type="xs:int" minOccurs="0"/></xs:sequence>'
)
OTHER = '<xs:any namespace="##other" processContents="skip"/>'


def choice(*alternatives: str, occurs: str = "1") -> str:
    return f'<xs:choice maxOccurs="{occurs}">{"".join(alternatives)}</xs:choice>'


@pytest.mark.parametrize(
    ("old", "new", "there", "back"),
    [
        (
            choice(AMOUNT),
            choice(AMOUNT, PAIR),
            "alternative-added",
            "optional-group-removed",
        ),
        (
            choice(AMOUNT),
            choice(AMOUNT, OTHER),
            "alternative-added",
            "wildcard-removed",
        ),
        (
            choice(AMOUNT, occurs="5"),
            choice(AMOUNT, PAIR, occurs="5"),
            "repeated-alternative-added",
            "optional-group-removed",
        ),
        (
            AMOUNT,
            AMOUNT + choice(EMPTY, PAIR),
            "optional-group-added",
            "optional-group-removed",
        ),
    ],
)
def test_what_has_come_and_its_inverse(
    old: str, new: str, there: str, back: str, tmp_path: Path
) -> None:
    sides = [edited(ORDERS, (AMOUNT, content)) for content in (old, new)]
    (change,) = changed(sides[0], sides[1], tmp_path).changes
    (inverse,) = changed(sides[1], sides[0], tmp_path).changes
    assert (change.rule, inverse.rule) == (there, back)
