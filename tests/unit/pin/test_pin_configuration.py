"""`[tool.typedsoap.services.pin]`: what is read, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from typedsoap.config.loading import load_config
from typedsoap.config.pin import PinConfig
from typedsoap.errors import TypedSoapError
from typedsoap.fetch.addresses import Address

HEAD = """[tool.typedsoap]
package = "shop"
[[tool.typedsoap.services]]
wsdl = "orders.wsdl"
[tool.typedsoap.services.pin]
"""
URL = 'url = "https://vendor.example/orders?wsdl"\n'


def pin(folder: Path, text: str) -> PinConfig | None:
    path = folder / "pyproject.toml"
    path.write_text(HEAD + text, "utf-8")
    return load_config(path).services[0].pin


def test_every_key(tmp_path: Path) -> None:
    address = Address("vendor.example", 443, "/orders?wsdl")
    assert pin(tmp_path, URL) == PinConfig(url=address)
    assert (
        pin(
            tmp_path,
            URL + """hosts = ["types.example", "vendor.example:8443"]
ca_file = "ca.pem"
timeout = 5
user_env = "USER_OF"
password_env = "PASSWORD_OF"
header = "X-Key"
header_env = "KEY_OF"
""",
        )
        == PinConfig(
            url=address,
            hosts=frozenset({("types.example", 443), ("vendor.example", 8443)}),
            ca_file=tmp_path / "ca.pem",
            timeout=5,
            user_env="USER_OF",
            password_env="PASSWORD_OF",
            header="X-Key",
            header_env="KEY_OF",
        )
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "TS205"),
        ('url = "http://vendor.example/"', "TS206"),
        ('url = "https://ann:geheim@vendor.example/"', "TS206"),
        ("url = 1", "TS204"),
        (URL + "more = 1", "TS203"),
        (URL + 'hosts = ["https://a"]', "TS206"),
        (URL + "timeout = 0", "TS206"),
        (URL + "timeout = 3601", "TS206"),
        (URL + 'user_env = "A"', "TS205"),
        (URL + 'password_env = "A"', "TS205"),
        (URL + 'header = "A"', "TS205"),
        (URL + 'header = "A"\nheader_env = "geheim!"', "TS206"),
        (URL + 'header = "A: b"\nheader_env = "A"', "TS206"),
        (URL + 'header = "Host"\nheader_env = "A"', "TS206"),
        (
            URL + 'user_env = "A"\npassword_env = "B"\n'
            'header = "authorization"\nheader_env = "C"',
            "TS206",
        ),
    ],
)
def test_what_cannot_be_used(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(TypedSoapError) as raised:
        pin(tmp_path, text)
    assert [found.code for found in raised.value.diagnostics] == [code]
    assert all(found.where and found.where.line for found in raised.value.diagnostics)
    assert "geheim" not in str(raised.value)
