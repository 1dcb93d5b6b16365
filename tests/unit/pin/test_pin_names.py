"""File names that stay when other imports come and go."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.unit.pin.vendor import ORDERS, XSD, importing
from typedsoap.pinning.names import file_names
from typedsoap.source.documents import load

_XS = "http://www.w3.org/2001/XMLSchema"


def schema(namespace: str, *statements: str) -> str:
    own = f' targetNamespace="{namespace}"' if namespace else ""
    return f'<xs:schema xmlns:xs="{_XS}"{own}>{"".join(statements)}</xs:schema>'


def imports(namespace: str, location: str) -> str:
    return f'<xs:import namespace="{namespace}" schemaLocation="{location}"/>'


def names(folder: Path, texts: Mapping[str, str]) -> list[str]:
    """The names by the order of reading, of `o.wsdl` and what it imports."""
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    found = file_names("orders.wsdl", load(folder / "o.wsdl"))
    root, *others = found.values()
    assert root == "orders.wsdl"
    return others


def wsdl(*statements: str) -> str:
    at = ORDERS.index("<xs:schema")
    return f"{ORDERS[:at]}<xs:schema>{''.join(statements)}</xs:schema>{ORDERS[at:]}"


def test_the_namespace_names_an_import(tmp_path: Path) -> None:
    long = "urn:" + "x" * 100
    found = names(
        tmp_path,
        {
            "o.wsdl": wsdl(
                imports("http://www.example.com/types/v1/", "a.xsd"),
                imports("urn:example:stock.xsd", "b.xsd"),
                imports("http://evil/../../etc", "c.xsd"),
                imports(long, "d.xsd"),
                imports("urn:\u00e6\u00f8", "e.xsd"),
            ),
            "a.xsd": schema("http://www.example.com/types/v1/"),
            "b.xsd": schema("urn:example:stock.xsd"),
            "c.xsd": schema("http://evil/../../etc"),
            "d.xsd": schema(long),
            "e.xsd": schema("urn:\u00e6\u00f8"),
        },
    )
    assert found[:3] == [
        "orders.example.com-types-v1.xsd",
        "orders.example-stock.xsd",
        "orders.evil-..-..-etc.xsd",
    ]
    assert found[3].startswith("orders." + "x" * 60 + "-")
    assert len(found[3]) == len("orders..xsd") + 60 + 9
    assert found[4] == "orders.e.xsd"


def test_an_include_is_named_by_its_own_name_too(tmp_path: Path) -> None:
    included = '<xs:include schemaLocation="common.xsd"/>'
    texts = {
        "o.wsdl": wsdl(imports("urn:b", "b.xsd")),
        "b.xsd": schema("urn:b", included),
        "common.xsd": schema("urn:b"),
    }
    assert names(tmp_path, texts) == ["orders.b.xsd", "orders.b.common.xsd"]
    texts["common.xsd"] = schema("")
    assert names(tmp_path, texts) == ["orders.b.xsd", "orders.common.xsd"]


def test_others_that_come_change_no_name(tmp_path: Path) -> None:
    texts = {"o.wsdl": wsdl(imports("urn:b", "b.xsd")), "b.xsd": schema("urn:b")}
    assert names(tmp_path, texts) == ["orders.b.xsd"]
    first = imports("urn:a", "a.xsd")
    texts["o.wsdl"] = wsdl(first, imports("urn:b", "b.xsd"))
    texts["a.xsd"] = schema("urn:a")
    assert names(tmp_path, texts) == ["orders.a.xsd", "orders.b.xsd"]


def test_names_are_never_the_same(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        {
            "o.wsdl": wsdl(
                imports("urn:b", "b.xsd"),
                imports("urn:b", "c.xsd"),
                imports("urn:B", "d.xsd"),
                imports("http://b", "B.xsd"),
            ),
            "b.xsd": schema("urn:b"),
            "c.xsd": schema("urn:b"),
            "d.xsd": schema("urn:B"),
            "B.xsd": schema("http://b"),
        },
    )
    assert found == [
        "orders.b.xsd",
        "orders.b.c.xsd",
        "orders.B.d.xsd",
        "orders.b.B.xsd",
    ]
    (tmp_path / "e").mkdir()
    found = names(
        tmp_path,
        {
            "o.wsdl": wsdl(
                imports("urn:b", "b.xsd"),
                imports("urn:b", "c.xsd"),
                imports("urn:b", "e/c.xsd"),
            ),
            "e/c.xsd": schema("urn:b"),
        },
    )
    assert found == ["orders.b.xsd", "orders.b.c.xsd", "orders.b.c.2.xsd"]


def test_an_imported_wsdl(tmp_path: Path) -> None:
    (tmp_path / "t.xsd").write_text(XSD, "utf-8")
    (tmp_path / "part.wsdl").write_text(importing("t.xsd"), "utf-8")
    root = (
        '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:r">'
        '<import namespace="urn:example:orders" location="part.wsdl"/></definitions>'
    )
    assert names(tmp_path, {"o.wsdl": root}) == [
        "orders.example-orders.wsdl",
        "orders.example-orders.xsd",
    ]
