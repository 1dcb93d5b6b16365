from __future__ import annotations

import json

import pytest

from tests.unit.tool.tool_plans import FILES, inputs
from typedsoap.output.files import sha256
from typedsoap.output.manifest import (
    Manifest,
    make_manifest,
    parse_manifest,
    recorded_files,
    render_manifest,
)


def manifest() -> Manifest:
    return make_manifest("shop", inputs(), FILES)


def test_it_is_read_back_as_it_was() -> None:
    assert parse_manifest(render_manifest(manifest())) == manifest()
    without_overlay = make_manifest("shop", inputs(overlay=None), {})
    assert parse_manifest(render_manifest(without_overlay)) == without_overlay


def test_paths_are_relative_to_the_package() -> None:
    assert manifest().files == {
        "__init__.py": sha256(b"# init\n"),
        "orders/client.py": sha256(b"# client\nA = 1\n"),
        "types/orders.py": sha256(b"# types\n"),
        "../pyproject.toml": sha256(b"[project]\n"),
    }


def test_recorded_files_are_relative_to_the_output() -> None:
    recorded = recorded_files("shop", manifest())
    assert recorded == {
        **{path: sha256(content) for path, content in FILES.items()},
        "shop/.typedsoap.json": sha256(render_manifest(manifest())),
    }


def test_order_of_files_does_not_matter() -> None:
    backwards = dict(reversed(FILES.items()))
    assert render_manifest(make_manifest("shop", inputs(), backwards)) == (
        render_manifest(manifest())
    )


def test_it_is_plain_json_lines() -> None:
    text = render_manifest(manifest()).decode("ascii")
    assert text.endswith("}\n")
    data = json.loads(text)
    assert list(data) == ["about", "format", "inputs", "files", "sha256"]
    assert data["inputs"]["services"]["orders"]["wsdl"] == "wsdl/orders.wsdl"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"inputs": {"services": []}, "files": {}}',
        b'{"inputs": {"services": {}, "configuration": 1}, "files": {}}',
        render_manifest(manifest()) + b" ",
        render_manifest(manifest()).replace(b'"c"', b'"d"'),
        render_manifest(manifest()).replace(b"\n", b"\r\n"),
    ],
)
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the kind is all there is to know
        parse_manifest(content)


@pytest.mark.parametrize(
    "path",
    ["../other.toml", "a/../../x", "/etc/x", "", "a//b", "./a", "C:/x", "a\\..\\x"],
)
def test_paths_out_of_the_package_are_refused(path: str) -> None:
    crafted = Manifest(inputs=inputs(), files={path: sha256(b"")})
    with pytest.raises(ValueError, match="out of the package"):
        parse_manifest(render_manifest(crafted))
