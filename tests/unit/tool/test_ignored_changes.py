"""The list of ignored changes: what it sets aside, and what it says of itself."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN
from typedsoap.changes.contracts import compare_all
from typedsoap.changes.ignoring import IgnoreRule, without_ignored
from typedsoap.changes.model import Changes, Ignored
from typedsoap.config.loading import load_config
from typedsoap.errors import TypedSoapError
from typedsoap.revisions.reading import read_side
from typedsoap.revisions.texts import ContractReader

OLD = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
RATING = '"Rating" type="xs:int"'
NEW = OLD.replace(f'{RATING} minOccurs="0"', RATING).replace(
    f"<xs:element name={RATING}/>",
    f'<xs:element name={RATING}/><xs:element name="Seal" type="xs:int" minOccurs="0"/>',
)
CONFIGURATION = """\
[tool.typedsoap]
package = "shop"

[[tool.typedsoap.services]]
wsdl = "old.wsdl"
"""
TODAY = date(2026, 7, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.wsdl").write_text(OLD, "utf-8")
    (tmp_path / "new.wsdl").write_text(NEW, "utf-8")
    return tmp_path


@pytest.fixture
def changes(folder: Path) -> Changes:
    reader = ContractReader()
    old = read_side(str(folder / "old.wsdl"), reader)
    new = read_side(str(folder / "new.wsdl"), reader)
    found = compare_all(old, new)
    assert [change.rule for change in found.changes] == [
        "element-made-required",
        "optional-element-added",
    ]
    return found


def configure(folder: Path, *entries: str) -> None:
    listed = "".join(f"\n[[tool.typedsoap.diff.ignore]]\n{e}\n" for e in entries)
    (folder / "pyproject.toml").write_text(CONFIGURATION + listed, "utf-8")


def entry(fingerprint: str, until: str = "") -> str:
    text = f'fingerprint = "{fingerprint}"\nreason = "nobody rates"'
    return f"{text}\nuntil = {until}" if until else text


@pytest.mark.parametrize(
    ("until", "ignored"),
    [(None, True), (date(2026, 7, 1), True), (date(2026, 6, 30), False)],
)
def test_the_last_day_is_one(
    until: date | None, ignored: bool, changes: Changes
) -> None:
    first, second = changes.changes
    rule = IgnoreRule(first.fingerprint, "nobody rates", until)
    rest, warnings = without_ignored(changes, [rule], TODAY)
    if ignored:
        assert (rest.changes, warnings) == ((second,), [])
        assert rest.ignored == (Ignored(first, "nobody rates", until),)
    else:
        assert (rest.changes, rest.ignored) == ((first, second), ())
        assert [warning.code for warning in warnings] == ["TS631"]


def test_an_ignored_change_does_not_count_but_is_told(
    folder: Path, changes: Changes
) -> None:
    fingerprint = changes.changes[0].fingerprint
    configure(folder, entry(fingerprint, "9999-12-31"))
    done = typedsoap("diff", "old.wsdl", "new.wsdl", folder=folder)
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "1 change: 0 breaking, 0 warning, 1 safe, 1 ignored"
    assert lines[-3:] == [
        "ignored",
        "  breaking element-made-required: type Order / element Rating:"
        " optional -> required",
        f"           nobody rates, until 9999-12-31; {fingerprint}",
    ]
    done = typedsoap(
        *("diff", "old.wsdl", "new.wsdl", "--format", "json", "--fail-on", "warning"),
        folder=folder,
    )
    data = json.loads(done.stdout)
    assert done.exit_code == 0
    assert data["summary"] == {"breaking": 0, "warning": 0, "safe": 1, "ignored": 1}
    assert [change["rule"] for change in data["changes"]] == ["optional-element-added"]
    (ignored,) = data["ignored"]
    assert (ignored["fingerprint"], ignored["reason"], ignored["until"]) == (
        fingerprint,
        "nobody rates",
        "9999-12-31",
    )


def test_all_ignored(folder: Path, changes: Changes) -> None:
    configure(folder, *(entry(change.fingerprint) for change in changes.changes))
    done = typedsoap("diff", "old.wsdl", "new.wsdl", "--fail-on", "any", folder=folder)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("no changes but 2 ignored\n\nignored\n")


def test_a_stale_and_an_expired_entry_are_told(folder: Path, changes: Changes) -> None:
    expired = changes.changes[0].fingerprint
    configure(folder, entry("0123456789abcdef"), entry(expired, "2026-01-31"))
    done = typedsoap("diff", "old.wsdl", "new.wsdl", folder=folder)
    assert done.exit_code == 1
    assert done.stdout.startswith("2 changes: 1 breaking, 0 warning, 1 safe\n")
    assert [line for line in done.stderr.splitlines() if "hint" not in line] == [
        "pyproject.toml:7: warning TS630: no change has the ignored fingerprint"
        " 0123456789abcdef (nobody rates)",
        f"pyproject.toml:11: warning TS631: {expired} was ignored until 2026-01-31"
        " and counts again (nobody rates)",
        "2 warnings",
    ]
    done = typedsoap(
        *("diff", "old.wsdl", "new.wsdl", "--format", "github"), folder=folder
    )
    assert done.stderr.splitlines()[0] == (
        "::warning title=warning TS630,file=pyproject.toml,line=7::no change has the"
        " ignored fingerprint 0123456789abcdef (nobody rates)%0Ahint: remove the entry,"
        " if these are the contracts that it was made for"
    )


def test_the_list_of_a_named_configuration(folder: Path, changes: Changes) -> None:
    configure(folder, entry(changes.changes[0].fingerprint))
    (folder / "pyproject.toml").rename(folder / "other.toml")
    arguments = ("diff", "old.wsdl", "new.wsdl")
    assert typedsoap(*arguments, folder=folder).exit_code == 1
    named = typedsoap(*arguments, "--config", "other.toml", folder=folder)
    assert named.exit_code == 0


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('reason = "x"', ":7: error TS205: [tool.typedsoap.diff.ignore] needs 'fing"),
        (
            f'fingerprint = "{"0" * 16}"',
            ":7: error TS205: [tool.typedsoap.diff.ignore]",
        ),
        (entry("0" * 15), f":8: error TS206: '{'0' * 15}' is no fingerprint"),
        (entry("0" * 16).replace("nobody rates", " "), ":9: error TS206: a reason is"),
        (entry("0" * 16, '"2026-01-01"'), ":10: error TS204: 'until' in"),
        (entry("0" * 16, "2026-01-01T00:00:00"), ":10: error TS204: 'until' in"),
        (entry("0" * 16) + "\nwhy = 1", ":10: error TS203: unknown key 'why'"),
    ],
)
def test_what_is_wrong_with_an_entry(text: str, problem: str, folder: Path) -> None:
    configure(folder, text)
    with pytest.raises(TypedSoapError) as raised:
        load_config(folder / "pyproject.toml")
    (found,) = raised.value.diagnostics
    assert str(found).startswith(f"{(folder / 'pyproject.toml').as_posix()}{problem}")


def test_a_fingerprint_that_is_ignored_twice(folder: Path) -> None:
    configure(folder, entry("0" * 16), entry("0" * 16))
    done = typedsoap("diff", "old.wsdl", "new.wsdl", folder=folder)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "pyproject.toml:12: error TS206" in done.stderr
