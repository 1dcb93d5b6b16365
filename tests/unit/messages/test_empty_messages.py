"""Messages without parts, and elements without content or without a type."""

from __future__ import annotations

import pytest

from tests.support.wsgi import call
from tests.unit.messages.packages import END, START, Package, Zeep

CASE = "empty-messages"
NS = 'xmlns:n1="urn:example:orders"'


def test_nothing_in_either_body(package: Package) -> None:
    reply = package.client(reset=lambda _: None).with_response.reset()
    assert (reply.value, reply.http.status) == (None, 200)
    assert package.sent.endswith(b"<soap:Body></soap:Body></soap:Envelope>")
    assert package.body(package.answer.body) == ""


def test_an_element_without_a_type(package: Package) -> None:
    assert package.client(version=lambda _: 7).version() == 7
    assert package.body() == f"<n1:Version {NS}></n1:Version>"


def test_elements_without_content(package: Package) -> None:
    client = package.client(check=lambda _: None)
    assert client.with_response.check().value is None
    assert package.body() == f"<n1:Ping {NS}></n1:Ping>"
    assert package.body(package.answer.body) == f"<n1:Pong {NS}></n1:Pong>"


def test_nothing_in_the_reply(package: Package) -> None:
    forgotten: list[str] = []
    client = package.client(forget=lambda given: forgotten.append(given.item))
    assert client.with_response.forget(item="Bolt").value is None
    assert forgotten == ["Bolt"]
    assert package.body(package.answer.body) == ""


def test_nothing_in_the_request(package: Package) -> None:
    client = package.client(finish=lambda _: None)
    assert client.with_response.finish().value is None
    assert package.body() == ""
    assert package.body(package.answer.body) == f"<n1:Done {NS}></n1:Done>"


def test_nothing_sent_and_nothing_answered(package: Package) -> None:
    reply = package.client(poke=lambda _: None).with_response.poke()
    assert (reply.value, reply.http.status, package.answer.body) == (None, 202, b"")


def test_an_empty_reply_is_an_envelope(package: Package) -> None:
    assert package.answered("").with_response.reset().value is None
    with pytest.raises(package.errors.ProtocolError, match="empty"):
        package.answered("", whole=True).reset()


def test_what_an_empty_reply_should_not_have(package: Package) -> None:
    client = package.answered("<more/>")
    with pytest.raises(package.errors.ProtocolError, match="does not know") as caught:
        client.reset()
    assert caught.value.path == "Body/more"
    lenient = client.with_options(strict=False)
    assert lenient.with_response.reset().value is None


def test_a_reply_that_should_not_be_empty(package: Package) -> None:
    with pytest.raises(package.errors.ProtocolError, match="empty, expected"):
        package.answered("").check()


def test_the_action_tells_empty_requests_apart(package: Package) -> None:
    called: list[str] = []
    application = package.application(
        reset=lambda _: called.append("reset"), finish=lambda _: called.append("finish")
    )
    body = (START + END).encode()
    for action in ("urn:example:orders/Finish", "urn:example:orders/Reset", ""):
        answer = call(application, body, {"SOAPAction": f'"{action}"'})
        assert answer.status == 200
    # Without an action it is the first operation that has such a request.
    assert called == ["finish", "reset", "reset"]


@pytest.mark.parametrize(
    ("content", "action", "text"),
    [
        ("", "Version", "expected {urn:example:orders}Version"),
        ("<more/>", "Reset", "no operation has the request more"),
        ("<a/><b/>", "Reset", "Body has one element, found 2"),
    ],
)
def test_a_request_that_does_not_fit(
    content: str, action: str, text: str, package: Package
) -> None:
    headers = {"SOAPAction": f'"urn:example:orders/{action}"'}
    body = (START + content + END).encode()
    code, reason = call(package.application(), body, headers).fault
    assert code.endswith("Client")
    assert text in reason


def test_zeep_calls_the_server(package: Package) -> None:
    zeep = Zeep(
        package,
        reset=lambda _: None,
        version=lambda _: 7,
        check=lambda _: None,
        forget=lambda _: None,
    )
    assert zeep.service.Reset() is None
    assert zeep.service.Version() == 7
    zeep.service.Check()
    assert zeep.service.Forget(Item="Bolt") is None
