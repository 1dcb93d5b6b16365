"""`typedsoap diff --against`: what is configured, and what it was in another branch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import Completed, typedsoap
from tests.support.goldens import GOLDEN
from tests.support.repository import Repository
from typedsoap.contract import Contract
from typedsoap.errors import Diagnostic
from typedsoap.revisions import texts
from typedsoap.source.model import Documents
from typedsoap.wsdl.reading import read_contract

OLD = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
RATING = '"Rating" type="xs:int"'
NEW = OLD.replace(f'{RATING} minOccurs="0"', RATING)
OTHER = (GOLDEN / "header-blocks-and-failure" / "in.wsdl").read_text("utf-8")
CONFIGURATION = """\
[tool.typedsoap]
package = "shop"
templates = "own"

[[tool.typedsoap.services]]
wsdl = "wsdl/orders.wsdl"
"""
MORE = '\n[[tool.typedsoap.services]]\nwsdl = "wsdl/other.wsdl"\n'


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A project, and a branch `change` of it that is checked out."""
    repository = Repository.create(tmp_path / "project")
    (repository.folder / "wsdl").mkdir()
    (repository.folder / "own").mkdir()
    write(repository, "wsdl/orders.wsdl", OLD)
    write(repository, "pyproject.toml", CONFIGURATION)
    repository.commit()
    repository.git("switch", "-q", "-c", "change")
    return repository


def write(repository: Repository, path: str, text: str) -> None:
    (repository.folder / path).write_text(text, "utf-8")


def run(repository: Repository, *arguments: str, against: str = "main") -> Completed:
    return typedsoap(
        *("diff", "--against", against, *arguments), folder=repository.folder
    )


def rules(repository: Repository, *arguments: str) -> list[tuple[str, str]]:
    done = run(repository, "--format", "json", *arguments)
    assert done.stderr == ""
    changes = json.loads(done.stdout)["changes"]
    return [(change["rule"], change["path"][-1]) for change in changes]


def test_no_changes(repository: Repository) -> None:
    done = run(repository)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "no changes\n", "")


@pytest.mark.parametrize("committed", [True, False])
def test_a_change_of_the_branch(repository: Repository, committed: bool) -> None:
    base = repository.git("rev-parse", "HEAD")
    write(repository, "wsdl/orders.wsdl", NEW)
    if committed:
        repository.commit()
    done = run(repository)
    assert done.exit_code == 1
    assert "breaking element-made-required: type Order / element Rating" in done.stdout
    place = f"(git:{base[:12]}:wsdl/orders.wsdl:17 -> wsdl/orders.wsdl:17)"
    assert done.stdout.endswith(f" {place}\n")


def test_changes_of_the_other_branch_are_not_those_of_this_one(
    repository: Repository,
) -> None:
    repository.commit("of the branch")
    repository.git("switch", "-q", "main")
    write(repository, "wsdl/orders.wsdl", NEW)
    repository.commit("of main")
    repository.git("switch", "-q", "change")
    assert rules(repository) == []


def test_a_service_more_and_one_less(repository: Repository) -> None:
    write(repository, "wsdl/other.wsdl", OTHER)
    write(repository, "pyproject.toml", CONFIGURATION + MORE)
    added = rules(repository, "--fail-on", "none")
    assert [rule for rule, _ in added] == ["service-added"]
    repository.commit()
    repository.git("branch", "-f", "main", "change")
    write(repository, "pyproject.toml", CONFIGURATION)
    removed = rules(repository)
    assert [rule for rule, _ in removed] == ["service-removed"]


def test_a_text_that_is_the_same_on_both_sides_is_read_once(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, "wsdl/other.wsdl", OTHER)
    write(repository, "pyproject.toml", CONFIGURATION + MORE)
    repository.commit()
    repository.git("branch", "-f", "main", "change")
    read: list[str] = []

    def reading(documents: Documents) -> tuple[Contract, tuple[Diagnostic, ...]]:
        read.append(documents.root.display)
        return read_contract(documents)

    monkeypatch.setattr(texts, "read_contract", reading)
    assert rules(repository) == []
    assert len(read) == 2
    write(repository, "wsdl/orders.wsdl", NEW)
    read.clear()
    assert rules(repository) == [("element-made-required", "element Rating")]
    assert sorted(name.partition("wsdl/")[2] for name in read) == [
        "orders.wsdl",
        "orders.wsdl",
        "other.wsdl",
    ]


