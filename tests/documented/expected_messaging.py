"""What the messaging snapshots mean, written by hand."""

from __future__ import annotations

from services86.messaging import (
    EFieldRight,
    ETableRight,
    FieldProperty,
    FieldRight,
    MessageDeliveryStatus,
    OutgoingMessage,
    ProviderInfo,
    ReplyHeaders,
    SoExceptionInfo,
    SoTimeZone,
    TableRight,
)

NO_HEADERS = ReplyHeaders(
    exception_info=None, extra_info=None, succeeded=None, time_zone=None
)

ALL_TABLE_RIGHTS = frozenset(
    {
        ETableRight.SELECT,
        ETableRight.UPDATE,
        ETableRight.INSERT,
        ETableRight.DELETE,
        ETableRight.FILTERING,
        ETableRight.RESTRICTED_UPDATE,
    }
)
ALL_FIELD_RIGHTS = frozenset(
    {
        EFieldRight.READ,
        EFieldRight.WRITE,
        EFieldRight.UNUSED1,
        EFieldRight.UNUSED2,
        EFieldRight.UNUSED3,
        EFieldRight.UNUSED4,
        EFieldRight.UI_HINT_MANDATORY,
        EFieldRight.UI_HINT_READ_ONLY,
        EFieldRight.UNDEFINED_VALUE256,
    }
)

SAMPLE_MESSAGES = [
    OutgoingMessage(
        from_="",
        to="",
        content="",
        format="",
        parent_messaging_id=0,
        suggested_session_key="",
    )
]
RICH_MESSAGES = [
    OutgoingMessage(
        table_right=TableRight(mask=ALL_TABLE_RIGHTS, reason="owner"),
        field_properties={
            "to": FieldProperty(
                field_right=FieldRight(mask=ALL_FIELD_RIGHTS, reason="<all>"),
                field_type="string",
                field_length=64,
            ),
            "from": FieldProperty(
                field_right=FieldRight(
                    mask=frozenset({EFieldRight.UI_HINT_READ_ONLY}),
                    reason="fixed",
                ),
                field_type="string",
                field_length=11,
            ),
            "content": FieldProperty(
                field_right=FieldRight(mask=frozenset(), reason="hidden"),
                field_type="text",
                field_length=2147483647,
            ),
            "unknown": None,
        },
        from_="Shop",
        to="+4790000000",
        content='\u00c6rlig talt: 5 < 6 & "ja"',
        format="sms/160",
        parent_messaging_id=-1,
        suggested_session_key="key 1",
    ),
    OutgoingMessage(
        table_right=TableRight(mask=frozenset({ETableRight.FILTERING}), reason="guest"),
        field_properties={},
        from_="Shop",
        to="+4790000001",
        content="Two",
        format="sms/160",
        parent_messaging_id=7,
        suggested_session_key="key 2",
    ),
    OutgoingMessage(
        table_right=TableRight(mask=frozenset(), reason="none"),
        to="+4790000002",
    ),
]

SAMPLE_STATUSES = [
    MessageDeliveryStatus(
        table_right=None,
        field_properties=None,
        status=0,
        status_description="",
        messaging_id=0,
    )
]

SAMPLE_PLUGINS = [
    ProviderInfo(
        table_right=None,
        field_properties=None,
        name="",
        supported_messaging_formats=[""],
        supports_config=False,
    )
]

SENT_STATUSES = [
    MessageDeliveryStatus(
        table_right=TableRight(mask=ALL_TABLE_RIGHTS, reason="owner"),
        field_properties={
            "status": FieldProperty(
                field_right=FieldRight(mask=ALL_FIELD_RIGHTS, reason="all"),
                field_type="int",
                field_length=4,
            ),
            "id": FieldProperty(
                field_right=FieldRight(
                    mask=frozenset({EFieldRight.READ}), reason="one"
                ),
                field_type="int",
                field_length=4,
            ),
            "text": None,
        },
        status=1,
        status_description="sent > queued",
        messaging_id=41,
    ),
    MessageDeliveryStatus(
        table_right=TableRight(mask=frozenset({ETableRight.SELECT}), reason="guest"),
        field_properties={},
        status=0,
        status_description="no such number",
        messaging_id=42,
    ),
    MessageDeliveryStatus(
        table_right=TableRight(mask=frozenset(), reason=None),
        field_properties=None,
        status=-2147483648,
        status_description=None,
        messaging_id=2147483647,
    ),
]
SENT_HEADERS = ReplyHeaders(
    exception_info=None,
    extra_info={"server": "north & east", "node": None},
    succeeded=True,
    time_zone=SoTimeZone(so_time_zone_id=261, so_time_zone_location_code="NO"),
)

DELIVERED_STATUSES = [
    MessageDeliveryStatus(
        table_right=TableRight(mask=ALL_TABLE_RIGHTS, reason="admin"),
        field_properties={
            "StatusDescription": FieldProperty(
                field_right=FieldRight(
                    mask=frozenset({EFieldRight.READ, EFieldRight.UI_HINT_READ_ONLY}),
                    reason="two",
                ),
                field_type="string",
                field_length=255,
            )
        },
        status=3,
        status_description="received",
        messaging_id=41,
    ),
    MessageDeliveryStatus(
        table_right=TableRight(mask=frozenset({ETableRight.DELETE}), reason="clerk"),
        field_properties={
            "StatusDescription": FieldProperty(
                field_right=FieldRight(mask=frozenset(), reason="zero"),
                field_type="string",
                field_length=0,
            )
        },
        status=4,
        status_description="replied",
        messaging_id=-42,
    ),
]
DELIVERED_HEADERS = ReplyHeaders(
    exception_info=None,
    extra_info={"queue": ""},
    succeeded=True,
    time_zone=SoTimeZone(so_time_zone_id=12, so_time_zone_location_code="SE"),
)

GATEWAY_FAILURE = SoExceptionInfo(
    message="No connection",
    stack_trace="at Gateway.Open()",
    friendly_text="The gateway does not answer.",
    exception_type="Plugins.GatewayException",
    source="Gateway",
    inner_exception=SoExceptionInfo(
        message="Timed out",
        stack_trace="at Socket.Connect()",
        friendly_text="",
        exception_type="System.TimeoutException",
        source="System",
        inner_exception=None,
        parameters={"seconds": "30"},
    ),
    parameters={},
)
SENDING_FAILURE = SoExceptionInfo(
    message="Plugin 'sms' failed",
    stack_trace="at Plugin.Send()",
    friendly_text="The message could not be sent.",
    exception_type="Plugins.SendException",
    source="Plugins",
    inner_exception=GATEWAY_FAILURE,
    parameters={"plugin": "sms", "route": None},
)
LOOKUP_FAILURE = SoExceptionInfo(
    message="No such message",
    stack_trace="at Archive.Find()",
    friendly_text="The message is not known.",
    exception_type="Archive.LookupException",
    source="Plugins",
    inner_exception=GATEWAY_FAILURE,
    parameters={"plugin": "sms", "route": None},
)
FAILURE_HEADERS = ReplyHeaders(
    exception_info=SENDING_FAILURE,
    extra_info={"incident": "4711"},
    succeeded=False,
    time_zone=SoTimeZone(so_time_zone_id=261, so_time_zone_location_code="NO"),
)
