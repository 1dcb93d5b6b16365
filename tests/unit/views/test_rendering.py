"""Rendering: imports follow the names that are used, a broken template is a diagnostic."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.wsdl_texts import wsdl
from tests.unit.views.packages import config, service, view
from typedsoap.errors import TypedSoapError
from typedsoap.imports import ImportLine, Imports, imports_for, relative
from typedsoap.pipeline import plan
from typedsoap.render import render_package
from typedsoap.render_names import used_names
from typedsoap.resources import templates_dir
from typedsoap.views.model import Name


@pytest.mark.parametrize(
    ("importer", "target", "expected"),
    [
        (".errors", ".types.orders", ".types.orders"),
        (".orders.client", ".types.orders", "..types.orders"),
        (".orders.client", ".orders.headers", ".headers"),
        (".orders.__init__", ".orders.client", ".client"),
        (".types.a", ".types.b", ".b"),
        (".types.a", "._runtime.records", ".._runtime.records"),
    ],
)
def test_a_local_import_is_relative_to_its_module(
    importer: str, target: str, expected: str
) -> None:
    assert relative(importer, target) == expected


def test_imports_are_grouped_sorted_and_without_the_module_itself() -> None:
    names = [
        Name(".types.orders", "Order"),
        Name(".types.orders", "NIL"),
        Name(".types.orders", "write_order"),
        Name(".orders.client", "OrdersClient"),
        Name("datetime", "datetime"),
        Name(".orders.results", "Later"),
    ]

    assert imports_for(".orders.client", names, later={"Later"}) == Imports(
        standard=(
            ImportLine("datetime", ("datetime",)),
            ImportLine("typing", ("TYPE_CHECKING",)),
        ),
        local=(ImportLine("..types.orders", ("NIL", "Order", "write_order")),),
        checking=(ImportLine(".results", ("Later",)),),
    )


def test_used_names_are_those_of_the_text_that_it_does_not_define() -> None:
    text = "class A(B):\n    x: C | None = None\n\ndef f(d: D) -> A:\n    return E(d)\n"

    assert used_names(text) == {"B", "C", "D", "E", "d"}


def test_every_module_imports_just_what_it_uses(tmp_path: Path) -> None:
    files = render_package(view(tmp_path, service(tmp_path, wsdl())))

    operations = files["sample/orders/operations.py"]
    assert "read_int, write_string" in operations
    assert "write_items" not in operations
    assert "import NIL" not in operations


def test_an_undefined_variable_in_a_template_is_a_diagnostic(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(templates_dir(), templates)
    broken = templates / "package/errors.py.jinja"
    broken.write_text(
        broken.read_text("utf-8").replace("package.failure_detail", "nothing"), "utf-8"
    )

    with pytest.raises(TypedSoapError) as caught:
        plan(config(tmp_path, service(tmp_path, wsdl())), templates)

    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "TS320"
    assert "'nothing' is undefined" in diagnostic.message
    assert str(diagnostic.where).startswith("package/errors.py.jinja:")
    assert diagnostic.hint


def test_a_template_with_broken_syntax_is_a_diagnostic(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(templates_dir(), templates)
    (templates / "module.py.jinja").write_text("{% if %}", "utf-8")

    with pytest.raises(TypedSoapError) as caught:
        plan(config(tmp_path, service(tmp_path, wsdl())), templates)

    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "TS320"
    assert str(diagnostic.where) == "module.py.jinja:1"
