"""Replies of WCF's Messaging: the client returns what the server was told to say."""

from __future__ import annotations

import pytest

from services86.errors import ProtocolError
from services86.messaging import (
    FieldProperty,
    FieldRight,
    MessageDeliveryStatus,
    OutgoingMessage,
    ProviderInfo,
    ReplyHeaders,
    SoTimeZone,
    TableRight,
)
from tests.interop.wcf.expected_messaging import HEADERS, PLUGINS, STATUSES
from tests.interop.wcf.wcf_server import WcfServer

MESSAGES = [OutgoingMessage(content="Ready")]
SUCCEEDED = ReplyHeaders(succeeded=True)


def test_plain(wcf: WcfServer) -> None:
    """Null blocks are left out, null members are nil."""
    reply = wcf.messaging().with_response.send_messages(outgoing_messages=MESSAGES)
    assert reply.headers == SUCCEEDED
    assert reply.value == [
        MessageDeliveryStatus(
            table_right=None,
            field_properties=None,
            status=1,
            status_description="Ready",
            messaging_id=1,
        )
    ]
    assert reply.http.status == 200


def test_all_members_of_statuses(wcf: WcfServer) -> None:
    replies = wcf.messaging("all-members").with_response
    for reply in (
        replies.get_delivery_status(messaging_ids=[1]),
        replies.send_messages(outgoing_messages=MESSAGES),
        replies.send_messages_with_config(outgoing_messages=MESSAGES),
    ):
        assert reply.value == STATUSES
        assert reply.headers == HEADERS
    # The order of a dictionary's pairs is kept.
    properties = replies.get_delivery_status(messaging_ids=[]).value[0].field_properties
    assert list(properties or ()) == ["status", "id", "text"]


def test_all_members_of_plugins(wcf: WcfServer) -> None:
    reply = wcf.messaging("all-members").with_response.get_plugins()
    assert (reply.value, reply.headers) == (PLUGINS, HEADERS)


def test_all_blocks_beside_no_result(wcf: WcfServer) -> None:
    reply = wcf.messaging("all-members").with_response.set_delivery_status(
        plugin="", external_message_id="", status=0
    )
    assert reply.value is None
    assert reply.headers == HEADERS


@pytest.mark.parametrize("scenario", ["", "all-members", "nil-blocks"])
def test_nothing_is_unknown(wcf: WcfServer, scenario: str) -> None:
    client = wcf.messaging(scenario)
    strict = client.with_options(strict=True)
    assert strict.get_plugins() == client.get_plugins()
    principal = wcf.principal(scenario)
    strict_principal = principal.with_options(strict=True)
    assert strict_principal.get_system_info() == principal.get_system_info()
    assert strict_principal.authenticate_implicit() == principal.authenticate_implicit()


def test_nil_members(wcf: WcfServer) -> None:
    reply = wcf.messaging("nil-members").with_response.get_delivery_status(
        messaging_ids=[]
    )
    unset = FieldProperty(field_right=None, field_type=None, field_length=0)
    no_mask = FieldRight(mask=frozenset(), reason=None)
    assert reply.value == [
        MessageDeliveryStatus(
            table_right=None,
            field_properties=None,
            status=0,
            status_description=None,
            messaging_id=0,
        ),
        MessageDeliveryStatus(
            table_right=TableRight(mask=frozenset(), reason=None),
            field_properties={
                "right": unset,
                "mask": FieldProperty(
                    field_right=no_mask, field_type=None, field_length=0
                ),
                "nothing": None,
            },
            status=0,
            status_description=None,
            messaging_id=0,
        ),
    ]
    assert reply.headers == ReplyHeaders(
        succeeded=True,
        time_zone=SoTimeZone(so_time_zone_id=0, so_time_zone_location_code=None),
    )


def test_empty_members(wcf: WcfServer) -> None:
    reply = wcf.messaging("empty-members").with_response.get_delivery_status(
        messaging_ids=[]
    )
    assert reply.value == [
        MessageDeliveryStatus(
            table_right=TableRight(mask=frozenset(), reason=""),
            field_properties={},
            status=0,
            status_description="",
            messaging_id=0,
        )
    ]
    assert reply.headers == ReplyHeaders(
        extra_info={},
        succeeded=True,
        time_zone=SoTimeZone(so_time_zone_id=0, so_time_zone_location_code=""),
    )


def test_nil_blocks(wcf: WcfServer) -> None:
    reply = wcf.messaging("nil-blocks").with_response.get_delivery_status(
        messaging_ids=[5]
    )
    assert reply.value == [MessageDeliveryStatus(status=5, messaging_id=5)]
    assert reply.headers == SUCCEEDED


@pytest.mark.parametrize("scenario", ["no-list", "empty-list"])
def test_no_items(wcf: WcfServer, scenario: str) -> None:
    client = wcf.messaging(scenario)
    assert client.get_plugins() == []
    assert client.send_messages(outgoing_messages=MESSAGES) == []


def test_nil_status_is_named(wcf: WcfServer) -> None:
    with pytest.raises(ProtocolError) as raised:
        wcf.messaging("nil-item").get_delivery_status(messaging_ids=[])
    assert raised.value.path == (
        "Body/GetDeliveryStatusResponse/Response/MessageDeliveryStatus[2]"
    )
    assert raised.value.outcome == "unknown"


def test_nil_format_is_named(wcf: WcfServer) -> None:
    with pytest.raises(ProtocolError) as raised:
        wcf.messaging("nil-item").get_plugins()
    assert raised.value.path == (
        "Body/GetPluginsResponse/Response/ProviderInfo/SupportedMessagingFormats"
        "/string[2]"
    )


def test_plugins(wcf: WcfServer) -> None:
    assert wcf.messaging().get_plugins() == [
        ProviderInfo(
            name="smtp",
            supported_messaging_formats=["smtp/rfc822"],
            supports_config=False,
        ),
        ProviderInfo(name=None, supported_messaging_formats=[], supports_config=False),
        ProviderInfo(
            name=None, supported_messaging_formats=None, supports_config=False
        ),
    ]


def test_bounds(wcf: WcfServer) -> None:
    statuses = wcf.messaging("bounds").get_delivery_status(messaging_ids=[])
    assert statuses == [
        MessageDeliveryStatus(status=-2147483648, messaging_id=2147483647)
    ]


def test_illegal_character_is_refused(wcf: WcfServer) -> None:
    """WCF writes a control character as a reference that XML does not allow."""
    with pytest.raises(ProtocolError) as raised:
        wcf.messaging("illegal-character").get_delivery_status(messaging_ids=[])
    assert raised.value.http_status == 200
    assert raised.value.outcome == "unknown"


def test_omitted_members(wcf: WcfServer) -> None:
    """A server that leaves out what has its default, header blocks too."""
    reply = wcf.messaging(at="sparse").with_response.get_delivery_status(
        messaging_ids=[]
    )
    assert reply.headers == ReplyHeaders()
    assert reply.value == [
        MessageDeliveryStatus(status=1, messaging_id=41),
        MessageDeliveryStatus(status=2, messaging_id=42, status_description=""),
    ]
    assert wcf.messaging(at="sparse").get_plugins() == [
        ProviderInfo(),
        ProviderInfo(name="sms"),
    ]


def test_omitted_members_that_are_required(wcf: WcfServer) -> None:
    with pytest.raises(ProtocolError) as raised:
        wcf.messaging("nothing", at="sparse").get_delivery_status(messaging_ids=[])
    assert raised.value.path == (
        "Body/GetDeliveryStatusResponse/Response/MessageDeliveryStatus[1]/Status"
    )
