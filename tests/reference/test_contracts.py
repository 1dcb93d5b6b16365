"""The pinned WSDLs say what the service's own files say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.modules import ROOT
from typedsoap.contract.fingerprint import canonical_text, contract_fingerprint
from typedsoap.source.documents import load
from typedsoap.support.operations import unsupported
from typedsoap.wsdl.reading import read_contract

PUBLISHED = {
    "messaging": "WSDL-Services86-Messaging.xml",
    "so_principal": "WSDL-Services86-SoPrincipal.xml",
}


@pytest.mark.parametrize("service", PUBLISHED)
def test_pinned_contract_equals_published_one(service: str, reference: Path) -> None:
    theirs, warnings = read_contract(
        load(reference / "vendor" / "wsdl" / PUBLISHED[service])
    )
    own, own_warnings = read_contract(load(ROOT / "wsdl" / f"{service}.wsdl"))
    assert warnings == own_warnings == ()
    # Line by line first: a difference is then a readable one.
    assert canonical_text(own).splitlines() == canonical_text(theirs).splitlines()
    assert own == theirs
    assert own.name == theirs.name
    assert contract_fingerprint(own) == contract_fingerprint(theirs)
    assert unsupported(own).contract == unsupported(theirs).contract


@pytest.mark.parametrize("service", PUBLISHED)
def test_nothing_of_the_pinned_contract_is_left_out(service: str) -> None:
    own, _ = read_contract(load(ROOT / "wsdl" / f"{service}.wsdl"))
    supported = unsupported(own)
    assert supported.diagnostics == ()
    assert supported.contract.bindings == own.bindings
