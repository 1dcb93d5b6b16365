"""Pinned files: from a file, foreign ones, edits by hand, and a disk that fails."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
import pytest

from tests.support.command import typedsoap
from tests.unit.pin.vendor import CHANGED, ORDERS, XSD, Project, importing
from typedsoap.config.loading import load_config
from typedsoap.errors import TypedSoapError
from typedsoap.output.lock import locked
from typedsoap.output.writing import Disk
from typedsoap.pinning.candidate import Candidate, make_candidate
from typedsoap.pinning.storing import store
from typedsoap.source.documents import load

URL = "https://vendor.example/orders?wsdl"
NOW = "2026-01-31T12:00:00Z"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "types.xsd").write_text(XSD, "utf-8")
    (tmp_path / "saved" / "o.wsdl").write_text(importing("types.xsd"), "utf-8")
    (tmp_path / "new.wsdl").write_text(CHANGED, "utf-8")
    return Project(tmp_path, URL)


def stored(project: Project) -> dict[str, bytes]:
    files = project.files()
    return {name: files[name] for name in files if name.startswith("wsdl/")}


def test_from_a_file(project: Project) -> None:
    done = project.pin("--from", "saved/o.wsdl")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "orders: not pinned yet; saved/o.wsdl\n"
        "add    wsdl/orders.wsdl\n"
        "add    wsdl/orders.example-orders.xsd\n"
        "add    wsdl/typedsoap.lock\n"
    )
    lock = project.lock.read_text("utf-8")
    assert 'source = "o.wsdl"' in lock
    assert 'source = "types.xsd"' in lock
    assert project.pin("--check", "--from", "saved/o.wsdl").exit_code == 0
    assert project.pin("--check", "--from", "new.wsdl").exit_code == 1
    assert project.pin("--check", "--from", "wsdl/orders.wsdl").exit_code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="names are texts there")
def test_from_a_file_whose_name_is_no_text(project: Project) -> None:
    path = Path(os.fsdecode(os.fsencode(project.folder) + b"/\xff.wsdl"))
    path.write_text(ORDERS, "utf-8")
    done = project.pin("--from", str(path))
    assert (done.exit_code, done.stderr) == (0, "")
    assert 'source = "?.wsdl"' in project.lock.read_text("utf-8")


def test_the_same_is_stored_as_the_same(project: Project) -> None:
    project.pin("--from", "saved/o.wsdl")
    before = {path: path.stat().st_mtime_ns for path in project.wsdls.iterdir()}
    assert project.pin("--from", "saved/o.wsdl").stdout == (
        "orders: unchanged; saved/o.wsdl\n"
    )
    assert {p: p.stat().st_mtime_ns for p in project.wsdls.iterdir()} == before


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (importing("https://vendor.example/types.xsd"), "TS008"),
        (importing("none.xsd"), "TS001"),
        (ORDERS[:700], "TS004"),
    ],
)
def test_a_file_that_cannot_be_read(text: str, code: str, project: Project) -> None:
    project.pin("--from", "saved/o.wsdl")
    (project.folder / "bad.wsdl").write_text(text, "utf-8")
    project.refused(code, "--from", "bad.wsdl")


def test_a_url_where_a_file_is_meant(project: Project) -> None:
    done = typedsoap(
        "show", "https://vendor.example/orders?wsdl", folder=project.folder
    )
    assert done.exit_code == 2
    assert "hint: nothing is fetched but by 'typedsoap pin'" in done.stderr


def test_a_foreign_file_is_not_overwritten(project: Project) -> None:
    project.wsdls.mkdir()
    foreign = project.wsdls / "orders.example-orders.xsd"
    foreign.write_text("mine", "utf-8")
    errors = project.refused("TS615", "--from", "saved/o.wsdl")
    assert errors.startswith("wsdl/orders.example-orders.xsd: error TS615: ")


def test_an_edit_by_hand_is_told(project: Project) -> None:
    project.pin("--from", "new.wsdl")
    typedsoap("generate", "--no-cache", folder=project.folder)
    quiet = typedsoap("check", "--no-cache", folder=project.folder)
    assert (quiet.exit_code, quiet.stderr) == (0, "")
    crlf = project.wsdl.read_bytes().replace(b"\n", b"\r\n")
    project.wsdl.write_bytes(crlf)
    assert "TS613" not in typedsoap("check", folder=project.folder).stderr
    project.wsdl.write_bytes(crlf + b"<!-- mine -->")
    told = typedsoap("check", "--no-cache", folder=project.folder)
    assert told.stderr.startswith(
        "wsdl/orders.wsdl: warning TS613: this file is pinned and was edited by hand\n"
    )
    strict = typedsoap("check", "--no-cache", "--strict", folder=project.folder)
    assert strict.exit_code == 2
    again = project.pin("--from", "new.wsdl")
    assert "warning TS613" in again.stderr
    assert again.exit_code == 0
    assert b"mine" not in project.wsdl.read_bytes()


def test_a_pinned_file_that_is_gone_is_told(project: Project) -> None:
    project.pin("--from", "saved/o.wsdl")
    (project.wsdls / "orders.example-orders.xsd").unlink()
    told = typedsoap("check", "--no-cache", folder=project.folder)
    assert told.exit_code == 2


@pytest.mark.parametrize(
    "lock",
    [
        "version = 2\n",
        "[pins]\n",
        'version = 1\n[pins."orders.wsdl"]\nretrieved = 1\n',
        'version = 1\n[pins."orders.wsdl".files."../x"]\nsha256 = "' + "0" * 64 + '"\n',
        'version = 1\n[pins."orders.wsdl".files."x"]\nsha256 = "0"\n',
        "version = 1\nmore = 2\n",
    ],
)
def test_a_lock_file_that_cannot_be_understood(lock: str, project: Project) -> None:
    project.wsdls.mkdir()
    project.wsdl.write_text(ORDERS, "utf-8")
    project.lock.write_text(lock, "utf-8")
    errors = project.refused("TS612", "--from", "new.wsdl")
    assert errors.startswith("wsdl/typedsoap.lock")


def candidate(project: Project, file: str) -> Candidate:
    (service,) = load_config(project.folder / "pyproject.toml").services
    return make_candidate(service, load(project.folder / file))


class FailingDisk(Disk):
    """Fails at the n-th operation of any kind."""

    def __init__(self, number: int) -> None:
        self.left = number

    def _count(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise OSError(28, "No space left on device")

    def write(self, path: Path, content: bytes) -> None:
        self._count()
        super().write(path, content)

    def move(self, path: Path, target: Path) -> None:
        self._count()
        super().move(path, target)


# Two files are written, moved aside and moved into place; one is moved aside to go.
@pytest.mark.parametrize("number", range(1, 8))
def test_a_disk_that_fails_changes_nothing(number: int, project: Project) -> None:
    project.pin("--from", "saved/o.wsdl")
    before = project.files()
    new = candidate(project, "new.wsdl")
    with pytest.raises(TypedSoapError) as raised:
        store([new], NOW, FailingDisk(number))
    assert [found.code for found in raised.value.diagnostics] == ["TS405"]
    assert project.files() == before


def test_a_disk_that_works(project: Project) -> None:
    project.pin("--from", "saved/o.wsdl")
    store([candidate(project, "new.wsdl")], NOW, FailingDisk(8))
    assert sorted(stored(project)) == ["wsdl/orders.wsdl", "wsdl/typedsoap.lock"]


def test_the_folder_that_was_made_goes_with_a_failure(project: Project) -> None:
    with pytest.raises(TypedSoapError):
        store([candidate(project, "new.wsdl")], NOW, FailingDisk(2))
    assert not project.wsdls.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked otherwise")
def test_one_run_at_a_time(project: Project) -> None:
    project.pin("--from", "saved/o.wsdl")
    with locked(project.wsdls):
        before = project.files()
        done = project.pin("--from", "new.wsdl")
        assert done.exit_code == 2
        assert "error TS406: " in done.stderr
        assert project.files() == before


class Terminal:
    """Stands for a terminal whose user answers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
        self.asked: list[str] = []

        def confirm(text: str) -> bool:
            self.asked.append(text)
            return answer

        monkeypatch.setattr(click, "confirm", confirm)
        monkeypatch.setattr("typedsoap.cli.pin.at_terminal", lambda: True)


