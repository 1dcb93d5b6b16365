"""Header blocks whose part has a type: elements called like the part.

Source: WSDL 1.1 §3.7, which leaves the name to what `soap:body` does in style rpc (§3.5).
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from lxml import etree

from tests.support.wsgi import SOAP
from tests.unit.messages.packages import Package, Zeep

CASE = "header-blocks-of-types"
HEADERS = "urn:example:orders:headers"
SESSION = (
    f'<h:session xmlns:h="{HEADERS}" xmlns:n="urn:example:orders"><n:User>ann</n:User>'
    "<n:Expires>2026-11-26</n:Expires></h:session>"
)
BODY = '<n:Number xmlns:n="urn:example:orders">7</n:Number>'
XS = "http://www.w3.org/2001/XMLSchema"


def test_blocks_of_a_request_and_of_a_reply(package: Package) -> None:
    seen: list[Any] = []

    def load(asked: Any) -> int:
        call = package.current_call()
        seen.append((call.request_headers.session, call.request_headers.locale))
        call.reply_headers.quota = 3
        return int(asked.number)

    session = package.orders.Session(user="ann", expires=date(2026, 11, 26))
    client = package.client(load=load).with_headers(session=session, locale="nb")
    reply = client.with_response.load(number=7)
    assert (reply.value, reply.headers.quota) == (7, 3)
    assert seen == [(session, "nb")]
    sent = _blocks(package.sent)
    assert [block.tag for block in sent] == [f"{{{HEADERS}}}session", "locale"]
    _assert_same(sent[0], SESSION)
    assert sent[1].text == "nb"
    (quota,) = _blocks(package.answer.body)
    _assert_same(quota, f'<h:quota xmlns:h="{HEADERS}">3</h:quota>')


def test_a_block_is_valid_by_its_type(package: Package) -> None:
    client = package.client(count=lambda asked: asked.first)
    session = package.orders.Session(user="ann")
    assert client.with_headers(session=session).count(first=2) == 2
    (block,) = _blocks(package.sent)
    inline = etree.parse(package.wsdl).getroot().find(f".//{{{XS}}}schema")
    assert inline is not None
    element = etree.SubElement(inline, f"{{{XS}}}element", name="session")
    element.set("type", "tns:Session")
    schema = etree.XMLSchema(etree.fromstring(etree.tostring(inline)))
    block.tag = "{urn:example:orders}session"
    schema.assertValid(block)


def test_a_reply_of_another_maker(package: Package) -> None:
    header = f'<h:quota xmlns:h="{HEADERS}">3</h:quota>'
    text = (
        f'<e:Envelope xmlns:e="{SOAP}"><e:Header>{header}</e:Header>'
        f"<e:Body>{BODY}</e:Body></e:Envelope>"
    )
    reply = package.answered(text, whole=True).with_response.load(number=1)
    assert (reply.value, reply.headers.quota) == (7, 3)
    other = text.replace(f' xmlns:h="{HEADERS}"', ' xmlns:h="urn:other"')
    client = package.answered(other, whole=True)
    with pytest.raises(
        package.errors.ProtocolError, match="does not know this element"
    ):
        client.load(number=1)


def test_zeep_names_it_like_the_part(package: Package) -> None:
    zeep = Zeep(package)
    message = zeep.request("Load", 7, _soapheaders={"locale": "nb"})
    assert [(b.tag, b.text) for b in _blocks(message)] == [("locale", "nb")]


def _blocks(envelope: bytes) -> list[Any]:
    return etree.fromstring(envelope).findall(f"{{{SOAP}}}Header/*")


def _assert_same(element: Any, text: str) -> None:
    own = etree.fromstring(text)
    assert [(e.tag, e.text, dict(e.attrib)) for e in element.iter()] == [
        (e.tag, e.text, dict(e.attrib)) for e in own.iter()
    ]
