"""Types and header blocks of well-known namespaces on the wire."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from lxml import etree

from tests.unit.messages.packages import Package

CASE = "well-known-schemas"
NS = 'xmlns:n1="urn:example:orders"'
WSA = "http://www.w3.org/2005/08/addressing"
XMIME = "http://www.w3.org/2005/05/xmlmime"


def _document(package: Package) -> Any:
    types = package.types
    root = package.types.__name__.removesuffix(".orders")
    mime = import_module(f"{root}.xmlmime").Base64Binary
    return types.Document(
        title=types.DocumentTitle(value="A", lang="en"),
        content=mime(value=b"png", content_type="image/png"),
        attachment="cid:a@b",
        lang="no",
        id="d1",
    )


def test_a_document_with_attributes_of_other_namespaces(package: Package) -> None:
    document = _document(package)
    got: list[Any] = []

    def store(given: Any) -> Any:
        got.append(given.document)
        return document

    assert package.client(store=store).store(document=document) == document
    assert got == [document]
    body = package.body()
    (prefix,) = (p for p, n in etree.fromstring(body)[0][1].nsmap.items() if n == XMIME)
    assert body == (
        f'<n1:Store {NS}><n1:Document xml:id="d1" xml:lang="no">'
        '<n1:Title xml:lang="en">A</n1:Title>'
        f'<n1:Content xmlns:{prefix}="{XMIME}" {prefix}:contentType="image/png">cG5n'
        "</n1:Content><n1:Attachment>cid:a@b</n1:Attachment></n1:Document></n1:Store>"
    )
    package.body(package.answer.body)


def test_header_blocks_of_addressing(package: Package) -> None:
    orders = package.orders
    headers: list[Any] = []

    def store(_: Any) -> None:
        headers.append(package.current_call().request_headers)

    client = package.client(store=store).with_headers(
        to=orders.AttributedURIType(
            value="http://localhost/", other_attributes={"{urn:x}y": "z"}
        ),
        relates_to=orders.RelatesToType(value="urn:uuid:1"),
    )
    client.store()
    root = etree.fromstring(package.sent)
    to, relates = root[0]
    assert (to.tag, to.text) == (f"{{{WSA}}}To", "http://localhost/")
    assert to.items() == [("{urn:x}y", "z")]
    assert (relates.tag, relates.text) == (f"{{{WSA}}}RelatesTo", "urn:uuid:1")
    # The default of an attribute that is absent.
    assert headers[0].relates_to.relationship_type == f"{WSA}/reply"
