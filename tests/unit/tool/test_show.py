from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN
from tests.unit.tool.tool_plans import snapshot


def case(name: str) -> Path:
    return GOLDEN / name


def test_text() -> None:
    shown = typedsoap("show", "in.wsdl", folder=case("header-blocks-and-failure"))
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.splitlines() == [
        "in.wsdl: urn:example:orders",
        "service Orders",
        "  port Orders: SOAP 1.1 at https://orders.example.com/soap",
        "",
        "OrdersClient, port type Orders",
        "  request headers",
        "    token: str | None  (Credentials, nillable, secret)",
        "    locale: str | None  (Locale, nillable)",
        "    timeout_: int | None  (Timeout)",
        "  response headers",
        "    trouble: Trouble | None  (Trouble, nillable)",
        "    accepted: bool | None  (Accepted)",
        "  operations",
        "    sign_in(*, name: str | None = None, password: str) -> SignInResponse",
        "        raises SignInFailed",
        "",
        "types",
        "  Credentials",
        "    token: str | None  (Token, nillable)",
        "  Trouble",
        "    text: str | None  (Text, nillable)",
        "    cause: Trouble | None  (Cause, nillable)",
    ]


def test_json() -> None:
    shown = typedsoap(
        "show", "in.wsdl", "--format", "json", folder=case("header-blocks-and-failure")
    )
    assert (shown.exit_code, shown.stderr) == (0, "")
    data = json.loads(shown.stdout)
    assert list(data) == [
        "wsdl",
        "target_namespace",
        "services",
        "port_type",
        "client",
        "request_headers",
        "response_headers",
        "operations",
        "left_out",
        "types",
        "diagnostics",
    ]
    assert data["services"] == [
        {
            "name": "Orders",
            "ports": [
                {
                    "name": "Orders",
                    "binding": "OrdersBinding",
                    "soap_version": "1.1",
                    "address": "https://orders.example.com/soap",
                }
            ],
        }
    ]
    assert data["request_headers"][0] == {
        "element": "Credentials",
        "name": "token",
        "type": "str | None",
        "optional": True,
        "nillable": True,
        "required": False,
        "secret": True,
    }
    (operation,) = data["operations"]
    assert operation["name"] == "SignIn"
    assert operation["signature"].startswith("sign_in(*, name: ")
    assert [type_["name"] for type_ in data["types"]] == ["Credentials", "Trouble"]


def test_what_an_operation_raises_is_told() -> None:
    folder = case("declared-faults")
    shown = typedsoap("show", "in.wsdl", folder=folder)
    place = "    place(*, item: str) -> int\n        raises Refused, Closed\n"
    assert place in shown.stdout
    shown = typedsoap("show", "in.wsdl", "--format", "json", folder=folder)
    assert json.loads(shown.stdout)["operations"][0]["raises"] == ["Refused", "Closed"]


def test_what_is_left_out_is_told() -> None:
    folder = case("left-out-operations")
    shown = typedsoap("show", "in.wsdl", folder=folder)
    assert shown.exit_code == 0
    left_out = ["Merge", "Pick", "Pay", "Notify", "Upload", "Mix", "Say"]
    assert f"  left out: {', '.join(left_out)}\n" in shown.stdout
    assert "warning TS151: the operation 'Upload'" in shown.stderr
    shown = typedsoap("show", "in.wsdl", "--format", "json", folder=folder)
    data = json.loads(shown.stdout)
    assert data["left_out"] == left_out
    (upload,) = (d for d in data["diagnostics"] if "'Upload'" in d["message"])
    assert (upload["code"], upload["severity"]) == ("TS151", "warning")
    lines = (folder / "in.wsdl").read_text("utf-8").splitlines()
    assert upload["file"] == "in.wsdl"
    number: int = upload["line"]
    assert lines[number - 1].strip() == '<wsdl:operation name="Upload">'


@pytest.mark.parametrize("format_", ["text", "json"])
def test_strict(format_: str) -> None:
    folder = case("left-out-operations")
    shown = typedsoap("show", "in.wsdl", "--strict", "--format", format_, folder=folder)
    assert shown.exit_code == 2
    assert "9 warnings" in shown.stderr


def test_members_of_an_enumeration() -> None:
    shown = typedsoap("show", "in.wsdl", folder=case("enumeration-open"))
    assert shown.exit_code == 0
    types = shown.stdout.partition("\ntypes\n")[2]
    assert ", " in types


def test_nothing_is_written() -> None:
    folder = case("flags")
    before = snapshot(folder)
    typedsoap("show", "in.wsdl", folder=folder)
    assert snapshot(folder) == before


def test_other_attributes_need_not_be_given() -> None:
    shown = typedsoap("show", "in.wsdl", folder=case("attributes"))
    lines = [line for line in shown.stdout.splitlines() if "other_attributes:" in line]
    assert lines[-1] == "    other_attributes: dict[str, str]"
