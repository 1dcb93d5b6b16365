"""Another version of the tool: no drift where its output is the same, else the cause."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.goldens import GOLDEN
from tests.unit.tool.tool_plans import MANIFEST, inputs, make_plan, snapshot
from typedsoap import pipeline, service_source
from typedsoap.config import Config
from typedsoap.config.arguments import config_from_arguments
from typedsoap.contract import Contract
from typedsoap.output.drift import Cause, Drift, Reason
from typedsoap.output.generation import check, generate
from typedsoap.output.plan import Plan
from typedsoap.resources import templates_dir

WSDL = "wsdl/orders.wsdl"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A project in sync."""
    wsdl = tmp_path / "orders.wsdl"
    shutil.copy(GOLDEN / "required-and-nillable" / "in.wsdl", wsdl)
    config = config_from_arguments([wsdl], tmp_path / "out", "shop")
    generate(pipeline.plan(config), config.output)
    return config


@pytest.fixture
def other_templates(tmp_path: Path) -> Path:
    """Other words in a template, that render to the same text."""
    folder = shutil.copytree(templates_dir(), tmp_path / "templates")
    template = folder / "package" / "errors.py.jinja"
    text = template.read_text("utf-8")
    template.write_text("{# said -#}\n" + text, encoding="utf-8")
    return folder


@pytest.fixture
def other_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tool that knows more facts of a contract."""

    def fingerprint(contract: Contract) -> str:
        return f"more of {contract.services[0].name}"

    monkeypatch.setattr(service_source, "contract_fingerprint", fingerprint)


def judged(config: Config, templates: Path | None = None) -> Drift:
    return check(pipeline.plan(config, templates), config.output)


def test_the_same_output_is_no_drift(
    config: Config, other_templates: Path, other_reader: None
) -> None:
    before = snapshot(config.output)
    assert not judged(config, other_templates)
    assert not generate(pipeline.plan(config, other_templates), config.output)
    assert snapshot(config.output) == before


def test_nor_is_it_a_changed_contract(
    config: Config, other_templates: Path, other_reader: None
) -> None:
    with (other_templates / "runtime" / "nil.py").open("a", encoding="utf-8") as file:
        file.write("# said\n")
    assert judged(config, other_templates).reasons == (Reason(Cause.TOOL),)


def test_what_it_writes_holds_what_it_knows(
    config: Config, other_templates: Path, other_reader: None
) -> None:
    with (other_templates / "runtime" / "nil.py").open("a", encoding="utf-8") as file:
        file.write("# said\n")
    plan = pipeline.plan(config, other_templates)
    assert MANIFEST in generate(plan, config.output).updated
    recorded = json.loads((config.output / MANIFEST).read_bytes())
    contract = recorded["inputs"]["services"]["orders"]["contract"]
    assert contract.startswith("more of ")
    assert not judged(config, other_templates)


def test_a_changed_text_is_judged_by_what_it_states(tmp_path: Path) -> None:
    generate(make_plan(), tmp_path)
    for contract, cause in (("c", Cause.SOURCE), ("c2", Cause.CONTRACT)):
        changed = make_plan(made_from=inputs(source="s2", contract=contract))
        assert check(changed, tmp_path).reasons == (Reason(cause, WSDL),)


def test_an_edit_is_found_by_another_tool_too(tmp_path: Path) -> None:
    generate(make_plan(), tmp_path)
    (tmp_path / "shop/__init__.py").write_bytes(b"mine")
    found = check(make_plan(made_from=inputs(contract="c2")), tmp_path)
    assert found.reasons == (Reason(Cause.EDITED, "shop/__init__.py"),)


def test_two_port_types_of_a_wsdl_are_one_reason(tmp_path: Path) -> None:
    def both(**changed: str) -> Plan:
        given = inputs(**changed)
        service = given.services["orders"]
        services = {"orders": service, "orders_audit": service}
        return make_plan(made_from=replace(given, services=services))

    generate(both(), tmp_path)
    found = check(both(source="s2", contract="c2"), tmp_path)
    assert found.reasons == (Reason(Cause.CONTRACT, WSDL),)
