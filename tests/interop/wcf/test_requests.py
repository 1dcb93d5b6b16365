"""Every operation with all that it takes: what WCF understood equals what was passed."""

from __future__ import annotations

from services86.messaging import (
    EFieldRight,
    ETableRight,
    FieldProperty,
    FieldRight,
    IncomingMessage,
    OutgoingMessage,
    SoTimeZone,
    TableRight,
)
from tests.interop.wcf.wcf_server import Call, Understood, WcfServer

TABLE_RIGHTS = ["Select", "Update", "Insert", "Delete", "Filtering", "RestrictedUpdate"]
FIELD_RIGHTS = [
    *("Read", "Write", "Unused1", "Unused2", "Unused3", "Unused4"),
    *("UIHintMandatory", "UIHintReadOnly", "UndefinedValue256"),
]

ALL_RIGHTS = TableRight(mask=frozenset(ETableRight), reason="owner")
PROPERTIES: dict[str, FieldProperty | None] = {
    "all": FieldProperty(
        field_right=FieldRight(mask=frozenset(EFieldRight), reason="all"),
        field_type="string",
        field_length=64,
    ),
    "one": FieldProperty(
        field_right=FieldRight(
            mask=frozenset({EFieldRight.UI_HINT_READ_ONLY}), reason="one"
        ),
        field_type="int",
        field_length=-2147483648,
    ),
    "none": FieldProperty(
        field_right=FieldRight(mask=frozenset(), reason="none"),
        field_type="",
        field_length=2147483647,
    ),
    "nothing": None,
}
UNDERSTOOD_RIGHTS: Understood = {"Mask": TABLE_RIGHTS, "Reason": "owner"}
UNDERSTOOD_PROPERTIES: Understood = {
    "all": {
        "FieldRight": {"Mask": FIELD_RIGHTS, "Reason": "all"},
        "FieldType": "string",
        "FieldLength": 64,
    },
    "one": {
        "FieldRight": {"Mask": ["UIHintReadOnly"], "Reason": "one"},
        "FieldType": "int",
        "FieldLength": -2147483648,
    },
    "none": {
        "FieldRight": {"Mask": [], "Reason": "none"},
        "FieldType": "",
        "FieldLength": 2147483647,
    },
    "nothing": None,
}

MESSAGES = [
    OutgoingMessage(
        table_right=ALL_RIGHTS,
        field_properties=PROPERTIES,
        from_="Shop",
        to="+4790000000",
        content="Ready",
        format="sms/160",
        parent_messaging_id=-7,
        suggested_session_key="key 1",
    ),
    OutgoingMessage(
        table_right=TableRight(
            mask=frozenset({ETableRight.RESTRICTED_UPDATE}), reason="guest"
        ),
        field_properties={},
        from_="Shop",
        to="+4790000001",
        content="Later",
        format="sms/mms",
        parent_messaging_id=8,
        suggested_session_key="key 2",
    ),
]
UNDERSTOOD_MESSAGES: list[Understood] = [
    {
        "TableRight": UNDERSTOOD_RIGHTS,
        "FieldProperties": UNDERSTOOD_PROPERTIES,
        "From": "Shop",
        "To": "+4790000000",
        "Content": "Ready",
        "Format": "sms/160",
        "ParentMessagingId": -7,
        "SuggestedSessionKey": "key 1",
    },
    {
        "TableRight": {"Mask": ["RestrictedUpdate"], "Reason": "guest"},
        "FieldProperties": {},
        "From": "Shop",
        "To": "+4790000001",
        "Content": "Later",
        "Format": "sms/mms",
        "ParentMessagingId": 8,
        "SuggestedSessionKey": "key 2",
    },
]
BLOCKS: Understood = {
    "ApplicationToken": "token",
    "Credentials": {"Ticket": "7T:ticket=="},
    "TimeZone": {"SoTimeZoneId": 261, "SoTimeZoneLocationCode": "NO"},
}


