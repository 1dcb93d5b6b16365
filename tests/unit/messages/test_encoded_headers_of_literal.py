"""Encoded header blocks and faults of messages that are literal themselves."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.wsgi import InProcess
from tests.unit.messages.test_literal_headers_of_encoded import ENCODED
from tests.unit.messages.two_services import Answering, imported_services, run_of

STYLE = 'encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"'
LITERAL = ENCODED.replace('<soap:body use="encoded"', '<soap:body use="literal"')
SESSION = (
    f'<n3:session soap:{STYLE} xsi:type="n1:Session"><User xsi:type="xsd:string">ann'
    '</User><Roles xsi:type="soapenc:Array" soapenc:arrayType="xsd:string[1]">'
    '<item xsi:type="xsd:string">buyer</item></Roles></n3:session>'
)


def test_blocks_are_encoded_and_the_body_is_not(tmp_path: Path) -> None:
    seen: list[Any] = []
    with imported_services(run_of(tmp_path, LITERAL, LITERAL)) as (first, _):
        server = import_module("sample.first.server")

        def order(*, number: int) -> str:
            seen.append((number, server.current_call().request_headers.session))
            return "A"

        handler = SimpleNamespace(order=order)
        application = server.OrdersApplication(handler, strict=True)
        transport = InProcess(application, valid=False)
        session = first.Session(user="ann", roles=["buyer"])
        options = {"transport": transport, "session": session, "strict": True}
        with first.OrdersClient("http://localhost/", **options) as client:
            assert client.order(number=7) == "A"
        sink = Answering("<r:OrderResponse xmlns:r='urn:example:orders:rpc'/>")
        options = {"transport": sink, "session": session}
        errors = import_module("sample.errors")
        with (
            first.OrdersClient("http://localhost/", **options) as client,
            pytest.raises(errors.ProtocolError, match="code"),
        ):
            client.order(number=7)
    assert seen == [(7, session)]
    head, _, body = sink.sent.decode().partition("<soap:Body>")
    assert SESSION in head
    assert body.startswith("<n2:Order><number>7</number></n2:Order>")
