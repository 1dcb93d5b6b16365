"""Families of made-up types: ten types that refer to one another and to the common ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

COMMON: Final = ("Carrier", "Credentials", "TimeZone", "ExceptionInfo", "ExtraInfo")
"""What every service has: the base of all records, and what its header blocks hold."""

FAMILY_SIZE: Final = 10

_SIMPLE: Final = ("string", "int", "boolean", "dateTime", "double", "string")


@dataclass(frozen=True, slots=True)
class Type:
    """A named type: its name and the text of its definition."""

    name: str
    definition: str


def common_types() -> Iterator[Type]:
    """The types of `COMMON`."""
    yield _record("Carrier", [_field("TableRight", "t:ExtraInfo")])
    yield _record("Credentials", [_field("Ticket", "xs:string")])
    yield _record("TimeZone", [_field("TimeZoneId", "xs:int")])
    yield _record(
        "ExceptionInfo",
        [
            _field("Message", "xs:string"),
            _field("InnerException", "t:ExceptionInfo"),
        ],
    )
    yield _dictionary("ExtraInfo")


def family(name: str, size: int = FAMILY_SIZE) -> tuple[Type, ...]:
    """The first `size` types of the family: each refers only to those before it."""
    first, second, third, derived = (f"{name}{part}" for part in _PARTS)
    kind, values = f"{name}Kind", f"{name}Values"
    types = (
        _record(first, _simple_fields(8), base="Carrier"),
        _array(first),
        _record(
            second,
            [*_simple_fields(6), _field("Owner", f"t:{first}")],
            base="Carrier",
        ),
        _array(second),
        _enumeration(kind),
        _dictionary(values),
        _record(
            third,
            [
                *_simple_fields(9),
                _field("Kind", f"t:{kind}"),
                _field("Values", f"t:{values}"),
                _field("Members", f"t:ArrayOf{first}"),
                _field("Numbers", "arr:ArrayOfint"),
            ],
            base="Carrier",
        ),
        _array(third),
        _record(derived, [_field("Parent", f"t:{third}")], base=third),
        _array(derived),
    )
    return types[:size]


_PARTS: Final = ("Entity", "Link", "Folder", "SubFolder")


def _simple_fields(count: int) -> list[str]:
    return [
        _field(f"{kind[:1].upper()}{kind[1:]}Value{number}", f"xs:{kind}")
        for number in range(count)
        for kind in (_SIMPLE[number % len(_SIMPLE)],)
    ]


def _field(name: str, type_name: str) -> str:
    nillable = "" if type_name in _VALUES else ' nillable="true"'
    return f'<xs:element name="{name}" type="{type_name}" minOccurs="0"{nillable}/>'


_VALUES: Final = frozenset(f"xs:{kind}" for kind in _SIMPLE if kind != "string")


def _record(name: str, fields: list[str], *, base: str | None = None) -> Type:
    sequence = _lines("<xs:sequence>", fields, "</xs:sequence>")
    if base is not None:
        sequence = _lines(
            f'<xs:complexContent>\n<xs:extension base="t:{base}">',
            [sequence],
            "</xs:extension>\n</xs:complexContent>",
        )
    return Type(
        name,
        _lines(f'<xs:complexType name="{name}">', [sequence], "</xs:complexType>"),
    )


def _array(item: str) -> Type:
    name = f"ArrayOf{item}"
    return Type(
        name,
        _lines(
            f'<xs:complexType name="{name}">\n<xs:sequence>',
            [
                f'<xs:element name="{item}" type="t:{item}" minOccurs="0" '
                'maxOccurs="unbounded" nillable="true"/>'
            ],
            "</xs:sequence>\n</xs:complexType>",
        ),
    )


def _enumeration(name: str) -> Type:
    members = [
        f'<xs:enumeration value="{member}"/>'
        for member in ("Unknown", "Open", "InProgress", "Closed", "Deleted")
    ]
    return Type(
        name,
        _lines(
            f'<xs:simpleType name="{name}">\n<xs:restriction base="xs:string">',
            members,
            "</xs:restriction>\n</xs:simpleType>",
        ),
    )


def _dictionary(name: str) -> Type:
    pair = f"KeyValuePairOf{name}"
    return Type(
        name,
        f"""<xs:complexType name="{name}">
<xs:annotation><xs:appinfo>
<IsDictionary xmlns="http://schemas.microsoft.com/2003/10/Serialization/">true</IsDictionary>
</xs:appinfo></xs:annotation>
<xs:sequence>
<xs:element name="{pair}" minOccurs="0" maxOccurs="unbounded">
<xs:complexType>
<xs:sequence>
<xs:element name="Key" type="xs:string" nillable="true"/>
<xs:element name="Value" type="xs:string" nillable="true"/>
</xs:sequence>
</xs:complexType>
</xs:element>
</xs:sequence>
</xs:complexType>""",
    )


def _lines(start: str, inner: list[str], end: str) -> str:
    return "\n".join([start, *inner, end])
