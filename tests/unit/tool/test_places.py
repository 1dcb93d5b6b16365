"""A message names a file as it can be opened from the current folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from typedsoap.config.arguments import choose_config
from typedsoap.errors import TypedSoapError
from typedsoap.pipeline import plan


def places(*wsdls: Path) -> list[str]:
    with pytest.raises(TypedSoapError) as raised:
        plan(choose_config(wsdls, package="shop" if wsdls else None))
    return [str(diagnostic.where) for diagnostic in raised.value.diagnostics]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(
        "[tool.typedsoap]\npackage = 'shop'\n"
        "[[tool.typedsoap.services]]\nwsdl = 'wsdl/orders.wsdl'\n",
        encoding="utf-8",
    )
    (tmp_path / "wsdl").mkdir()
    (tmp_path / "wsdl" / "orders.wsdl").write_text("<a>\n<b></a>", encoding="utf-8")
    return tmp_path


def test_from_the_folder_of_the_configuration(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    assert places() == ["wsdl/orders.wsdl:2"]


def test_from_a_folder_below(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "wsdl")
    assert places() == ["orders.wsdl:2"]


def test_a_file_elsewhere(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wsdl = project / "wsdl" / "orders.wsdl"
    (project / "here").mkdir()
    monkeypatch.chdir(project / "here")
    assert places(wsdl) == [f"{wsdl.as_posix()}:2"]
    assert places(Path("../wsdl/orders.wsdl")) == [f"{wsdl.as_posix()}:2"]
