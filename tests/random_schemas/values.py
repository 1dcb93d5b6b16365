"""Default and fixed values.

Source: XML Schema 1.0 Part 1 §3.2.2, §3.3.2.
"""

from __future__ import annotations

from random import Random

from tests.random_schemas.markup import Markup


def constrained(rng: Random, declaration: Markup, samples: tuple[str, ...]) -> Markup:
    """An element or attribute that may have a default or a fixed value."""
    chance = rng.random()
    if not samples or chance < 0.85:
        return declaration
    value = rng.choice(samples)
    if chance < 0.93:
        return declaration.having(default=value)
    return declaration.having(fixed=value)
