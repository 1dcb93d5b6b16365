"""A class model that was tampered with never becomes a client."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from xsdata.codegen.models import Attr, Class

from tests.support.schemas import wsdl_with
from typedsoap.bindings import binding as bindings
from typedsoap.bindings.xsdata_classes import load_classes
from typedsoap.config import Config, ServiceConfig
from typedsoap.errors import TypedSoapError
from typedsoap.pipeline import build_view, plan
from typedsoap.service_source import read_services


def remove(attrs: list[Attr]) -> None:
    attrs.pop(1)


def move(attrs: list[Attr]) -> None:
    attrs.append(attrs.pop(0))


def rename(attrs: list[Attr]) -> None:
    attrs[0].local_name = "Renamed"


@pytest.mark.parametrize(
    ("spoil", "code"), [(remove, "TS312"), (move, "TS313"), (rename, "TS312")]
)
def test_generation_fails(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[list[Attr]], None],
    code: str,
) -> None:
    service = ServiceConfig(
        wsdl=wsdl_with(tmp_path), display="shop.wsdl", module="shop"
    )
    config = Config(
        root=tmp_path,
        output=tmp_path / "out",
        package="shop_client",
        distribution="shop-client",
        services=(service,),
    )
    assert build_view(config, read_services(config.services)).services

    def spoiled(schemas: Iterable[tuple[str, bytes]]) -> list[Class]:
        classes = load_classes(schemas)
        spoil(next(c for c in classes if c.name == "Order").attrs)
        return classes

    monkeypatch.setattr(bindings, "load_classes", spoiled)
    with pytest.raises(TypedSoapError) as caught:
        plan(config)
    assert code in {diagnostic.code for diagnostic in caught.value.diagnostics}
    assert "{urn:shop}Order" in str(caught.value)
