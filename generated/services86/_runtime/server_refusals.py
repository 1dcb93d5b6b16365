"""Faults of SOAP itself that a header block tells more of. SOAP 1.2 part 1, section 5.4."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from .errors import SoapFault
from .strings import escape_attribute
from .versions import SOAP_12, SoapVersion


class Refusal(SoapFault):
    """A fault that is sent with header blocks."""

    def blocks(self, version: SoapVersion) -> str:
        """The header blocks of an envelope of that version, as markup."""
        raise NotImplementedError


class VersionMismatch(Refusal):
    """An envelope of a version that is not served here (section 5.4.7)."""

    def __init__(self, served: Sequence[SoapVersion]) -> None:
        wanted = " or ".join(version.namespace for version in served)
        reason = f"an envelope of another SOAP version, expected {wanted}"
        super().__init__("VersionMismatch", reason)
        self._served = served

    def blocks(self, version: SoapVersion) -> str:
        """The versions to send in its place, the best first."""
        if SOAP_12 not in self._served:
            return ""  # SOAP 1.1 has no such block, and nothing else to offer
        envelopes = [
            f'<u:SupportedEnvelope qname="e:Envelope" xmlns:e="{served.namespace}"/>'
            for served in sorted(self._served, key=lambda v: v.number, reverse=True)
        ]
        return (
            f'<u:Upgrade xmlns:u="{SOAP_12.namespace}">{"".join(envelopes)}</u:Upgrade>'
        )


class NotUnderstood(Refusal):
    """Header blocks that must be understood and are not (section 5.4.8)."""

    def __init__(self, names: Sequence[str]) -> None:
        reason = f"the header block {names[0]} is unknown"
        super().__init__("MustUnderstand", reason)
        self._names = names

    def blocks(self, version: SoapVersion) -> str:
        """One block for each of them, which SOAP 1.1 does not have."""
        if version is not SOAP_12:
            return ""
        return "".join(map(_not_understood, self._names))


def _not_understood(name: str) -> str:
    expanded = etree.QName(name)
    if not expanded.namespace:
        return f'<soap:NotUnderstood qname="{expanded.localname}"/>'
    namespace = escape_attribute(expanded.namespace)
    return f'<soap:NotUnderstood qname="n:{expanded.localname}" xmlns:n="{namespace}"/>'
