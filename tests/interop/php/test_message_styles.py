"""PHP's SoapClient calls generated applications whose messages are not wrapped."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.interop.php.php_client import Read, call_from_php
from tests.unit.messages.packages import Method, Package, imported

Opening = Callable[[str], Package]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Generator[Opening]:
    """The package of a golden case."""
    opened: dict[str, Package] = {}
    with ExitStack() as stack:

        def of(case: str) -> Package:
            if case not in opened:
                folder = tmp_path_factory.mktemp(case)
                opened[case] = stack.enter_context(imported(case, folder))
            return opened[case]

        yield of


def called(
    package: Package, operation: str, arguments: object, **methods: Method
) -> Read:
    """What PHP read of the answer of a handler with these methods."""
    application = package.application(**methods)
    return call_from_php(application, str(package.wsdl), operation, arguments)


def test_bare_messages(package: Opening) -> None:
    bare = package("bare-messages")
    order = bare.orders.Order
    loaded = called(
        bare, "Load", [7], load=lambda given: order(number=given.order_number)
    )
    assert loaded.result == {"Number": 7}
    got: list[Any] = []

    def store(given: Any) -> Any:
        got.append(given.order)
        return bare.orders.UrgentOrder(number=8, note="x", hours=2)

    stored = called(bare, "Store", {"Number": 7, "Note": "n"}, store=store)
    assert got == [order(number=7, note="n")]
    assert stored.result == {"Number": 8, "Note": "x", "Hours": 2}
    judged = called(bare, "Judge", ["Closed"], judge=lambda given: given.kind)
    assert judged.result == "Closed"


def test_style_rpc(package: Opening) -> None:
    rpc = package("rpc-literal")
    order = rpc.orders.Order
    got: list[Any] = []

    def store(given: Any) -> int:
        got.append((given.order, given.kind.value, given.rush))
        return 9

    arguments = [{"Number": 7, "Note": "n"}, "Open", True]
    assert called(rpc, "Store", arguments, store=store).result == 9
    assert got == [(order(number=7, note="n"), "Open", True)]
    split = rpc.orders.SplitResponse(first=order(number=1), rest=[order(number=2)])
    read = called(rpc, "Split", {"Number": 1}, split=lambda _: split)
    assert read.result == {"first": {"Number": 1}, "Rest": {"Order": [{"Number": 2}]}}
    assert called(rpc, "Reset", [], reset=lambda _: None).fault is None


def test_selected_parts(package: Opening) -> None:
    parts = package("parts-selected")
    read = called(parts, "Load", [5], load=lambda given: f"{given.load}!")
    assert read.result == "5!"
    assert called(parts, "Wait", [], wait=lambda _: "done").result == "done"


def test_empty_messages(package: Opening) -> None:
    empty = package("empty-messages")
    assert called(empty, "Reset", [], reset=lambda _: None).fault is None
    read = called(empty, "Version", [], version=lambda _: 7)
    assert read.result == {"Number": 7}


def test_one_way(package: Opening) -> None:
    placed: list[str] = []
    read = called(
        package("one-way"),
        "Place",
        {"Item": "Bolt"},
        place=lambda given: placed.append(given.item),
    )
    assert (read.result, read.fault) == (None, None)
    assert read.status.endswith(" 202 Accepted")
    assert placed == ["Bolt"]
