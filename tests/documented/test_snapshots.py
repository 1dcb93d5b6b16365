"""The snapshots themselves: valid, complete, and no edit of them goes unnoticed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.edits import edits
from tests.support.infoset import SNAPSHOTS, read, snapshot
from tests.support.schema_validation import WSDL_FOLDER, assert_valid_envelope
from typedsoap.contract import Contract
from typedsoap.contract.bodies import reply_body, request_body
from typedsoap.source.documents import load
from typedsoap.source.parsing import parse
from typedsoap.verify.infoset import first_difference, infoset
from typedsoap.verify.pages import read_pages
from typedsoap.verify.samples import read_sample
from typedsoap.verify.shapes import named_places
from typedsoap.wsdl.reading import read_contract

NAMES = sorted(
    path.relative_to(SNAPSHOTS).with_suffix("").as_posix()
    for path in SNAPSHOTS.rglob("*.xml")
)
SERVICES = {"messaging": "messaging.wsdl", "principal": "so_principal.wsdl"}


def contract(module: str) -> Contract:
    """The contract that a folder of snapshots belongs to."""
    return read_contract(load(WSDL_FOLDER / SERVICES[module]))[0]


def snake(name: str) -> str:
    """The name of an operation's snapshots."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


@pytest.mark.parametrize("module", SERVICES)
def test_every_operation_has_a_request_and_a_response(module: str) -> None:
    operations = [o.name for b in contract(module).bindings for o in b.operations]
    for operation in operations:
        assert f"{module}/{snake(operation)}.request" in NAMES
        assert f"{module}/{snake(operation)}.response" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_snapshot_fits_the_schemas(name: str) -> None:
    assert_valid_envelope(snapshot(name))


@pytest.mark.parametrize("name", NAMES)
def test_no_edit_goes_unnoticed(name: str) -> None:
    original = read(snapshot(name))
    envelope = parse(snapshot(name), name)
    for element in list(envelope.iter()):
        for edit in edits(element):
            with edit(element):
                difference = first_difference(original, infoset(envelope))
            assert difference is not None, f"{edit.__name__}: {element.tag!r}"
    assert infoset(envelope) == original


@pytest.mark.parametrize("module", SERVICES)
def test_snapshots_are_the_documented_envelopes(module: str, reference: Path) -> None:
    described = contract(module)
    operations = {o.name: o for b in described.bindings for o in b.operations}
    port_type = described.port_types[0].name.name
    pages = read_pages(reference / "vendor" / "docs" / port_type).pages
    assert {page.operation for page in pages} == set(operations)
    named = named_places(described.schema)
    version = described.bindings[0].soap_version
    for page in pages:
        operation = operations[page.operation]
        assert page.response is not None
        assert operation.output is not None
        for side, example, message in (
            ("request", page.request, operation.input),
            ("response", page.response, operation.output),
        ):
            body = (request_body if side == "request" else reply_body)(
                operation, described.schema
            )
            sample = read_sample(
                example, message, body, described.schema, version, named
            )
            written = read(snapshot(f"{module}/{snake(page.operation)}.{side}"))
            assert first_difference(sample.envelope, written) is None
            assert sample.problems == ()
            assert sample.envelope == sample.contract_form
