"""Secrets of encoded replies, which may stand in elements of any name."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.unit.messages.packages import Package, imported
from tests.unit.messages.test_encoded_references import answered, find

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
