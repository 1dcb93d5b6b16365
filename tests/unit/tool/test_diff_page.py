"""`docs/diff.md` has the table of the rules, as the tool itself has it."""

from __future__ import annotations

from tests.support.command import typedsoap
from tests.support.modules import ROOT
from typedsoap.changes import RULES

PAGE = (ROOT / "docs" / "diff.md").read_text("utf-8")
HEAD = "| rule | purpose | requests | replies | Python |\n|---|---|---|---|---|\n"


def table() -> str:
    rows = [
        f"| `{rule.id}` | {rule.purpose} | {rule.request} | {rule.reply}"
        f" | {rule.python_request}, {rule.python_reply} |"
        for rule in RULES.values()
    ]
    return HEAD + "\n".join(rows) + "\n"


def test_the_page_lists_every_rule() -> None:
    assert PAGE.endswith(table())


def test_the_tool_lists_every_rule() -> None:
    listed = typedsoap("diff", "--rules", folder=ROOT)
    assert listed.exit_code == 0
    assert listed.stdout.splitlines() == [
        f"{rule.id}: {rule.purpose}" for rule in RULES.values()
    ]
