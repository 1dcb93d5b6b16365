"""Both distributions, built, installed in clean environments and used."""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.packaging.environments import Environment, build, create
from tests.support.goldens import GOLDEN
from tests.support.modules import ROOT

pytestmark = pytest.mark.packaging

CALL = Path(__file__).with_name("call.py").read_text("utf-8")


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    return build(ROOT, tmp_path_factory.mktemp("tool"))


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    return build(ROOT / "generated", tmp_path_factory.mktemp("client"))


@pytest.fixture(scope="module", params=["wheel", "sdist"])
def tool_environment(
    request: pytest.FixtureRequest,
    tool: Sequence[Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Environment:
    environment = create(tmp_path_factory.mktemp("tool-environment"))
    environment.install(tool[["wheel", "sdist"].index(request.param)])
    return environment


@pytest.fixture(scope="module", params=["wheel", "sdist"])
def client_environment(
    request: pytest.FixtureRequest,
    client: Sequence[Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Environment:
    environment = create(tmp_path_factory.mktemp("client-environment"))
    environment.install(client[["wheel", "sdist"].index(request.param)])
    return environment


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_wheel_of_the_tool_holds_sources_and_templates(tool: Sequence[Path]) -> None:
    with zipfile.ZipFile(tool[0]) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    sources = {f"typedsoap/{name}" for name in _files(ROOT / "generator" / "typedsoap")}
    templates = {f"typedsoap/templates/{name}" for name in _files(ROOT / "templates")}
    assert "typedsoap/py.typed" in sources
    assert names == sources | templates


def test_wheel_of_the_client_holds_the_package(client: Sequence[Path]) -> None:
    with zipfile.ZipFile(client[0]) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    package = {
        f"services86/{name}" for name in _files(ROOT / "generated" / "services86")
    }
    assert "services86/py.typed" in package
    assert names == package


def test_sdists_hold_the_licence_or_the_project_file(
    tool: Sequence[Path], client: Sequence[Path]
) -> None:
    with tarfile.open(tool[1]) as sdist:
        assert "typedsoap-0.1.0/LICENSE" in sdist.getnames()
    with tarfile.open(client[1]) as sdist:
        assert "services86-0.1.0/pyproject.toml" in sdist.getnames()


def test_the_installed_tool_works(
    tool_environment: Environment, tmp_path: Path
) -> None:
    shutil.copy(GOLDEN / "result-shapes" / "in.wsdl", tmp_path / "orders.wsdl")
    arguments = ("orders.wsdl", "--output", "src", "--package", "shop")
    tool_environment.run("typedsoap", "check", *arguments, cwd=tmp_path, expect=1)
    tool_environment.run("typedsoap", "generate", *arguments, cwd=tmp_path)
    tool_environment.run("typedsoap", "check", *arguments, cwd=tmp_path)
    shown = tool_environment.run(
        *("python", "-m", "typedsoap", "show", "orders.wsdl"), cwd=tmp_path
    )
    assert "find" in shown.stdout
    assert _files(ROOT / "templates" / "runtime") <= _files(
        tmp_path / "src/shop/_runtime"
    )


def test_the_installed_tool_gives_what_is_committed(
    tool_environment: Environment, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "wsdl", tmp_path / "wsdl")
    tool_environment.run("typedsoap", "generate", cwd=tmp_path)
    written, committed = tmp_path / "generated", ROOT / "generated"
    assert _files(written) == _files(committed)
    for name in _files(written):
        assert (written / name).read_bytes() == (committed / name).read_bytes(), name


def test_the_client_needs_two_libraries(client_environment: Environment) -> None:
    assert client_environment.installed() == {"services86", "lxml", "urllib3"}


def test_the_installed_client_calls(
    client_environment: Environment, tmp_path: Path
) -> None:
    done = client_environment.run(
        "python", "-I", "-W", "error", "-c", CALL, cwd=tmp_path
    )
    assert done.stdout == "ann signed in\n"
