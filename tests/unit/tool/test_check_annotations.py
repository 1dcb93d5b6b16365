"""`typedsoap check --format github`: one annotation a cause, at its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN
from tests.support.repository import Repository
from typedsoap.annotations import ERROR, annotation
from typedsoap.errors import Location

OLD = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
RATING = '"Rating" type="xs:int"'
CONFIGURATION = """\
[tool.typedsoap]
package = "shop"
output = "src"

[[tool.typedsoap.services]]
wsdl = "orders.wsdl"
"""
ADVICE = "%0ATo bring it in sync, run: typedsoap generate"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated") / "all" / "one"
    folder.mkdir(parents=True)
    (folder / "orders.wsdl").write_text(OLD, "utf-8")
    (folder / "pyproject.toml").write_text(CONFIGURATION, "utf-8")
    assert typedsoap("generate", folder=folder).exit_code == 0
    repository = Repository.create(folder.parent)
    repository.commit()
    return repository.folder


@pytest.fixture
def project(generated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in a folder of a repository that GitHub has checked out."""
    workspace = shutil.copytree(generated, tmp_path / "all")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(workspace))
    return workspace / "one"


def told(project: Path, *arguments: str) -> list[str]:
    done = typedsoap("check", "--format", "github", *arguments, folder=project)
    assert (done.exit_code, done.stderr) == (1, "")
    first, *lines = done.stdout.splitlines()
    assert first == "src/shop: not in sync"
    return lines


def test_in_sync(project: Path) -> None:
    done = typedsoap("check", "--format", "github", folder=project)
    assert (done.exit_code, done.stdout) == (0, "src/shop: in sync\n")


def test_a_contract(project: Path) -> None:
    text = OLD.replace(f'{RATING} minOccurs="0"', RATING)
    (project / "orders.wsdl").write_text(text, "utf-8")
    (line,) = told(project)
    assert re.sub("[0-9a-f]{12}", "REV", line) == (
        "::error title=typedsoap check%3A contract,file=one/orders.wsdl::contract changed:"
        " orders.wsdl%0A1 change: 1 breaking, 0 warning, 0 safe%0A  breaking"
        " element-made-required: type Order / element Rating: optional -> required%0A"
        f"in full: typedsoap diff git:REV:orders.wsdl orders.wsdl{ADVICE}"
    )


def test_a_text_a_configuration_and_two_edits(project: Path) -> None:
    (project / "orders.wsdl").write_text(f"{OLD}<!-- -->\n", "utf-8")
    text = CONFIGURATION.replace('"src"', '"src"\nkeep = ["mine.py"]')
    (project / "pyproject.toml").write_text(text, "utf-8")
    errors = project / "src/shop/errors.py"
    lines = errors.read_text("utf-8").splitlines(keepends=True)
    errors.write_text("".join([*lines[:19], "# mine\n", *lines[19:]]), "utf-8")
    (project / "src/shop/__init__.py").unlink()
    (project / "src/shop/own.py").touch()
    assert told(project) == [
        "::error title=typedsoap check%3A source,file=one/orders.wsdl::source text"
        f" changed, contract unchanged: orders.wsdl{ADVICE}",
        "::error title=typedsoap check%3A configuration,file=one/pyproject.toml"
        f"::configuration changed{ADVICE}",
        "::error title=typedsoap check%3A edited,file=one/src/shop/__init__.py"
        f"::removed by hand: shop/__init__.py{ADVICE}",
        "::error title=typedsoap check%3A edited,file=one/src/shop/errors.py,line=20"
        f"::edited by hand: shop/errors.py{ADVICE}",
        "::error title=typedsoap check%3A foreign,file=one/src/shop/own.py"
        "::not generated, and not listed in 'keep': shop/own.py",
    ]


def test_what_is_wrong_with_an_input(project: Path) -> None:
    text = OLD.replace('type="tns:Order"', 'type="tns:Odd"', 1)
    assert text != OLD
    (project / "orders.wsdl").write_text(text, "utf-8")
    done = typedsoap("check", "--format", "github", folder=project)
    assert (done.exit_code, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert lines
    for line in lines:
        assert re.match(
            r"::error title=error TS\d{3},file=one/orders\.wsdl,line=\d+::.*Odd", line
        )


def test_no_text_of_a_wsdl_is_a_command(project: Path) -> None:
    evil = "&#10;::stop-commands::x&#13;##[add-mask]y%0A::error::z"
    text = re.sub('(?<=<soap:address location=")[^"]*', evil, OLD)
    assert text != OLD
    (project / "orders.wsdl").write_text(text, "utf-8")
    lines = told(project)
    assert [line.partition(" ")[0] for line in lines] == ["::error"]
    assert "-> ::stop-commands::x ##[add-mask]y%250A::error::z" in lines[0]
    done = typedsoap(
        *("diff", "git:HEAD:orders.wsdl", "orders.wsdl", "--fail-on", "any"),
        *("--format", "github"),
        folder=project,
    )
    assert done.exit_code == 1
    for line in done.stdout.splitlines():
        assert re.match(r"::(error|warning|notice) title=[\w-]+", line)


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("a b.wsdl", "file=one/a b.wsdl,line=3"),
        ("../x.wsdl", "file=x.wsdl,line=3"),
        ("../../x.wsdl", "file=../../x.wsdl,line=3"),
        ("a,line=9::b%.wsdl", "file=one/a%2Cline=9%3A%3Ab%25.wsdl,line=3"),
        ("git:HEAD~1:x.wsdl", "file=one/x.wsdl"),
    ],
)
def test_a_place(
    file: str, shown: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    line = annotation(ERROR, "a\r\n::b", title="t\n", place=Location(file, 3))
    assert line == f"::error title=t%0A,{shown}::a%0D%0A::b"
