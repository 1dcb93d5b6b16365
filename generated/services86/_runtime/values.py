"""Every pair of `write_*` and `read_*` for a simple value, in one place.

Writers check the value's type and range and return escaped text, or raise `EncodeError`.
Readers are as strict as XML Schema and return None for a nil element, or raise
`ProtocolError`.
"""

from __future__ import annotations

from .binary import read_base64_binary, write_base64_binary
from .booleans import read_boolean, write_boolean
from .datetimes import read_date_time, write_date_time
from .enumerations import (
    read_enumeration,
    read_flags,
    read_listed,
    write_enumeration,
    write_flags,
)
from .floats import read_double, read_float, write_double, write_float
from .integers import (
    read_byte,
    read_int,
    read_integer,
    read_long,
    read_negative_integer,
    read_non_negative_integer,
    read_non_positive_integer,
    read_positive_integer,
    read_short,
    read_unsigned_byte,
    read_unsigned_int,
    read_unsigned_long,
    read_unsigned_short,
    write_byte,
    write_int,
    write_integer,
    write_long,
    write_negative_integer,
    write_non_negative_integer,
    write_non_positive_integer,
    write_positive_integer,
    write_short,
    write_unsigned_byte,
    write_unsigned_int,
    write_unsigned_long,
    write_unsigned_short,
)
from .strings import (
    read_normalized_string,
    read_string,
    read_token,
    write_normalized_string,
    write_string,
    write_token,
)

__all__ = [
    "read_base64_binary",
    "read_boolean",
    "read_byte",
    "read_date_time",
    "read_double",
    "read_enumeration",
    "read_flags",
    "read_float",
    "read_int",
    "read_integer",
    "read_listed",
    "read_long",
    "read_negative_integer",
    "read_non_negative_integer",
    "read_non_positive_integer",
    "read_normalized_string",
    "read_positive_integer",
    "read_short",
    "read_string",
    "read_token",
    "read_unsigned_byte",
    "read_unsigned_int",
    "read_unsigned_long",
    "read_unsigned_short",
    "write_base64_binary",
    "write_boolean",
    "write_byte",
    "write_date_time",
    "write_double",
    "write_enumeration",
    "write_flags",
    "write_float",
    "write_int",
    "write_integer",
    "write_long",
    "write_negative_integer",
    "write_non_negative_integer",
    "write_non_positive_integer",
    "write_normalized_string",
    "write_positive_integer",
    "write_short",
    "write_string",
    "write_token",
    "write_unsigned_byte",
    "write_unsigned_int",
    "write_unsigned_long",
    "write_unsigned_short",
]
