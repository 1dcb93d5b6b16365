"""The policy assertions that a generated client does not meet, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from typedsoap.contract import QName
from typedsoap.wsdl.namespaces import ADDRESSING_METADATA

# Each with the usual prefix, which is what people search for.
_SECURITY: Final = (
    "http://schemas.xmlsoap.org/ws/2005/07/securitypolicy",
    "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200512",
    "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702",
)
_RELIABLE_MESSAGING: Final = (
    "http://schemas.xmlsoap.org/ws/2005/02/rm/policy",
    "http://docs.oasis-open.org/ws-rx/wsrmp/200702",
)
_ATOMIC_TRANSACTION: Final = (
    "http://schemas.xmlsoap.org/ws/2004/10/wsat",
    "http://docs.oasis-open.org/ws-tx/wsat/2006/03",
    "http://docs.oasis-open.org/ws-tx/wsat/2006/06",
)
_CANDIDATE_ADDRESSING, _ADDRESSING = ADDRESSING_METADATA
_FIRST_ADDRESSING: Final = "http://schemas.xmlsoap.org/ws/2004/08/addressing/policy"
_FIRST_MTOM: Final = (
    "http://schemas.xmlsoap.org/ws/2004/09/policy/optimizedmimeserialization"
)
_MTOM: Final = "http://www.w3.org/2007/08/soap12-mtom-policy"
_MICROSOFT_HTTP: Final = "http://schemas.microsoft.com/ws/06/2004/policy/http"
_MICROSOFT_BINARY: Final = "http://schemas.microsoft.com/ws/06/2004/mspolicy/netbinary1"

USING_ADDRESSING: Final = QName(_CANDIDATE_ADDRESSING, "UsingAddressing")
"""Also an extension element of a binding or port (WS-Addressing WSDL Binding §3.1)."""

_BINDINGS: Final = ("AsymmetricBinding", "SymmetricBinding")
_SUPPORTING_TOKENS: Final = tuple(
    f"{kind}SupportingTokens"
    for kind in (
        "",
        "Signed",
        "Endorsing",
        "SignedEndorsing",
        "Encrypted",
        "SignedEncrypted",
        "EndorsingEncrypted",
        "SignedEndorsingEncrypted",
    )
)
# HTTPS meets a transport binding, and what it is told to protect (WS-SecurityPolicy 1.2
# §4 and §7.3). The rest are properties of the assertions that demand something.
_MET_SECURITY: Final = (
    "TransportBinding",
    "TransportToken",
    "AlgorithmSuite",
    "Layout",
    "SignedParts",
    "SignedElements",
    "EncryptedParts",
    "EncryptedElements",
    "ContentEncryptedElements",
    "Wss10",
    "Wss11",
    "Trust10",
    "Trust13",
)


def _words(
    namespaces: Iterable[str], prefix: str, names: Iterable[str], what: str
) -> dict[QName, str]:
    return {
        QName(namespace, name): f"{what} ({prefix}:{name})"
        for namespace in namespaces
        for name in names
    }


_UNMET: Final[Mapping[QName, str]] = {
    **_words(_SECURITY, "sp", _BINDINGS, "message security"),
    **_words(_SECURITY, "sp", _SUPPORTING_TOKENS, "credentials in the message"),
    **_words(_SECURITY, "sp", ["IncludeTimestamp"], "a timestamp in the message"),
    **_words(_RELIABLE_MESSAGING, "wsrmp", ["RMAssertion"], "reliable messaging"),
    **_words(_ATOMIC_TRANSACTION, "wsat", ["ATAssertion"], "a transaction"),
    **_words([_ADDRESSING], "wsam", ["Addressing"], "WS-Addressing headers"),
    **_words(
        [_CANDIDATE_ADDRESSING], "wsaw", ["UsingAddressing"], "WS-Addressing headers"
    ),
    **_words([_FIRST_ADDRESSING], "wsap", ["UsingAddressing"], "WS-Addressing headers"),
    **_words([_FIRST_MTOM], "wsoma", ["OptimizedMimeSerialization"], "MTOM"),
    **_words([_MTOM], "wsoma", ["MTOM"], "MTOM"),
    **_words([_MICROSOFT_BINARY], "msb", ["BinaryEncoding"], "binary XML"),
    **{
        QName(_MICROSOFT_HTTP, name): f"{what} (http:{name})"
        for name, what in (
            ("DigestAuthentication", "HTTP Digest authentication"),
            ("NegotiateAuthentication", "HTTP Negotiate authentication"),
            ("NtlmAuthentication", "HTTP NTLM authentication"),
        )
    },
}
_OTHERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(_SECURITY, "message security (WS-SecurityPolicy)"),
    **dict.fromkeys(_RELIABLE_MESSAGING, "reliable messaging (WS-RM Policy)"),
    **dict.fromkeys(_ATOMIC_TRANSACTION, "transactions (WS-AtomicTransaction)"),
}
TRANSPORT_BINDINGS: Final = frozenset(
    QName(space, "TransportBinding") for space in _SECURITY
)
"""HTTPS meets them, but not all that the policy inside of one may add."""

_MET: Final = frozenset(
    QName(namespace, name)
    for namespaces, names in (
        (_SECURITY, _MET_SECURITY),
        (_ATOMIC_TRANSACTION, ("ATAlwaysCapability",)),
    )
    for namespace in namespaces
    for name in names
)


def unmet(assertion: QName) -> str | None:
    """What the assertion demands that a client does not do, in plain words.

    Returns:
        None for one that a client meets, and for one of an unknown vocabulary. The words
        never hold text of the WSDL.
    """
    if assertion in _MET:
        return None
    return _UNMET.get(assertion) or _OTHERS.get(assertion.namespace)
