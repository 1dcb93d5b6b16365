"""Large list replies, read in parts: the same lists and errors as from a whole tree."""

from __future__ import annotations

import pytest

from tests.unit.runtime.answered import (
    answered,
    failure,
    listed,
    orders,
    placed,
)
from tests.unit.runtime.orders._runtime import replies, streaming
from tests.unit.runtime.orders._runtime.errors import ProtocolError, SoapError
from tests.unit.runtime.orders.types import Order
from tests.unit.runtime.wire import envelope

FAULT = "<s:Fault><faultcode>s:A</faultcode><faultstring>no</faultstring></s:Fault>"
MANY = [f"<Number>{n}</Number><From>f&amp;{n}</From>" for n in range(1, 30)]
BAD = "<Number>x</Number>"
RELATIVE = "<New xmlns='relative'/>"


def _items(*extra: str) -> str:
    return "".join(f"<Order>{item}</Order>" for item in [*MANY, *extra, *MANY])


CASES = {
    "many": placed(f"<Response>{_items()}</Response>"),
    "one": listed(MANY[0]),
    "none": placed("<Response/>"),
    "absent": placed(""),
    "nil": placed("<Response xsi:nil='true'/>"),
    "nil with items": placed(f"<Response xsi:nil='true'>{_items()}</Response>"),
    "blanks": placed(f"\n <Response>\n {_items().replace('><', '> <')} </Response> "),
    "comments": placed(f"<Response><!-- a -->{_items()}<!-- b --></Response>"),
    "headers": placed(f"<Response>{_items()}</Response>", "<Done>true</Done>"),
    "header after": placed(f"<Response>{_items()}</Response>").replace(
        b"</s:Body>", b"</s:Body><s:Header><Done>false</Done></s:Header>"
    ),
    "failed": placed(f"<Response>{_items(BAD)}</Response>", "<Done>false</Done>"),
    "fault": envelope(
        f"<PlaceOrdersResponse><Response>{_items(BAD)}</Response></PlaceOrdersResponse>"
        + FAULT
    ),
    "a bad item": placed(f"<Response>{_items(BAD)}</Response>"),
    "two bad items": placed(f"<Response>{_items(BAD, MANY[0], BAD)}</Response>"),
    "the first is bad": listed(BAD, *MANY),
    "the last is bad": listed(*MANY, BAD),
    "the only one is bad": listed(BAD),
    "a nil item": placed(
        f"<Response>{_items()}<Order xsi:nil='1'/>{_items()}</Response>"
    ),
    "a missing member": placed(f"<Response>{_items('<From>a</From>')}</Response>"),
    "missing and bad": placed(f"<Response>{_items('<From/>', BAD)}</Response>"),
    "a member twice": placed(
        f"<Response>{_items('<Number>1</Number><Number>1</Number>')}</Response>"
    ),
    "of another type": placed(f"<Response xsi:type='Other'>{_items()}</Response>"),
    "an item of another type": placed(
        f"<Response>{_items()}<Order xsi:type='Other'/></Response>"
    ),
    "an unknown child": placed(f"<Response>{_items()}<New/>{_items()}</Response>"),
    "an unknown member": placed(f"<Response>{_items('<New/>')}</Response>"),
    "an unknown sibling": placed(f"<Response>{_items()}</Response><New/>"),
    "an unknown attribute": placed(
        f"<Response>{_items()}<Order new='1'>{MANY[0]}</Order></Response>"
    ),
    "attribute and bad": placed(
        f"<Response>{_items()}<Order new='1'>{MANY[0]}</Order>{_items(BAD)}</Response>"
    ),
    "two arrays": placed(f"<Response>{_items()}</Response><Response>{BAD}</Response>"),
    "another body": envelope(f"<Other><Response>{_items()}</Response></Other>"),
    "two bodies": placed(f"<Response>{_items()}</Response>").replace(
        b"</s:Body>", b"</s:Body><s:Body/>"
    ),
    "cut off": placed(f"<Response>{_items()}</Response>")[:-40],
    "cut off after a bad item": placed(f"<Response>{_items(BAD)}</Response>")[:-40],
    "cut off in an item": placed(f"<Response>{_items()}</Response>")[:500],
    "wrongly nested": placed(f"<Response>{_items()}</Order></Response>"),
    "an undeclared prefix": placed(f"<Response>{_items('<o:New/>')}</Response>"),
    "an undeclared prefix in a bad item": placed(
        f"<Response>{_items('<o:New/>' + BAD)}</Response>"
    ),
    "an undeclared prefix that is forgotten": placed(
        f"<Response>{_items('<o:New/>', RELATIVE)}</Response>"
    ),
    "no envelope": b"<a>" + b"<b/>" * 1000 + b"</a>",
    "SOAP 1.2": placed(f"<Response>{_items()}</Response>").replace(
        b"http://schemas.xmlsoap.org/soap/envelope/",
        b"http://www.w3.org/2003/05/soap-envelope",
    ),
    "an illegal character": placed(
        f"<Response>{_items('<Number>1</Number><From>&#x1;</From>')}</Response>"
    ),
    "nested orders": placed(
        "<Response>"
        + _items(
            f"<Number>1</Number><Parts><Order>{MANY[0]}</Order><Order>{BAD}</Order></Parts>"
        )
        + "</Response>"
    ),
    "an envelope inside": placed(
        f"<Response>{_items('<s:Envelope><s:Body/></s:Envelope>')}</Response>"
    ),
}


