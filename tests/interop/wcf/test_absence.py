"""Absent, nil, empty and set are four things, and WCF tells them apart.

For an operation's own parameters it does not: an absent one is null to it, as a nil one is.
"""

from __future__ import annotations

import pytest

from services86 import NIL
from services86.messaging import (
    FieldProperty,
    FieldRight,
    IncomingMessage,
    OutgoingMessage,
    SoTimeZone,
    TableRight,
)
from tests.interop.wcf.wcf_server import Call, Understood, WcfServer

NOTHING = OutgoingMessage()
ALL_NIL = OutgoingMessage(
    table_right=NIL,
    field_properties=NIL,
    from_=NIL,
    to=NIL,
    content=NIL,
    format=NIL,
    suggested_session_key=NIL,
)
UNDERSTOOD_NIL: Understood = {
    "TableRight": None,
    "FieldProperties": None,
    "From": None,
    "To": None,
    "Content": None,
    "Format": None,
    "SuggestedSessionKey": None,
}
EMPTY = OutgoingMessage(
    table_right=TableRight(),
    field_properties={},
    from_="",
    to="",
    content="",
    format="",
    parent_messaging_id=0,
    suggested_session_key="",
)
UNDERSTOOD_EMPTY: Understood = {
    "TableRight": {},
    "FieldProperties": {},
    "From": "",
    "To": "",
    "Content": "",
    "Format": "",
    "ParentMessagingId": 0,
    "SuggestedSessionKey": "",
}


MEMBERS: list[tuple[OutgoingMessage, Understood | None]] = [
    (NOTHING, {}),
    (ALL_NIL, UNDERSTOOD_NIL),
    (EMPTY, UNDERSTOOD_EMPTY),
    (NIL, None),
    (
        OutgoingMessage(suggested_session_key="last"),
        {"SuggestedSessionKey": "last"},
    ),
    (OutgoingMessage(parent_messaging_id=0), {"ParentMessagingId": 0}),
    (
        OutgoingMessage(table_right=TableRight(mask=frozenset(), reason=NIL)),
        {"TableRight": {"Mask": [], "Reason": None}},
    ),
    (
        OutgoingMessage(table_right=TableRight(reason="")),
        {"TableRight": {"Reason": ""}},
    ),
    (
        OutgoingMessage(
            field_properties={
                "": FieldProperty(),
                "nil": NIL,
                "right": FieldProperty(field_right=NIL, field_type=NIL),
                "mask": FieldProperty(field_right=FieldRight(), field_length=0),
            }
        ),
        {
            "FieldProperties": {
                "": {},
                "nil": None,
                "right": {"FieldRight": None, "FieldType": None},
                "mask": {"FieldRight": {}, "FieldLength": 0},
            }
        },
    ),
]


@pytest.mark.parametrize(("message", "understood"), MEMBERS)
def test_members(
    wcf: WcfServer, message: OutgoingMessage, understood: Understood | None
) -> None:
    # A neighbour on each side shows that nothing has moved.
    wcf.messaging("no-list").send_messages(
        plugin="sms", outgoing_messages=[EMPTY, message, EMPTY]
    )
    messages = [UNDERSTOOD_EMPTY, understood, UNDERSTOOD_EMPTY]
    assert wcf.call().body == {"Plugin": "sms", "OutgoingMessages": messages}


def test_absent_parameters(wcf: WcfServer) -> None:
    wcf.messaging().send_messages_with_config(outgoing_messages=[])
    assert wcf.call() == Call(
        "SendMessagesWithConfig",
        {},
        {"Plugin": None, "OutgoingMessages": [], "Config": None},
    )


def test_nil_parameters(wcf: WcfServer) -> None:
    wcf.messaging().send_messages_with_config(
        plugin=NIL, outgoing_messages=NIL, config=NIL
    )
    assert wcf.call() == Call(
        "SendMessagesWithConfig",
        {},
        {"Plugin": None, "OutgoingMessages": None, "Config": None},
    )


def test_empty_parameters(wcf: WcfServer) -> None:
    wcf.messaging().send_messages_with_config(
        plugin="", outgoing_messages=[], config={}
    )
    assert wcf.call() == Call(
        "SendMessagesWithConfig",
        {},
        {"Plugin": "", "OutgoingMessages": [], "Config": {}},
    )


