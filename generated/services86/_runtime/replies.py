"""From an HTTP reply to a value: what wins over what, and which error it is otherwise.

In order: a fault and a failure header, at any status; the status; what the content is;
header blocks that must be understood; the body; the failure element; attributes, if
strict; required members.
"""

from __future__ import annotations

from http.client import responses
from typing import Final, TypeVar, cast

from .decoding import to_utf8
from .envelope import Envelope, body_element, expect_version, split_envelope
from .errors import HttpError, Outcome, ProtocolError, SoapError
from .faults import read_fault
from .limits import Limits
from .operation import Items, Operation, P
from .options import Options
from .parsing import (
    INSTRUCTION,
    has_instruction,
    is_blank,
    is_html,
    parse_tree,
    parsed,
)
from .reading import Element, Reader, element_path
from .streaming import STREAMED_FROM, ListReader, parse_list
from .transport import HttpResponse
from .understanding import is_addressed, must_be_understood
from .versions import SoapVersion

R = TypeVar("R")
Q = TypeVar("Q")
H = TypeVar("H")

_XML_TYPES: Final = frozenset({"text/xml", "application/xml"})
_SERVER_ERROR: Final = 500


def read_reply(
    operation: Operation[P, R, Q, H],
    response: HttpResponse,
    options: Options,
    version: SoapVersion,
) -> tuple[R, H]:
    """The value and the header blocks of a reply, or the error that it stands for.

    A fault is read whatever its version is: who speaks another one can only say so in it.
    """
    reader, envelope, problem = _open(operation, response, options, version)
    if envelope is not None and envelope.fault is not None:
        raise read_fault(
            envelope.fault,
            operation.faults,
            envelope.blocks,
            operation.header_faults,
            strict=options.strict,
            limits=options.limits,
        )
    if not 200 <= response.status <= 299:
        failure = _told_failure(operation, envelope, options.limits)
        raise failure or _status_error(response.status)
    if operation.response is None and is_blank(response.body):
        return cast("R", None), operation.read_headers((), reader)
    _check_content_type(response, version)
    if problem is not None or envelope is None:
        raise problem or ProtocolError("no SOAP envelope")
    expect_version(envelope, version)
    limits = options.limits
    of_blocks = reader
    if not (operation.header_reader is operation.reader is Reader):
        of_blocks = operation.header_reader(options.strict)
        of_blocks.link(envelope.root, elements=limits.elements, size=limits.size)
    headers = operation.read_headers(envelope.blocks, of_blocks)
    if operation.check_headers is not None:
        failure = operation.check_headers(headers)
        if failure is not None:
            raise failure
    _check_understood(operation, envelope, options)
    if operation.response is None:
        of_blocks.unknown_attributes(envelope.blocks, ())
        return cast("R", None), headers
    reader.link(envelope.body, elements=limits.elements, size=limits.size)
    element = body_element(envelope, operation.response, reader)
    value = operation.read(element, reader)
    if isinstance(reader, ListReader) and reader.array is not None:
        value = cast("R", reader.found)
    if operation.check_result is not None:
        failure = operation.check_result(value)
        if failure is not None:
            raise failure
    of_blocks.unknown_attributes(envelope.blocks, ())
    reader.unknown_attributes((), envelope.body)
    of_blocks.raise_missing()
    reader.raise_missing()
    return value, headers


def _open(
    operation: Operation[P, R, Q, H],
    response: HttpResponse,
    options: Options,
    version: SoapVersion,
) -> tuple[Reader, Envelope | None, ProtocolError | None]:
    """A reader with the envelope that it is to read, and why that may not be done."""
    reader = operation.reader(options.strict)
    limits = options.limits
    try:
        data = to_utf8(response.body, _content_type(response), limits)
        items, name = operation.items, operation.response
        if items is None or name is None or len(data) < STREAMED_FROM:
            root = parsed(data, limits, lambda text: parse_tree(text, limits))
        else:
            reader, root = _parse_list(data, items, name, options, version)
        problem = ProtocolError(INSTRUCTION) if has_instruction(data) else None
        return reader, split_envelope(root), problem
    except ProtocolError as error:
        return reader, None, error


def _parse_list(
    data: bytes, items: Items, response: str, options: Options, version: SoapVersion
) -> tuple[ListReader, Element]:
    def parse(data: bytes) -> tuple[ListReader, Element]:
        reader = ListReader(options.strict, items, version)
        return reader, parse_list(data, options.limits, reader, response)

    return parsed(data, options.limits, parse)


def _check_understood(
    operation: Operation[P, R, Q, H], envelope: Envelope, options: Options
) -> None:
    known = operation.blocks.names
    for block in envelope.blocks:
        if (
            block.tag not in known
            and must_be_understood(block, envelope.version)
            and is_addressed(block, envelope.version)
            and block.tag not in options.understood_headers
        ):
            raise ProtocolError(
                f"the header block {block.tag!s} must be understood and is not known;"
                " understood_headers can name it",
                element_path(block),
            )


def _told_failure(
    operation: Operation[P, R, Q, H], envelope: Envelope | None, limits: Limits
) -> SoapError | None:
    """What the header blocks say of a failure, beside an HTTP status that says one."""
    if envelope is None or operation.check_headers is None:
        return None
    reader = operation.header_reader()
    try:
        reader.link(envelope.root, elements=limits.elements, size=limits.size)
        headers = operation.read_headers(envelope.blocks, reader)
    except ProtocolError:
        return None  # the status is all that can be told
    return operation.check_headers(headers)


def _status_error(status: int) -> HttpError:
    name = responses.get(status, "")
    text = f"HTTP status {status} {name}".rstrip() + " without a SOAP fault"
    if 300 <= status <= 399:
        text += "; redirects are not followed"
    error = HttpError(text)
    outcome: Outcome = "refused" if status < _SERVER_ERROR else "unknown"
    error.outcome = outcome
    return error


def _content_type(response: HttpResponse) -> str:
    return response.headers.get("Content-Type", "")


def _check_content_type(response: HttpResponse, version: SoapVersion) -> None:
    content_type, body = _content_type(response), response.body
    if content_type.startswith(version.media_type):
        return
    media_type = content_type.partition(";")[0].strip().lower()
    # Nothing is said by many servers; the envelope itself has the last word then.
    if not media_type or media_type in _XML_TYPES or media_type.endswith("+xml"):
        return
    # What the body shows by itself says more.
    if not (is_html(body) or is_blank(body)):
        raise ProtocolError(f"content type {media_type}, expected {version.media_type}")
