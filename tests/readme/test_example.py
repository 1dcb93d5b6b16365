"""The README's example runs, against the mock; tests/typing also type-checks it."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from tests.demo.handler import PASSWORD
from tests.support.documents import example
from tests.support.mock import mock

BASE = "https://crm.example.com/Remote/Services86"


def test_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("APPLICATION_TOKEN", "sample")
    monkeypatch.setenv("PASSWORD", PASSWORD)
    script = tmp_path / "example.py"
    with mock("tests.demo.handler:DemoServer") as addresses:
        base = addresses["Messaging"].removesuffix("/Messaging.svc")
        assert addresses["SoPrincipal"] == f"{base}/SoPrincipal.svc"
        assert example().count(BASE) == 1
        script.write_text(example().replace(BASE, base), "utf-8")
        runpy.run_path(str(script))
    assert capsys.readouterr().out == "1 1 sent to +4790000000\n"
