"""`docs/drift.md` names every state, every cause and every key of the JSON output."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import cast

from typedsoap.checking.report import drift_as_data
from typedsoap.output.drift import Cause, Drift, FileDrift, Reason, State

TEXT = (Path(__file__).parents[3] / "docs" / "drift.md").read_text("utf-8")


def rows(title: str) -> list[str]:
    section = TEXT.partition(f"## {title}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([a-z-]+)` \| .+\. \|$", section, flags=re.MULTILINE)


def test_states_and_causes() -> None:
    assert rows("States of files") == list(State)
    assert rows("Causes") == list(Cause)


def test_keys_of_the_json() -> None:
    documented = json.loads(TEXT.partition("```json\n")[2].partition("```")[0])
    drift = Drift(
        (FileDrift("shop/errors.py", State.CHANGED, True),),
        (Reason(Cause.EDITED, "shop/errors.py"),),
    )
    data = drift_as_data(drift, {})
    assert list(documented) == list(data)
    for key in ("reasons", "files"):
        (item,) = cast("list[dict[str, object]]", data[key])
        (shown,) = documented[key]
        assert list(shown) == list(item)
        assert {**shown, "diff": ""} == {**item, "diff": ""}
