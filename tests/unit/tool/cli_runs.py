"""Commands run in this process, on plans made by hand."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from typedsoap import pipeline
from typedsoap.cache.store import Store
from typedsoap.cli import main
from typedsoap.config import Config
from typedsoap.output.plan import Plan

ARGUMENTS = ["orders.wsdl", "--package", "shop"]


def run(*arguments: str, color: bool = False) -> Result:
    return CliRunner().invoke(main, list(arguments), color=color)


def planning(monkeypatch: pytest.MonkeyPatch, result: Plan | BaseException) -> None:
    def plan(_: Config, *, store: Store | None) -> Plan:
        if isinstance(result, BaseException):
            raise result
        return result

    monkeypatch.setattr(pipeline, "plan", plan)
