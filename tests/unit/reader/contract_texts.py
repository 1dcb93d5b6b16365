"""The contracts of this repository: as texts, read, and read again where changed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.support.modules import ROOT
from typedsoap.contract import Contract
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

SERVICES = ("messaging", "so_principal")


@cache
def text(service: str) -> str:
    """The text of a service's WSDL."""
    return (ROOT / "wsdl" / f"{service}.wsdl").read_text("utf-8")


@cache
def contract(service: str) -> Contract:
    """What its WSDL says."""
    return read_contract(load(ROOT / "wsdl" / f"{service}.wsdl"))[0]


def read(changed: str | bytes, folder: Path) -> Contract:
    """What a changed text says."""
    path = folder / "changed.wsdl"
    path.write_bytes(changed.encode() if isinstance(changed, str) else changed)
    return read_contract(load(path))[0]