def _outcome(body: bytes, *, strict: bool) -> object:
    client = answered(body, strict=strict)
    try:
        return orders(client)
    except SoapError as error:
        return type(error), error.describe(), error.outcome, error.args


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("case", CASES)
def test_parts_and_whole_agree(
    monkeypatch: pytest.MonkeyPatch, case: str, strict: bool
) -> None:
    body = CASES[case]
    whole = _outcome(body, strict=strict)
    monkeypatch.setattr(replies, "STREAMED_FROM", 0)
    for size in (1, 7, 64, 1000, 100_000):
        monkeypatch.setattr(streaming, "_PART", size)
        assert _outcome(body, strict=strict) == whole, size


def test_both_ways_were_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    take = streaming.ListReader.take

    def counted(self: streaming.ListReader, *, complete: bool) -> None:
        take(self, complete=complete)
        read.append(len(self.found))

    monkeypatch.setattr(streaming.ListReader, "take", counted)
    assert len(orders(answered(CASES["many"]))) == 58
    assert read == []
    monkeypatch.setattr(replies, "STREAMED_FROM", 0)
    monkeypatch.setattr(streaming, "_PART", 400)
    assert len(orders(answered(CASES["many"]))) == 58
    assert read[-1] == 58
    assert any(0 < count < 58 for count in read)


def test_a_large_reply_is_read_in_parts() -> None:
    text = "<Number>1</Number><From>" + "x" * 1000 + "</From>"
    body = listed(*[text] * 4500)
    assert len(body) > streaming.STREAMED_FROM
    found = orders(answered(body))
    assert found == [Order(number=1, from_="x" * 1000)] * 4500
    error = failure(answered(listed(*[text] * 4500, BAD)))
    assert isinstance(error, ProtocolError)
    assert error.path == "Body/PlaceOrdersResponse/Response/Order[4501]/Number"


def test_what_is_much_before_the_envelope(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replies, "STREAMED_FROM", 0)
    before = b"<!--" + b"x" * 200_000 + b"-->"
    assert len(orders(answered(before + CASES["many"]))) == 58


def test_nesting_is_limited_inside_of_items(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replies, "STREAMED_FROM", 0)
    # Envelope, Body, wrapper, array and item are the first five.
    for depth, refused in ((123, False), (124, True)):
        deep = "<n>" * depth + "</n>" * depth
        client = answered(listed(*MANY, f"<Number>1</Number>{deep}", *MANY))
        if refused:
            assert "nested more than 128 deep" in str(failure(client))
        else:
            assert len(orders(client)) == 59
