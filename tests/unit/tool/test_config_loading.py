from __future__ import annotations

from pathlib import Path

import pytest

from typedsoap.config import Config, ServiceConfig
from typedsoap.config.arguments import choose_config, config_from_arguments, override
from typedsoap.config.loading import find_config, load_config
from typedsoap.errors import TypedSoapError
from typedsoap.source.limits import Limits

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


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "wsdl").mkdir()
    (tmp_path / "wsdl" / "orders.overlay.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def load(project: Path, text: str) -> Config:
    path = project / "pyproject.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def problems(project: Path, text: str) -> list[str]:
    with pytest.raises(TypedSoapError) as raised:
        load(project, text)
    return [str(diagnostic) for diagnostic in raised.value.diagnostics]


def test_every_key_arrives_where_it_belongs(project: Path) -> None:
    assert load(project, FULL) == Config(
        root=project,
        output=project / "out",
        package="shop",
        distribution="shop-client",
        version="1.2.3",
        description="Orders things.",
        write_distribution=True,
        keep=("extra.py", "more/*"),
        services=(
            ServiceConfig(
                wsdl=project / "wsdl" / "orders.wsdl",
                display="wsdl/orders.wsdl",
                module="orders",
                overlay=project / "wsdl" / "orders.overlay.toml",
            ),
            ServiceConfig(
                wsdl=project / "wsdl" / "so_what.wsdl",
                display="wsdl/so_what.wsdl",
                module="what",
                overlay=project / "facts" / "what.toml",
                default_endpoint=True,
            ),
        ),
    )


def test_the_least_configuration(project: Path) -> None:
    config = load(
        project,
        "[tool.typedsoap]\npackage = 'my_shop'\n"
        "[[tool.typedsoap.services]]\nwsdl = '../Orders.wsdl'\n",
    )
    assert config == Config(
        root=project,
        output=project,
        package="my_shop",
        distribution="my-shop",
        write_distribution=False,
        services=(
            ServiceConfig(
                wsdl=project.parent / "Orders.wsdl",
                display="Orders.wsdl",
                module="orders",
            ),
        ),
    )


SERVICE = "[[tool.typedsoap.services]]\nwsdl = 'a.wsdl'\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[tool.typedsoap]\npackage = 'shop'\npackge = 'x'\n" + SERVICE,
            "pyproject.toml:3: error TS203: unknown key 'packge' in [tool.typedsoap]\n"
            "    hint: did you mean 'package'?",
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\n" + SERVICE + "modul = 'x'\n",
            "pyproject.toml:5: error TS203: unknown key 'modul' in "
            "[tool.typedsoap.services]\n    hint: did you mean 'module'?",
        ),
        (
            "[tool.typedsoap]\npackage = 1\n" + SERVICE,
            "pyproject.toml:2: error TS204: 'package' in [tool.typedsoap] must be a "
            "string, not an integer",
        ),
        (
            "[tool.typedsoap]\n" + SERVICE,
            "pyproject.toml:1: error TS205: [tool.typedsoap] needs 'package'",
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\n",
            "pyproject.toml:1: error TS205: [tool.typedsoap] names no service\n"
            '    hint: add [[tool.typedsoap.services]] with wsdl = "..."',
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\nservices = 'a.wsdl'\n",
            "pyproject.toml:3: error TS204: 'services' in [tool.typedsoap] must be an "
            "array of tables, written [[...services]], not a string",
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\n[[tool.typedsoap.services]]\n",
            "pyproject.toml:3: error TS205: [tool.typedsoap.services] needs 'wsdl'",
        ),
        (
            "[tool.typedsoap]\npackage = 'my shop'\n" + SERVICE,
            "pyproject.toml:2: error TS206: 'my shop' cannot be the name of a package\n"
            "    hint: use letters, digits and underscores, such as orders_client",
        ),
        (
            "[tool.typedsoap]\npackage = 'json'\n" + SERVICE,
            "pyproject.toml:2: error TS208: a package called 'json' would hide one "
            "that is needed\n"
            "    hint: use letters, digits and underscores, such as orders_client",
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\n" + SERVICE + "module = 'types'\n",
            "pyproject.toml:5: error TS208: module 'types' is one that every generated "
            'package has\n    hint: set module = "..."',
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\n" + SERVICE + "module = '_runtime'\n",
            "pyproject.toml:5: error TS206: '_runtime' cannot be the name of a module: "
            "lower-case letters, digits and underscores, a letter first\n"
            '    hint: set module = "..."',
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\n" + SERVICE + SERVICE,
            "pyproject.toml:6: error TS207: module 'a' is also that of a.wsdl\n"
            '    hint: set module = "..."',
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\nkeep = ['../x.py']\n" + SERVICE,
            "pyproject.toml:3: error TS206: '../x.py' is no pattern for paths below "
            "the package, written with '/'",
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\n"
            "distribution = { name = 'a b' }\noutput = 'o'\n" + SERVICE,
            "pyproject.toml:3: error TS206: 'a b' cannot be the name of a distribution",
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\n"
            "distribution = { version = 'new' }\noutput = 'o'\n" + SERVICE,
            "pyproject.toml:3: error TS206: 'new' is no version such as 1.2.0",
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\n"
            'distribution = { description = "a\\nb" }\noutput = "o"\n' + SERVICE,
            "pyproject.toml:3: error TS206: a description is one line of printable "
            "text",
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\nlimits = { files = 0 }\n" + SERVICE,
            "pyproject.toml:3: error TS206: 'files' in [tool.typedsoap.limits] must be "
            "positive",
        ),
        (
            "[tool.typedsoap]\npackage = 'shop'\nlimits = { files = true }\n" + SERVICE,
            "pyproject.toml:3: error TS204: 'files' in [tool.typedsoap.limits] must be "
            "an integer, not true or false",
        ),
        (
            "[tool]\n",
            "pyproject.toml: error TS209: there is no [tool.typedsoap] here\n"
            "    hint: add the section, or name WSDL files on the command line",
        ),
    ],
)
def test_mistakes(project: Path, text: str, expected: str) -> None:
    assert problems(project, text) == [expected]


