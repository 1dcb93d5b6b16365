"""Parsing, envelopes and faults."""

from __future__ import annotations

import pytest

from tests.unit.runtime.orders._runtime.envelope import (
    body_element,
    expect_version,
    split_envelope,
)
from tests.unit.runtime.orders._runtime.errors import ProtocolError, SoapFault
from tests.unit.runtime.orders._runtime.faults import read_fault
from tests.unit.runtime.orders._runtime.parsing import parse_xml
from tests.unit.runtime.orders._runtime.versions import SOAP_11, SOAP_12
from tests.unit.runtime.wire import SOAP, envelope

SOAP_12_NAMESPACE = "http://www.w3.org/2003/05/soap-envelope"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"oops", "not XML"),
        (b'{"error": 1}', "not XML"),
        (b"<!DOCTYPE html><html></html>", "an HTML page"),
        (b"\n<HTML><body></HTML>", "an HTML page"),
        (b"<!DOCTYPE a><a/>", "DOCTYPE"),
        (
            b'<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            "DOCTYPE",
        ),
        ('<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16"), "DOCTYPE"),
        (b"<a>&nope;</a>", "cut off|not well-formed"),
        (b"<a></b>", "cut off|not well-formed"),
        (b"<p:a/>", "not well-formed|cut off"),
        (b"<a>\xff</a>", r"not valid UTF-8 \(byte 3\)"),
        (b" " * 60 + b"<a", "cut off"),
        (b"<a><b><?pi x?></b></a>", "a processing instruction, which SOAP forbids"),
        (b"<?xml-stylesheet href='a'?><a/>", "a processing instruction"),
        (envelope("<A/>")[:-30], "cut off"),
        (envelope("<A/>") + b"\n<br />", "something follows the end of the envelope"),
        (envelope("<A/>") + b"Warning", "something follows the end of the envelope"),
        (envelope("<A/>") + b"<more/></s:Envelope>", "something follows"),
        (b'<?xml version="1.0" encoding="nope"?><a/>', "'nope' is not supported"),
        (b"<a>" * 129 + b"</a>" * 129, "nested more than 128 deep"),
        (b"<a>" * 300 + b"</a>" * 300, "nested more than 128 deep"),
    ],
)
def test_what_cannot_be_parsed_is_told(data: bytes, message: str) -> None:
    with pytest.raises(ProtocolError, match=message):
        parse_xml(data)


def test_a_message_cut_anywhere_is_refused() -> None:
    data = envelope("<A>text</A>", "<Done>true</Done>")
    for end in range(len(data)):
        with pytest.raises(ProtocolError):
            parse_xml(data[:end])


def test_comments_are_dropped_and_quoted_markup_is_text() -> None:
    root = parse_xml(
        b"<?xml version='1.0'?><!-- <?a?> --><a>x<!-- c -->y<![CDATA[<?b?>]]><b/></a>"
    )
    assert root.text == "xy<?b?>"
    assert [child.tag for child in root] == ["b"]


def test_blanks_before_a_message_cost_nothing() -> None:
    for before in (b" " * 10_000, b"\n" * 10_000, b"<!-- a -->  " * 1_000):
        assert parse_xml(before + b"<a/>").tag == "a"


def test_as_deep_as_allowed() -> None:
    assert parse_xml(b"<a>" * 128 + b"</a>" * 128).tag == "a"


def test_other_encodings_are_parsed() -> None:
    assert (
        parse_xml("<?xml version='1.0'?><a>\u00e9</a>".encode("utf-16")).text
        == "\u00e9"
    )
    latin = "<?xml version='1.0' encoding='iso-8859-1'?><a>\u00e9</a>"
    assert parse_xml(latin.encode("latin-1")).text == "\u00e9"


