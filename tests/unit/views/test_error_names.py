"""Names that an overlay gives to errors, beside those of the generated package."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.goldens import GOLDEN
from typedsoap.config.arguments import config_from_arguments
from typedsoap.errors import TypedSoapError
from typedsoap.pipeline import plan


@pytest.mark.parametrize(
    "name",
    ["OperationFailed", "SoapError", "ValueError", "Order", "AnyOperationFailed"],
)
def test_a_name_that_is_in_use_is_refused(name: str, tmp_path: Path) -> None:
    """Else the client would raise the type, or what is no failure of an operation."""
    text = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
    order = '<xs:element name="Order" type="tns:Order" minOccurs="0" nillable="true"/>'
    text = text.replace(order, '<xs:element name="Done" type="xs:boolean"/>')
    wsdl = tmp_path / "orders.wsdl"
    wsdl.write_text(text, "utf-8")
    rule = f"[operations.Place.failure]\nelement = 'Done'\nerror = '{name}'\n"
    (tmp_path / "orders.overlay.toml").write_text(rule, "utf-8")
    config = config_from_arguments([wsdl], tmp_path, "shop")
    with pytest.raises(TypedSoapError) as raised:
        plan(config)
    (found,) = raised.value.diagnostics
    assert found.code == "TS302"
    assert str(found.where).endswith("orders.overlay.toml:1")
