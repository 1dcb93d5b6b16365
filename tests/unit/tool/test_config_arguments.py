"""The run that a command line and a configuration describe together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.tool.configurations import FULL, load
from typedsoap.config import Config, ServiceConfig
from typedsoap.config.arguments import choose_config, config_from_arguments, override
from typedsoap.errors import TypedSoapError


def test_wsdl_files_on_the_command_line(orders_project: Path) -> None:
    elsewhere = orders_project.parent / "Other.wsdl"
    config = config_from_arguments(
        [Path("wsdl/orders.wsdl"), elsewhere], Path("out"), "shop"
    )
    assert config == Config(
        root=orders_project,
        output=orders_project / "out",
        package="shop",
        distribution="shop",
        write_distribution=False,
        services=(
            ServiceConfig(
                wsdl=orders_project / "wsdl" / "orders.wsdl",
                display="wsdl/orders.wsdl",
                module="orders",
                overlay=orders_project / "wsdl" / "orders.overlay.toml",
            ),
            ServiceConfig(wsdl=elsewhere, display="Other.wsdl", module="other"),
        ),
    )


def test_the_command_line_needs_a_package(orders_project: Path) -> None:
    with pytest.raises(TypedSoapError, match=r"TS205.*\n.*--package NAME"):
        config_from_arguments([orders_project / "a.wsdl"], None, None)
    with pytest.raises(TypedSoapError, match="TS206"):
        config_from_arguments([orders_project / "a.wsdl"], None, "a-b")


def test_two_files_of_one_name_on_the_command_line() -> None:
    with pytest.raises(TypedSoapError, match=r"TS207: module 'a' is also that of"):
        config_from_arguments([Path("x/a.wsdl"), Path("y/A.wsdl")], None, "shop")


@pytest.mark.parametrize(
    ("file", "module"),
    [
        ("Values.wsdl", "values_service"),
        ("types.wsdl", "types_service"),
        ("CON.wsdl", "con_service"),
        ("service.wsdl", "service"),
    ],
)
def test_a_file_named_like_a_module_of_every_package(file: str, module: str) -> None:
    config = config_from_arguments([Path(file)], None, "shop")
    assert [service.module for service in config.services] == [module]


def test_the_command_line_goes_before_the_file(orders_project: Path) -> None:
    config = load(orders_project, FULL)
    changed = override(config, Path("elsewhere"), "store")
    assert (changed.output, changed.package) == (orders_project / "elsewhere", "store")
    assert override(config, None, None) == config
    with pytest.raises(TypedSoapError, match="TS206"):
        override(config, None, "1")


def test_what_the_command_line_leaves_open_is_configured(orders_project: Path) -> None:
    config = load(orders_project, FULL)
    assert choose_config([]) == config
    assert choose_config([], file=orders_project / "pyproject.toml") == config
    assert choose_config([], Path("x")).output == orders_project / "x"
    only = choose_config([Path("a.wsdl")], package="other")
    assert [service.display for service in only.services] == ["a.wsdl"]


@pytest.mark.usefixtures("orders_project")
def test_neither_configuration_nor_arguments() -> None:
    with pytest.raises(TypedSoapError, match=r"TS209: no pyproject\.toml"):
        choose_config([])


@pytest.mark.usefixtures("orders_project")
def test_a_configuration_file_that_is_missing() -> None:
    with pytest.raises(TypedSoapError, match=r"^none\.toml: error TS201"):
        choose_config([], file=Path("none.toml"))
