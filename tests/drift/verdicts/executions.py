"""What the worker and mypy found out, as one value for each operation."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.drift.verdicts.examples import Example
from tests.drift.verdicts.executing import LEVELS, module_name
from tests.drift.verdicts.outcomes import Outcome
from tests.support.checkers import mypy
from tests.support.modules import ROOT
from typedsoap.changes import Verdict

_PYTHON = {"ordinary": Verdict.BREAKING, "thorough": Verdict.WARNING}


@dataclass(frozen=True, slots=True)
class Execution:
    """What was found out about one operation.

    Attributes:
        requests: What becomes of requests.
        replies: What becomes of replies.
        python: What code for the old client proves: breaking if ordinary code fails,
            and a warning if thorough code does.
        why: What went wrong, for each of these, and for each level of code.
    """

    requests: Outcome
    replies: Outcome
    python: Verdict
    why: Mapping[str, str]


Executions = Mapping[str, Mapping[str, Execution | None]]
"""By rule, then by port and operation; None for one that cannot be generated."""


def execute(chosen: Sequence[Example], folder: Path) -> Executions:
    """Run the claims of some examples, in an empty folder."""
    command = [sys.executable, "-m", "tests.drift.verdicts.executing", str(folder)]
    done = subprocess.run(
        [*command, *(example.rule for example in chosen)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    findings: dict[str, list[str]] = defaultdict(list)
    for finding in mypy(sorted(folder.glob("*.py")), [folder]):
        findings[finding.file.stem].append(f"{finding.line}: {finding.message}")
    wrong = [name for name in findings if not name.startswith("new_")]
    assert not wrong, {name: findings[name] for name in wrong}
    found = json.loads(done.stdout)
    return {
        example.rule: {
            key: _execution(example, key, facts, findings) if facts else None
            for key, facts in found[example.rule].items()
        }
        for example in chosen
    }


def _execution(
    example: Example,
    key: str,
    facts: Mapping[str, str | list[str]],
    findings: Mapping[str, list[str]],
) -> Execution:
    why: dict[str, str] = {}
    python = Verdict.SAFE
    for level in reversed(LEVELS):
        problems = findings.get(module_name(example, key, "new", level), [])
        problems = [*problems, *([str(facts[level])] if facts[level] else [])]
        if problems:
            python = _PYTHON[level]
            why[level] = problems[0]
    for way in ("requests", "replies"):
        why[way] = facts[way][1]
    return Execution(
        Outcome(facts["requests"][0]), Outcome(facts["replies"][0]), python, why
    )
