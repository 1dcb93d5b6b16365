"""`typedsoap diff`: its sides, formats and exit codes."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN

OLD = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
NEW = OLD.replace('"Rating" type="xs:int" minOccurs="0"', '"Rating" type="xs:int"')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("old", OLD), ("new", NEW)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "orders.wsdl").write_text(text, "utf-8")
    with zipfile.ZipFile(tmp_path / "new.zip", "w") as archive:
        archive.writestr("deep/orders.wsdl", NEW)
    return tmp_path


@pytest.mark.parametrize("old", ["old", "old/orders.wsdl"])
@pytest.mark.parametrize("new", ["new", "new/orders.wsdl", "new.zip"])
def test_text(old: str, new: str, folder: Path) -> None:
    done = typedsoap("diff", old, new, folder=folder)
    assert (done.exit_code, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert lines[:4] == [
        "1 change: 1 breaking, 0 warning, 0 safe",
        "",
        "Place",
        "  breaking element-made-required: type Order / element Rating:"
        " optional -> required",
    ]
    assert lines[5].startswith(
        "           requests breaking, replies safe, Python breaking; "
    )
    inner = "deep/orders.wsdl" if new == "new.zip" else "orders.wsdl"
    place = new if new.endswith(".wsdl") else f"{new}/{inner}"
    assert lines[5].endswith(f" (old/orders.wsdl:17 -> {place}:17)")


def test_git_with_imports(folder: Path) -> None:
    def git(*arguments: str) -> None:
        name = ["-c", "user.name=n", "-c", "user.email=e@example.com"]
        subprocess.run(
            ["git", *name, *arguments], cwd=folder, check=True, capture_output=True
        )

    start, end = OLD.index("<xs:schema"), OLD.index("</xs:schema>") + 12
    schema = OLD[start:end].replace(
        "<xs:schema",
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        ' xmlns:tns="urn:example:orders"',
        1,
    )
    importing = (
        '<xs:schema><xs:import namespace="urn:example:orders"'
        ' schemaLocation="../orders.xsd"/></xs:schema>'
    )
    (folder / "orders.xsd").write_text(schema, "utf-8")
    (folder / "old/orders.wsdl").write_text(
        OLD[:start] + importing + OLD[end:], "utf-8"
    )
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    (folder / "old/orders.wsdl").write_text(NEW, "utf-8")
    for old, new in (
        ("git:HEAD:old", "old"),
        ("git:HEAD:old/orders.wsdl", "old/orders.wsdl"),
    ):
        done = typedsoap("diff", old, new, "--format", "json", folder=folder)
        assert (done.exit_code, done.stderr) == (1, "")
        (change,) = json.loads(done.stdout)["changes"]
        assert change["rule"] == "element-made-required"
        assert change["old_location"]["file"].endswith("orders.xsd")
    below = typedsoap("diff", "git:HEAD:orders.wsdl", ".", folder=folder / "old")
    assert below.exit_code == 1
    missing = typedsoap("diff", "git:HEAD:none.wsdl", "old", folder=folder)
    assert missing.exit_code == 2
    assert "TS601" in missing.stderr
    unknown = typedsoap("diff", "git:--output=x:old", "old", folder=folder)
    assert unknown.exit_code == 2
    assert "TS601" in unknown.stderr
    assert not (folder / "x").exists()


@pytest.mark.parametrize(
    ("fail_on", "code"), [("breaking", 1), ("warning", 1), ("any", 1), ("none", 0)]
)
def test_fail_on(fail_on: str, code: int, folder: Path) -> None:
    done = typedsoap("diff", "old", "new", "--fail-on", fail_on, folder=folder)
    assert done.exit_code == code
    same = typedsoap("diff", "old", "old", "--fail-on", fail_on, folder=folder)
    assert (same.exit_code, same.stdout) == (0, "no changes\n")


def test_markdown_and_annotations(folder: Path) -> None:
    done = typedsoap("diff", "old", "new", "--format", "markdown", folder=folder)
    assert done.stdout.splitlines()[-1] == (
        "| breaking | element-made-required | type Order / element Rating | optional"
        " | required | requests breaking, replies safe, Python breaking | Place |"
    )
    done = typedsoap("diff", "old", "new", "--format", "github", folder=folder)
    assert done.stdout == (
        "::error title=element-made-required,file=new/orders.wsdl,line=17::type Order"
        " / element Rating: optional -> required;"
        " requests breaking, replies safe, Python breaking\n"
    )


@pytest.mark.parametrize(
    ("side", "code"),
    [("git:HEAD", "TS601"), ("empty", "TS602"), ("twice", "TS603"), ("b.zip", "TS604")],
)
def test_a_side_that_is_none(side: str, code: str, folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "twice").mkdir()
    (folder / "twice/a.wsdl").write_text(OLD, "utf-8")
    (folder / "twice/b.wsdl").write_text(OLD, "utf-8")
    (folder / "b.zip").write_bytes(b"PK")
    done = typedsoap("diff", side, "old", folder=folder)
    assert (done.exit_code, done.stdout) == (2, "")
    assert code in done.stderr
