"""What a WSDL defines is counted before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import OPEN, write, wsdl
from typedsoap.errors import TypedSoapError
from typedsoap.source.documents import load
from typedsoap.source.limits import Limits
from typedsoap.wsdl.reading import read_contract

# Three elements; three messages, a port type, a binding and a service.
DEFINITIONS = 9
OPERATIONS = 2


def _read(path: Path, limits: Limits) -> None:
    read_contract(load(path, display="orders.wsdl", limits=limits))


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(definitions=DEFINITIONS - 1), "TS017"),
        (Limits(operations=OPERATIONS - 1), "TS018"),
    ],
)
def test_one_more_than_allowed(limits: Limits, code: str, tmp_path: Path) -> None:
    path = write(tmp_path, wsdl())
    with pytest.raises(TypedSoapError) as caught:
        _read(path, limits)
    (found,) = caught.value.diagnostics
    assert found.code == code
    assert "in [tool.typedsoap.limits]" in (found.hint or "")
    _read(path, Limits(definitions=DEFINITIONS, operations=OPERATIONS))


def test_an_imported_wsdl_counts_as_well(tmp_path: Path) -> None:
    write(tmp_path, wsdl(), "inner.wsdl")
    text = f'{OPEN}<wsdl:import namespace="urn:a" location="inner.wsdl"/>'
    path = write(tmp_path, f'{text}<wsdl:message name="M"/></wsdl:definitions>')
    with pytest.raises(TypedSoapError, match="TS017"):
        _read(path, Limits(definitions=DEFINITIONS))
    _read(path, Limits(definitions=DEFINITIONS + 1))