def test_a_wsdl_that_moved_is_the_same_service(repository: Repository) -> None:
    write(repository, "wsdl/other.wsdl", OTHER)
    write(repository, "pyproject.toml", CONFIGURATION + MORE)
    repository.commit()
    repository.git("branch", "-f", "main", "change")
    repository.git("mv", "wsdl/orders.wsdl", "wsdl/shop.wsdl")
    text = CONFIGURATION.replace("orders.wsdl", "shop.wsdl")
    write(repository, "pyproject.toml", text + MORE)
    assert rules(repository) == []


def test_two_wsdls_of_the_same_services(repository: Repository) -> None:
    write(repository, "wsdl/other.wsdl", OLD)
    write(repository, "pyproject.toml", CONFIGURATION + MORE)
    repository.commit()
    repository.git("branch", "-f", "main", "change")
    write(repository, "wsdl/other.wsdl", NEW)
    assert rules(repository) == [("element-made-required", "element Rating")]


def test_a_project_in_a_folder(repository: Repository) -> None:
    inner = repository.folder / "inner"
    (inner / "wsdl").mkdir(parents=True)
    (inner / "own").mkdir()
    (inner / "wsdl/orders.wsdl").write_text(OLD, "utf-8")
    (inner / "pyproject.toml").write_text(CONFIGURATION, "utf-8")
    repository.commit()
    repository.git("branch", "-f", "main", "change")
    (inner / "wsdl/orders.wsdl").write_text(NEW, "utf-8")
    from_inside = typedsoap("diff", "--against", "main", folder=inner)
    assert ":wsdl/orders.wsdl:17 -> wsdl/orders.wsdl:17" in from_inside.stdout
    done = run(repository, "--config", "inner/pyproject.toml")
    assert ":inner/wsdl/orders.wsdl:17 -> inner/wsdl/orders.wsdl:17" in done.stdout


def test_a_configuration_that_was_not_there_yet(repository: Repository) -> None:
    repository.git("mv", "pyproject.toml", "other.toml")
    repository.commit()
    done = run(repository, "--config", "other.toml")
    assert done.exit_code == 0
    assert "service-added" in done.stdout


def test_ignored_changes(repository: Repository) -> None:
    write(repository, "wsdl/orders.wsdl", NEW)
    (change,) = json.loads(run(repository, "--format", "json").stdout)["changes"]
    ignored = (
        "\n[[tool.typedsoap.diff.ignore]]\n"
        f'fingerprint = "{change["fingerprint"]}"\nreason = "nobody rates"\n'
    )
    write(repository, "pyproject.toml", CONFIGURATION + ignored)
    done = run(repository)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("no changes but 1 ignored\n")


@pytest.mark.parametrize(
    ("against", "code"), [("none", "TS601"), ("--output=x", "TS601"), ("root", "TS632")]
)
def test_what_is_no_other_branch(
    against: str, code: str, repository: Repository
) -> None:
    repository.git("switch", "-q", "--orphan", "root")
    repository.commit()
    repository.git("switch", "-q", "change")
    done = run(repository, against=against)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"error {code}: " in done.stderr
    assert f"'{against}'" in done.stderr
    assert not (repository.folder / "x").exists()


def test_a_wsdl_that_git_does_not_have(repository: Repository) -> None:
    for written, message in (
        ("ignored.wsdl", "ignored.wsdl: error TS001"),
        ("../../out.wsdl", "error TS601: 'out.wsdl' of the configuration in git:"),
    ):
        text = CONFIGURATION.replace("wsdl/orders.wsdl", written)
        write(repository, "pyproject.toml", text)
        repository.commit()
        repository.git("branch", "-f", "main", "change")
        (repository.folder / written).write_text(OLD, "utf-8")
        done = run(repository)
        assert (done.exit_code, done.stdout) == (2, "")
        assert message in done.stderr
        (repository.folder / written).unlink()


def test_without_git(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "pyproject.toml").write_text(CONFIGURATION, "utf-8")
    done = typedsoap("diff", "--against", "main", folder=tmp_path)
    assert done.exit_code == 2
    assert "error TS601: git says: " in done.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("a",), ("a", "--against", "main"), ("a", "b", "--against", "m")]
)
def test_usage(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = typedsoap("diff", *arguments, folder=tmp_path)
    assert done.exit_code == 2
    assert "give OLD and NEW, or --against REV" in done.stderr
