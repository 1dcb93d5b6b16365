"""Secrets of encoded replies, which may stand in elements of any name."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.unit.messages.packages import Package, imported
from tests.unit.messages.test_encoded_references import answered, find
from tests.unit.messages.test_soap_1_2_encoding import answered as soap_1_2
from tests.unit.messages.test_soap_1_2_encoding import sorted_

OVERLAY = "[types.Customer.fields.Name]\nsecret = true\n"


@pytest.fixture
def secretive(tmp_path: Path) -> Generator[Package]:
    """A package whose customers have secret names."""
    with imported("rpc-encoded", tmp_path, OVERLAY) as package:
        yield package


@pytest.mark.parametrize(
    "reply",
    [
        find("<order><Customer><Name>Ann-4711</Name></Customer></order>"),
        find(
            '<order><Customer><Name href="#n"/></Customer></order>',
            '<x id="n">Ann-4711</x>',
        ),
        find('<order href="#o"/>', "<o id = 'o'><Customer>Ann-4711</Customer></o>"),
    ],
)
def test_the_secret_is_not_in_the_error(reply: str, secretive: Package) -> None:
    client = answered(secretive, reply)
    with pytest.raises(secretive.errors.ProtocolError) as caught:
        client.find(number=1)
    assert "FindResponse" in caught.value.excerpt
    assert "***" in caught.value.excerpt
    assert "4711" not in caught.value.excerpt
    assert "4711" not in str(caught.value)


@pytest.mark.parametrize("name", ["enc:id", "_.-:id"])
def test_what_soap_1_2_refers_to_is_masked(name: str, tmp_path: Path) -> None:
    reply = (
        '<i enc:ref="n"/><n2:x xmlns:e2="urn:e2" xmlns:_.-="urn:e3" {}="n">Ann-4711'
        "</n2:x><i>x</i>"
    )
    with imported("soap-1-2-encoding", tmp_path, OVERLAY) as package:
        client = soap_1_2(package, sorted_(reply.format(name)))
        with pytest.raises(package.errors.ProtocolError) as caught:
            client.sort(orders=[])
        assert "4711" not in caught.value.excerpt
        assert "4711" not in str(caught.value)
