"""Lists whose items an overlay lets be nil, in every place where a list may be.

What is sent either way is held against the schema by lxml (`Package.body`).
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from tests.support.goldens import GOLDEN
from tests.unit.messages.packages import Package, Zeep

CASE = "nullable-items"
OVERLAY = (GOLDEN / CASE / "in.overlay.toml").read_text("utf-8")
NS = 'xmlns:n1="urn:example:orders"'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def _nil(name: str) -> str:
    return f'<{name} {XSI} xsi:nil="true"></{name}>'


def _order(package: Package, kind: str = "Order", **more: Any) -> Any:
    types = package.types
    fragment = package.runtime("fragments").XmlFragment.parse
    return getattr(types, kind)(
        note=[None, "", "a"],
        line=[types.Line(item="x"), None],
        kind=[None, types.Kind.OPEN],
        size=[2, None],
        other=[None, fragment("<other>7</other>")],
        **more,
    )


ORDER = (
    f"{_nil('note')}<note></note><note>a</note><line><item>x</item></line>{_nil('line')}"
    f"{_nil('kind')}<kind>Open</kind><size>2</size>{_nil('size')}"
    f"{_nil('other')}<other>7</other>"
)


def test_parameters_and_a_result(package: Package) -> None:
    got: list[Any] = []

    def find(given: Any) -> list[str | None]:
        got.append((given.name, given.tag))
        return ["a", None, ""]

    client = package.client(find=find)
    assert client.find(name=[None, "n"], tag=[1, None]) == ["a", None, ""]
    assert got == [([None, "n"], [1, None])]
    assert package.body() == (
        f"<n1:Find {NS}>{_nil('name')}<name>n</name><tag>1</tag>{_nil('tag')}</n1:Find>"
    )
    assert package.body(package.answer.body) == (
        f"<n1:FindResponse {NS}><return>a</return>{_nil('return')}<return></return>"
        "</n1:FindResponse>"
    )


def test_bare_arrays(package: Package) -> None:
    client = package.client(sort=lambda given: given.texts[::-1])
    assert client.sort(texts=["a", None]) == [None, "a"]
    assert package.body() == f"<n1:Texts {NS}><text>a</text>{_nil('text')}</n1:Texts>"
    assert package.body(package.answer.body) == (
        f"<n1:Texts {NS}>{_nil('text')}<text>a</text></n1:Texts>"
    )


def test_fields(package: Package) -> None:
    types = package.types
    orders = [
        None,
        _order(package),
        _order(package, "Urgent", hours=3),
        types.Brief(note=[None, "b"]),
    ]
    marks = types.Marks(choices=[types.MarksLabel(None), types.MarksPoint(1)])
    got: list[Any] = []

    def merge(given: Any) -> Any:
        got.append((given.order, given.route, given.batch))
        return package.orders.MergeResponse(order=given.order, mark=marks)

    route = types.Route(stop="s", via=[None, "v"], stop_2="t")
    batch = types.Batch(items=[types.BatchItem(number=1, part=["p", None])])
    client = package.client(merge=merge)
    assert client.merge(order=orders, route=route, batch=batch) == (
        package.orders.MergeResponse(order=orders, mark=marks)
    )
    assert got == [(orders, route, batch)]
    told = (
        f"{_nil('order')}<order>{ORDER}</order>"
        f'<order {XSI} xsi:type="n1:Urgent">{_within(ORDER)}<hours>3</hours></order>'
        f'<order {XSI} xsi:type="n1:Brief">{_within(_nil("note"))}<note>b</note></order>'
    )
    assert package.body() == (
        f"<n1:Merge {NS}>{told}<route><stop>s</stop>{_nil('via')}<via>v</via>"
        "<stop>t</stop></route><batch><number>1</number><part>p</part>"
        f"{_nil('part')}</batch></n1:Merge>"
    )
    assert package.body(package.answer.body) == (
        f"<n1:MergeResponse {NS}>{told}<mark>{_nil('label')}<point>1</point></mark>"
        "</n1:MergeResponse>"
    )


def _within(xml: str) -> str:
    """Content of an element that declares the prefix xsi already."""
    return xml.replace(f" {XSI}", "")


def test_an_empty_item_is_no_nil_one(package: Package) -> None:
    body = f"<order><size/>{_nil('size')}</order>"
    reply = f"<n1:MergeResponse {NS}>{body}</n1:MergeResponse>"
    (order,) = package.answered(reply).merge().order
    assert order.size == [1, None]


def test_values_are_still_checked(package: Package) -> None:
    client = package.client(find=lambda _: []).with_options(validate=True)
    with pytest.raises(package.errors.EncodeError) as caught:
        client.find(tag=[None, "x"])
    assert caught.value.path == ("tag", 1)
    with pytest.raises(package.errors.EncodeError) as caught:
        client.merge(order=[_order(package), package.types.Urgent(hours=None)])
    assert caught.value.path == ("order", 1, "hours")


def test_zeep_reads_and_sends_the_same(package: Package) -> None:
    zeep = Zeep(package, find=lambda given: [None, *given.name])
    assert zeep.service.Find(name=["a"], tag=[1]) == [None, "a"]
    client = package.client(find=lambda _: [])
    client.find(name=["a", None], tag=[1])
    nil = import_module("zeep.xsd").Nil
    sent = zeep.request("Find", name=["a", nil], tag=[1])
    assert package.body() == package.body(sent)
