"""What the policies of a WSDL demand and a generated client does not do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import BINDING, SERVICE, line_of, read, write, wsdl
from typedsoap.contract.demands import Demand
from typedsoap.errors import Location
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

PREFIXES = {
    "wsp": "http://schemas.xmlsoap.org/ws/2004/09/policy",
    "wsp15": "http://www.w3.org/ns/ws-policy",
    "wsu": "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd",
    "sp": "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702",
    "sp11": "http://schemas.xmlsoap.org/ws/2005/07/securitypolicy",
    "rm10": "http://schemas.xmlsoap.org/ws/2005/02/rm/policy",
    "rm": "http://docs.oasis-open.org/ws-rx/wsrmp/200702",
    "wsat": "http://docs.oasis-open.org/ws-tx/wsat/2006/06",
    "wsaw": "http://www.w3.org/2006/05/addressing/wsdl",
    "wsap": "http://schemas.xmlsoap.org/ws/2004/08/addressing/policy",
    "wsoma": "http://schemas.xmlsoap.org/ws/2004/09/policy/optimizedmimeserialization",
    "mtom": "http://www.w3.org/2007/08/soap12-mtom-policy",
    "msb": "http://schemas.microsoft.com/ws/06/2004/mspolicy/netbinary1",
    "http": "http://schemas.microsoft.com/ws/06/2004/policy/http",
    "own": "urn:example:own",
}
DECLARED = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())
SIGNED = "message security (sp:SymmetricBinding)"
ADDRESSED = "WS-Addressing headers (wsam:Addressing)"
HTTPS = (
    "<sp:TransportBinding><wsp:Policy><sp:TransportToken><wsp:Policy><sp:HttpsToken/>"
    "</wsp:Policy></sp:TransportToken>{}</wsp:Policy></sp:TransportBinding>"
)


def text(policy: str, *, first: str = "", place: str = "<soap:binding") -> str:
    """A WSDL with a policy before a place of its binding or service, `first` on top."""
    binding, service = (
        part.replace(place, f"\n{policy}{place}", 1) for part in (BINDING, SERVICE)
    )
    made = wsdl(binding=binding, service=service, first=first)
    return made.replace("<wsdl:definitions", f"<wsdl:definitions{DECLARED}", 1)


def demanded(folder: Path, policy: str, first: str = "") -> list[str]:
    """In words what a policy in the binding demands."""
    (binding,) = read(folder, text(policy, first=first)).bindings
    return [demand.what for demand in binding.demands]


def inline(assertions: str) -> str:
    return f"<wsp:Policy>{assertions}</wsp:Policy>"


@pytest.mark.parametrize(
    ("assertion", "what"),
    [
        ("<sp:SymmetricBinding/>", SIGNED),
        ("<sp11:AsymmetricBinding/>", "message security (sp:AsymmetricBinding)"),
        (
            "<sp:SignedSupportingTokens/>",
            "credentials in the message (sp:SignedSupportingTokens)",
        ),
        (
            HTTPS.format("<sp:IncludeTimestamp/>"),
            "a timestamp in the message (sp:IncludeTimestamp)",
        ),
        ("<sp:Unheard/>", "message security (WS-SecurityPolicy)"),
        ("<rm10:RMAssertion/>", "reliable messaging (wsrmp:RMAssertion)"),
        ("<rm:RMAssertion/>", "reliable messaging (wsrmp:RMAssertion)"),
        ("<rm:Unheard/>", "reliable messaging (WS-RM Policy)"),
        ("<wsat:ATAssertion/>", "a transaction (wsat:ATAssertion)"),
        ("<wsat:Unheard/>", "transactions (WS-AtomicTransaction)"),
        ("<wsam:Addressing/>", ADDRESSED),
        ("<wsaw:UsingAddressing/>", "WS-Addressing headers (wsaw:UsingAddressing)"),
        ("<wsap:UsingAddressing/>", "WS-Addressing headers (wsap:UsingAddressing)"),
        (
            "<wsoma:OptimizedMimeSerialization/>",
            "MTOM (wsoma:OptimizedMimeSerialization)",
        ),
        ("<mtom:MTOM/>", "MTOM (wsoma:MTOM)"),
        ("<msb:BinaryEncoding/>", "binary XML (msb:BinaryEncoding)"),
        (
            "<http:NtlmAuthentication/>",
            "HTTP NTLM authentication (http:NtlmAuthentication)",
        ),
    ],
)
def test_what_no_client_does(assertion: str, what: str, tmp_path: Path) -> None:
    assert demanded(tmp_path, inline(assertion)) == [what]


@pytest.mark.parametrize(
    "assertion",
    [
        HTTPS.format("<sp:Layout><wsp:Policy><sp:Strict/></wsp:Policy></sp:Layout>"),
        HTTPS.format('<sp:IncludeTimestamp wsp:Optional="true"/>'),
        "<sp:Wss11><wsp:Policy><sp:MustSupportRefThumbprint/></wsp:Policy></sp:Wss11>",
        "<sp:SignedParts><sp:Body/></sp:SignedParts>",
        '<wsam:Addressing wsp:Optional="true"/>',
        '<wsam:Addressing wsp15:Optional="1"/>',
        "<http:BasicAuthentication/>",
        "<wsat:ATAlwaysCapability/>",
        "<own:Addressing/>",
        "<own:Outer><wsp:Policy><sp:SymmetricBinding/></wsp:Policy></own:Outer>",
        "",
    ],
)
def test_what_demands_nothing(assertion: str, tmp_path: Path) -> None:
    assert demanded(tmp_path, inline(assertion)) == []


@pytest.mark.parametrize("wsp", ["wsp", "wsp15"])
def test_the_alternative_that_leaves_the_least_undone(wsp: str, tmp_path: Path) -> None:
    both = f"<{wsp}:All><sp:SymmetricBinding/><wsam:Addressing/></{wsp}:All>"
    one = f"<{wsp}:All><wsam:Addressing/></{wsp}:All>"

    def of(alternatives: str) -> list[str]:
        policy = f"<{wsp}:ExactlyOne>{alternatives}</{wsp}:ExactlyOne>"
        return demanded(tmp_path, inline(policy))

    assert of(both + one) == [ADDRESSED]
    assert of(both) == [SIGNED, ADDRESSED]
    assert of(f"{both}<{wsp}:All/>") == []
    assert of("") == []


@pytest.mark.parametrize(
    ("identifier", "reference"),
    [
        ('wsu:Id="P"', '<wsp:PolicyReference URI="#P"/>'),
        ('xml:id="P"', '<wsp15:PolicyReference URI="#P"/>'),
        ('wsu:Id="P"', inline('<wsp:PolicyReference URI="#P"/>')),
    ],
)
def test_a_policy_that_is_referred_to(
    identifier: str, reference: str, tmp_path: Path
) -> None:
    policy = f"<wsp:Policy {identifier}><sp:SymmetricBinding/></wsp:Policy>"
    made = text(reference, first=policy)
    (binding,) = read(tmp_path, made).bindings
    where = Location("orders.wsdl", line_of(made, reference))
    assert binding.demands == (Demand(SIGNED, where),)


def test_policies_that_an_attribute_names(tmp_path: Path) -> None:
    first = (
        '<wsp:Policy wsu:Id="A"><sp:SymmetricBinding/></wsp:Policy>'
        '<wsp:Policy wsu:Id="B"><wsam:Addressing/></wsp:Policy>'
    )
    made = text("", first=first).replace(
        '<wsdl:binding name="OrdersSoap"',
        '<wsdl:binding wsp:PolicyURIs="#A urn:example:far #B" name="OrdersSoap"',
    )
    (binding,) = read(tmp_path, made).bindings
    assert [demand.what for demand in binding.demands] == [SIGNED, ADDRESSED]


@pytest.mark.parametrize("uri", ["#Nowhere", "http://localhost:9/p.xml#P", "P", ""])
def test_a_policy_that_is_not_at_hand(uri: str, tmp_path: Path) -> None:
    first = '<wsp:Policy wsu:Id="P"><sp:SymmetricBinding/></wsp:Policy>'
    assert demanded(tmp_path, f'<wsp:PolicyReference URI="{uri}"/>', first) == []


def test_a_policy_of_another_document(tmp_path: Path) -> None:
    policy = '<wsp:Policy wsu:Id="P"><sp:SymmetricBinding/></wsp:Policy>'
    other = (
        f'<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"{DECLARED}'
        f' targetNamespace="urn:example:other">{policy}</wsdl:definitions>'
    )
    write(tmp_path, other, "other.wsdl")
    first = '<wsdl:import namespace="urn:example:other" location="other.wsdl"/>'
    assert demanded(tmp_path, '<wsp:PolicyReference URI="#P"/>', first) == []


@pytest.mark.parametrize("times", [1, 2])  # twice would be 2**64 ways to go round
def test_policies_that_refer_to_one_another(times: int, tmp_path: Path) -> None:
    one, other = (f'<wsp:PolicyReference URI="#{n}"/>' * times for n in "AB")
    first = (
        f'<wsp:Policy wsu:Id="A">{other}</wsp:Policy>'
        f'<wsp:Policy wsu:Id="B">{one}<wsam:Addressing/></wsp:Policy>'
    )
    reference = '<wsp:PolicyReference URI="#A"/>'
    assert demanded(tmp_path, reference, first) == [ADDRESSED]


def test_policies_that_grow_when_they_are_expanded(tmp_path: Path) -> None:
    twice = '<wsp:PolicyReference URI="#P{0}"/>' * 2
    first = '<wsp:Policy wsu:Id="P0"><wsam:Addressing/></wsp:Policy>' + "".join(
        f'<wsp:Policy wsu:Id="P{n}">{twice.format(n - 1)}</wsp:Policy>'
        for n in range(1, 20_000)
    )
    near, far = (
        '<wsp:PolicyReference URI="#P25"/>',
        '<wsp:PolicyReference URI="#P19999"/>',
    )
    assert demanded(tmp_path, near, first) == [ADDRESSED]
    assert demanded(tmp_path, far, first) == []


@pytest.mark.parametrize(("required", "count"), [("true", 1), ("false", 0), ("", 0)])
def test_addressing_as_an_extension_of_the_binding(
    required: str, count: int, tmp_path: Path
) -> None:
    extension = f'<wsaw:UsingAddressing wsdl:required="{required}"/>'
    found = demanded(tmp_path, extension)
    assert found == ["WS-Addressing headers (wsaw:UsingAddressing)"] * count


def test_a_policy_of_a_port_and_of_an_operation(tmp_path: Path) -> None:
    policy = inline("<sp:SymmetricBinding/>")
    contract = read(tmp_path, text(policy, place="<soap:address"))
    ((port,),) = [service.ports for service in contract.services]
    assert [demand.what for demand in port.demands] == [SIGNED]
    assert contract.bindings[0].demands == ()
    contract = read(tmp_path, text(policy, place="<soap:operation"))
    (operation,) = contract.operations
    assert [demand.what for demand in operation.demands] == [SIGNED]


def test_a_policy_is_no_fact_of_the_contract(tmp_path: Path) -> None:
    plain, _ = read_contract(load(write(tmp_path, wsdl()), display="orders.wsdl"))
    assert read(tmp_path, text(inline("<sp:SymmetricBinding/>"))) == plain
