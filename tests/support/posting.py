"""Snapshots posted to a WSGI application, without a network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from wsgiref.types import WSGIApplication, WSGIEnvironment
from wsgiref.util import setup_testing_defaults

from tests.support.capturing import NAMESPACE
from tests.support.infoset import read, snapshot
from tests.support.schema_validation import assert_valid_envelope
from typedsoap.verify.infoset import Node, first_difference, side_by_side

_SOAP = "http://schemas.xmlsoap.org/soap/envelope/"


@dataclass(frozen=True, slots=True)
class Posted:
    """What an application has answered."""

    status: str
    body: bytes


def post(application: WSGIApplication, name: str, operation: str) -> Posted:
    """Post a snapshot; request and reply must fit the contracts' schemas.

    Args:
        name: The snapshot.
        operation: The last two segments of the action, `<port type>/<operation>`.
    """
    request = snapshot(name)
    assert_valid_envelope(request)
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": "POST",
        "CONTENT_TYPE": "text/xml; charset=utf-8",
        "CONTENT_LENGTH": str(len(request)),
        "HTTP_SOAPACTION": f'"{NAMESPACE}/{operation}"',
        "wsgi.input": BytesIO(request),
    }
    setup_testing_defaults(environ)
    statuses: list[str] = []

    def start_response(
        status: str, headers: list[tuple[str, str]], exc_info: object = None, /
    ) -> Callable[[bytes], object]:
        statuses.append(status)
        return BytesIO().write

    reply = b"".join(application(environ, start_response))
    assert_valid_envelope(reply)
    return Posted(statuses[0], reply)


def assert_replied(posted: Posted, name: str, *, succeeded: bool = True) -> None:
    """Fail unless a reply equals a snapshot.

    Args:
        name: The snapshot.
        succeeded: Whether the server adds the header block that tells success, which
            the snapshot lacks as the documented replies do.
    """
    assert posted.status == "200 OK"
    expected, actual = read(snapshot(name)), read(posted.body)
    if succeeded:
        expected = _with_success(expected)
    difference = first_difference(expected, actual)
    assert (
        difference is None
    ), f"{difference}\n{side_by_side(expected, actual, ('expected', 'replied'))}"


def _with_success(envelope: Node) -> Node:
    (body,) = envelope.children
    block = Node(f"{{{NAMESPACE}}}Succeeded", content=("true",))
    header = Node(f"{{{_SOAP}}}Header", content=(block,))
    return Node(envelope.name, envelope.attributes, (header, body))
