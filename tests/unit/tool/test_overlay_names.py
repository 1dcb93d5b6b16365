"""Names that an overlay chooses, beside those that others have by default."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.tool.tool_contracts import NAMESPACE, orders
from typedsoap.errors import Diagnostic, Severity
from typedsoap.overlay.check import check_overlay
from typedsoap.overlay.loading import load_overlay


def check(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    path = folder / "orders.overlay.toml"
    path.write_text(text, encoding="utf-8")
    return check_overlay(load_overlay(path, "o.toml"), orders())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "[operations.Place]\nname = 'count'",
            "'count', chosen for 'Place', is the name of 'Count'",
        ),
        (
            "[operations.Place.parameters.Fast]\nname = 'order'",
            "'order', chosen for 'Fast', is the name of 'Order'",
        ),
        (
            "[types.Order.fields.Customer]\nname = 'lines'",
            "'lines', chosen for 'Customer', is the name of 'Lines'",
        ),
        (
            "[types.Order]\nname = 'Login'",
            "'Login', chosen for 'Order', is the name of 'Login'",
        ),
    ],
)
def test_a_name_that_another_has_is_told(tmp_path: Path, text: str, what: str) -> None:
    (found,) = check(tmp_path, text)
    assert (found.code, found.severity) == ("TS236", Severity.WARNING)
    assert found.message == f"{what} as well, which is numbered"
    assert found.hint == "choose another name, or one for the other too"


@pytest.mark.parametrize(
    "text",
    [
        "[operations.Place]\nname = 'count'\n[operations.Count]\nname = 'place'",
        f"[types.'{{{NAMESPACE}}}Order']\nname = 'Order'",
    ],
)
def test_names_that_nothing_else_has(tmp_path: Path, text: str) -> None:
    assert check(tmp_path, text) == ()
