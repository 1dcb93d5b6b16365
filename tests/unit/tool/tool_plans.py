"""Plans made by hand: no generator runs in these tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from typedsoap.errors import TypedSoapError
from typedsoap.output.files import FileSet
from typedsoap.output.generation import generate
from typedsoap.output.manifest import (
    Inputs,
    ServiceInputs,
    make_manifest,
    manifest_path,
    render_manifest,
)
from typedsoap.output.plan import Plan

FILES = {
    "shop/__init__.py": b"# init\n",
    "shop/orders/client.py": b"# client\nA = 1\n",
    "shop/types/orders.py": b"# types\n",
    "pyproject.toml": b"[project]\n",
}
MANIFEST = "shop/.typedsoap.json"
NEXT = {
    "shop/__init__.py": b"# init\n",
    "shop/orders/client.py": b"# client\nA = 2\n",
    "shop/extra/deep/new.py": b"# new\n",
    "pyproject.toml": b"[project]\nversion = 2\n",
}


def inputs(
    *,
    source: str = "s",
    contract: str = "c",
    overlay: str | None = "o",
    configuration: str = "k",
    templates: str = "t",
) -> Inputs:
    service = ServiceInputs(
        wsdl="wsdl/orders.wsdl", source=source, contract=contract, overlay=overlay
    )
    return Inputs(
        services={"orders": service}, configuration=configuration, templates=templates
    )


def make_plan(
    files: Mapping[str, bytes] = FILES,
    made_from: Inputs | None = None,
    keep: tuple[str, ...] = (),
) -> Plan:
    chosen = made_from or inputs()
    manifest = render_manifest(make_manifest("shop", chosen, files))
    everything = {**files, manifest_path("shop"): manifest}
    return Plan(files=FileSet("shop", everything, keep), inputs=chosen)


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder; None stands for a folder."""
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes() if path.is_file() else None
        )
        for path in sorted(folder.rglob("*"))
    }


def codes_of_refusal(plan: Plan, output: Path) -> list[str]:
    """What a run says that writes nothing."""
    before = snapshot(output.parent)
    with pytest.raises(TypedSoapError) as raised:
        generate(plan, output)
    assert snapshot(output.parent) == before
    return [diagnostic.code for diagnostic in raised.value.diagnostics]
