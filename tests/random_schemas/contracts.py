"""Random WSDLs: operations whose messages are made of random schemas."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.random_schemas.complex_types import anonymous
from tests.random_schemas.components import element
from tests.random_schemas.content import particles
from tests.random_schemas.markup import Markup, xs
from tests.random_schemas.schemas import Schemas
from tests.random_schemas.wsdl import MAIN, Contract, Message, Operation

_COMPONENTS: Final = 14
_TRIES: Final = 9
_STYLES: Final = ("document", "document", "document", "rpc")
_VERSIONS: Final = (("soap",), ("soap",), ("soap12",), ("soap", "soap12"))
_NAMES: Final = ("Find", "find", "Get-it", "class", "close", "Client")


def contract(seed: int, number: int) -> Contract:
    """A WSDL, the same for the same numbers."""
    rng = Random(f"schemas {seed} {number}")  # noqa: S311
    schemas = Schemas(rng, _COMPONENTS)
    style = rng.choice(_STYLES)
    names = [f"{name}{n}" for n, name in enumerate(rng.choices(_NAMES, k=2))]
    operations = tuple(_operation(rng, schemas, style, name) for name in names)
    return Contract(str(schemas), style, rng.choice(_VERSIONS), operations)


def _operation(rng: Random, schemas: Schemas, style: str, name: str) -> Operation:
    request = _message(rng, schemas, style, name)
    if rng.random() < 0.1:
        return Operation(name, request, None, ())
    reply = _message(rng, schemas, style, f"{name}Response")
    return Operation(name, request, reply, _elements(rng, schemas, (0, 0, 1, 2)))


def _message(rng: Random, schemas: Schemas, style: str, name: str) -> Message:
    headers = _elements(rng, schemas, (0, 0, 0, 0, 1, 2))
    if style == "rpc":
        types = [schemas.components.any_type() for _ in range(rng.randint(0, 3))]
        parts = tuple(f'type="{found}"' for found in types)
    else:
        parts = (f'element="{_body(rng, schemas, name)}"',)
    return Message(f"{name}Message", parts, headers)


def _body(rng: Random, schemas: Schemas, name: str) -> str:
    """Declare what is in Body: a wrapper, or an element of any type."""
    for _ in range(_TRIES):
        found = element(MAIN, name, _content(rng, schemas))
        if schemas.add(found):
            return found.reference
    found = element(MAIN, name, xs("element", type="xs:string"))
    assert schemas.add(found), "not even a text can be declared"
    return found.reference


def _content(rng: Random, schemas: Schemas) -> Markup:
    scope = schemas.components.scope(MAIN)
    chance = rng.random()
    if chance < 0.55:
        inner = xs("sequence", *particles(scope, 0, 4))
        return xs("element", xs("complexType", inner))
    if chance < 0.7:
        return xs("element", anonymous(scope))
    return xs("element", type=schemas.components.any_type())


def _elements(
    rng: Random, schemas: Schemas, numbers: tuple[int, ...]
) -> tuple[str, ...]:
    """References to elements that may stand alone, as header blocks and faults do."""
    found = [
        declared.reference
        for declared in schemas.declared.of("element")
        if declared.may_stand_alone
    ]
    return tuple(rng.sample(found, min(rng.choice(numbers), len(found))))
