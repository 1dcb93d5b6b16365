"""Writing SOAP faults. SOAP 1.1, section 4.4."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from .envelope import envelope_start, write_envelope
from .errors import ProtocolError, SoapFault
from .fragments import XmlFragment
from .illegal import without_illegal
from .namespaces import SOAP_11
from .parsing import parse_xml
from .strings import escape

# The local part of a fault code; dots make a code more precise, by section 4.4.1.
_CODE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_STANDARD: Final = ("Client", "MustUnderstand", "Server", "VersionMismatch")


def write_fault(fault: SoapFault) -> bytes:
    """An envelope with a fault in it.

    What cannot be sent does not hide the rest: a character that XML cannot carry becomes
    a question mark, a code that is no name becomes `Server`, and a detail that is no XML
    is left out.
    """
    text = write_envelope(
        envelope_start({"f": fault.code_namespace} if fault.code_namespace else {}),
        lambda out: None,
        lambda out: out.append(_fault(fault)),
    )
    return without_illegal(text).encode()


def _fault(fault: SoapFault) -> str:
    # The children of Fault belong to no namespace.
    parts = [
        f"<faultcode>{_code(fault)}</faultcode>",
        f"<faultstring>{escape(fault.reason)}</faultstring>",
    ]
    if fault.actor is not None:
        parts.append(f"<faultactor>{escape(fault.actor)}</faultactor>")
    if fault.detail:
        parts += ["<detail>", *(_fragment(item) for item in fault.detail), "</detail>"]
    elif fault.detail_text is not None:
        parts.append(f"<detail>{escape(fault.detail_text)}</detail>")
    return f"<soap:Fault>{''.join(parts)}</soap:Fault>"


def _code(fault: SoapFault) -> str:
    if not _CODE.fullmatch(fault.code):
        return "soap:Server"
    if fault.code_namespace and fault.code_namespace != SOAP_11:
        return f"f:{fault.code}"
    if fault.code_namespace or fault.code.partition(".")[0] in _STANDARD:
        return f"soap:{fault.code}"
    return fault.code


def _fragment(item: XmlFragment) -> str:
    try:
        element = parse_xml(item.data)
    except ProtocolError:
        return ""
    return etree.tostring(element, encoding="unicode")
