"""Requests by hand: HTTP, envelopes, routing, header blocks and values."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pytest

from services86.messaging import ProviderInfo
from services86.messaging.server import MessagingApplication, current_call
from tests.support.wsgi import call
from tests.unit.server.fakes import Recorder, action, envelope

PLUGINS = envelope("<GetPlugins/>")
STATUS = "<SetDeliveryStatus>{}</SetDeliveryStatus>"
SET = "<Plugin>sms</Plugin><ExternalMessageId>x</ExternalMessageId><Status>1</Status>"


def application(**options: Any) -> MessagingApplication:
    return MessagingApplication(Recorder(), **options)


def test_a_request_by_hand() -> None:
    answer = call(application(), PLUGINS, action("GetPlugins"))
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/xml; charset=utf-8"
    assert b"<n1:GetPluginsResponse>" in answer.body


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_than_post(method: str) -> None:
    answer = call(application(), REQUEST_METHOD=method)
    assert answer.status == 405
    assert answer.headers["Allow"] == "POST"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "application/soap+xml; charset=utf-8"},
        {"Content-Type": "application/json"},
        {"Content-Type": "text/xmlx"},
        {"Content-Encoding": "gzip"},
    ],
)
def test_other_content_than_plain_xml(headers: Mapping[str, str]) -> None:
    assert call(application(), PLUGINS, headers).status == 415


def test_no_content_type() -> None:
    assert call(application(), PLUGINS, CONTENT_TYPE=None).status == 415


@pytest.mark.parametrize("content_type", ["text/xml", 'TEXT/XML;charset="UTF-8"'])
def test_spellings_of_the_content_type(content_type: str) -> None:
    headers = {"Content-Type": content_type, **action("GetPlugins")}
    assert call(application(), PLUGINS, headers).status == 200


@pytest.mark.parametrize(
    ("length", "status"),
    [
        (None, 411),
        ("many", 400),
        ("\u0661", 400),
        ("10", 413),
        ("9" * 4000, 413),
        ("0005", 400),
    ],
)
def test_lengths(length: str | None, status: int) -> None:
    small = application(max_request=9)
    answer = call(small, b"abc", CONTENT_LENGTH=length)
    assert answer.status == status


def test_a_body_of_the_greatest_length() -> None:
    exact = application(max_request=len(PLUGINS))
    assert call(exact, PLUGINS).status == 200
    assert call(application(max_request=len(PLUGINS) - 1), PLUGINS).status == 413


def test_a_body_whose_end_the_web_server_knows() -> None:
    """Chunked requests, with servers that undo the chunks."""
    known: dict[str, Any] = {"CONTENT_LENGTH": None, "wsgi.input_terminated": True}
    assert call(application(), PLUGINS, **known).status == 200
    small = application(max_request=len(PLUGINS) - 1)
    assert call(small, PLUGINS, **known).status == 413


def test_a_caller_that_goes_silent() -> None:
    class Silent(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise TimeoutError

    silent: dict[str, Any] = {"wsgi.input": Silent()}
    assert call(application(), PLUGINS, **silent).status == 400


@pytest.mark.parametrize(
    "value",
    [
        '"{}/Messaging/GetPlugins"',
        "{}/Messaging/GetPlugins",
        ' "{}/Messaging/GetPlugin%73" ',
        '""',
        "",
        None,
    ],
)
def test_spellings_of_the_action(value: str | None) -> None:
    namespace = action("")["SOAPAction"].strip('"').removesuffix("/Messaging/")
    headers = {} if value is None else {"SOAPAction": value.format(namespace)}
    assert call(application(), PLUGINS, headers).status == 200


@pytest.mark.parametrize(
    ("body", "headers", "reason"),
    [
        ("<GetPlugins/>", {"SOAPAction": "urn:other"}, "the SOAPAction urn:other"),
        ("<GetPlugins/>", action("CreateMessage"), "CreateMessage"),
        ("<Other/>", {}, "no operation has the request"),
        ('<GetPlugins xmlns=""/>', {}, "no operation has the request GetPlugins"),
        ("", {}, "Body has one element, found 0"),
        ("<GetPlugins/><GetPlugins/>", {}, "Body has one element, found 2"),
        (STATUS.format(""), {}, "Plugin: a required value is missing"),
        (STATUS.format('<Plugin xsi:nil="true"/>'), {}, "a required value is missing"),
        (STATUS.format(SET.replace("1", "one")), {}, "Body/SetDeliveryStatus/Status"),
        (STATUS.format(SET.replace("sms", "<b/>")), {}, "an element inside a text"),
        (
            "<GetDeliveryStatus><MessagingIds><a:int>1</a:int>"
            '<a:int xsi:nil="true"/></MessagingIds></GetDeliveryStatus>',
            {},
            "int[2]",
        ),
    ],
)
def test_requests_that_are_not_the_contracts(
    body: str, headers: Mapping[str, str], reason: str
) -> None:
    code, text = call(application(), envelope(body), headers).fault
    assert code == "soap:Client"
    assert reason in text


@pytest.mark.parametrize(
    ("data", "code", "reason"),
    [
        (b"", "Client", "empty"),
        (b"{}", "Client", "not XML"),
        (PLUGINS[:-20], "Client", "cut off"),
        (b"<!DOCTYPE e [<!ENTITY x 'y'>]>" + PLUGINS, "Client", "DOCTYPE"),
        (b"<html><body/></html>", "Client", "HTML"),
        (b"<a/>", "Client", "expected a SOAP envelope"),
        (
            PLUGINS.replace(
                b"http://schemas.xmlsoap.org/soap/envelope/",
                b"http://www.w3.org/2003/05/soap-envelope",
            ),
            "VersionMismatch",
            "another SOAP version",
        ),
        (
            PLUGINS.replace(b"/soap/envelope/", b"/soap/other/"),
            "VersionMismatch",
            "another SOAP version",
        ),
    ],
)
def test_bodies_that_are_no_envelope(data: bytes, code: str, reason: str) -> None:
    found, text = call(application(), data).fault
    assert found == f"soap:{code}"
    assert reason in text


def test_utf_16_is_read() -> None:
    data = "<?xml version='1.0' encoding='utf-16'?>" + PLUGINS.decode()
    assert call(application(), data.encode("utf-16")).status == 200


def test_members_may_come_in_any_order_and_with_others_between() -> None:
    parts = [
        "<ExternalMessageId>x</ExternalMessageId>",
        "<New>1</New>",
        "<Status> 1 </Status>",
        "<Plugin>sms</Plugin>",
    ]
    body = envelope(STATUS.format("".join(parts)))
    assert call(application(), body).status == 200
    code, text = call(application(strict=True), body).fault
    assert code == "soap:Client"
    assert "New: the contract does not know this element" in text


def test_secrets_are_masked_in_what_a_fault_says() -> None:
    credentials = "<Credentials><Ticket>7T:secret<b/></Ticket></Credentials>"
    _, text = call(application(), envelope("<GetPlugins/>", credentials)).fault
    assert "Ticket" in text
    assert "secret" not in text


@pytest.mark.parametrize(
    ("block", "code"),
    [
        ('<u:To xmlns:u="urn:u">x</u:To>', None),
        ('<u:To xmlns:u="urn:u" s:mustUnderstand="0">x</u:To>', None),
        ('<u:To xmlns:u="urn:u" s:mustUnderstand="1">x</u:To>', "MustUnderstand"),
        (
            '<u:To xmlns:u="urn:u" s:mustUnderstand="1"'
            ' s:actor="http://schemas.xmlsoap.org/soap/actor/next">x</u:To>',
            "MustUnderstand",
        ),
        ('<u:To xmlns:u="urn:u" s:mustUnderstand="1" s:actor="urn:other"/>', None),
        ('<ApplicationToken s:mustUnderstand="1">t</ApplicationToken>', None),
        ("<TimeZone><SoTimeZoneId>no</SoTimeZoneId></TimeZone>", "Client"),
    ],
)
def test_header_blocks(block: str, code: str | None) -> None:
    answer = call(application(), envelope("<GetPlugins/>", block))
    if code is None:
        assert answer.status == 200
    else:
        assert answer.fault[0] == f"soap:{code}"


@pytest.mark.parametrize(
    ("blocks", "token", "ticket"),
    [
        ("<ApplicationToken/>", "", None),
        ('<ApplicationToken xsi:nil="true"/>', None, None),
        ('<Credentials xsi:nil="true"/>', None, None),
        ("<Credentials/>", None, None),
        ('<Credentials><Ticket xsi:nil="true"/></Credentials>', None, None),
        ("<Credentials><New/><Ticket>t</Ticket></Credentials>", None, "t"),
        (
            '<ApplicationToken s:actor="urn:other">theirs</ApplicationToken>'
            "<Credentials><Ticket>7T:1</Ticket></Credentials>",
            None,
            "7T:1",
        ),
    ],
)
def test_what_header_blocks_hold(
    blocks: str, token: str | None, ticket: str | None
) -> None:
    class Server(Recorder):
        def get_plugins(self) -> list[ProviderInfo]:
            headers = current_call().request_headers
            assert (headers.application_token, headers.ticket) == (token, ticket)
            return []

    server = MessagingApplication(Server())
    assert call(server, envelope("<GetPlugins/>", blocks)).status == 200


def test_the_path_of_a_mounted_application() -> None:
    class Server(Recorder):
        def get_plugins(self) -> list[ProviderInfo]:
            assert current_call().path == "/Remote/Messaging.svc"
            return []

    server = MessagingApplication(Server())
    places: dict[str, Any] = {"SCRIPT_NAME": "/Remote", "PATH_INFO": "/Messaging.svc"}
    assert call(server, PLUGINS, **places).status == 200
