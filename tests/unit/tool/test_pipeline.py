"""From files to files: what a change of each input does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.goldens import GOLDEN
from tests.unit.tool.tool_plans import snapshot
from typedsoap import pipeline
from typedsoap.config import Config
from typedsoap.config.loading import load_config
from typedsoap.errors import TypedSoapError
from typedsoap.output.drift import Cause, Drift
from typedsoap.output.generation import check, generate
from typedsoap.render import render_package
from typedsoap.render_templates import Templates
from typedsoap.resources import templates_dir
from typedsoap.views.service_model import PackageView

CASE = GOLDEN / "header-blocks-and-failure"
CONFIG = """\
[tool.typedsoap]
package = "shop"
output = "out"

[[tool.typedsoap.services]]
wsdl = "in.wsdl"
module = "orders"
"""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose output is in sync, to be copied."""
    folder = tmp_path_factory.mktemp("generated")
    for name in ("in.wsdl", "in.overlay.toml"):
        shutil.copy(CASE / name, folder / name)
    (folder / "pyproject.toml").write_text(CONFIG, encoding="utf-8")
    config = configured(folder)
    generate(pipeline.plan(config), config.output)
    assert not drift(folder)
    return folder


@pytest.fixture
def project(generated: Path, tmp_path: Path) -> Path:
    """A project of its own whose output is in sync."""
    return shutil.copytree(generated, tmp_path / "project")


def configured(project: Path) -> Config:
    return load_config(project / "pyproject.toml")


def drift(project: Path, templates: Path | None = None) -> Drift:
    config = configured(project)
    return check(pipeline.plan(config, templates), config.output)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def rendering(monkeypatch: pytest.MonkeyPatch, change: Callable[[str], str]) -> None:
    """Let the tool render one module in another way."""

    def render(view: PackageView, templates: Templates | None = None) -> dict[str, str]:
        texts = render_package(view, templates)
        path = "shop/orders/operations.py"
        return texts | {path: change(texts[path])}

    monkeypatch.setattr(pipeline, "render_package", render)


def causes(found: Drift) -> list[tuple[Cause, str | None]]:
    return [(reason.cause, reason.subject) for reason in found.reasons]


def test_a_text_only_edit_of_the_wsdl(project: Path) -> None:
    edit(project / "in.wsdl", "</", "<!-- said --></")
    found = drift(project)
    assert [file.path for file in found.files] == ["shop/.typedsoap.json"]
    assert causes(found) == [(Cause.SOURCE, "in.wsdl")]


def test_an_edit_of_the_contract(project: Path) -> None:
    edit(project / "in.wsdl", 'minOccurs="0"', 'minOccurs="1"')
    assert causes(drift(project)) == [(Cause.CONTRACT, "in.wsdl")]


def test_an_edit_of_the_overlay(project: Path) -> None:
    with (project / "in.overlay.toml").open("a", encoding="utf-8") as file:
        file.write("# said\n")
    assert causes(drift(project)) == [(Cause.OVERLAY, "that of in.wsdl")]


def test_an_overlay_that_has_gone(project: Path) -> None:
    (project / "in.overlay.toml").unlink()
    assert causes(drift(project)) == [(Cause.OVERLAY, "that of in.wsdl")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"orders"', '"orders"\ndefault_endpoint = true'),
        ('"out"', '"out"\nkeep = ["mine.py"]'),
        ('"out"', '"out"\ndistribution = {}'),
    ],
)
def test_an_edit_of_the_configuration(project: Path, old: str, new: str) -> None:
    edit(project / "pyproject.toml", old, new)
    assert causes(drift(project)) == [(Cause.CONFIGURATION, None)]


def test_an_edit_of_the_templates(project: Path) -> None:
    edit(project / "pyproject.toml", '"out"', '"out"\ntemplates = "own"')
    template = project / "own" / "package" / "service" / "client.py.jinja"
    template.parent.mkdir(parents=True)
    extended = '{% extends "typedsoap/package/service/client.py.jinja" %}\n'
    template.write_text(extended, encoding="utf-8")
    assert causes(drift(project)) == [(Cause.TEMPLATES, None)]
    config = configured(project)
    generate(pipeline.plan(config), config.output)
    assert not drift(project)
    template.write_text(f"{extended}{{# said #}}\n", encoding="utf-8")
    assert causes(drift(project)) == [(Cause.TEMPLATES, None)]


def test_templates_of_another_tool(project: Path, tmp_path: Path) -> None:
    other = shutil.copytree(templates_dir(), tmp_path / "other")
    with (other / "runtime" / "nil.py").open("a", encoding="utf-8") as file:
        file.write("# said\n")
    found = drift(project, other)
    assert causes(found) == [(Cause.TOOL, None)]
    assert "shop/_runtime/nil.py" in [file.path for file in found.files]


def test_an_edit_by_hand(project: Path) -> None:
    with (project / "out/shop/errors.py").open("a", encoding="utf-8") as file:
        file.write("# said\n")
    assert causes(drift(project)) == [(Cause.EDITED, "shop/errors.py")]


def test_another_tool(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendering(monkeypatch, lambda text: f"{text}\nBETTER: Final = 1\n")
    assert causes(drift(project)) == [(Cause.TOOL, None)]


def test_a_service_more_and_one_less(project: Path) -> None:
    shutil.copy(project / "in.wsdl", project / "more.wsdl")
    edit(
        project / "pyproject.toml",
        "[[tool",
        '[[tool.typedsoap.services]]\nwsdl = "more.wsdl"\n\n[[tool',
    )
    config = configured(project)
    assert causes(drift(project))[0] == (Cause.CONFIGURATION, None)
    changes = generate(pipeline.plan(config), config.output)
    assert "shop/more/client.py" in changes.added
    fewer = replace(config, services=config.services[1:])
    changes = generate(pipeline.plan(fewer), fewer.output)
    assert "shop/more/client.py" in changes.removed
    assert not (config.output / "shop/more").exists()


def test_planning_writes_nothing_and_imports_nothing_generated(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    before = snapshot(project)
    for path in (project / "out/shop").rglob("*.py"):
        path.write_text("raise SystemError('imported')\n", encoding="utf-8")
    broken = snapshot(project)
    assert before != broken
    assert drift(project)
    assert snapshot(project) == broken


def test_the_output_is_the_same_from_another_folder(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("in.wsdl", "in.overlay.toml", "pyproject.toml"):
        shutil.copy(project / name, elsewhere / name)
    monkeypatch.chdir(elsewhere)
    here = pipeline.plan(configured(elsewhere))
    assert dict(here.files.files) == dict(
        pipeline.plan(configured(project)).files.files
    )
    joined = b"".join(here.files.files.values())
    assert str(tmp_path).encode() not in joined


def test_mistakes_in_several_files_are_told_in_one_run(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    edit(
        project / "pyproject.toml",
        "[[tool",
        '[[tool.typedsoap.services]]\nwsdl = "none.wsdl"\n\n[[tool',
    )
    with (project / "in.overlay.toml").open("a", encoding="utf-8") as file:
        file.write("[operations.Nothing]\n")
    with pytest.raises(TypedSoapError) as raised:
        pipeline.plan(configured(project))
    found = [(d.code, str(d.where).split(":")[0]) for d in raised.value.diagnostics]
    assert found == [("TS221", "in.overlay.toml"), ("TS001", "none.wsdl")]


def test_a_finding_of_the_gate_ends_the_run(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendering(monkeypatch, lambda text: f"{text}\nimport os\n")
    with pytest.raises(TypedSoapError, match=r"operations\.py.*TS333"):
        pipeline.plan(configured(project))
