"""`typedsoap show --why TYPE` names the messages that need a type, and where."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.command import Completed, typedsoap
from tests.support.goldens import GENERATED_CASES, GOLDEN


def why(case: str, type_: str, *more: str) -> Completed:
    return typedsoap("show", "in.wsdl", "--why", type_, *more, folder=GOLDEN / case)


@pytest.mark.parametrize("name", ["Kind", "{urn:example:orders}Kind"])
def test_text(name: str) -> None:
    shown = why("chosen-operations", name)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.splitlines() == [
        "{urn:example:orders}Kind is needed by 1 operation",
        "  PlaceOrder, request: PlaceOrder/Draft/Kind",
        "  PlaceOrder, fault: Refused/Kind",
    ]


def test_json() -> None:
    shown = why("chosen-operations", "RushOrder", "--format", "json")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert json.loads(shown.stdout) == [
        {
            "type": "{urn:example:orders}RushOrder",
            "needed_by": [
                {
                    "operation": "GetOrder",
                    "message": "reply",
                    "path": "GetOrderResponse/Order (as RushOrder)",
                }
            ],
        }
    ]


def test_what_extends_a_base_does_not_need_its_siblings() -> None:
    shown = why("chosen-operations", "Entity")
    assert shown.stdout.splitlines() == [
        "{urn:example:orders}Entity is needed by 2 operations",
        "  GetOrder, reply: GetOrderResponse/Order (extends Entity)",
        "  PlaceOrder, request: PlaceOrder/Draft (extends Entity)",
    ]
    shown = why("chosen-operations", "Draft")
    assert shown.stdout.splitlines()[1:] == ["  PlaceOrder, request: PlaceOrder/Draft"]


def test_items_of_encoded_arrays() -> None:
    shown = why("rpc-encoded", "Order")
    assert shown.stdout.splitlines() == [
        "{urn:example:orders}Order is needed by 4 operations",
        "  Store, request: order",
        "  Sort, request: orders/item",
        "  Sort, reply: orders/item",
        "  Split, request: order",
        "  Split, reply: first",
        "  Find, reply: order",
    ]


@pytest.mark.parametrize("case", GENERATED_CASES)
def test_every_class_that_show_lists_is_needed(case: str) -> None:
    shown = typedsoap("show", "in.wsdl", "--format", "json", folder=GOLDEN / case)
    described: Any = json.loads(shown.stdout)
    clients: list[Any] = [described] if "types" in described else described
    names: list[str] = [found["name"] for c in clients for found in c["types"]]
    for name in names:
        assert why(case, name).exit_code == 0, name


def test_an_anonymous_type_goes_by_its_path_too() -> None:
    shown = why("anonymous-enumerations", "Parcel/Kind")
    assert (shown.exit_code, shown.stderr) == (0, "")


def test_an_attribute() -> None:
    shown = why("attributes", "Currency")
    assert shown.exit_code == 0, shown.stderr
    assert "/@" in shown.stdout


def test_a_type_that_nothing_needs() -> None:
    shown = why("chosen-operations", "Kindd")
    assert shown.exit_code == 2
    assert "error TS234: no operation needs a type called 'Kindd'" in shown.stderr
    assert "hint: did you mean 'Kind'?" in shown.stderr
    shown = why("chosen-operations", "Kind", "--only", "GetOrder")
    assert shown.exit_code == 2
