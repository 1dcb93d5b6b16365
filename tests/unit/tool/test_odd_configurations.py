"""Configurations that are well-formed and yet cannot be run, each with its advice."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from typedsoap.config.arguments import choose_config, config_from_arguments
from typedsoap.config.loading import load_config
from typedsoap.config.services import service_of_file
from typedsoap.errors import Diagnostic, TypedSoapError
from typedsoap.overlay.loading import load_overlay
from typedsoap.toml.source import MAX_BYTES

SERVICE = "[[tool.typedsoap.services]]\nwsdl = 'a.wsdl'\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def problem(text: str) -> Diagnostic:
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TypedSoapError) as raised:
        choose_config([])
    (found,) = raised.value.diagnostics
    return found


@pytest.mark.parametrize("text", ["[tool]\ntypedsoap = 3\n", "tool = 3\n"])
def test_a_section_of_another_type_is_not_taken_for_none(text: str) -> None:
    found = problem(text)
    assert found.code == "TS204"
    assert str(found.where).startswith("pyproject.toml:")


def test_an_empty_list_of_services() -> None:
    found = problem("[tool.typedsoap]\npackage = 'shop'\nservices = []\n")
    assert found.code == "TS205"
    assert str(found.where) == "pyproject.toml:3"


def test_a_distribution_that_would_be_written_over_the_configuration() -> None:
    text = "[tool.typedsoap]\npackage = 'shop'\n[tool.typedsoap.distribution]\n"
    found = problem(text + SERVICE)
    assert found.code == "TS206"
    assert str(found.where) == "pyproject.toml:3"
    assert found.hint is not None
    assert "output" in found.hint


def test_a_distribution_beside_a_configuration_of_another_name() -> None:
    text = "[tool.typedsoap]\npackage = 'shop'\n[tool.typedsoap.distribution]\n"
    Path("run.toml").write_text(text + SERVICE, encoding="utf-8")
    assert load_config(Path("run.toml")).write_distribution


@pytest.mark.parametrize("package", ["a-b", "class", "typing", "lxml"])
def test_an_unusable_package_name_comes_with_advice(package: str) -> None:
    found = problem(f"[tool.typedsoap]\npackage = '{package}'\n{SERVICE}")
    with pytest.raises(TypedSoapError) as raised:
        config_from_arguments([Path("a.wsdl")], None, package)
    (other,) = raised.value.diagnostics
    assert found.hint
    assert other.hint == found.hint


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_a_pipe_is_not_read() -> None:
    os.mkfifo("pipe.toml")
    with pytest.raises(TypedSoapError, match=r"pipe\.toml: error TS201") as raised:
        load_config(Path("pipe.toml"))
    assert raised.value.diagnostics[0].hint
    with pytest.raises(TypedSoapError, match="extra: error TS201"):
        load_overlay(Path("pipe.toml"), "extra")


def test_a_file_without_an_end_is_not_read() -> None:
    Path("long.toml").write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(TypedSoapError, match=r"long\.toml: error TS201"):
        load_config(Path("long.toml"))


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_wsdl_that_no_file_can_be_called_has_no_overlay(name: str) -> None:
    assert service_of_file(Path(name), Path.cwd()).overlay is None
