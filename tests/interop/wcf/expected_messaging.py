"""What the replies of WCF's Messaging with all members mean, written by hand."""

from __future__ import annotations

from services86.messaging import (
    EFieldRight,
    ETableRight,
    FieldProperty,
    FieldRight,
    MessageDeliveryStatus,
    ProviderInfo,
    ReplyHeaders,
    SoExceptionInfo,
    SoTimeZone,
    TableRight,
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
STATUSES = [
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
                    mask=frozenset({EFieldRight.UI_HINT_READ_ONLY}), reason="one"
                ),
                field_type="int",
                field_length=2147483647,
            ),
            "text": FieldProperty(
                field_right=FieldRight(mask=frozenset(), reason="none"),
                field_type="string",
                field_length=-1,
            ),
        },
        status=3,
        status_description="received > read",
        messaging_id=41,
    ),
    MessageDeliveryStatus(
        table_right=TableRight(mask=frozenset({ETableRight.FILTERING}), reason="guest"),
        field_properties={},
        status=4,
        status_description="replied",
        messaging_id=42,
    ),
]
PLUGINS = [
    ProviderInfo(
        table_right=TableRight(mask=ALL_TABLE_RIGHTS, reason="all"),
        field_properties={
            "name": FieldProperty(
                field_right=FieldRight(
                    mask=frozenset({EFieldRight.READ}), reason="one"
                ),
                field_type="string",
                field_length=255,
            )
        },
        name="sms",
        supported_messaging_formats=["sms/160", "", " sms/mms "],
        supports_config=True,
    )
]
HEADERS = ReplyHeaders(
    exception_info=None,
    extra_info={"server": "north & east", "node": None, "empty": ""},
    succeeded=True,
    time_zone=SoTimeZone(so_time_zone_id=261, so_time_zone_location_code="NO"),
)
EXPIRED = SoExceptionInfo(
    message="The ticket is expired & gone.",
    stack_trace="   at Tickets.Check()\n   at Service.Enter()",
    friendly_text="Please sign in again.",
    exception_type="Interop.TicketExpiredException",
    source="Tickets",
    inner_exception=SoExceptionInfo(
        message="",
        stack_trace=None,
        friendly_text=None,
        exception_type=None,
        source=None,
        inner_exception=None,
        parameters={},
    ),
    parameters={"hours": "6", "user": None, "note": " <a> "},
)
