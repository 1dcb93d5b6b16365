"""Random simple types: restrictions, enumerations, lists and unions.

Source: XML Schema 1.0 Part 2 §4.1, §4.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Final

from tests.random_schemas.built_in import INTEGERS, NUMBERS, SAMPLES, TEXTS
from tests.random_schemas.declared import Declared
from tests.random_schemas.markup import Markup, xs
from tests.random_schemas.names import VALUES

_ENUMERATED: Final = ("int", "decimal", "date", "token", "gYear", "NMTOKEN")
_PATTERNS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (r"[A-Z]{1,4}", ("AB", "ZZZZ")),
    (r"\d{3}-[a-f]+", ("123-abc", "000-f")),
    (r"(red|green)\??", ("red", "green?")),
)


@dataclass(frozen=True, slots=True)
class SimpleType:
    """A definition without a name, and texts that are valid for it."""

    markup: Markup
    samples: tuple[str, ...]
    atomic: bool = True


def simple_type(rng: Random, declared: Declared, *, atomic: bool = False) -> SimpleType:
    """Any simple type; an atomic one where a list may not stand."""
    chance = rng.random()
    if chance < 0.15 and not atomic:
        return _list(rng, declared)
    if chance < 0.3:
        return _union(rng, declared, atomic)
    if chance < 0.55:
        return _enumeration(rng)
    if chance < 0.65:
        return _narrower(rng, declared, atomic)
    return _faceted(rng)


def _restriction(
    base: str, facets: list[Markup], samples: tuple[str, ...]
) -> SimpleType:
    restriction = xs("restriction", *facets, base=base)
    return SimpleType(xs("simpleType", restriction), samples)


def _enumeration(rng: Random) -> SimpleType:
    base = rng.choice((*("string",) * 9, *_ENUMERATED))
    known = VALUES if base == "string" else SAMPLES[base]
    values = rng.sample(known, rng.randint(1, min(5, len(known))))
    facets = [xs("enumeration", value=value) for value in values]
    return _restriction(f"xs:{base}", facets, tuple(v for v in values if v))


def _narrower(rng: Random, declared: Declared, atomic: bool) -> SimpleType:
    """A restriction of a simple type that is declared, or of any without facets."""
    base = declared.simple(rng, atomic=atomic)
    narrowed = _restriction(base.reference, [], base.samples)
    return SimpleType(narrowed.markup, base.samples, base.atomic)


def _faceted(rng: Random) -> SimpleType:
    if rng.random() < 0.3:
        pattern, samples = rng.choice(_PATTERNS)
        return _restriction("xs:string", [xs("pattern", value=pattern)], samples)
    base = rng.choice((*TEXTS, *NUMBERS))
    known = SAMPLES[base]
    facets = _lengths(rng, known) if base in TEXTS else _bounds(rng, base, known)
    return _restriction(f"xs:{base}", facets, known)


def _lengths(rng: Random, samples: tuple[str, ...]) -> list[Markup]:
    sizes = [len(sample) for sample in samples]
    facets = [
        xs("minLength", value=str(rng.randint(0, min(sizes)))),
        xs("maxLength", value=str(max(sizes) + rng.randint(0, 3))),
    ]
    return rng.sample(facets, rng.randint(1, 2))


def _bounds(rng: Random, base: str, samples: tuple[str, ...]) -> list[Markup]:
    numbers = [Decimal(sample) for sample in samples]
    facets = [
        xs("minInclusive", value=str(int(min(numbers)))),
        rng.choice(
            (
                xs("maxInclusive", value=str(max(numbers))),
                xs("maxExclusive", value=str(max(numbers) + 1)),
            )
        ),
    ]
    digits = "totalDigits" if base in INTEGERS else "fractionDigits"
    facets.append(xs(digits, value=str(rng.randint(2, 4))))
    return rng.sample(facets, rng.randint(1, 3))


def _list(rng: Random, declared: Declared) -> SimpleType:
    if rng.random() < 0.3:
        inner = _faceted(rng)
        words = tuple(s for s in inner.samples if len(s.split()) == 1)
        return SimpleType(xs("simpleType", xs("list", inner.markup)), words, False)
    item = declared.simple(rng, atomic=True)
    words = tuple(s for s in item.samples if len(s.split()) == 1)
    listed = xs("simpleType", xs("list", itemType=item.reference))
    return SimpleType(listed, words, False)


def _union(rng: Random, declared: Declared, atomic: bool) -> SimpleType:
    members = [declared.simple(rng, atomic=atomic) for _ in range(rng.randint(1, 3))]
    inner = [_enumeration(rng)] if rng.random() < 0.4 else []
    union = xs(
        "union",
        *(found.markup for found in inner),
        memberTypes=" ".join(member.reference for member in members),
    )
    samples = [s for member in members for s in member.samples]
    samples += [s for found in inner for s in found.samples]
    whole = all(member.atomic for member in members)
    return SimpleType(xs("simpleType", union), tuple(samples), whole)
