"""`docs/configuration.md` names exactly the keys that the loaders know."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from typedsoap.config.loading import CONFIG_KEYS, load_config
from typedsoap.overlay.loading import OVERLAY_KEYS, load_overlay

PAGE = Path(__file__).parents[3] / "docs" / "configuration.md"
TEXT = PAGE.read_text("utf-8")


def documented_keys() -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    table = None
    for line in TEXT.splitlines():
        if heading := re.fullmatch(r"### (?:`\[(.+)\]`|Top level)", line):
            table = keys.setdefault(heading[1] or "", [])
        elif table is not None and (row := re.match(r"\| `(\w+)` \| \w", line)):
            table.append(row[1])
    return keys


def test_every_key_is_documented_once_and_no_other() -> None:
    known = {**CONFIG_KEYS, **OVERLAY_KEYS}
    assert documented_keys() == {table: list(keys) for table, keys in known.items()}


def test_every_key_has_a_meaning() -> None:
    rows = [line for line in TEXT.splitlines() if line.startswith("| `")]
    assert len(rows) == sum(
        len(keys) for table in (CONFIG_KEYS, OVERLAY_KEYS) for keys in table.values()
    )
    for row in rows:
        *_, meaning = row.strip("| ").split(" | ")
        assert meaning.endswith("."), row


def examples() -> list[str]:
    return re.findall(r"```toml\n(.*?)```", TEXT, flags=re.DOTALL)


def test_the_examples_are_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    configuration, overlay = examples()
    (tmp_path / "pyproject.toml").write_text(configuration, encoding="utf-8")
    config = load_config(tmp_path / "pyproject.toml")
    assert [service.module for service in config.services] == ["orders", "warehouse"]
    (tmp_path / "o.toml").write_text(overlay, encoding="utf-8")
    assert list(load_overlay(tmp_path / "o.toml", "o.toml").operations) == [
        "*",
        "Place",
    ]
    assert tomllib.loads(overlay)["failure"] == {"flag": "Done", "detail": "Problem"}
