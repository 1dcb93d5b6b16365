"""Wrappers of `nillable="true"`: sent with content, and read when they are nil."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.wsgi import Answer, call
from tests.unit.messages.packages import END, START, Package, Zeep

CASE = "nillable-wrappers"
NS = 'xmlns:n1="urn:example:orders"'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def _nil(package: Package, element: str) -> str:
    """The element as nil, valid by the schema."""
    nil = f'<n1:{element} {NS} {XSI} xsi:nil="true"></n1:{element}>'
    assert package.body(f"{START}{nil}{END}".encode()) == nil
    return nil


EMPTY: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "NoteResponse": (lambda client: client.note(id=1), lambda _: None),
    "OrderResponse": (lambda client: client.order(), lambda _: None),
    "PageResponse": (
        lambda client: client.page(),
        lambda orders: orders.PageResponse(text=None, size=None, word=[]),
    ),
    "NamesResponse": (lambda client: client.names(), lambda _: []),
}


@pytest.mark.parametrize("element", EMPTY)
def test_nil_is_no_content(element: str, package: Package) -> None:
    send, expected = EMPTY[element]
    client = package.answered(_nil(package, element))
    assert send(client) == expected(package.orders)


@pytest.mark.parametrize(
    ("method", "element", "member"),
    [("count", "CountResponse", "return"), ("sum", "SumResponse", "Total")],
)
def test_nil_where_a_value_is_required(
    method: str, element: str, member: str, package: Package
) -> None:
    with pytest.raises(package.errors.ProtocolError) as caught:
        getattr(package.answered(_nil(package, element)), method)()
    assert caught.value.path == f"Body/{element}/{member}"
    assert caught.value.message == (
        "a required value is missing; the element that should hold it is nil"
    )
    with pytest.raises(package.errors.ProtocolError) as caught:
        getattr(package.answered(f"<n1:{element} {NS}/>"), method)()
    assert caught.value.message == "a required value is missing"


def test_nil_with_content(package: Package) -> None:
    inner = "<n1:return>a</n1:return></n1:NoteResponse>"
    said = f'<n1:NoteResponse {NS} {XSI} xsi:nil="true">{inner}'
    client = package.answered(said)
    assert client.with_options(strict=False).note(id=1) == "a"
    with pytest.raises(package.errors.ProtocolError, match="xsi:nil with content"):
        client.note(id=1)


def test_requests_and_replies_have_content(package: Package) -> None:
    client = package.client(
        order=lambda _: None, names=lambda _: [], note=lambda _: None
    )
    assert client.order(id=None) is None
    assert package.body() == f"<n1:Order {NS}></n1:Order>"
    assert (
        package.body(package.answer.body)
        == f"<n1:OrderResponse {NS}></n1:OrderResponse>"
    )
    assert client.names() == []
    assert package.body() == f"<n1:Names {NS}></n1:Names>"
    nil = package.runtime("nil").NIL
    with pytest.raises(package.errors.EncodeError):
        client.order(id=nil)


@pytest.mark.parametrize(
    ("element", "status", "text"),
    [
        ("Order", 200, b"OrderResponse"),
        ("Note", 500, b"Body/Note/Id: a required value is missing; the element that"),
    ],
)
def test_a_nil_request(
    element: str, status: int, text: bytes, package: Package
) -> None:
    got: list[Any] = []
    application = package.application(
        order=lambda given: got.append(given.id), note=lambda given: None
    )
    body = f"{START}{_nil(package, element)}{END}"
    answer = call(application, body.encode())
    assert answer.status == status
    assert text in answer.body
    assert got == [None] * (status == 200)


@pytest.mark.parametrize("element", EMPTY)
def test_zeep_reads_nil_as_no_content(
    element: str, package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    zeep = Zeep(package)
    body = f"{START}{_nil(package, element)}{END}"
    headers = {"Content-Type": "text/xml"}

    def answer(*_: object) -> Answer:
        return Answer(200, headers, body.encode())

    monkeypatch.setattr("tests.unit.messages.packages.call", answer)
    arguments = {"Id": 1} if element == "NoteResponse" else {}
    operation = element.removesuffix("Response")
    found = getattr(zeep.service, operation)(**arguments)
    if element == "PageResponse":
        assert (found.Text, found.Size, found.Word) == (None, None, [])
    else:
        assert found in (None, [])
