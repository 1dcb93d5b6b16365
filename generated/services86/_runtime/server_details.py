"""From a declared fault that a handler raises to the detail or block that tells it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final, TypedDict, cast

from lxml import etree

from .declared_faults import DeclaredFault
from .envelope import body_element, envelope_start, split_envelope, write_envelope
from .errors import EncodeError, ProtocolError, SoapFault
from .fragments import XmlFragment
from .illegal import encode
from .operation import Service
from .parsing import parse_xml
from .reading import Element
from .server_refusals import Refusal
from .serving import ServedFault
from .versions import SoapVersion

_LOG: Final = logging.getLogger(__name__)


class _InHeader(Refusal):
    """A fault that a header block tells."""

    def __init__(self, fault: SoapFault, block: Element) -> None:
        super().__init__(fault.code, fault.reason, **_described(fault))
        self._block = etree.tostring(block, encoding="unicode", with_tail=False)

    def blocks(self, version: SoapVersion) -> str:
        """The block, whatever the version is."""
        return self._block


def with_detail(
    fault: SoapFault,
    service: Service,
    known: Sequence[ServedFault],
    version: SoapVersion,
) -> SoapFault:
    """The fault as it is sent: with what tells it written, if it is a declared one.

    One that was received has its detail already. What cannot be written is logged, and
    does not hide the fault.
    """
    found = next((one for one in known if issubclass(type(fault), one.error)), None)
    if found is None or fault.detail:
        return fault
    try:
        info = cast("DeclaredFault[object]", fault).info
        element = _element(info, service, found, version)
    except (EncodeError, ProtocolError) as problem:
        reason = problem.describe()
        _LOG.error("%s: a fault's detail cannot be encoded: %s", service.name, reason)
        return fault
    if found.in_header:
        return _InHeader(fault, element)
    data = etree.tostring(element, encoding="utf-8", with_tail=False)
    detail = XmlFragment(found.name, data)
    return SoapFault(fault.code, fault.reason, detail=(detail,), **_described(fault))


class _Described(TypedDict):
    code_namespace: str | None
    subcodes: tuple[str, ...]
    actor: str | None
    node: str | None


def _described(fault: SoapFault) -> _Described:
    return {
        "code_namespace": fault.code_namespace,
        "subcodes": fault.subcodes,
        "actor": fault.actor,
        "node": fault.node,
    }


def _element(
    info: object, service: Service, fault: ServedFault, version: SoapVersion
) -> Element:
    text = write_envelope(
        envelope_start(service.namespaces, version),
        lambda out: None,
        lambda out: fault.write(info, out),
    )
    data = encode(text)
    if data is None:
        raise EncodeError("a value has a character that XML cannot carry")
    return body_element(split_envelope(parse_xml(data)), fault.name)
