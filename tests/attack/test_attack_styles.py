"""Hostile texts in every place that only some styles have: generated, gated, called."""

from __future__ import annotations

from pathlib import Path

from tests.attack.attack_run import config, run
from tests.attack.hostile_styles import STYLES, styles_wsdl
from tests.attack.hostile_texts import TEXTS
from typedsoap import pipeline


def test_no_text_of_any_style_ever_runs(tmp_path: Path) -> None:
    run_config = config(tmp_path, styles_wsdl("\n".join(TEXTS)))
    told = run(run_config, TEXTS, {})
    assert told["alarms"] == []
    assert told["broken"] == []
    assert told["examples"] == []
    # Nobody answers; but what was generated was sent, and nothing else is left out in
    # silence.
    called = {call["method"] for call in told["calls"]}
    warnings = " ".join(d.message for d in pipeline.plan(run_config).diagnostics)
    assert "plain" in called
    for style in STYLES:
        assert style.lower() in called or f"the operation '{style}'" in warnings
