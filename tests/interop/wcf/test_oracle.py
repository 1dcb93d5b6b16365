"""WCF's log shows what WCF drops without a word: what is sent must be right to pass."""

from __future__ import annotations

from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.interop.wcf.wcf_server import WcfServer

NAMESPACE = "http://www.superoffice.net/ws/crm/NetServer/Services86"
ENVELOPE = (
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">'
    "<s:Header>{headers}</s:Header>"
    '<s:Body><SendMessages xmlns="{namespace}" xmlns:o="urn:other">{body}'
    "</SendMessages></s:Body></s:Envelope>"
)


def post(
    wcf: WcfServer, body: str, *, headers: str = "", operation: str = "SendMessages"
) -> tuple[int, bytes]:
    """Send an envelope as it is; gives the reply's status and body."""
    envelope = ENVELOPE.format(headers=headers, body=body, namespace=NAMESPACE)
    request = Request(  # noqa: S310 - the address is that of our own server
        f"{wcf.address}/0/Messaging.svc",
        data=envelope.encode(),
        headers={
            "Content-Type": "text/xml; charset=utf-8",
            "SOAPAction": f'"{NAMESPACE}/Messaging/{operation}"',
        },
    )
    try:
        with urlopen(request, timeout=60) as reply:  # noqa: S310
            return reply.status, reply.read()
    except HTTPError as error:
        with error:
            return error.code, error.read()


def messages(members: str) -> str:
    message = f"<OutgoingMessage>{members}</OutgoingMessage>"
    return f"<OutgoingMessages>{message}</OutgoingMessages>"


@pytest.mark.parametrize(
    ("members", "understood"),
    [
        ("<From>a</From><To>b</To>", {"From": "a", "To": "b"}),
        # Out of order: the one that comes late is lost.
        ("<To>b</To><From>a</From>", {"To": "b"}),
        # The base type's members come first.
        ("<From>a</From><TableRight/>", {"From": "a"}),
        ('<From xmlns="">a</From><To>b</To>', {"To": "b"}),
        ("<o:From>a</o:From><To>b</To>", {"To": "b"}),
        ("<from>a</from>", {}),
    ],
)
def test_member_that_is_wrong_is_dropped(
    wcf: WcfServer, members: str, understood: object
) -> None:
    status, reply = post(wcf, messages(members))
    assert (status, b">true</Succeeded>" in reply) == (200, True)
    assert wcf.call().body["OutgoingMessages"] == [understood]


@pytest.mark.parametrize(
    ("headers", "understood"),
    [
        (f'<Credentials xmlns="{NAMESPACE}"/>', {"Credentials": {}}),
        (
            f'<Credentials xmlns="{NAMESPACE}"><ticket>7T:a</ticket></Credentials>',
            {"Credentials": {}},
        ),
        ("<Credentials><Ticket>7T:a</Ticket></Credentials>", {}),
        (
            f'<TimeZone xmlns="{NAMESPACE}"><SoTimeZoneLocationCode>NO'
            "</SoTimeZoneLocationCode><SoTimeZoneId>1</SoTimeZoneId></TimeZone>",
            {"TimeZone": {"SoTimeZoneLocationCode": "NO"}},
        ),
    ],
)
def test_block_that_is_wrong_is_dropped(
    wcf: WcfServer, headers: str, understood: object
) -> None:
    status, _ = post(wcf, messages(""), headers=headers)
    assert status == 200
    assert wcf.call().headers == understood


@pytest.mark.parametrize(
    "members",
    [
        "<TableRight><Mask>Select,Update</Mask></TableRight>",
        '<ParentMessagingId xmlns:i="http://www.w3.org/2001/XMLSchema-instance"'
        ' i:nil="true"/>',
        "<ParentMessagingId>2147483648</ParentMessagingId>",
        "<FieldProperties><FieldPropertyDictionaryKeyValuePair><Key>a</Key>"
        "</FieldPropertyDictionaryKeyValuePair></FieldProperties>",
    ],
)
def test_value_that_is_wrong_is_refused(wcf: WcfServer, members: str) -> None:
    status, _ = post(wcf, messages(members))
    assert status == 500
    assert wcf.calls() == []


def test_raw_carriage_return_becomes_a_line_feed(wcf: WcfServer) -> None:
    post(wcf, messages("<Content>a\r\nb\rc</Content>"))
    assert wcf.call().body["OutgoingMessages"] == [{"Content": "a\nb\nc"}]


def test_action_decides(wcf: WcfServer) -> None:
    status, _ = post(wcf, "", operation="Nothing")
    assert status == 500
    assert wcf.calls() == []