@pytest.mark.parametrize("answer", [True, False])
def test_on_a_terminal_it_asks(
    answer: bool, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(monkeypatch, answer)
    assert project.pin("--from", "saved/o.wsdl").exit_code == 0
    assert terminal.asked == [], "nothing is replaced"
    before = stored(project)
    assert project.pin("--check", "--from", "new.wsdl").exit_code == 1
    assert terminal.asked == []
    done = project.pin("--from", "new.wsdl")
    assert terminal.asked == ["Replace the pinned files?"]
    assert done.exit_code == (0 if answer else 1)
    assert (stored(project) != before) is answer


def test_yes_is_not_asked_for(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(monkeypatch, False)
    project.pin("--from", "saved/o.wsdl")
    assert project.pin("--yes", "--from", "new.wsdl").exit_code == 0
    assert terminal.asked == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["order"], "no service is called 'order'\n    hint: did you mean 'orders'?"),
        (["stock"], "the service 'stock' does not say where its WSDL is from"),
        (["--from", "new.wsdl"], "a file is for one service, and there are several"),
        (["orders", "stock", "--from", "new.wsdl"], "a file is for one service"),
    ],
)
def test_services_that_are_none(
    arguments: list[str], told: str, project: Project
) -> None:
    with (project.folder / "pyproject.toml").open("a") as file:
        file.write('[[tool.typedsoap.services]]\nwsdl = "wsdl/stock.wsdl"\n')
    assert told in project.refused("TS611", *arguments)
