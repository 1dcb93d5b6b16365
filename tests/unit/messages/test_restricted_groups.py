"""Restrictions that keep repeated groups of their base, with narrower bounds.

What is sent either way is held against the schema by lxml (`Package.body`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.goldens import GOLDEN
from tests.unit.messages.packages import Package
from typedsoap.config.loading import load_config
from typedsoap.pipeline import plan

CASE = "restricted-groups"
NS = 'xmlns:n1="urn:example:orders"'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
SHORT = (
    "<n1:Title>t</n1:Title><n1:Circle>1</n1:Circle><n1:Label>a</n1:Label>"
    "<n1:Star>s</n1:Star>"
)


def _short(package: Package, kind: str = "ShortDrawing", **fields: Any) -> Any:
    types = package.types
    told: dict[str, Any] = {
        "title": "t",
        "choices": [1, "a"],
        "mark": [types.MarkStar("s")],
    }
    return getattr(types, kind)(**{**told, **fields})


def _settings(package: Package, count: int) -> Any:
    item = package.types.DrawingItem
    return package.types.Settings(items=[item(key="k", number=n) for n in range(count)])


def test_both_ways(package: Package) -> None:
    drawings = [
        _short(package),
        _short(package, "OneDrawing"),
        _settings(package, 2),
        package.types.Drawing(choices=["b"]),
    ]
    got: list[Any] = []

    def draw(given: Any) -> Any:
        got.extend(given.drawing)
        return given.drawing

    client = package.client(draw=draw)
    assert client.draw(drawing=drawings) == drawings
    assert got == drawings
    inner = "".join(
        f'<n1:Drawing {XSI} xsi:type="n1:{name}">{content}</n1:Drawing>'
        for name, content in (
            ("ShortDrawing", SHORT),
            ("OneDrawing", SHORT),
            (
                "Settings",
                "<n1:Key>k</n1:Key><n1:Number>0</n1:Number>"
                "<n1:Key>k</n1:Key><n1:Number>1</n1:Number>",
            ),
        )
    )
    inner += "<n1:Drawing><n1:Label>b</n1:Label></n1:Drawing>"
    assert package.body() == f"<n1:Draw {NS}>{inner}</n1:Draw>"
    assert package.body(package.answer.body) == (
        f"<n1:DrawResponse {NS}>{inner}</n1:DrawResponse>"
    )


@pytest.mark.parametrize(
    ("kind", "fields", "path", "text"),
    [
        ("ShortDrawing", {"choices": []}, "choices", "at least 1 are required"),
        ("ShortDrawing", {"choices": [1] * 4}, "choices", "at most 3 are allowed"),
        ("ShortDrawing", {"mark": []}, "mark", "at least 1 are required"),
        ("ShortDrawing", {"title": None}, "title", "requires this"),
        ("OneDrawing", {"choices": [1]}, "choices", "at least 2 are required"),
        ("OneDrawing", {"choices": [1] * 3}, "choices", "at most 2 are allowed"),
    ],
)
def test_what_a_restriction_asks(
    kind: str, fields: dict[str, Any], path: str, text: str, package: Package
) -> None:
    client = package.answered("")
    with pytest.raises(package.errors.EncodeError, match=text) as caught:
        client.draw(drawing=[_short(package, kind, **fields)])
    assert caught.value.path == ("drawing", 0, path)


@pytest.mark.parametrize("count", [0, 3])
def test_how_often_a_sequence_comes(count: int, package: Package) -> None:
    with pytest.raises(package.errors.EncodeError) as caught:
        package.answered("").draw(drawing=[_settings(package, count)])
    assert caught.value.path == ("drawing", 0, "items")


def test_what_is_taken_away(package: Package) -> None:
    settings = _settings(package, 1)
    settings.choices = [1]
    with pytest.raises(package.errors.EncodeError, match="does not have") as caught:
        package.answered("").draw(drawing=[settings])
    assert caught.value.path == ("drawing", 0, "choices")
    body = (
        f'<n1:DrawResponse {NS}><n1:Drawing {XSI} xsi:type="n1:Settings">'
        "<n1:Circle>1</n1:Circle><n1:Key>k</n1:Key></n1:Drawing></n1:DrawResponse>"
    )
    client = package.answered(body)
    (drawing,) = client.with_options(strict=False).draw()
    assert drawing == package.types.Settings(items=[package.types.DrawingItem(key="k")])
    with pytest.raises(package.errors.ProtocolError, match="does not know"):
        client.draw()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            '<xs:element name="Circle" type="xs:int"/>',
            "",
            "a restriction that narrows what a repeated group holds",
        ),
        (
            'minOccurs="1" maxOccurs="3"',
            "",
            "a restriction with an element of its own, 'Circle',",
        ),
        (
            '<xs:element ref="tns:Mark"/>',
            "<xs:any/>",
            "a restriction with xs:any",
        ),
    ],
)
def test_what_is_left_out(old: str, new: str, reason: str, tmp_path: Path) -> None:
    text = (GOLDEN / CASE / "in.wsdl").read_text("utf-8")
    start = text.index('<xs:complexType name="ShortDrawing">')
    end = text.index('<xs:complexType name="OneDrawing">')
    assert old in text[start:end]
    changed = text[start:end].replace(old, new)
    (tmp_path / "in.wsdl").write_text(text[:start] + changed + text[end:], "utf-8")
    (tmp_path / "pyproject.toml").write_bytes(
        (GOLDEN / CASE / "options.toml").read_bytes()
    )
    found = plan(load_config(tmp_path / "pyproject.toml")).diagnostics
    assert {problem.code for problem in found} == {"TS156"}
    (told,) = (p.message for p in found if "type 'ShortDrawing'" in p.message)
    assert f"needs {reason}" in told
