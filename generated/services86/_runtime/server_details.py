"""From a declared fault that a handler raises to the detail that says it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final, cast

from lxml import etree

from .declared_faults import DeclaredFault
from .envelope import body_element, envelope_start, split_envelope, write_envelope
from .errors import EncodeError, ProtocolError, SoapFault
from .fragments import XmlFragment
from .illegal import encode
from .operation import Service
from .parsing import parse_xml
from .serving import ServedFault

_LOG: Final = logging.getLogger(__name__)


def with_detail(
    fault: SoapFault, service: Service, known: Sequence[ServedFault]
) -> SoapFault:
    """The fault as it is sent: with its detail written, if it is a declared one.

    One that was received has its detail already. What cannot be written is logged, and
    does not hide the fault.
    """
    found = next((one for one in known if issubclass(type(fault), one.error)), None)
    if found is None or fault.detail:
        return fault
    try:
        detail = _detail(cast("DeclaredFault[object]", fault).info, service, found)
    except (EncodeError, ProtocolError) as problem:
        reason = problem.describe()
        _LOG.error("%s: a fault's detail cannot be encoded: %s", service.name, reason)
        return fault
    return SoapFault(
        fault.code,
        fault.reason,
        code_namespace=fault.code_namespace,
        subcodes=fault.subcodes,
        actor=fault.actor,
        node=fault.node,
        detail=(detail,),
    )


def _detail(info: object, service: Service, fault: ServedFault) -> XmlFragment:
    text = write_envelope(
        envelope_start(service.namespaces),
        lambda out: None,
        lambda out: fault.write(info, out),
    )
    data = encode(text)
    if data is None:
        raise EncodeError("a value has a character that XML cannot carry")
    element = body_element(split_envelope(parse_xml(data)), fault.name)
    return XmlFragment(
        fault.name, etree.tostring(element, encoding="utf-8", with_tail=False)
    )
