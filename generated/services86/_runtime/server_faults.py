"""Writing SOAP faults. SOAP 1.1, section 4.4; SOAP 1.2 part 1, section 5.4."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from lxml import etree

from .envelope import envelope_start, write_envelope
from .errors import ProtocolError, SoapFault
from .fragments import XmlFragment
from .illegal import without_illegal
from .parsing import parse_xml
from .server_refusals import Refusal
from .strings import escape, escape_attribute
from .versions import SOAP_11, SOAP_VERSIONS, SoapVersion

# The local part of a fault code; dots make a code of SOAP 1.1 more precise, by section
# 4.4.1.
_CODE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_SHARED: Final = {name: name for name in ("MustUnderstand", "VersionMismatch")}
# What SOAP 1.1 calls the codes of either version, and what SOAP 1.2 calls them.
_CODES_11: Final = {
    "Client": "Client",
    "Server": "Server",
    "Sender": "Client",
    "Receiver": "Server",
    "DataEncodingUnknown": "Client",
    **_SHARED,
}
_CODES_12: Final = {
    "Client": "Sender",
    "Server": "Receiver",
    "Sender": "Sender",
    "Receiver": "Receiver",
    "DataEncodingUnknown": "DataEncodingUnknown",
    **_SHARED,
}


class _Code(NamedTuple):
    """A fault code, taken apart.

    Attributes:
        standard: The code of SOAP itself, of either version; None for another one.
        precise: The names that make it more precise, each with its namespace.
    """

    standard: str | None
    precise: Sequence[tuple[str, str | None]]


def fault_status(fault: SoapFault, version: SoapVersion) -> str:
    """The HTTP status of a fault: SOAP 1.1, section 6.2; SOAP 1.2 part 2, table 20."""
    if version is not SOAP_11 and _code(fault).standard in ("Client", "Sender"):
        return "400 Bad Request"
    return "500 Internal Server Error"


def write_fault(fault: SoapFault, version: SoapVersion) -> bytes:
    """An envelope with a fault in it.

    The codes `Client` and `Server` of SOAP 1.1 are `Sender` and `Receiver` in SOAP 1.2,
    and the other way round. What cannot be sent does not hide the rest: a character that
    XML cannot carry becomes a question mark, a code that is no name becomes `Server`, and
    a detail that is no XML is left out.
    """
    content = _fault_11(fault) if version is SOAP_11 else _fault_12(fault)
    blocks = fault.blocks(version) if isinstance(fault, Refusal) else ""
    text = write_envelope(
        envelope_start({}, version),
        lambda out: out.append(blocks) if blocks else None,
        lambda out: out.append(f"<soap:Fault>{content}</soap:Fault>"),
    )
    return without_illegal(text).encode()


def _fault_11(fault: SoapFault) -> str:
    # The children of Fault belong to no namespace.
    parts = [_code_11(fault), f"<faultstring>{escape(fault.reason)}</faultstring>"]
    if fault.actor is not None:
        parts.append(f"<faultactor>{escape(fault.actor)}</faultactor>")
    detail = _detail(fault)
    if detail is not None:
        parts.append(f"<detail>{detail}</detail>")
    return "".join(parts)


def _code_11(fault: SoapFault) -> str:
    standard, precise = _code(fault)
    if standard is None or (fault.subcodes and precise):
        # There is room for one, and the most precise one says most.
        return _name("faultcode", *precise[-1])
    code = ".".join([_CODES_11[standard], *(name for name, _ in precise)])
    return f"<faultcode>soap:{code}</faultcode>"


def _fault_12(fault: SoapFault) -> str:
    standard, precise = _code(fault)
    code = f"<soap:Value>soap:{_CODES_12[standard or 'Receiver']}</soap:Value>"
    for name, namespace in precise:
        code += f"<soap:Subcode>{_name('soap:Value', name, namespace)}"
    code += "</soap:Subcode>" * len(precise)
    reason = f'<soap:Text xml:lang="en">{escape(fault.reason)}</soap:Text>'
    parts = [f"<soap:Code>{code}</soap:Code>", f"<soap:Reason>{reason}</soap:Reason>"]
    if fault.node is not None:
        parts.append(f"<soap:Node>{escape(fault.node)}</soap:Node>")
    if fault.actor is not None:
        parts.append(f"<soap:Role>{escape(fault.actor)}</soap:Role>")
    detail = _detail(fault)
    if detail is not None:
        parts.append(f"<soap:Detail>{detail}</soap:Detail>")
    return "".join(parts)


def _code(fault: SoapFault) -> _Code:
    precise = [_split(name) for name in fault.subcodes]
    precise = [found for found in precise if _CODE.fullmatch(found[0])]
    code, namespace = fault.code, fault.code_namespace
    if not _CODE.fullmatch(code):
        return _Code("Server", precise)
    first, _, rest = code.partition(".")
    if namespace and namespace not in SOAP_VERSIONS:
        return _Code(None, [(code, namespace), *precise])
    if first in _CODES_11:
        return _Code(first, [(rest, None), *precise] if rest else precise)
    return _Code(None, [(code, namespace), *precise])


def _split(name: str) -> tuple[str, str | None]:
    namespace, _, local = name.rpartition("}")
    return local, namespace.removeprefix("{") or None


def _name(tag: str, name: str, namespace: str | None) -> str:
    if namespace is None:
        return f"<{tag}>{name}</{tag}>"
    declared = escape_attribute(namespace)
    return f'<{tag} xmlns:f="{declared}">f:{name}</{tag}>'


def _detail(fault: SoapFault) -> str | None:
    if fault.detail:
        return "".join(map(_fragment, fault.detail))
    return None if fault.detail_text is None else escape(fault.detail_text)


def _fragment(item: XmlFragment) -> str:
    try:
        element = parse_xml(item.data)
    except ProtocolError:
        return ""
    return etree.tostring(element, encoding="unicode")
