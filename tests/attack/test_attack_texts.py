"""Hostile texts in every place of a contract and its overlay: generated, gated, called."""

from __future__ import annotations

from pathlib import Path

from tests.attack.attack_run import config, run
from tests.attack.hostile_contract import hostile, overlay, wsdl
from tests.attack.hostile_texts import TEXTS


def test_no_text_of_a_contract_ever_runs(tmp_path: Path) -> None:
    parts = hostile(TEXTS)
    replies = {f"Call{part.number}": part.reply() for part in parts}
    replies |= {f"Tell{part.number}": part.rpc_reply() for part in parts}
    told = run(config(tmp_path, wsdl(parts), overlay(parts)), TEXTS, replies)
    assert told["alarms"] == []
    assert told["broken"] == []
    assert told["examples"] == []
    # Every operation was called, and every text arrived as it is.
    assert {call["method"]: call["error"] for call in told["calls"]} == {
        f"{kind}{part.number}": None for part in parts for kind in ("call", "tell")
    }
    assert [call for call in told["calls"] if call["lost"] or not call["served"]] == []
    assert {call["body"] for call in told["calls"]} == {
        *(f"{{{part.namespace}}}Call{part.number}" for part in parts),
        *(f"{{{part.rpc_namespace}}}Tell{part.number}" for part in parts),
    }
