"""`typedsoap verify` on random pages of golden contracts: what a schema allows holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.envelopes import envelopes
from typedsoap.config.arguments import config_from_arguments
from typedsoap.verify.client import Client, plan_client
from typedsoap.verify.pages import read_pages
from typedsoap.verify.verification import verify

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = (
    *("attributes", "elements-twice", "model-groups", "polymorphism-xsi-type"),
    *("repeated-groups", "restrictions", "rpc-literal", "substitution-groups"),
    *("unqualified-forms", "wildcards"),
)
NUMBER = 4


def write_pages(client: Client, folder: Path) -> int:
    """Write pages of random envelopes, and return how many."""
    count = 0
    for source in client.sources:
        schema = source.supported.schema
        binding = source.supported.bindings[0]
        for operation in binding.operations:
            sides = envelopes(operation, schema, NUMBER, seeded=1)
            for number, shown in enumerate(zip(*sides, strict=False)):
                examples = zip(("Request", "Response"), shown, strict=False)
                page = folder / f"{operation.name}-{number}.md"
                page.write_text(
                    "".join(
                        f"## {operation.name} {kind}\n\n```\n"
                        f"{envelope.write(binding.soap_version).decode()}\n```\n\n"
                        for kind, envelope in examples
                    ),
                    "utf-8",
                )
                count += 1
    return count


@pytest.mark.parametrize("case", CASES)
def test_random_pages_hold(tmp_path: Path, case: str) -> None:
    wsdl = GOLDEN / case / "in.wsdl"
    client = plan_client(config_from_arguments([wsdl], None, "random_client"))
    count = write_pages(client, tmp_path)
    pages = read_pages(tmp_path)
    done = verify(pages, client.sources, client.view, client.plan.files)
    assert done.unusable == ()
    assert len(done.verdicts) == count >= NUMBER
    for verdict in done.verdicts:
        assert verdict.holds, (verdict.page, verdict.request, verdict.response)
