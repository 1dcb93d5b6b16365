"""The encodings of SOAP: SOAP 1.1 §5, and SOAP 1.2 part 2 §3.

An encoding is told by its URI, which is the namespace of its types and attributes too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from typedsoap.contract.names import SOAP_12_ENCODING, SOAP_ENCODING
from typedsoap.contract.wsdl import Message, Operation, Use

SOAP_ENCODINGS: Final = (SOAP_ENCODING, SOAP_12_ENCODING)


def encoding_in(styles: str | None) -> str | None:
    """The encoding among the URIs of an `encodingStyle`; None for another one.

    It is that of SOAP 1.1 where the style is not given.
    """
    given = (styles or SOAP_ENCODING).split()
    return next((style for style in given if style in SOAP_ENCODINGS), None)


def message_encoding(message: Message) -> str | None:
    """The encoding of a message; None where it is literal, or has another style."""
    if message.use is not Use.ENCODED:
        return None
    return encoding_in(message.encoding_style)


def common_encoding(operations: Iterable[Operation]) -> str | None:
    """The encoding of a service's operations; None where nothing is encoded.

    Header blocks and faults are in that of the messages in Body. Where these are all
    literal, it is that of SOAP 1.1.
    """
    operations = tuple(operations)
    messages = [message for o in operations for message in o.messages]
    for message in messages:
        encoding = message_encoding(message)
        if encoding is not None:
            return encoding
    uses = [header.use for message in messages for header in message.headers]
    uses += [fault.use for operation in operations for fault in operation.all_faults]
    return SOAP_ENCODING if Use.ENCODED in uses else None
