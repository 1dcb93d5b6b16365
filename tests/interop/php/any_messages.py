"""Messages of any content, and what they are in PHP."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, Final, cast

from hypothesis import strategies as st

from services86 import NIL
from services86.messaging import (
    EFieldRight,
    ETableRight,
    FieldProperty,
    FieldRight,
    OutgoingMessage,
    TableRight,
)

_CONTROLS: Final = set(map(chr, range(0x20))) - set("\t\n\r")
_CHARACTERS: Final = st.characters(
    codec="utf-8", exclude_characters=_CONTROLS | {"\ufffe", "\uffff"}
)
# What XML can carry, without texts of white space alone: PHP drops that.
TEXTS: Final = st.text(_CHARACTERS, max_size=20).filter(
    lambda text: text == "" or text.strip(" \t\n\r") != ""
)
OPTIONAL_TEXTS: Final = st.none() | st.just(NIL) | TEXTS
_INTEGERS: Final = st.integers(-(2**31), 2**31 - 1)
_TABLE_RIGHTS: Final = st.builds(
    TableRight,
    mask=st.none() | st.frozensets(st.sampled_from(ETableRight)),
    reason=OPTIONAL_TEXTS,
)
_FIELD_RIGHTS: Final = st.builds(
    FieldRight,
    mask=st.none() | st.frozensets(st.sampled_from(EFieldRight)),
    reason=OPTIONAL_TEXTS,
)
_PROPERTIES: Final = st.builds(
    FieldProperty,
    field_right=st.none() | st.just(NIL) | _FIELD_RIGHTS,
    field_type=OPTIONAL_TEXTS,
    field_length=st.none() | _INTEGERS,
)
MESSAGES: Final = st.builds(
    OutgoingMessage,
    table_right=st.none() | st.just(NIL) | _TABLE_RIGHTS,
    field_properties=st.none()
    | st.just(NIL)
    | st.dictionaries(TEXTS, st.none() | _PROPERTIES, max_size=3),
    from_=OPTIONAL_TEXTS,
    to=OPTIONAL_TEXTS,
    content=OPTIONAL_TEXTS,
    format=OPTIONAL_TEXTS,
    parent_messaging_id=st.none() | _INTEGERS,
    suggested_session_key=OPTIONAL_TEXTS,
)


def _object(**members: object) -> dict[str, object]:
    """An object of PHP: None is absent, `NIL` is null."""
    return {
        name: None if value is NIL else value
        for name, value in members.items()
        if value is not None
    }


def _mask(mask: AbstractSet[StrEnum] | None, kind: type[StrEnum]) -> str | None:
    """A set of flags as PHP has it: a text."""
    return None if mask is None else " ".join(m for m in kind if m in mask)


def _right(right: TableRight | FieldRight | None, kind: type[StrEnum]) -> object:
    if right is None or right is NIL:
        return right
    return _object(Mask=_mask(right.mask, kind), Reason=right.reason)


def _property(item: FieldProperty | None) -> object:
    if item is None:
        return None
    return _object(
        FieldRight=_right(item.field_right, EFieldRight),
        FieldType=item.field_type,
        FieldLength=item.field_length,
    )


def _properties(properties: dict[str, FieldProperty | None] | None) -> object:
    if properties is None or properties is NIL:
        return properties
    if not properties:
        return {}
    return {
        "FieldPropertyDictionaryKeyValuePair": [
            {"Key": key, "Value": _property(value)} for key, value in properties.items()
        ]
    }


def message_in_php(message: OutgoingMessage) -> object:
    """A message as PHP has it: what is None is absent, what is `NIL` is null."""
    return _object(
        TableRight=_right(message.table_right, ETableRight),
        FieldProperties=_properties(message.field_properties),
        From=message.from_,
        To=message.to,
        Content=message.content,
        Format=message.format,
        ParentMessagingId=message.parent_messaging_id,
        SuggestedSessionKey=message.suggested_session_key,
    )


def as_read(value: Any) -> Any:
    """A value as the other side reads it: nil and absent are None both."""
    if value is NIL:
        return None
    if is_dataclass(value) and not isinstance(value, type):
        members = {m.name: as_read(getattr(value, m.name)) for m in fields(value)}
        return type(value)(**members)
    if isinstance(value, dict):
        pairs = cast("dict[str, Any]", value)
        return {key: as_read(item) for key, item in pairs.items()}
    return value
