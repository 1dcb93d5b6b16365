"""The section `tool.typedsoap` of a file: found, loaded, and its mistakes told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.tool.configurations import FULL, load
from typedsoap.config import Config, ServiceConfig
from typedsoap.config.loading import find_config
from typedsoap.errors import TypedSoapError
from typedsoap.source.limits import Limits


def problems(orders_project: Path, text: str) -> list[str]:
    with pytest.raises(TypedSoapError) as raised:
        load(orders_project, text)
    return [str(diagnostic) for diagnostic in raised.value.diagnostics]


def test_every_key_arrives_where_it_belongs(orders_project: Path) -> None:
    assert load(orders_project, FULL) == Config(
        root=orders_project,
        output=orders_project / "out",
        package="shop",
        distribution="shop-client",
        version="1.2.3",
        description="Orders things.",
        write_distribution=True,
        keep=("extra.py", "more/*"),
        services=(
            ServiceConfig(
                wsdl=orders_project / "wsdl" / "orders.wsdl",
                display="wsdl/orders.wsdl",
                module="orders",
                overlay=orders_project / "wsdl" / "orders.overlay.toml",
            ),
            ServiceConfig(
                wsdl=orders_project / "wsdl" / "so_what.wsdl",
                display="wsdl/so_what.wsdl",
                module="what",
                overlay=orders_project / "facts" / "what.toml",
                default_endpoint=True,
            ),
        ),
    )


def test_the_least_configuration(orders_project: Path) -> None:
    config = load(
        orders_project,
        "[tool.typedsoap]\npackage = 'my_shop'\n"
        "[[tool.typedsoap.services]]\nwsdl = '../Orders.wsdl'\n",
    )
    assert config == Config(
        root=orders_project,
        output=orders_project,
        package="my_shop",
        distribution="my-shop",
        write_distribution=False,
        services=(
            ServiceConfig(
                wsdl=orders_project.parent / "Orders.wsdl",
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
def test_mistakes(orders_project: Path, text: str, expected: str) -> None:
    assert problems(orders_project, text) == [expected]


def test_the_configuration_is_looked_for_upward(orders_project: Path) -> None:
    inner = orders_project / "out" / "deep"
    inner.mkdir(parents=True)
    assert find_config(inner) is None
    (orders_project / "out" / "pyproject.toml").write_text(
        "[orders_project]\nname = 'x'\n"
    )
    (orders_project / "pyproject.toml").write_text(FULL)
    assert find_config(inner) == orders_project / "pyproject.toml"


def test_a_file_above_is_named_as_seen_from_here(
    orders_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(orders_project / "wsdl")
    (problem,) = problems(orders_project, "[tool.typedsoap]\n" + SERVICE)
    assert problem.startswith(f"{(orders_project / 'pyproject.toml').as_posix()}:1: ")


def test_limits_hold_for_every_service(orders_project: Path) -> None:
    limits = "[tool.typedsoap.limits]\nfiles = 7\nbytes = 99\n"
    config = load(orders_project, FULL + limits)
    assert {service.limits for service in config.services} == {
        Limits(files=7, bytes=99, definitions=50_000, operations=20_000)
    }
    assert load(orders_project, FULL).services[0].limits == Limits()
