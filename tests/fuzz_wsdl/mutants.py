"""A mutant: a WSDL made from two numbers alone."""

from __future__ import annotations

from random import Random

from tests.fuzz.byte_mutations import encode, flip, insert, remove, repeat, truncate
from tests.fuzz_wsdl.mutations import mutate
from tests.fuzz_wsdl.seeds import seeds

_BYTES = (truncate, flip, insert, remove, repeat)


def mutant(seed: int, index: int) -> bytes:
    """The mutant with this number of the run with this seed; always the same one."""
    rng = Random(f"wsdl {seed} {index}")  # noqa: S311
    document = rng.choice(seeds()).document.copy()
    kind = rng.random()
    if kind < 0.95:
        mutate(document, rng)
    text = document.write()
    data = encode(text, rng) if rng.random() < 0.05 else text.encode("utf-8", "replace")
    return rng.choice(_BYTES)(data, rng) if kind > 0.9 else data
