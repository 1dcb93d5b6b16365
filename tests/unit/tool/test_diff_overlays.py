"""`typedsoap diff` with overlays: which are read, what is a change, what is wrong."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.support.command import Completed, typedsoap
from tests.support.goldens import GOLDEN
from tests.support.repository import Repository

WSDL = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
DICTIONARY = GOLDEN / "dictionary" / "in.wsdl"
NEEDED = "[types.Order.fields.Customer]\nrequired = true\n"
MADE_REQUIRED = "overlay-made-required: overlay Orders / type Order / field Customer"
PROJECT = '[tool.typedsoap]\npackage = "shop"\n\n[[tool.typedsoap.services]]\n'


def write(folder: Path, overlay: str | None = None, wsdl: str = WSDL) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "orders.wsdl").write_text(wsdl, "utf-8")
    (folder / "orders.overlay.toml").unlink(missing_ok=True)
    if overlay is not None:
        (folder / "orders.overlay.toml").write_text(overlay, "utf-8")
    return folder


def diff(folder: Path, *arguments: str) -> Completed:
    return typedsoap("diff", *arguments, folder=folder)


def changes(folder: Path, *arguments: str) -> list[str]:
    done = diff(folder, *arguments, "--format", "json")
    assert done.stderr == ""
    found = json.loads(done.stdout)["changes"]
    return [f"{change['rule']}: {' / '.join(change['path'])}" for change in found]


def test_the_overlay_beside_a_wsdl(tmp_path: Path) -> None:
    write(tmp_path / "old", "")
    write(tmp_path / "new", f"\n{NEEDED}")
    sides = "old/orders.wsdl", "new/orders.wsdl"
    assert changes(tmp_path, *sides) == [MADE_REQUIRED]
    assert changes(tmp_path, *sides[::-1]) == [
        MADE_REQUIRED.replace("required", "optional")
    ]
    done = diff(tmp_path, *sides)
    assert done.exit_code == 1
    assert done.stdout == (
        "1 change: 1 breaking, 0 warning, 0 safe\n"
        "\n"
        "Place\n"
        f"  breaking {MADE_REQUIRED}: optional -> required\n"
        "           The overlay says that there is always a value.\n"
        "           requests breaking, replies safe, Python breaking; db931efbb20818e4"
        " (new/orders.overlay.toml:2)\n"
    )
    annotated = diff(tmp_path, *sides, "--format", "github")
    assert annotated.stdout.startswith(
        "::error title=overlay-made-required,file=new/orders.overlay.toml,line=2::"
    )


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_a_folder_and_a_zip(tmp_path: Path, kind: str) -> None:
    write(tmp_path / "old", "")
    write(tmp_path / "new", NEEDED)
    sides = "old", "new"
    if kind == "zip":
        for side in sides:
            with zipfile.ZipFile(tmp_path / f"{side}.zip", "w") as archive:
                for path in (tmp_path / side).iterdir():
                    archive.write(path, path.name)
        sides = "old.zip", "new.zip"
    assert changes(tmp_path, *sides) == [MADE_REQUIRED]


def test_what_a_vendor_sends_says_nothing_of_overlays(tmp_path: Path) -> None:
    write(tmp_path / "ours", NEEDED)
    write(tmp_path / "sent")
    assert changes(tmp_path, "ours/orders.wsdl", "sent/orders.wsdl") == []
    assert changes(tmp_path, "ours", "sent") == []
    assert changes(tmp_path, "sent", "ours") == []


def test_a_revision_is_complete(tmp_path: Path) -> None:
    repository = Repository.create(tmp_path / "project")
    write(repository.folder)
    repository.commit()
    write(repository.folder, NEEDED)
    sides = "git:HEAD:orders.wsdl", "orders.wsdl"
    assert changes(repository.folder, *sides) == [MADE_REQUIRED]
    repository.commit()
    assert changes(repository.folder, *sides) == []
    done = diff(repository.folder, "git:HEAD~1:.", ".")
    assert "(./orders.overlay.toml:1)" in done.stdout
    done = diff(repository.folder, ".", "git:HEAD~1:.")
    assert "overlay-made-optional" in done.stdout
    assert "(./orders.overlay.toml:1)" in done.stdout


def test_against_takes_what_is_configured_on_each_side(tmp_path: Path) -> None:
    repository = Repository.create(tmp_path / "project")
    folder = write(repository.folder)
    (folder / "said.txt").write_text("", "utf-8")
    service = 'wsdl = "orders.wsdl"\noverlay = "{}"\n'
    (folder / "pyproject.toml").write_text(
        PROJECT + service.format("said.txt"), "utf-8"
    )
    repository.commit()
    assert changes(folder, "--against", "HEAD") == []
    (folder / "said.txt").write_text(NEEDED, "utf-8")
    assert changes(folder, "--against", "HEAD") == [MADE_REQUIRED]
    repository.commit()
    (folder / "pyproject.toml").write_text(PROJECT + service.format("o.toml"), "utf-8")
    (folder / "o.toml").write_text("", "utf-8")
    assert changes(folder, "--against", "HEAD") == [
        MADE_REQUIRED.replace("required", "optional")
    ]


def test_a_rule_for_every_operation_is_one_for_each(tmp_path: Path) -> None:
    write(tmp_path / "old", '[operations."*"]\nidempotent = true\n')
    write(tmp_path / "new", "[operations.Place]\nidempotent = true\n")
    assert changes(tmp_path, "old", "new") == []


def test_what_has_no_effect_is_no_change(tmp_path: Path) -> None:
    write(tmp_path / "old", "")
    write(tmp_path / "new", "[types.Order.fields.Number]\nrequired = true\n")
    assert changes(tmp_path, "old", "new") == []


def test_a_new_element_that_the_overlay_requires_breaks_code(tmp_path: Path) -> None:
    added = '<xs:element name="Carrier" type="xs:string" minOccurs="0"/></xs:sequence>'
    assert WSDL.count("</xs:sequence>") > 0
    write(tmp_path / "old", "")
    needed = "[types.Order.fields.Carrier]\nrequired = true\n"
    write(tmp_path / "new", needed, WSDL.replace("</xs:sequence>", added, 1))
    assert changes(tmp_path, "old", "new") == [
        MADE_REQUIRED.replace("Customer", "Carrier"),
        "optional-element-added: type Order / element Carrier",
    ]


def test_a_version_in_a_namespace_is_no_difference(tmp_path: Path) -> None:
    overlay = (
        '[types."{{urn:example:orders:{}}}Order".fields.Customer]\nrequired = true\n'
    )
    for side, number in (("old", 1), ("new", 2)):
        wsdl = WSDL.replace("urn:example:orders", f"urn:example:orders:{number}")
        assert wsdl != WSDL
        write(tmp_path / side, overlay.format(number), wsdl)
    assert changes(tmp_path, "old", "new") == ["namespace-version-changed: "]


def test_an_old_overlay_that_does_not_fit_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "old", "[types.Ordr]\nname = 'Purchase'\n")
    write(tmp_path / "new", NEEDED)
    done = diff(tmp_path, "old", "new", "--format", "json")
    assert done.stderr.splitlines()[0] == (
        "old/orders.overlay.toml:1: warning TS235: passed over:"
        " the contract has no type called 'Ordr'"
    )
    (change,) = json.loads(done.stdout)["changes"]
    assert change["rule"] == "overlay-made-required"


def test_a_new_overlay_that_does_not_fit_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "old", "")
    write(tmp_path / "new", "[types.Ordr]\nname = 'Purchase'\n")
    done = diff(tmp_path, "old", "new")
    assert (done.exit_code, done.stdout) == (2, "")
    first = done.stderr.splitlines()[0]
    assert first.startswith("new/orders.overlay.toml:1: error TS221: ")


@pytest.mark.parametrize("broken", ["[types", "[type]\n", "[types.Order]\nname = 1\n"])
def test_an_overlay_that_cannot_be_read_is_an_error(
    tmp_path: Path, broken: str
) -> None:
    repository = Repository.create(tmp_path / "project")
    write(repository.folder, broken)
    repository.commit()
    write(repository.folder, NEEDED)
    done = diff(repository.folder, "git:HEAD:orders.wsdl", "orders.wsdl")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("git:HEAD:orders.overlay.toml:")
    done = diff(repository.folder, ".", "git:HEAD:.")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("git:HEAD:./orders.overlay.toml:")


def test_release_notes(tmp_path: Path) -> None:
    write(tmp_path / "old", "[service]\ndocumentation = 'Takes orders.'\n")
    write(tmp_path / "new", "[service]\ndocumentation = 'Takes all orders.'\n")
    done = diff(tmp_path, "old", "new", "--changelog")
    assert (
        done.stdout
        == "### Changed\n\n- The documentation of overlay Orders / client class.\n"
    )


def test_an_overlay_that_was_configured_outside_of_git(tmp_path: Path) -> None:
    repository = Repository.create(tmp_path / "project")
    folder = write(repository.folder)
    service = 'wsdl = "orders.wsdl"\noverlay = "../o.toml"\n'
    (folder / "pyproject.toml").write_text(PROJECT + service, "utf-8")
    (tmp_path / "o.toml").write_text(NEEDED, "utf-8")
    repository.commit()
    done = diff(folder, "--against", "HEAD")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "error TS601: 'o.toml' of the configuration in git:" in done.stderr


def test_no_name_of_an_overlay_is_a_line_of_the_report(tmp_path: Path) -> None:
    wsdl = DICTIONARY.read_text("utf-8")
    key = r"a\n  safe     all-is-well: everything"
    for side, overlay in (
        ("old", ""),
        ("new", f'[types.Labels]\nsecret_keys = ["{key}"]\n'),
    ):
        write(tmp_path / side, overlay, wsdl)
    done = diff(tmp_path, "old", "new")
    (line,) = [line for line in done.stdout.splitlines() if "all-is-well" in line]
    assert line.startswith("  safe     overlay-secret-added: overlay ")


def test_what_has_no_name_in_the_contract_is_known_by_its_place(tmp_path: Path) -> None:
    wsdl = (GOLDEN / "repeated-groups" / "in.wsdl").read_text("utf-8")
    write(tmp_path / "old", "", wsdl)
    overlay = '[operations.Draw.result."(choice)"]\nname = "shapes"\n'
    write(tmp_path / "new", overlay, wsdl)
    (change,) = changes(tmp_path, "old", "new")
    assert change.startswith("overlay-name-changed: overlay ")
    assert change.endswith(" / operation Draw / result (choice)")


def test_a_header_block_whose_part_has_a_type(tmp_path: Path) -> None:
    wsdl = (GOLDEN / "header-blocks-of-types" / "in.wsdl").read_text("utf-8")
    write(tmp_path / "old", "", wsdl)
    write(tmp_path / "new", "[headers.request.session]\nsecret = true\n", wsdl)
    assert changes(tmp_path, "old/orders.wsdl", "new/orders.wsdl") == [
        "overlay-secret-added: overlay Orders / request-header session"
    ]
