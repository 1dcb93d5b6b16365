"""Archives and git revisions that `typedsoap diff` is given and that mean harm."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.support.command import Completed, typedsoap
from tests.support.wsdl_texts import wsdl


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "orders.wsdl").write_text(wsdl(), "utf-8")
    return tmp_path


def refused(folder: Path, side: str, code: str) -> Completed:
    done = typedsoap("diff", side, "orders.wsdl", folder=folder)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"error {code}: " in done.stderr
    assert "TS499" not in done.stderr
    return done


def test_an_archive_that_unpacks_to_too_much(folder: Path) -> None:
    with zipfile.ZipFile(folder / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("orders.wsdl", bytes(100 << 20))
    assert (folder / "b.zip").stat().st_size < 1 << 20
    refused(folder, "b.zip", "TS604")


def test_an_archive_that_lies_about_a_size(folder: Path) -> None:
    data = bytes(100 << 20)
    with zipfile.ZipFile(folder / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("orders.wsdl", data)
    content = (folder / "b.zip").read_bytes()
    size = len(data).to_bytes(4, "little")
    assert content.count(size) == 2
    (folder / "b.zip").write_bytes(content.replace(size, (9).to_bytes(4, "little")))
    refused(folder, "b.zip", "TS604")


def test_an_archive_of_too_many_files(folder: Path) -> None:
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        for number in range(2001):
            archive.writestr(f"{number}.wsdl", "")
    refused(folder, "b.zip", "TS604")


@pytest.mark.parametrize("name", ["../out.wsdl", "/out.wsdl", "a/../../out.wsdl"])
def test_an_archive_writes_nothing_elsewhere(name: str, folder: Path) -> None:
    inner = folder / "inner"
    inner.mkdir()
    (inner / "orders.wsdl").write_text(wsdl(), "utf-8")
    with zipfile.ZipFile(inner / "b.zip", "w") as archive:
        archive.writestr(name, wsdl())
    done = typedsoap("diff", "b.zip", "orders.wsdl", folder=inner)
    assert (done.exit_code, done.stdout) == (0, "no changes\n")
    assert sorted(path.name for path in folder.rglob("*.wsdl")) == [
        "orders.wsdl",
        "orders.wsdl",
    ]


def git(folder: Path, *arguments: str) -> None:
    name = ["-c", "user.name=n", "-c", "user.email=e@example.com"]
    subprocess.run(
        ["git", *name, *arguments], cwd=folder, check=True, capture_output=True
    )


@pytest.mark.parametrize("target", ["/etc/passwd", "../../out.wsdl", "orders.wsdl/x"])
def test_a_link_in_a_revision(target: str, folder: Path) -> None:
    os.symlink(target, folder / "link.wsdl")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    refused(folder, "git:HEAD:link.wsdl", "TS601")
    # Beside what is asked for it does no harm.
    done = typedsoap("diff", "git:HEAD:orders.wsdl", "orders.wsdl", folder=folder)
    assert (done.exit_code, done.stdout) == (0, "no changes\n")


def test_a_revision_with_too_much(folder: Path) -> None:
    (folder / "big.xml").write_bytes(bytes(70 << 20))
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    refused(folder, "git:HEAD:orders.wsdl", "TS604")
