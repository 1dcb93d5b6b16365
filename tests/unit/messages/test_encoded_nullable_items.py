"""Arrays in SOAP encoding whose items an overlay lets be nil."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.wsgi import call
from tests.unit.messages.packages import Package
from tests.unit.messages.test_rpc_encoded import ENVELOPE, STYLE, is_body

CASE = "rpc-encoded"
OVERLAY = "\n".join(
    f"[types.{name}]\nnullable_items = true"
    for name in ("Orders", "Words", "Table", "Things")
)


def test_structs(package: Package) -> None:
    order = package.orders.Order(number=1)
    client = package.client(sort=lambda given: given.orders[::-1])
    assert client.sort(orders=[order, None]) == [None, order]
    told = '<item xsi:type="n1:Order"><Number xsi:type="xsd:int">1</Number></item>'
    array = 'xsi:type="soapenc:Array" soapenc:arrayType="n1:Order[2]"'
    nil = '<item xsi:nil="true"/>'
    assert is_body(
        package.sent,
        f"<n2:Sort {STYLE}><orders {array}>{told}{nil}</orders></n2:Sort>",
    )
    assert is_body(
        package.answer.body,
        f"<n2:SortResponse {STYLE}><orders {array}>{nil}{told}</orders>"
        "</n2:SortResponse>",
    )


def test_texts_and_arrays_of_them(package: Package) -> None:
    got: list[Any] = []

    def tag(given: Any) -> Any:
        got.append(given.words)
        return [["a", None], None, []]

    client = package.client(tag=tag)
    assert client.tag(words=[None, "w"]) == [["a", None], None, []]
    assert got == [[None, "w"]]
    assert is_body(
        package.sent,
        f'<n2:Tag {STYLE}><words xsi:type="soapenc:Array"'
        ' soapenc:arrayType="xsd:string[2]"><Word xsi:nil="true"/>'
        '<Word xsi:type="xsd:string">w</Word></words></n2:Tag>',
    )


def test_values_of_any_type(package: Package) -> None:
    fragment = package.runtime("fragments").XmlFragment.parse
    client = package.client(ask=lambda given: [None, given.anything])
    nothing, thing = client.ask(anything=fragment("<a>x</a>"))
    assert nothing is None
    assert thing.text == "x"


def test_a_nil_that_is_referred_to(package: Package) -> None:
    body = (
        f"<n2:SortResponse {STYLE}>"
        '<orders xsi:type="soapenc:Array" soapenc:arrayType="n1:Order[2]">'
        '<item href="#a"/><item href="#b"/></orders></n2:SortResponse>'
        '<multiRef id="a" xsi:nil="true"/>'
        '<multiRef id="b" xsi:type="n1:Order"><Number>1</Number></multiRef>'
    )
    client = package.answered(ENVELOPE.format(body), whole=True)
    assert client.sort(orders=[]) == [None, package.orders.Order(number=1)]


@pytest.mark.parametrize("nil", ["true", "1"])
def test_requests_of_others(nil: str, package: Package) -> None:
    got: list[Any] = []

    def tag(given: Any) -> list[Any]:
        got.append(given.words)
        return []

    application = package.application(tag=tag)
    body = (
        f'<n2:Tag {STYLE}><words soapenc:arrayType="xsd:string[2]">'
        f'<item xsi:nil="{nil}"/><item>w</item></words></n2:Tag>'
    )
    assert call(application, ENVELOPE.format(body).encode()).status == 200
    assert got == [[None, "w"]]