def test_create_message(wcf: WcfServer) -> None:
    wcf.messaging().create_message(
        incoming_message=IncomingMessage(
            table_right=ALL_RIGHTS,
            field_properties=PROPERTIES,
            to="2404",
            from_="+4790000000",
            content="STOP",
            format="sms/160",
            session_key="key",
            plugin="sms",
        )
    )
    message: Understood = {
        "TableRight": UNDERSTOOD_RIGHTS,
        "FieldProperties": UNDERSTOOD_PROPERTIES,
        "To": "2404",
        "From": "+4790000000",
        "Content": "STOP",
        "Format": "sms/160",
        "SessionKey": "key",
        "Plugin": "sms",
    }
    assert wcf.call() == Call("CreateMessage", {}, {"IncomingMessage": message})


def test_get_delivery_status(wcf: WcfServer) -> None:
    ids = [0, 1, -1, 2147483647, -2147483648, 0]
    wcf.messaging().get_delivery_status(messaging_ids=ids)
    assert wcf.call() == Call("GetDeliveryStatus", {}, {"MessagingIds": ids})


def test_set_delivery_status(wcf: WcfServer) -> None:
    wcf.messaging().set_delivery_status(
        plugin="sms",
        external_message_id="4711",
        status=-2147483648,
        status_description="lost",
    )
    assert wcf.call() == Call(
        "SetDeliveryStatus",
        {},
        {
            "Plugin": "sms",
            "ExternalMessageId": "4711",
            "Status": -2147483648,
            "StatusDescription": "lost",
        },
    )


def test_send_messages(wcf: WcfServer) -> None:
    wcf.messaging().with_headers(
        application_token="token",
        ticket="7T:ticket==",
        time_zone=SoTimeZone(so_time_zone_id=261, so_time_zone_location_code="NO"),
    ).send_messages(plugin="sms", outgoing_messages=MESSAGES)
    assert wcf.call() == Call(
        "SendMessages",
        BLOCKS,
        {"Plugin": "sms", "OutgoingMessages": UNDERSTOOD_MESSAGES},
    )


def test_send_messages_with_config(wcf: WcfServer) -> None:
    config = {"user": "shop", "twilio_auth_token": "secret", "empty": "", "none": None}
    wcf.messaging().send_messages_with_config(
        plugin="sms", outgoing_messages=MESSAGES, config=config
    )
    assert wcf.call() == Call(
        "SendMessagesWithConfig",
        {},
        {
            "Plugin": "sms",
            "OutgoingMessages": UNDERSTOOD_MESSAGES,
            "Config": {
                "user": "shop",
                "twilio_auth_token": "secret",
                "empty": "",
                "none": None,
            },
        },
    )


def test_get_plugins(wcf: WcfServer) -> None:
    wcf.messaging().get_plugins()
    assert wcf.call() == Call("GetPlugins", {}, {})


def test_get_system_info(wcf: WcfServer) -> None:
    wcf.principal().with_headers(application_token="token").get_system_info()
    assert wcf.call() == Call("GetSystemInfo", {"ApplicationToken": "token"}, {})


def test_authenticate_implicit(wcf: WcfServer) -> None:
    wcf.principal().authenticate_implicit()
    assert wcf.call() == Call("AuthenticateImplicit", {}, {})


def test_authenticate_username_password(wcf: WcfServer) -> None:
    wcf.principal().authenticate_username_password(user_name="ann", password="p&ss <1>")
    assert wcf.call() == Call(
        "AuthenticateUsernamePassword", {}, {"UserName": "ann", "Password": "p&ss <1>"}
    )


def test_authenticate_generic(wcf: WcfServer) -> None:
    wcf.principal().authenticate_generic(
        authentication_data={"user": "ann", "code": "1", "empty": "", "none": None}
    )
    assert wcf.call() == Call(
        "AuthenticateGeneric",
        {},
        {
            "AuthenticationData": {
                "user": "ann",
                "code": "1",
                "empty": "",
                "none": None,
            }
        },
    )


def test_authenticate_with_access_token(wcf: WcfServer) -> None:
    wcf.principal().authenticate_with_access_token(access_token="8A:token")
    assert wcf.call() == Call(
        "AuthenticateWithAccessToken", {}, {"AccessToken": "8A:token"}
    )
