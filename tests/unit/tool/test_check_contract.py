"""`typedsoap check` says what changed in a contract, from what git has of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN
from tests.support.repository import Repository

OLD = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
RATING = '"Rating" type="xs:int"'
NEW = OLD.replace(f'{RATING} minOccurs="0"', RATING)
NEWER = NEW.replace(RATING, '"Rating" type="xs:long"')
CONFIGURATION = """\
[tool.typedsoap]
package = "shop"
output = "src"

[[tool.typedsoap.services]]
wsdl = "wsdl/orders.wsdl"
"""
WSDL = "wsdl/orders.wsdl"
UNKNOWN = "  what it was is not in git's recent history, so no changes are shown"
REQUIRED = "element-made-required: type Order / element Rating: optional -> required"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated") / "project"
    (folder / "wsdl").mkdir(parents=True)
    (folder / WSDL).write_text(OLD, "utf-8")
    (folder / "pyproject.toml").write_text(CONFIGURATION, "utf-8")
    assert typedsoap("generate", folder=folder).exit_code == 0
    return folder


@pytest.fixture
def project(generated: Path, tmp_path: Path) -> Path:
    return shutil.copytree(generated, tmp_path / "project")


@pytest.fixture
def repository(project: Path) -> Repository:
    repository = Repository.create(project)
    repository.commit()
    return repository


def told(folder: Path, *arguments: str) -> list[str]:
    """The lines before those about files."""
    done = typedsoap("check", *arguments, folder=folder)
    assert (done.exit_code, done.stderr) == (1, "")
    return done.stdout.partition("\n\n")[0].splitlines()


def expected(commit: str, prefix: str = "", output: str = "src/shop") -> list[str]:
    return [
        f"{output}: not in sync",
        f"contract changed: {WSDL}",
        "  1 change: 1 breaking, 0 warning, 0 safe",
        f"    breaking {REQUIRED}",
        f"  in full: typedsoap diff git:{commit[:12]}:{prefix}{WSDL} {prefix}{WSDL}",
    ]


def test_an_edit_that_is_not_committed(repository: Repository) -> None:
    commit = repository.git("rev-parse", "HEAD")
    (repository.folder / WSDL).write_text(NEW, "utf-8")
    lines = told(repository.folder)
    assert lines == expected(commit)
    # The command that it names shows the same.
    command = lines[-1].partition("typedsoap ")[2].split()
    done = typedsoap(*command, folder=repository.folder)
    assert done.stdout.splitlines()[0] == lines[2].strip()


def test_an_edit_that_is_committed_without_the_package(repository: Repository) -> None:
    commit = repository.git("rev-parse", "HEAD")
    (repository.folder / WSDL).write_text(NEW, "utf-8")
    repository.commit()
    (repository.folder / "README").touch()
    repository.commit()
    assert told(repository.folder) == expected(commit)


def test_a_package_that_is_committed_before_its_wsdl(project: Path) -> None:
    repository = Repository.create(project)
    (project / WSDL).write_text(NEWER, "utf-8")
    repository.commit("the package alone")
    (project / WSDL).write_text(OLD, "utf-8")
    commit = repository.commit("the WSDL")
    (project / WSDL).write_text(NEW, "utf-8")
    repository.commit()
    assert told(project) == expected(commit)


def test_only_the_very_text_counts(repository: Repository) -> None:
    """Another text with the same contract is not what was generated from."""
    (repository.folder / WSDL).write_text(f"{OLD}<!-- -->\n", "utf-8")
    repository.git("add", "--all")
    repository.git("commit", "-q", "--amend", "-m", "x")
    (repository.folder / WSDL).write_text(NEW, "utf-8")
    assert told(repository.folder)[2:] == [UNKNOWN]


def test_an_import_that_has_changed(project: Path) -> None:
    start, end = OLD.index("<xs:schema"), OLD.index("</xs:schema>") + 12
    schema = OLD[start:end].replace(
        "<xs:schema",
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        ' xmlns:tns="urn:example:orders"',
        1,
    )
    importing = (
        '<xs:schema><xs:import namespace="urn:example:orders"'
        ' schemaLocation="../xsd/orders.xsd"/></xs:schema>'
    )
    (project / "xsd").mkdir()
    (project / "xsd/orders.xsd").write_text(schema, "utf-8")
    (project / WSDL).write_text(OLD[:start] + importing + OLD[end:], "utf-8")
    assert typedsoap("generate", folder=project).exit_code == 0
    repository = Repository.create(project)
    commit = repository.commit()
    changed = schema.replace(f'{RATING} minOccurs="0"', RATING)
    (project / "xsd/orders.xsd").write_text(changed, "utf-8")
    repository.commit()
    assert told(project) == expected(commit)


def test_from_another_folder(tmp_path: Path, generated: Path) -> None:
    repository = Repository.create(tmp_path / "all")
    project = shutil.copytree(generated, repository.folder / "one")
    commit = repository.commit()
    (project / WSDL).write_text(NEW, "utf-8")
    lines = told(repository.folder, "--config", "one/pyproject.toml")
    assert lines == expected(commit, "one/", "one/src/shop")


def test_without_git_it_is_not_known(project: Path) -> None:
    (project / WSDL).write_text(NEW, "utf-8")
    assert told(project)[1:] == [f"contract changed: {WSDL}", UNKNOWN]


def test_a_repository_without_commits(project: Path) -> None:
    Repository.create(project)
    (project / WSDL).write_text(NEW, "utf-8")
    assert told(project)[2:] == [UNKNOWN]


def test_a_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    (repository.folder / WSDL).write_text(NEW, "utf-8")
    repository.commit()
    url = repository.folder.as_uri()
    repository.git("clone", "-q", "--depth", "1", url, str(tmp_path / "clone"))
    assert told(tmp_path / "clone")[2:] == [UNKNOWN]


def test_causes_come_in_their_order(repository: Repository) -> None:
    (repository.folder / WSDL).write_text(NEW, "utf-8")
    (repository.folder / "src/shop/errors.py").write_text("# mine\n", "utf-8")
    text = CONFIGURATION.replace('"src"', '"src"\nkeep = ["mine.py"]')
    (repository.folder / "pyproject.toml").write_text(text, "utf-8")
    assert [line for line in told(repository.folder) if line[:1] != " "] == [
        "src/shop: not in sync",
        f"contract changed: {WSDL}",
        "configuration changed",
        "edited by hand: shop/errors.py",
    ]


def test_ignored_changes_do_not_count(repository: Repository) -> None:
    (repository.folder / WSDL).write_text(NEW, "utf-8")
    done = typedsoap("check", "--format", "json", folder=repository.folder)
    (reason,) = json.loads(done.stdout)["reasons"]
    (change,) = reason["contract"]["diff"]["changes"]
    assert reason["contract"]["new"] == WSDL
    assert change["rule"] == "element-made-required"
    assert change["old_location"]["file"] == reason["contract"]["old"]
    ignored = (
        "\n[[tool.typedsoap.diff.ignore]]\n"
        f'fingerprint = "{change["fingerprint"]}"\nreason = "nobody rates"\n'
    )
    (repository.folder / "pyproject.toml").write_text(CONFIGURATION + ignored, "utf-8")
    lines = told(repository.folder)
    assert lines[1:3] == [f"contract changed: {WSDL}", "  no changes but 1 ignored"]


def test_the_summary_of_a_job(repository: Repository) -> None:
    (repository.folder / WSDL).write_text(NEW, "utf-8")
    errors = repository.folder / "src/shop/errors.py"
    errors.write_text("# mine\n", "utf-8")
    done = typedsoap("check", "--format", "markdown", folder=repository.folder)
    lines = done.stdout.splitlines()
    assert (done.exit_code, done.stderr) == (1, "")
    assert lines[:4] == [
        "**src/shop: not in sync**",
        "",
        f"- contract changed: {WSDL}",
        "",
    ]
    assert lines[4] == "**1 change: 1 breaking, 0 warning, 0 safe**"
    assert lines[8].startswith(
        "| breaking | element-made-required | type Order / element Rating | optional |"
    )
    assert lines[9:11] == ["", "- edited by hand: shop/errors.py"]
    assert lines[-1].endswith(
        " files differ. To bring it in sync, run: typedsoap generate"
    )


def test_the_summary_without_git(project: Path) -> None:
    (project / WSDL).write_text(NEW, "utf-8")
    done = typedsoap("check", "--format", "markdown", folder=project)
    assert done.stdout.splitlines()[2:5] == [
        f"- contract changed: {WSDL}",
        "",
        UNKNOWN.strip(),
    ]
