"""From a request's bytes to the operation that it asks for; what is wrong is a fault."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from .envelope import Envelope, split_envelope
from .errors import ProtocolError, SoapFault
from .members import Members
from .namespaces import SOAP_11
from .parsing import parse_xml
from .reading import Element
from .server_requests import plain_action
from .serving import ServedOperation
from .understanding import is_addressed, must_be_understood

T = TypeVar("T")
H = TypeVar("H")


def open_request(body: bytes, content_type: str) -> Envelope:
    """The envelope of a request.

    Raises:
        SoapFault: It is none of SOAP 1.1.
    """
    try:
        root = parse_xml(body, content_type)
        if str(root.tag).endswith("}Envelope") and root.tag != f"{{{SOAP_11}}}Envelope":
            reason = f"an envelope of another SOAP version, expected {SOAP_11}"
            raise SoapFault("VersionMismatch", reason)
        return split_envelope(root)
    except ProtocolError as error:
        raise SoapFault("Client", error.describe()) from None


def route(
    operations: Sequence[ServedOperation[T, H]], action: str, envelope: Envelope
) -> tuple[ServedOperation[T, H], Element]:
    """The operation that a request asks for, with the body element to read.

    The SOAPAction decides, and the body element has to fit; without a SOAPAction the
    body element decides. For a request with nothing in Body that is Body itself.

    Raises:
        SoapFault: There is no such operation, or Body holds too little or too much.
    """
    count = len(envelope.body)
    if count > 1 or not (count or any(not o.request for o in operations)):
        raise SoapFault("Client", f"Body has one element, found {count}")
    element = envelope.body[0] if count else envelope.body
    tag = element.tag if count else ""
    named = [o for o in operations if plain_action(o.operation.action) == action]
    if action and not named:
        raise SoapFault("Client", f"no operation has the SOAPAction {action}")
    for operation in named if action else operations:
        if operation.request == tag:
            return operation, element
    wanted = f", expected {named[0].request}" if action else ""
    raise SoapFault("Client", f"no operation has the request {element.tag!s}{wanted}")


def own_blocks(envelope: Envelope, understood: Members) -> Sequence[Element]:
    """The header blocks that are meant for this server. SOAP 1.1, section 4.2.

    Args:
        understood: The names of those that it reads.

    Raises:
        SoapFault: A block must be understood and is not.
    """
    own = [block for block in envelope.blocks if is_addressed(block)]
    for block in own:
        if str(block.tag) not in understood.names and must_be_understood(block):
            raise SoapFault(
                "MustUnderstand", f"the header block {block.tag!s} is unknown"
            )
    return own
