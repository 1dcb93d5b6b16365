"""What changed between two contracts, and who breaks: contract x contract -> `Changes`.

`compare` is the entry; nothing here reads files, prints, or knows of Python output.
"""

from __future__ import annotations

from typedsoap.changes.compare import compare
from typedsoap.changes.model import Change, Changes, Verdict
from typedsoap.changes.rules import RULES, Rule

__all__ = ["Change", "Changes", "RULES", "Rule", "Verdict", "compare"]
