"""What is decoded and encoded: records as plain values, and the replies that hold them.

Replies are written here by hand, in the form in which WCF serves them: members in the
default namespace, null members and null header blocks as `xsi:nil`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias, cast
from xml.sax.saxutils import escape

Plain: TypeAlias = dict[str, object]
"""A record by the contract's own names; what is nil or absent is left out."""

NAMESPACE: Final = "http://www.superoffice.net/ws/crm/NetServer/Services86"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
PLUGIN: Final = "sms"

_DESCRIPTIONS: Final = (
    "Delivered to handset",
    "Sent to operator, no receipt yet",
    "Levert på telefonen & lest",
    "Unknown subscriber",
)
_TABLE_RIGHTS: Final = ("Delete", "Filtering", "Insert", "Select", "Update")
_FIELD_RIGHTS: Final = ("Read", "UIHintReadOnly", "Write")
_FIELDS: Final = ("Status", "StatusDescription", "MessagingId")


def status(number: int) -> Plain:
    """A delivery status as most replies have it: nothing but its own members."""
    return {
        "Status": number % 5,
        "StatusDescription": f"{_DESCRIPTIONS[number % 4]} ({number})",
        "MessagingId": 100_000 + number,
    }


def statuses(count: int) -> list[Plain]:
    """So many delivery statuses."""
    return [status(number) for number in range(count)]


def rich_statuses(count: int) -> list[Plain]:
    """Delivery statuses with every member that they inherit, all filled."""
    return [
        {
            "TableRight": {
                "Mask": list(_TABLE_RIGHTS),
                "Reason": f"Role {number % 7} of the signed-in user",
            },
            "FieldProperties": {name: _field_property(name) for name in _FIELDS},
            **status(number),
        }
        for number in range(count)
    ]


def _field_property(name: str) -> Plain:
    return {
        "FieldRight": {"Mask": list(_FIELD_RIGHTS), "Reason": f"Right to {name}"},
        "FieldType": "string",
        "FieldLength": 255,
    }


def messages(count: int) -> list[Plain]:
    """Messages to send, of the size of a text message."""
    return [
        {
            "From": "Shop & Sønner",
            "To": f"+47900{number:05}",
            "Content": f"Order {number} is ready. Collect it before <b>18:00</b>, "
            "at the counter on the ground floor; bring this message.",
            "Format": "sms/160",
            "ParentMessagingId": number,
            "SuggestedSessionKey": f"session-{number:08x}",
        }
        for number in range(count)
    ]


def present(record: Plain) -> Plain:
    """A record without the members that are None."""
    return {name: value for name, value in record.items() if value is not None}


def status_reply(items: Sequence[Plain]) -> bytes:
    """The reply to GetDeliveryStatus that holds these statuses."""
    content = "".join(_status_xml(item) for item in items)
    return (
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>'
        f'<ExceptionInfo i:nil="true" xmlns="{NAMESPACE}" xmlns:i="{_XSI}"/>'
        f'<ExtraInfo i:nil="true" xmlns="{NAMESPACE}" xmlns:i="{_XSI}"/>'
        f'<Succeeded xmlns="{NAMESPACE}">true</Succeeded>'
        f'<TimeZone xmlns="{NAMESPACE}"><SoTimeZoneId>261</SoTimeZoneId>'
        "<SoTimeZoneLocationCode>NO</SoTimeZoneLocationCode></TimeZone></s:Header>"
        f'<s:Body><GetDeliveryStatusResponse xmlns="{NAMESPACE}">'
        f'<Response xmlns:i="{_XSI}">{content}</Response>'
        "</GetDeliveryStatusResponse></s:Body></s:Envelope>"
    ).encode()


def _status_xml(item: Plain) -> str:
    return (
        f"<MessageDeliveryStatus>{_table_right(item)}{_field_properties(item)}"
        f"<Status>{item['Status']}</Status>"
        f"<StatusDescription>{escape(str(item['StatusDescription']))}"
        f"</StatusDescription><MessagingId>{item['MessagingId']}</MessagingId>"
        "</MessageDeliveryStatus>"
    )


def _table_right(item: Plain) -> str:
    if "TableRight" not in item:
        return '<TableRight i:nil="true"/>'
    return f"<TableRight>{_right(item['TableRight'])}</TableRight>"


def _field_properties(item: Plain) -> str:
    if "FieldProperties" not in item:
        return '<FieldProperties i:nil="true"/>'
    properties = cast("dict[str, Plain]", item["FieldProperties"])
    pairs = "".join(
        "<FieldPropertyDictionaryKeyValuePair>"
        f"<Key>{name}</Key><Value>"
        f"<FieldRight>{_right(value['FieldRight'])}</FieldRight>"
        f"<FieldType>{value['FieldType']}</FieldType>"
        f"<FieldLength>{value['FieldLength']}</FieldLength>"
        "</Value></FieldPropertyDictionaryKeyValuePair>"
        for name, value in properties.items()
    )
    return f"<FieldProperties>{pairs}</FieldProperties>"


def _right(right: object) -> str:
    record = cast("Plain", right)
    mask = " ".join(cast("list[str]", record["Mask"]))
    return f"<Mask>{mask}</Mask><Reason>{record['Reason']}</Reason>"
