"""Names of client classes beside those that their modules import."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import BINDING, PORT_TYPE, write, wsdl
from typedsoap.config.arguments import config_from_arguments
from typedsoap.pipeline import plan


@pytest.mark.parametrize("name", ["Soap", "Base", "Service", "Orders"])
def test_a_port_type_keeps_its_name(name: str, tmp_path: Path) -> None:
    text = wsdl(
        port_type=PORT_TYPE.replace('name="Orders"', f'name="{name}"'),
        binding=BINDING.replace("tns:Orders", f"tns:{name}"),
    )
    config = config_from_arguments([write(tmp_path, text)], tmp_path, "shop")
    client = plan(config).files.files["shop/orders/client.py"].decode()
    assert f"\nclass {name}Client(ClientBase[RequestHeaders]):\n" in client
