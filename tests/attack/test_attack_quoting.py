"""The gate behind the quoting: with none, it refuses what would otherwise run."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.attack.attack_run import config, run
from tests.attack.hostile_contract import hostile, wsdl
from tests.attack.hostile_texts import BREAKING_OUT, CANARY
from typedsoap import gate, pipeline, quoting
from typedsoap.errors import TypedSoapError

# In single quotes, this is an expression that runs on import; a namespace may hold it.
PARSING = f"'+__import__('os').system('{CANARY}')+'"
# What no putting of single quotes around it keeps inside.
LEAVING = (PARSING, *(text for text in BREAKING_OUT if "'" in text or "\n" in text))


def _quote(text: str) -> str:
    return f"'{text}'"


def _docstring_lines(text: str, width: int = 88) -> list[str]:
    return [text[:width], text[width:]]


def _pass(*_: object, **__: object) -> tuple[()]:
    return ()


@pytest.fixture
def _no_quoting(monkeypatch: pytest.MonkeyPatch) -> None:
    for original, naive in (
        (quoting.quote, _quote),
        (quoting.docstring_lines, _docstring_lines),
    ):
        name = original.__name__
        for module in list(sys.modules.values()):
            is_ours = module.__name__.startswith("typedsoap.")
            if is_ours and getattr(module, name, None) is original:
                monkeypatch.setattr(module, name, naive)


@pytest.mark.usefixtures("_no_quoting")
@pytest.mark.parametrize("text", LEAVING)
def test_without_quoting_nothing_comes_out(text: str, tmp_path: Path) -> None:
    # What does not even parse is no danger, and no module.
    with pytest.raises((TypedSoapError, SyntaxError)) as raised:
        pipeline.plan(config(tmp_path, wsdl(hostile([text]))))
    if isinstance(raised.value, TypedSoapError):
        rules = {diagnostic.code for diagnostic in raised.value.diagnostics}
        assert rules
        assert all(code.startswith("TS33") for code in rules)


def _parsing() -> str:
    """A WSDL of texts that parse; a pattern does not, once it is translated."""
    return re.sub("<xs:pattern [^>]*/>", "", wsdl(hostile([PARSING])))


@pytest.mark.usefixtures("_no_quoting")
def test_a_text_that_parses_as_code_is_the_gates_to_refuse(tmp_path: Path) -> None:
    with pytest.raises(TypedSoapError) as raised:
        pipeline.plan(config(tmp_path, _parsing()))
    codes = {diagnostic.code for diagnostic in raised.value.diagnostics}
    assert "TS334" in codes
    assert all(code.startswith("TS33") for code in codes)


@pytest.mark.usefixtures("_no_quoting")
def test_without_the_gate_the_canary_is_heard(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(gate, "check", _pass)
    told = run(config(tmp_path, _parsing()), [], {})
    assert any(alarm.startswith("os.system") for alarm in told["alarms"])
    assert told["broken"]