def test_the_configuration_is_looked_for_upward(project: Path) -> None:
    inner = project / "out" / "deep"
    inner.mkdir(parents=True)
    assert find_config(inner) is None
    (project / "out" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (project / "pyproject.toml").write_text(FULL)
    assert find_config(inner) == project / "pyproject.toml"


def test_a_file_above_is_named_as_seen_from_here(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "wsdl")
    (problem,) = problems(project, "[tool.typedsoap]\n" + SERVICE)
    assert problem.startswith(f"{(project / 'pyproject.toml').as_posix()}:1: ")


def test_wsdl_files_on_the_command_line(project: Path) -> None:
    elsewhere = project.parent / "Other.wsdl"
    config = config_from_arguments(
        [Path("wsdl/orders.wsdl"), elsewhere], Path("out"), "shop"
    )
    assert config == Config(
        root=project,
        output=project / "out",
        package="shop",
        distribution="shop",
        write_distribution=False,
        services=(
            ServiceConfig(
                wsdl=project / "wsdl" / "orders.wsdl",
                display="wsdl/orders.wsdl",
                module="orders",
                overlay=project / "wsdl" / "orders.overlay.toml",
            ),
            ServiceConfig(wsdl=elsewhere, display="Other.wsdl", module="other"),
        ),
    )


def test_the_command_line_needs_a_package(project: Path) -> None:
    with pytest.raises(TypedSoapError, match=r"TS205.*\n.*--package NAME"):
        config_from_arguments([project / "a.wsdl"], None, None)
    with pytest.raises(TypedSoapError, match="TS206"):
        config_from_arguments([project / "a.wsdl"], None, "a-b")


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


def test_the_command_line_goes_before_the_file(project: Path) -> None:
    config = load(project, FULL)
    changed = override(config, Path("elsewhere"), "store")
    assert (changed.output, changed.package) == (project / "elsewhere", "store")
    assert override(config, None, None) == config
    with pytest.raises(TypedSoapError, match="TS206"):
        override(config, None, "1")


def test_what_the_command_line_leaves_open_is_configured(project: Path) -> None:
    config = load(project, FULL)
    assert choose_config([]) == config
    assert choose_config([], file=project / "pyproject.toml") == config
    assert choose_config([], Path("x")).output == project / "x"
    only = choose_config([Path("a.wsdl")], package="other")
    assert [service.display for service in only.services] == ["a.wsdl"]


@pytest.mark.usefixtures("project")
def test_neither_configuration_nor_arguments() -> None:
    with pytest.raises(TypedSoapError, match=r"TS209: no pyproject\.toml"):
        choose_config([])


@pytest.mark.usefixtures("project")
def test_a_configuration_file_that_is_missing() -> None:
    with pytest.raises(TypedSoapError, match=r"^none\.toml: error TS201"):
        choose_config([], file=Path("none.toml"))


def test_limits_hold_for_every_service(project: Path) -> None:
    limits = "[tool.typedsoap.limits]\nfiles = 7\nbytes = 99\n"
    config = load(project, FULL + limits)
    assert {service.limits for service in config.services} == {
        Limits(files=7, bytes=99, definitions=50_000, operations=20_000)
    }
    assert load(project, FULL).services[0].limits == Limits()
