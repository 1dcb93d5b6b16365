"""A folder of templates that go before the tool's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.wsdl_texts import write, wsdl
from tests.unit.views.packages import config, service
from typedsoap.config import Config
from typedsoap.config.loading import load_config
from typedsoap.errors import TypedSoapError
from typedsoap.output.drift import Cause
from typedsoap.output.generation import check, generate
from typedsoap.pipeline import plan

TRANSPORT = "package/transport.py.jinja"
OWN_DOCSTRING = """\
{% extends "typedsoap/package/transport.py.jinja" %}
{% block docstring %}\"\"\"Our own words.\"\"\"{% endblock %}
"""


@pytest.fixture
def plain(tmp_path: Path) -> Config:
    return config(tmp_path, service(tmp_path, wsdl()))


@pytest.fixture
def adapted(plain: Config) -> Config:
    folder = plain.root / "mine"
    folder.mkdir()
    return replace(plain, templates=folder)


def refused(run: Config) -> list[str]:
    with pytest.raises(TypedSoapError) as caught:
        plan(run)
    return [f"{d.code} {d.where}: {d.message}" for d in caught.value.diagnostics]


def test_an_empty_folder_changes_nothing(plain: Config, adapted: Config) -> None:
    assert plan(adapted).files == plan(plain).files


def test_one_template_is_replaced_and_extends_the_tools_own(
    plain: Config, adapted: Config
) -> None:
    write(adapted.root, OWN_DOCSTRING, f"mine/{TRANSPORT}")

    before, after = plan(plain).files.files, plan(adapted).files.files

    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"sample/transport.py", "sample/.typedsoap.json"}
    text = after["sample/transport.py"].decode()
    assert '"""Our own words."""' in text
    assert text.partition('"""Our own words."""')[2] == (
        before["sample/transport.py"].decode().partition('"""')[2].partition('"""')[2]
    )


def test_a_template_of_ones_own_may_include_another(adapted: Config) -> None:
    write(adapted.root, "{% macro words() %}Words.{% endmacro %}", "mine/words.jinja")
    write(
        adapted.root,
        '{% from "words.jinja" import words %}\n'
        + OWN_DOCSTRING.replace("Our own words.", "{{ words() }}"),
        f"mine/{TRANSPORT}",
    )
    assert b'"""Words."""' in plan(adapted).files.files["sample/transport.py"]


def test_a_changed_template_is_drift(adapted: Config) -> None:
    generate(plan(adapted), adapted.output)
    write(adapted.root, OWN_DOCSTRING, f"mine/{TRANSPORT}")

    drift = check(plan(adapted), adapted.output)

    assert [reason.cause for reason in drift.reasons] == [Cause.TEMPLATES]
    assert [file.path for file in drift.files] == [
        "sample/.typedsoap.json",
        "sample/transport.py",
    ]


def test_a_file_that_replaces_nothing_is_refused(adapted: Config) -> None:
    write(adapted.root, "x", "mine/package/transprot.py.jinja")
    write(adapted.root, "x", "mine/README.md")
    (problem,) = refused(adapted)
    assert problem.startswith("TS321")
    assert "no template 'package/transprot.py.jinja' to replace" in problem


def test_the_runtime_cannot_be_replaced(adapted: Config) -> None:
    write(adapted.root, "", "mine/runtime/nil.py")
    (problem,) = refused(adapted)
    assert problem.startswith("TS321")
    assert "mine/runtime/nil.py: a module of the runtime" in problem


@pytest.mark.parametrize("content", [b"\n{% if %}", b"\xff"])
def test_a_file_that_is_no_template_is_refused(adapted: Config, content: bytes) -> None:
    write(adapted.root, "", f"mine/{TRANSPORT}").write_bytes(content)
    (problem,) = refused(adapted)
    assert problem.startswith("TS320")
    assert f"mine/{TRANSPORT}" in problem


def test_an_undefined_variable_is_told_with_its_place(adapted: Config) -> None:
    write(adapted.root, "\n{{ nothing.at_all }}", f"mine/{TRANSPORT}")
    (problem,) = refused(adapted)
    assert problem.startswith("TS320")
    assert f"mine/{TRANSPORT}:2: " in problem


def test_what_a_template_adds_has_to_pass_the_gate(adapted: Config) -> None:
    text = (
        OWN_DOCSTRING
        + '{% block imports %}import subprocess\n\nsubprocess.run("true")\n{% endblock %}'
    )
    write(adapted.root, text, f"mine/{TRANSPORT}")
    with pytest.raises(TypedSoapError) as caught:
        plan(adapted)
    told = [
        (d.message.rpartition(": ")[2], d.hint or "") for d in caught.value.diagnostics
    ]
    assert [message for message, _ in told] == [
        "Import in a module",
        "Expr in a module",
    ]
    assert all("change the template" in hint for _, hint in told)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        '[tool.typedsoap]\npackage = "shop"\ntemplates = "none"\n'
        '[[tool.typedsoap.services]]\nwsdl = "a.wsdl"\n',
        "pyproject.toml",
    )
    with pytest.raises(TypedSoapError) as caught:
        load_config(file)
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.where and diagnostic.where.line) == ("TS206", 3)
    assert "the folder of templates 'none' is not there" in diagnostic.message