def test_an_envelope_is_taken_apart() -> None:
    parts = split_envelope(parse_xml(envelope("<A/>", "<B/><C/>")))
    assert [e.tag for e in parts.blocks] == ["{urn:orders}B", "{urn:orders}C"]
    assert body_element(parts, "{urn:orders}A").tag == "{urn:orders}A"
    assert parts.fault is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<a/>", "expected a SOAP envelope, found the element a"),
        (f"<s:Envelope xmlns:s='{SOAP}'/>".encode(), "one Body, found 0"),
        (f"<s:Body xmlns:s='{SOAP}'/>".encode(), "expected a SOAP envelope"),
        (
            f"<s:Envelope xmlns:s='{SOAP}'><s:Body/><s:Body/></s:Envelope>".encode(),
            "one Body, found 2",
        ),
        (
            f"<s:Envelope xmlns:s='{SOAP}'><s:Header/><s:Header/><s:Body/></s:Envelope>"
            "".encode(),
            "one Header at most",
        ),
        (envelope(""), "Body: empty, expected {urn:orders}A"),
        (envelope("<B/>"), "Body/B: expected {urn:orders}A"),
        (envelope("<A/><A/>"), r"Body/A\[2\]: a second element"),
    ],
)
def test_no_such_envelope(data: bytes, message: str) -> None:
    with pytest.raises(ProtocolError, match=message):
        body_element(split_envelope(parse_xml(data)), "{urn:orders}A")


def test_an_envelope_of_another_version() -> None:
    envelopes = {
        version: split_envelope(
            parse_xml(
                envelope("<A/>").replace(SOAP.encode(), version.namespace.encode())
            )
        )
        for version in (SOAP_11, SOAP_12)
    }
    for version, found in envelopes.items():
        expect_version(found, version)
    with pytest.raises(ProtocolError, match=r"SOAP 1\.2 envelope, expected SOAP 1\.1"):
        expect_version(envelopes[SOAP_12], SOAP_11)
    with pytest.raises(ProtocolError, match=r"SOAP 1\.1 envelope, expected SOAP 1\.2"):
        expect_version(envelopes[SOAP_11], SOAP_12)


def _fault(content: str, namespace: str = SOAP) -> SoapFault:
    data = envelope(f"<s:Fault>{content}</s:Fault>").replace(
        SOAP.encode(), namespace.encode()
    )
    element = split_envelope(parse_xml(data)).fault
    assert element is not None
    return read_fault(element)


def test_a_fault_is_read() -> None:
    fault = _fault(
        "<faultcode xmlns='' xmlns:a='urn:a'>a:NoStock</faultcode>"
        "<faultstring xmlns=''> no stock </faultstring><faultactor>me</faultactor>"
        "<detail><x:Item xmlns:x='urn:x'>7</x:Item><Other/></detail>"
    )
    assert (fault.code, fault.code_namespace) == ("NoStock", "urn:a")
    assert (fault.reason, fault.actor) == ("no stock", "me")
    assert [item.name for item in fault.detail] == ["{urn:x}Item", "{urn:orders}Other"]
    item = parse_xml(fault.detail[0].data)
    assert (item.tag, item.text) == ("{urn:x}Item", "7")


@pytest.mark.parametrize("namespace", [SOAP, SOAP_12_NAMESPACE])
def test_a_fault_shaped_like_soap_12_is_read(namespace: str) -> None:
    fault = _fault(
        "<s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>x</s:Value></s:Subcode>"
        "</s:Code><s:Reason><s:Text>no stock</s:Text></s:Reason><s:Role>r</s:Role>"
        "<s:Detail><A/></s:Detail>",
        namespace,
    )
    assert (fault.code, fault.code_namespace) == ("Sender", namespace)
    assert (fault.reason, fault.actor, len(fault.detail)) == ("no stock", "r", 1)


@pytest.mark.parametrize(
    ("content", "code", "reason"),
    [
        ("", "", ""),
        ("<faultcode>nope:Server</faultcode>", "Server", ""),
        ("<faultcode>Server</faultcode><detail/>", "Server", ""),
        ("<faultstring>only this</faultstring>", "", "only this"),
    ],
)
def test_a_fault_with_parts_missing_is_read(
    content: str, code: str, reason: str
) -> None:
    fault = _fault(content)
    assert (fault.code, fault.reason, fault.detail) == (code, reason, ())
    assert fault.code_namespace is None
    assert fault.actor is None
