"""A plan that is remembered is the plan that would be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import wsdl
from typedsoap import pipeline
from typedsoap.cache.store import Store
from typedsoap.config import Config
from typedsoap.config.arguments import config_from_arguments
from typedsoap.errors import TypedSoapError


def project(folder: Path) -> Config:
    return config_from_arguments([folder / "orders.wsdl"], folder, "orders_client")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "orders.wsdl").write_text(wsdl(), "utf-8")
    return tmp_path


def reading_fails(*_: object) -> None:
    raise AssertionError("the services are read")


def test_nothing_is_read_again_where_nothing_has_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(folder / "cache")
    without = pipeline.plan(project(folder))
    first = pipeline.plan(project(folder), store=store)
    monkeypatch.setattr(pipeline, "read_services", reading_fails)
    second = pipeline.plan(project(folder), store=store)
    assert without == first == second


def test_a_changed_wsdl_overlay_or_configuration_is_seen(folder: Path) -> None:
    store = Store(folder / "cache")
    first = pipeline.plan(project(folder), store=store)
    file = folder / "orders.wsdl"
    file.write_text(file.read_text("utf-8") + "<!-- later -->", "utf-8")
    second = pipeline.plan(project(folder), store=store)
    assert second.inputs != first.inputs
    overlay = folder / "orders.overlay.toml"
    overlay.write_text('[service]\ndocumentation = "Takes orders."\n', "utf-8")
    third = pipeline.plan(project(folder), store=store)
    assert third == pipeline.plan(project(folder))
    assert third.files != second.files
    overlay.write_text('[service]\ndocumentation = "Takes more."\n', "utf-8")
    fourth = pipeline.plan(project(folder), store=store)
    assert fourth == pipeline.plan(project(folder))
    assert fourth.files != third.files
    file.unlink()
    with pytest.raises(TypedSoapError):
        pipeline.plan(project(folder), store=store)


def test_an_entry_of_another_shape_is_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(folder / "cache")
    expected = pipeline.plan(project(folder))
    for content in (b"", b"[]", b"{}", b'{"read": {}, "files": {}}', b"\xff"):

        def get(key: str, content: bytes = content) -> bytes | None:
            return content if key.startswith("plan ") else None

        monkeypatch.setattr(store, "get", get)
        assert pipeline.plan(project(folder), store=store) == expected
