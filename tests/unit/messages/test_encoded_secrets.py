"""Secrets of encoded replies, which may stand in elements of any name."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.unit.messages.packages import Package, imported
from tests.unit.messages.test_encoded_references import answered, find
from tests.unit.messages.test_soap_1_2_encoding import ENC, SOAP

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
    # Short, so that all of it is in the excerpt.
    reply = (
        f'<s:Envelope xmlns:s="{SOAP}" xmlns:enc="{ENC}" xmlns:_.-="urn:e3"><s:Body>'
        '<n2:SortResponse xmlns:n2="urn:example:orders:rpc"><orders><i enc:ref="n"/>'
        f'<x {name}="n">Ann-4711</x><i>x</i></orders></n2:SortResponse></s:Body>'
        "</s:Envelope>"
    )
    with imported("soap-1-2-encoding", tmp_path, OVERLAY) as package:
        client = package.answered(reply, whole=True, media_type="application/soap+xml")
        with pytest.raises(package.errors.ProtocolError) as caught:
            client.sort(orders=[])
        assert f'<x {name}="n">***</x><i>x</i>' in caught.value.excerpt
        assert "4711" not in caught.value.excerpt
        assert "4711" not in str(caught.value)
