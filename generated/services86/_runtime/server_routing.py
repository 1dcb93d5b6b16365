"""From a request's bytes to the operation that it asks for; what is wrong is a fault."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from .envelope import Envelope, split_envelope
from .errors import ProtocolError, SoapFault
from .members import Members
from .parsing import parse_xml
from .reading import Element
from .server_refusals import NotUnderstood, VersionMismatch
from .server_requests import SoapRequest, plain_action
from .serving import ServedOperation
from .understanding import is_addressed, must_be_understood
from .versions import SoapVersion

T = TypeVar("T")
H = TypeVar("H")


def open_request(request: SoapRequest, versions: Sequence[SoapVersion]) -> Envelope:
    """The envelope of a request.

    Args:
        versions: Those that are served.

    Raises:
        SoapFault: It is none, or of a version that is not served, or of another one than
            the content type.
    """
    try:
        root = parse_xml(request.body, request.headers.get("Content-Type", ""))
        if str(root.tag).endswith("}Envelope") and (
            root.tag != request.version.envelope or request.version not in versions
        ):
            raise VersionMismatch(versions)
        return split_envelope(root)
    except ProtocolError as error:
        raise SoapFault("Client", error.describe()) from None


def route(
    operations: Sequence[ServedOperation[T, H]], action: str, envelope: Envelope
) -> tuple[ServedOperation[T, H], Element]:
    """The operation that a request asks for, with the body element to read.

    The SOAPAction decides, and the body element has to fit; without a SOAPAction the
    body element decides. For a request with nothing in Body, or with elements that stand
    there beside one another, that is Body itself.

    Raises:
        SoapFault: There is no such operation, or Body holds too little or too much.
    """
    named = [o for o in operations if plain_action(o.operation.action) == action]
    readers = {o.operation.reader for o in named or operations}
    roots = min((reader.roots(envelope.body) for reader in readers), key=len)
    candidates = named if action else operations
    beside = _of_elements_beside(roots, candidates)
    if beside is not None:
        return beside, envelope.body
    count = len(roots)
    if count > 1 or not (count or any(not o.request for o in operations)):
        raise SoapFault("Client", f"Body has one element, found {count}")
    element = roots[0] if count else envelope.body
    tag = element.tag if count else ""
    if action and not named:
        raise SoapFault("Client", f"no operation has the SOAPAction {action}")
    for operation in candidates:
        if operation.request == tag and operation.content is None:
            return operation, element
    wanted = f", expected {named[0].request}" if action else ""
    raise SoapFault("Client", f"no operation has the request {element.tag!s}{wanted}")


def _of_elements_beside(
    roots: Sequence[Element], operations: Sequence[ServedOperation[T, H]]
) -> ServedOperation[T, H] | None:
    """The operation whose elements stand in Body beside one another, if one is meant."""
    tags = {str(root.tag) for root in roots}
    if len(roots) == 1 and any(operation.request in tags for operation in operations):
        return None
    for operation in operations:
        content = operation.content
        # Who alone is named is meant whatever Body lacks: its reader says what that is.
        if content is not None and (len(operations) == 1 or tags & content.names):
            return operation
    return None


def own_blocks(envelope: Envelope, understood: Members) -> Sequence[Element]:
    """The header blocks that are meant for this server.

    Args:
        understood: The names of those that it reads.

    Raises:
        SoapFault: A block must be understood and is not.
    """
    version = envelope.version
    own = [block for block in envelope.blocks if is_addressed(block, version)]
    unknown = [block for block in own if str(block.tag) not in understood.names]
    refused = [str(b.tag) for b in unknown if must_be_understood(b, version)]
    if refused:
        raise NotUnderstood(refused)
    return own
