"""A configuration that has every key, and how the tests load one."""

from __future__ import annotations

from pathlib import Path

from typedsoap.config import Config
from typedsoap.config.loading import load_config

FULL = """\
[tool.other]
x = 1

[tool.typedsoap]
package = "shop"
output = "out"
keep = ["extra.py", "more/*"]

[tool.typedsoap.distribution]
name = "shop-client"
version = "1.2.3"
description = "Orders things."

[[tool.typedsoap.services]]
wsdl = "wsdl/orders.wsdl"

[[tool.typedsoap.services]]
wsdl = "wsdl/so_what.wsdl"
module = "what"
overlay = "facts/what.toml"
default_endpoint = true
"""


def load(folder: Path, text: str) -> Config:
    """The configuration of this text in a folder."""
    path = folder / "pyproject.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)
