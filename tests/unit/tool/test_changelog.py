"""`typedsoap diff --changelog`: a part of release notes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.command import Completed, typedsoap
from tests.support.documents import blocks
from tests.support.goldens import GOLDEN
from tests.support.modules import ROOT
from typedsoap.changes import RULES, Change, Changes, Verdict
from typedsoap.changes.changelog import as_changelog
from typedsoap.changes.model import Ignored

OLD = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
RATING = '<xs:element name="Rating" type="xs:int" minOccurs="0"/>'
CARRIER = '<xs:element name="Carrier" type="xs:string" minOccurs="0"/>'
NEW = OLD.replace(RATING, RATING.replace(' minOccurs="0"', "") + CARRIER)


def changelog(folder: Path, new: str, *arguments: str) -> Completed:
    (folder / "old.wsdl").write_text(OLD, "utf-8")
    (folder / "new.wsdl").write_text(new, "utf-8")
    command = ("diff", "old.wsdl", "new.wsdl", "--changelog", *arguments)
    return typedsoap(*command, folder=folder)


def test_what_the_page_shows(tmp_path: Path) -> None:
    (shown,) = blocks(ROOT / "docs" / "diff.md", "markdown")
    done = changelog(tmp_path, NEW)
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout == shown
    assert changelog(tmp_path, NEW, "--fail-on", "none").exit_code == 0


def test_nothing_changed(tmp_path: Path) -> None:
    done = changelog(tmp_path, OLD)
    assert (done.exit_code, done.stdout) == (0, "The contract is the same.\n")


def test_ignored_changes_are_in_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.typedsoap]\npackage = "shop"\n'
        '[[tool.typedsoap.services]]\nwsdl = "old.wsdl"\n'
        "[[tool.typedsoap.diff.ignore]]\n"
        f'fingerprint = "{fingerprint(tmp_path)}"\nreason = "nobody reads it"\n',
        "utf-8",
    )
    done = changelog(tmp_path, NEW)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "- **type Order / element Rating** in Place" in done.stdout


def fingerprint(folder: Path) -> str:
    changelog(folder, NEW)
    told = typedsoap("diff", "old.wsdl", "new.wsdl", folder=folder).stdout
    found = re.search(r"Python breaking; ([0-9a-f]{16})", told)
    assert found is not None
    return found[1]


def change(rule: str, *path: str, severity: Verdict = Verdict.SAFE) -> Change:
    return Change(
        rule=rule, path=path, request=severity, reply=Verdict.SAFE, python=Verdict.SAFE
    )


def test_sections_and_their_order() -> None:
    changes = Changes(
        (
            change("operation-removed", "operation Cancel", severity=Verdict.BREAKING),
            change("part-added", "message A", severity=Verdict.WARNING),
            change("type-added", "type New"),
            change("part-removed", "message B"),
            change("operations-reordered", "binding C"),
            change("documentation", "type A"),
            change("documentation", "operation Place"),
        ),
        ignored=(Ignored(change("type-added", "type Also"), "we know"),),
    )
    assert [*as_changelog(changes)] == [
        "### Breaking",
        "",
        "- **operation Cancel**. An operation is gone, or has another name."
        " Breaks requests of clients that are deployed.",
        "",
        "### Added",
        "",
        "- **message A**. A message has a new part."
        " May break requests of clients that are deployed.",
        "- **type Also**. There is a new type.",
        "- **type New**. There is a new type.",
        "",
        "### Removed",
        "",
        "- **message B**. A message lost a part.",
        "",
        "### Changed",
        "",
        "- **binding C**. The operations of a binding come in another order.",
        "- The documentation of operation Place, type A.",
    ]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_its_line(rule: str) -> None:
    told = "\n".join(as_changelog(Changes((change(rule, "type Order"),))))
    assert "type Order" in told
    assert rule == "documentation" or RULES[rule].purpose in told


def test_names_mean_nothing_in_markdown() -> None:
    evil = change("type-added", "type <b>*x*</b>\n# [a](javascript:b)")
    told = [*as_changelog(Changes((evil,)))]
    assert told[2:] == [
        r"- **type \<b\>\*x\*\</b\> \# \[a\](javascript:b)**. There is a new type."
    ]
