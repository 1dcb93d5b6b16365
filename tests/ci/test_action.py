"""The action, run on pull requests of a small repository."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.ci.pull_requests import (
    NEW,
    OLD,
    REQUIRED,
    WSDL,
    checked_out,
    new_project,
)
from tests.ci.runner import Job, run_action
from tests.support.command import typedsoap
from tests.support.repository import Repository

CHANGE = (
    "type Order / element Rating: optional -> required;"
    " requests breaking, replies safe, Python breaking"
)


@pytest.fixture
def origin(tmp_path: Path) -> Repository:
    """The repository, with a branch `change` that is checked out."""
    repository = new_project(tmp_path / "origin")
    repository.git("switch", "-q", "-c", "change")
    return repository


def propose(origin: Repository, text: str, *, generate: bool = False) -> None:
    (origin.folder / WSDL).write_text(text, "utf-8")
    if generate:
        assert typedsoap("generate", folder=origin.folder).exit_code == 0
    origin.commit("Change the contract")


def pull_request(
    origin: Repository,
    tmp_path: Path,
    *,
    depth: int = 1,
    given: Mapping[str, str] | None = None,
) -> Job:
    clone = checked_out(origin, "change", tmp_path / "clone", depth=depth)
    return run_action(clone, temporary(tmp_path), base="main", given=given)


def temporary(tmp_path: Path) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def test_a_pull_request_that_changes_no_contract(
    origin: Repository, tmp_path: Path
) -> None:
    (origin.folder / "README").touch()
    origin.commit()
    job = pull_request(origin, tmp_path)
    assert job.failed is None
    assert job.annotations() == []
    assert job.outputs["check.status"] == job.outputs["diff.status"] == "0"
    assert job.summary == (
        "### typedsoap check\n\n**src/shop: in sync**\n\n"
        "### typedsoap diff\n\n**no changes**\n\n"
    )


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_a_changed_contract_without_its_package(
    depth: int, origin: Repository, tmp_path: Path
) -> None:
    propose(origin, NEW)
    base = origin.git("rev-parse", "main")
    job = pull_request(origin, tmp_path, depth=depth)
    assert job.failed == "Judge"
    check, diff = job.annotations()
    assert check.startswith(
        "::error title=typedsoap check%3A contract,file=wsdl/orders.wsdl"
        "::contract changed: wsdl/orders.wsdl%0A1 change: 1 breaking, 0 warning, 0 safe%0A"
    )
    assert f"%0Ain full: typedsoap diff git:{base[:12]}:wsdl/orders.wsdl " in check
    assert diff == (f"::error title={REQUIRED},file=wsdl/orders.wsdl,line=17::{CHANGE}")
    row = f"| breaking | {REQUIRED} | type Order / element Rating |"
    assert job.summary.count(row) == 2
    assert "- contract changed: wsdl/orders.wsdl\n" in job.summary


def test_a_changed_contract_with_its_package(
    origin: Repository, tmp_path: Path
) -> None:
    propose(origin, NEW, generate=True)
    job = pull_request(origin, tmp_path)
    assert job.failed == "Judge"
    assert (job.outputs["check.status"], job.outputs["diff.status"]) == ("0", "1")
    assert len(job.annotations()) == 1
    assert job.log["Judge"] == "diff ended with exit code 1\n"


def test_a_change_that_is_no_failure(origin: Repository, tmp_path: Path) -> None:
    propose(origin, NEW, generate=True)
    job = pull_request(origin, tmp_path, given={"fail-on": "none"})
    assert job.failed is None
    assert job.outputs["diff.status"] == "0"
    assert len(job.annotations()) == 1


def test_what_the_base_changed_meanwhile_is_not_told(
    origin: Repository, tmp_path: Path
) -> None:
    (origin.folder / "README").touch()
    origin.commit()
    origin.git("switch", "-q", "main")
    propose(origin, NEW, generate=True)
    origin.git("switch", "-q", "change")
    assert pull_request(origin, tmp_path).annotations() == []


def test_an_edit_by_hand(origin: Repository, tmp_path: Path) -> None:
    path = origin.folder / "src/shop/errors.py"
    path.write_text(f"# mine\n{path.read_text('utf-8')}", "utf-8")
    origin.commit()
    job = pull_request(origin, tmp_path, given={"command": "check"})
    assert job.failed == "Judge"
    (line,) = job.annotations()
    assert line.startswith(
        "::error title=typedsoap check%3A edited,file=src/shop/errors.py,line=1::"
    )
    assert "typedsoap diff" not in job.summary
    assert "diff.status" not in job.outputs


def test_a_project_in_a_folder(tmp_path: Path) -> None:
    origin = new_project(tmp_path / "origin", "services/shop")
    origin.git("switch", "-q", "-c", "change")
    (origin.folder / "services/shop" / WSDL).write_text(NEW, "utf-8")
    origin.commit()
    for number, given in enumerate(
        (
            {"working-directory": "services/shop"},
            {"config": "services/shop/pyproject.toml"},
        )
    ):
        place = tmp_path / str(number)
        clone = checked_out(origin, "change", place / "clone")
        job = run_action(clone, temporary(place), base="main", given=given)
        files = [re.search(r"file=([^,:]*)", line) for line in job.annotations()]
        assert [f[1] for f in files if f] == [f"services/shop/{WSDL}"] * 2


def test_a_push_has_nothing_to_compare_with(tmp_path: Path) -> None:
    origin = new_project(tmp_path / "origin")
    job = run_action(origin.folder, temporary(tmp_path))
    assert job.failed is None
    assert job.log["Find the base"].startswith(
        "No pull request, and no input 'against'"
    )
    assert "Diff" not in job.log


def test_a_push_that_is_compared_with_a_commit(
    origin: Repository, tmp_path: Path
) -> None:
    propose(origin, NEW, generate=True)
    job = run_action(origin.folder, temporary(tmp_path), given={"against": "HEAD~1"})
    assert job.failed == "Judge"
    assert len(job.annotations()) == 1


def test_an_error_is_annotated(origin: Repository, tmp_path: Path) -> None:
    propose(origin, OLD.replace('type="tns:Order"', 'type="tns:Odd"', 1))
    job = pull_request(origin, tmp_path)
    assert job.failed == "Judge"
    assert (job.outputs["check.status"], job.outputs["diff.status"]) == ("2", "2")
    for line in job.annotations():
        assert re.match(
            r"::error title=error TS\d+,file=wsdl/orders\.wsdl,line=\d+", line
        )
    assert job.summary.count("It failed (exit code 2)") == 2


def test_the_name_of_a_branch_is_no_command(tmp_path: Path) -> None:
    base = "a;touch${IFS}pwned;$(touch${IFS}pwned)`touch${IFS}pwned`\"'&|"
    origin = new_project(tmp_path / "origin")
    origin.git("branch", "-m", base)
    origin.git("switch", "-q", "-c", "change")
    propose(origin, NEW, generate=True)
    clone = checked_out(origin, "change", tmp_path / "clone", base=base)
    job = run_action(clone, temporary(tmp_path), base=base)
    assert (job.failed, job.outputs["diff.status"]) == ("Judge", "1")
    assert len(job.annotations()) == 1
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.parametrize("against", ["--output=x", "$(touch pwned)", "none", "-h"])
def test_an_input_that_is_no_commit(
    against: str, origin: Repository, tmp_path: Path
) -> None:
    job = run_action(origin.folder, temporary(tmp_path), given={"against": against})
    assert job.failed is not None
    assert not (origin.folder / "x").exists()
    assert not list(tmp_path.rglob("pwned"))


def test_no_text_of_a_wsdl_is_a_command_or_markup(
    origin: Repository, tmp_path: Path
) -> None:
    evil = (
        "&#10;::stop-commands::x&#13;##[add-mask]y%0A::error::z"
        " $(touch pwned) | ![i](https://e.example/) \\| &lt;img src=x&gt; `c`"
    )
    text = re.sub('(?<=<soap:address location=")[^"]*', lambda _: evil, OLD)
    propose(origin, text, generate=True)
    job = pull_request(origin, tmp_path)
    (line,) = job.annotations()
    assert line.startswith(
        "::warning title=address-changed,file=wsdl/orders.wsdl,line="
    )
    for step in job.log.values():
        for printed in step.splitlines():
            assert printed.startswith("::warning") or "::" not in printed
    (row,) = [r for r in job.summary.splitlines() if "address-changed" in r]
    # As GitHub's Markdown splits the cells of a table.
    cells = re.findall(r"((?:\\[!-/:-@\[-`{-~]|[^|\n])*)\|", row.removeprefix("|"))
    assert len(cells) == 7
    assert "!\\[i\\](https" in cells[4]
    assert "\\<img src=x\\>" in cells[4]
    assert not list(tmp_path.rglob("pwned"))


def test_a_project_without_configuration(tmp_path: Path) -> None:
    origin = Repository.create(tmp_path / "origin")
    (origin.folder / "orders.wsdl").write_text(OLD, "utf-8")
    origin.commit()
    job = run_action(origin.folder, temporary(tmp_path), given={"against": "HEAD"})
    assert job.failed == "Judge"
    assert all("TS209" in line for line in job.annotations())
