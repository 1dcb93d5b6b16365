"""Hostile names of everything that has a name: generated, gated, called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.attack import names_contract
from tests.attack.attack_run import config, run
from tests.attack.hostile_names import NAMES

# Every name is a member somewhere. Types and operations take many lines each, so that only
# those have one that are called like what generated code needs.
TYPES = ("Element", "Items", "Record", "None", "type", "__class__", "str", "a.b", "A")
OPERATIONS = ("__init__", "super", "SERVICE", "close", "import", "A", "new", "\u6f22")


def _as_they_are(texts: Sequence[str]) -> list[str]:
    return [*texts]


def test_no_name_of_a_contract_hides_what_generated_code_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So many names take long to format, and it does nothing to them.
    monkeypatch.setattr("typedsoap.cache.texts.format_all", _as_they_are)
    contract = names_contract.wsdl(NAMES, TYPES, OPERATIONS)
    replies = names_contract.replies(NAMES, OPERATIONS)
    told = run(config(tmp_path, contract), NAMES, replies)
    assert told["alarms"] == []
    assert told["broken"] == []
    assert [
        call
        for call in told["calls"]
        if call["error"] or call["lost"] or not call["served"]
    ] == []
    assert {call["body"] for call in told["calls"]} == {
        f"{{urn:names}}{name}" for name in replies
    }