@pytest.mark.parametrize(("ids", "understood"), [([], []), (NIL, None)])
def test_ids(wcf: WcfServer, ids: list[int], understood: object) -> None:
    wcf.messaging().get_delivery_status(messaging_ids=ids)
    assert wcf.call() == Call("GetDeliveryStatus", {}, {"MessagingIds": understood})


@pytest.mark.parametrize(
    ("message", "understood"),
    [
        (NIL, None),
        (IncomingMessage(), {}),
        (IncomingMessage(plugin="", from_=NIL), {"From": None, "Plugin": ""}),
    ],
)
def test_incoming_message(
    wcf: WcfServer, message: IncomingMessage, understood: object
) -> None:
    wcf.messaging().create_message(incoming_message=message)
    assert wcf.call() == Call("CreateMessage", {}, {"IncomingMessage": understood})


def test_delivery_status(wcf: WcfServer) -> None:
    messaging = wcf.messaging()
    messaging.set_delivery_status(plugin="", external_message_id=NIL, status=0)
    messaging.set_delivery_status(
        plugin=NIL, external_message_id="", status=0, status_description=NIL
    )
    messaging.set_delivery_status(
        plugin="a", external_message_id="b", status=0, status_description=""
    )
    members = ("Plugin", "ExternalMessageId", "Status", "StatusDescription")
    assert [call.body for call in wcf.calls()] == [
        dict(zip(members, ("", None, 0, None), strict=True)),
        dict(zip(members, (None, "", 0, None), strict=True)),
        dict(zip(members, ("a", "b", 0, ""), strict=True)),
    ]


def test_sign_in(wcf: WcfServer) -> None:
    principal = wcf.principal()
    principal.authenticate_username_password(user_name=NIL, password="")
    principal.authenticate_generic(authentication_data={})
    principal.authenticate_generic(authentication_data=NIL)
    principal.authenticate_with_access_token(access_token=NIL)
    assert [call.body for call in wcf.calls()] == [
        {"UserName": None, "Password": ""},
        {"AuthenticationData": {}},
        {"AuthenticationData": None},
        {"AccessToken": None},
    ]


@pytest.mark.parametrize(
    ("token", "understood"),
    [
        (None, {}),
        (NIL, {"ApplicationToken": None}),
        ("", {"ApplicationToken": ""}),
        ("a b", {"ApplicationToken": "a b"}),
    ],
)
def test_application_token(
    wcf: WcfServer, token: str | None, understood: Understood
) -> None:
    wcf.messaging().with_headers(application_token=token).get_plugins()
    wcf.principal().with_headers(application_token=token).get_system_info()
    assert [call.headers for call in wcf.calls()] == [understood, understood]


@pytest.mark.parametrize(
    ("ticket", "understood"),
    [
        (None, {}),
        (NIL, {"Credentials": {"Ticket": None}}),
        ("", {"Credentials": {"Ticket": ""}}),
        ("7T:a+/==", {"Credentials": {"Ticket": "7T:a+/=="}}),
    ],
)
def test_ticket(wcf: WcfServer, ticket: str | None, understood: Understood) -> None:
    wcf.messaging().with_headers(ticket=ticket).get_plugins()
    assert wcf.call().headers == understood


@pytest.mark.parametrize(
    ("zone", "understood"),
    [
        (None, {}),
        (NIL, {"TimeZone": None}),
        (SoTimeZone(), {"TimeZone": {}}),
        (SoTimeZone(so_time_zone_id=0), {"TimeZone": {"SoTimeZoneId": 0}}),
        (
            SoTimeZone(so_time_zone_location_code=NIL),
            {"TimeZone": {"SoTimeZoneLocationCode": None}},
        ),
        (
            SoTimeZone(so_time_zone_id=-1, so_time_zone_location_code=""),
            {"TimeZone": {"SoTimeZoneId": -1, "SoTimeZoneLocationCode": ""}},
        ),
    ],
)
def test_time_zone(
    wcf: WcfServer, zone: SoTimeZone | None, understood: Understood
) -> None:
    wcf.messaging().with_headers(time_zone=zone).get_plugins()
    assert wcf.call().headers == understood
