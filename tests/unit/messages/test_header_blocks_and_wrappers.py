"""Header blocks whose element is a wrapper in Body as well, and two of one element."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.support.goldens import GOLDEN
from tests.support.schema_validation import schema_of
from tests.support.wsgi import SOAP, call
from tests.unit.messages.packages import Package, Zeep
from tests.unit.messages.two_services import run_of
from typedsoap.pipeline import plan

CASE = "header-blocks-and-wrappers"
NAMESPACE = "urn:example:orders"
NS = f'xmlns:n1="{NAMESPACE}"'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def _blocks(package: Package, data: bytes) -> list[str]:
    """The header blocks of an envelope as canonical XML, valid by the schema."""
    (header,) = etree.fromstring(data).iterfind("{*}Header")
    for block in header:
        schema_of(package.wsdl).assertValid(etree.ElementTree(block))
    texts = [etree.tostring(b, method="c14n", exclusive=True).decode() for b in header]
    plain = (re.sub(f' xmlns:\\w+="{NAMESPACE}"', "", text) for text in texts)
    return [re.sub(r"(</?)\w+:", r"\1n1:", text) for text in plain]


def _result(package: Package) -> Any:
    return package.orders.LoadResponse_(text="t", pages=2)


def test_one_element_in_body_and_header(package: Package) -> None:
    types = package.types
    before = types.Load(id=1, zone=types.LoadZone(name="Oslo"))
    answered = types.LoadResponse(text="old", pages=1)
    got: list[Any] = []

    def load(given: Any) -> Any:
        served = package.current_call()
        got.append((given.id, given.zone, served.request_headers.load))
        served.reply_headers.load_response = answered
        return _result(package)

    client = package.client(load=load).with_headers(load=before)
    reply = client.with_response.load(id=2, zone=types.LoadZone(name="Bergen"))
    assert got == [(2, types.LoadZone(name="Bergen"), before)]
    assert (reply.value, reply.headers.load_response) == (_result(package), answered)
    assert package.body() == (
        f"<n1:Load {NS}><n1:Id>2</n1:Id><n1:Zone><n1:Name>Bergen</n1:Name></n1:Zone>"
        "</n1:Load>"
    )
    assert _blocks(package, package.sent) == [
        "<n1:Load><n1:Id>1</n1:Id><n1:Zone><n1:Name>Oslo</n1:Name></n1:Zone></n1:Load>"
    ]
    assert package.body(package.answer.body) == (
        f"<n1:LoadResponse {NS}><n1:Text>t</n1:Text><n1:Pages>2</n1:Pages>"
        "</n1:LoadResponse>"
    )
    assert _blocks(package, package.answer.body) == [
        "<n1:LoadResponse><n1:Text>old</n1:Text><n1:Pages>1</n1:Pages></n1:LoadResponse>"
    ]


def test_a_wrapper_of_another_operation_as_block(package: Package) -> None:
    types = package.types
    got: list[Any] = []

    def save(given: Any) -> None:
        headers = package.current_call().request_headers
        got.append((given.text, headers.load, headers.save))

    block, own = types.Load(id=1), types.Save(text="b")
    package.client(save=save).with_headers(load=block, save=own).save(text="a")
    assert got == [("a", block, own)]
    assert package.body() == f"<n1:Save {NS}><n1:Text>a</n1:Text></n1:Save>"
    assert _blocks(package, package.sent) == [
        "<n1:Load><n1:Id>1</n1:Id></n1:Load>",
        "<n1:Save><n1:Text>b</n1:Text></n1:Save>",
    ]


def test_wrappers_that_share_a_body(package: Package) -> None:
    types = package.types
    got: list[Any] = []
    client = package.client(move=lambda given: got.append((given.load, given.save)))
    load, save = types.Load(id=1), types.Save(text="a")
    client.with_headers(trace="t").move(load=load, save=save)
    assert got == [(load, save)]
    assert package.body() == (
        f"<n1:Load {NS}><n1:Id>1</n1:Id></n1:Load>"
        f"<n1:Save {NS}><n1:Text>a</n1:Text></n1:Save>"
    )
    # The binding says this block twice, with one and the same part.
    assert _blocks(package, package.sent) == ["<n1:Trace>t</n1:Trace>"]


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ((None, None), (None, None)),
        (("a", None), ("a", None)),
        (("a", "b"), ("a", "b")),
    ],
)
def test_two_blocks_of_one_element(
    sent: tuple[str | None, str | None],
    read: tuple[str | None, str | None],
    package: Package,
) -> None:
    got: list[Any] = []

    def load(_: Any) -> Any:
        served = package.current_call()
        got.append((served.request_headers.trace, served.request_headers.trace_2))
        served.reply_headers.trace = served.request_headers.trace
        served.reply_headers.trace_2 = served.request_headers.trace_2
        return _result(package)

    client = package.client(load=load).with_headers(trace=sent[0], trace_2=sent[1])
    headers = client.with_response.load(id=1).headers
    assert got == [read]
    assert (headers.trace, headers.trace_2) == read
    if sent[0] is None:
        assert b"Header" not in package.sent
        return
    expected = [f"<n1:Trace>{value}</n1:Trace>" for value in sent if value is not None]
    assert _blocks(package, package.sent) == expected
    assert _blocks(package, package.answer.body) == expected


def test_the_second_block_alone_cannot_be_sent(package: Package) -> None:
    client = package.client(load=lambda _: _result(package)).with_headers(trace_2="b")
    with pytest.raises(package.errors.EncodeError, match="without trace") as caught:
        client.load(id=1)
    assert caught.value.path == ("trace_2",)
    assert caught.value.outcome == "not_sent"
    nil = package.runtime("nil").NIL
    client.with_headers(trace=nil).load(id=1)
    assert _blocks(package, package.sent) == [
        f'<n1:Trace {XSI} xsi:nil="true"></n1:Trace>',
        "<n1:Trace>b</n1:Trace>",
    ]


@pytest.mark.parametrize("between", ["", "<n1:Other/>"])
def test_blocks_in_any_order(between: str, package: Package) -> None:
    client = package.answered(_reply(f"{TRACES}{between}{BLOCK}"), whole=True)
    headers = client.with_options(strict=False).with_response.load(id=1).headers
    assert (headers.trace, headers.trace_2) == ("a", "b")
    assert headers.load_response == package.types.LoadResponse(text="x", pages=1)


def test_a_third_block_is_refused(package: Package) -> None:
    client = package.answered(_reply(f"{TRACES}<n1:Trace>c</n1:Trace>"), whole=True)
    with pytest.raises(package.errors.ProtocolError, match="twice") as caught:
        client.load(id=1)
    assert caught.value.path == "Header/Trace[3]"


def test_a_block_that_may_be_there_once_is_refused_twice(package: Package) -> None:
    client = package.answered(_reply(f"{BLOCK}{BLOCK}"), whole=True)
    with pytest.raises(package.errors.ProtocolError, match="twice"):
        client.load(id=1)


TRACES = "<n1:Trace>a</n1:Trace><n1:Trace>b</n1:Trace>"
BLOCK = "<n1:LoadResponse><n1:Text>x</n1:Text><n1:Pages>1</n1:Pages></n1:LoadResponse>"


def _reply(blocks: str) -> str:
    return (
        f'<soap:Envelope xmlns:soap="{SOAP}" {NS}><soap:Header>{blocks}</soap:Header>'
        "<soap:Body><n1:LoadResponse><n1:Text>t</n1:Text><n1:Pages>2</n1:Pages>"
        "</n1:LoadResponse></soap:Body></soap:Envelope>"
    )


def test_zeep_sends_the_same(package: Package) -> None:
    zeep = Zeep(package)
    load = zeep.client.get_element(f"{{{NAMESPACE}}}Load")(Id=1, Zone={"Name": "Oslo"})
    trace = zeep.client.get_element(f"{{{NAMESPACE}}}Trace")
    envelope = zeep.request(
        "Load",
        Id=2,
        _soapheaders={"before": load, "from": trace("a"), "to": trace("b")},
    )
    types = package.types
    block = types.Load(id=1, zone=types.LoadZone(name="Oslo"))
    client = package.client(load=lambda _: _result(package))
    client.with_headers(load=block, trace="a", trace_2="b").load(id=2)
    assert _blocks(package, package.sent) == _blocks(package, envelope)
    assert package.body() == package.body(envelope)
    got: list[Any] = []

    def served(given: Any) -> Any:
        headers = package.current_call().request_headers
        got.append((given.id, headers.load, headers.trace, headers.trace_2))
        return _result(package)

    application = package.application(load=served)
    call(application, envelope, {"SOAPAction": '"urn:load"'})
    assert got == [(2, block, "a", "b")]


def test_blocks_that_two_services_define_differently(tmp_path: Path) -> None:
    text = (GOLDEN / CASE / "in.wsdl").read_text("utf-8")
    zone = '<xs:element name="Name" type="xs:string"/>'
    assert zone in text
    made = plan(run_of(tmp_path, text, text.replace(zone, "")))
    assert made.diagnostics == ()
    types = {name: text.decode() for name, text in made.files.files.items()}
    assert "name: " in types["sample/types/orders/load_zone.py"]
    assert "name: " not in types["sample/types/orders/second_load_zone.py"]
    assert "load: SecondLoad | None" in types["sample/second/headers.py"]
    assert "load: Load | None" in types["sample/first/headers.py"]
