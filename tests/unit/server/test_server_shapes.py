"""Servers of another contract: shapes that the two services do not have."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import etree

from tests.support.wsgi import call
from tests.unit.server.shapes import OVERLAY, WSDL
from tests.unit.views.packages import config, service
from typedsoap.output.writing import write_changes
from typedsoap.pipeline import plan


class Shop:
    """A generated package whose clients talk to applications in this process."""

    def __init__(self, package: str) -> None:
        self.types = import_module(f"{package}.orders")
        self.errors = import_module(f"{package}.errors")
        self._server = import_module(f"{package}.orders.server")
        self._response = import_module(f"{package}.transport").HttpResponse
        self._application: Any = None
        self._reply = b""

    def client(self, **methods: Callable[..., Any]) -> Any:
        """A client of an application whose handler has these methods."""
        handler = SimpleNamespace(**methods)
        self._application = self._server.OrdersApplication(handler)
        return self.types.OrdersClient("http://localhost/", token="t", transport=self)

    def send(self, request: Any) -> Any:
        """Answer as a transport does."""
        answer = call(self._application, request.body, request.headers)
        self._reply = answer.body
        return self._response(
            status=answer.status, headers=answer.headers, body=answer.body
        )

    def close(self) -> None:
        """Nothing to release."""

    @property
    def reply(self) -> str:
        """The last reply, as `Body(Element(text))` with a `!` for nil."""
        return _shown(etree.fromstring(self._reply))


def _shown(element: Any) -> str:
    inner = "".join(map(_shown, element)) or element.text or ""
    return f"{etree.QName(element).localname}{'!' if element.attrib else ''}({inner})"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Generator[Shop]:
    """A package that has passed the gate, importable while the tests run."""
    folder = tmp_path_factory.mktemp("shapes")
    files = plan(config(folder, service(folder, WSDL, OVERLAY))).files
    write_changes(folder, files.files, ())
    sys.path.insert(0, str(folder))
    yield Shop(files.package)
    sys.path.remove(str(folder))
    for name in [*sys.modules]:
        if name.partition(".")[0] == files.package:
            del sys.modules[name]


def test_parameters_with_the_names_of_the_machinery(shop: Shop) -> None:
    got: list[dict[str, object]] = []

    def store(**arguments: object) -> Any:
        got.append(arguments)
        return shop.types.StoreResponse(number=1)

    client = shop.client(store=store)
    names = ["handler", "element", "reader", "child", "tag", "invocation", "out"]
    given = {name: name.upper() for name in names}
    client.store(**given, self_="SELF", line=(2, 1), rush=True)
    client.store(rush=False)
    absent = dict.fromkeys([*names, "self_"])
    assert got == [
        {**given, "self_": "SELF", "line": [2, 1], "rush": True},
        {**absent, "line": [], "rush": False},
    ]


def test_results_of_several_members(shop: Shop) -> None:
    results = [
        shop.types.StoreResponse(number=None, note="n", value=[1, 2]),
        shop.types.StoreResponse(number=0),
    ]

    def store(**_: object) -> Any:
        return results.pop(0)

    client = shop.client(store=store)
    first = client.store(rush=True)
    assert (first.number, first.note, first.value) == (None, "n", [1, 2])
    assert "StoreResponse(Number!()Note(n)Value(1)Value(2))" in shop.reply
    second = client.store(rush=True)
    assert (second.number, second.note, second.value) == (0, None, [])
    assert "StoreResponse(Number(0))" in shop.reply


def test_a_repeated_element_as_the_result(shop: Shop) -> None:
    results: list[Any] = [["a", ""], (), None]
    client = shop.client(list_=lambda: results.pop(0))
    assert client.list_() == ["a", ""]
    assert client.list_() == []
    with pytest.raises(
        shop.errors.SoapFault, match="name: a list or tuple is required"
    ):
        client.list_()


def test_no_result(shop: Shop) -> None:
    assert shop.client(ping=lambda: None).ping() is None
    assert shop.reply == "Envelope(Body(PingResponse()))"


def failing(shop: Shop, info: str | None) -> Any:
    """A client whose every call fails."""

    def fail(**_: object) -> None:
        raise shop.errors.OperationFailed(info)

    return shop.client(ping=fail, store=fail, list_=fail)


def test_a_failure_is_told_by_its_description_alone(shop: Shop) -> None:
    with pytest.raises(shop.errors.OperationFailed) as caught:
        failing(shop, "no paper").ping()
    assert caught.value.info == "no paper"
    assert shop.reply == "Envelope(Header(Trouble(no paper))Body(PingResponse()))"


def test_the_body_of_a_failure_fits_the_schema(shop: Shop) -> None:
    with pytest.raises(shop.errors.OperationFailed):
        failing(shop, "no paper").store(rush=True)
    assert "Body(StoreResponse(Number!()))" in shop.reply


def test_a_failure_without_the_description_that_tells_it(shop: Shop) -> None:
    with pytest.raises(shop.errors.SoapFault, match="the operation failed") as caught:
        failing(shop, None).ping()
    assert caught.value.code == "Server"


def test_a_failure_without_a_header_block_that_tells_it(shop: Shop) -> None:
    with pytest.raises(shop.errors.SoapFault, match="the operation failed"):
        failing(shop, "no paper").list_()


def test_a_method_that_the_handler_lacks(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(shop.errors.SoapFault, match="internal error"):
        shop.client().ping()
    assert "has no attribute 'ping'" in caplog.text
