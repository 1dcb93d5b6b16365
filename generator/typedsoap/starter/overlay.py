"""An overlay for a contract that has none yet: what could be said, as comments.

Only what looks like a secret is said at once: to mask too much harms nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from typedsoap import naming
from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    Contract,
    Element,
    Particle,
    QName,
    SimpleType,
    TypeReference,
)
from typedsoap.contract.arrays import is_collection
from typedsoap.contract.bodies import root_types, spread_elements
from typedsoap.contract.shapes import content_types
from typedsoap.overlay.targets import OperationTargets, Targets, targets
from typedsoap.toml.writing import toml_key, toml_strings

_SECRET: Final = re.compile(
    r"pass_?w(or)?d|passphrase|secret|token|credential|api_?key|session_?(id|key)|(^|_)(pin|pwd)(_|$)"
)
_BOOLEAN: Final = QName(XSD_NAMESPACE, "boolean")


@dataclass(frozen=True, slots=True)
class StartingOverlay:
    """The text of an overlay.

    Attributes:
        secrets: What it declares secret, for people.
    """

    text: str
    secrets: tuple[str, ...]


def starting_overlay(contracts: Sequence[Contract], wsdl: str) -> StartingOverlay:
    """An overlay that is accepted as it is, and also with any of its comments undone.

    Args:
        contracts: What can be generated, of each port type of a WSDL.
        wsdl: The WSDL's name, for the first line.
    """
    contract = _joined(contracts)
    present = targets(contract)
    sections = [
        _service(),
        _failure(present.response_headers),
        _headers(present.request_headers),
        *(_operation(name, found) for name, found in present.operations.items()),
        *_types(present, contract),
    ]
    lines: list[str] = [
        f"# What {_comment(wsdl)} does not say.",
        "# Undo a comment to say it. An overlay narrows Python types, adds documentation",
        "# and names, and masks secrets; it never changes what is sent.",
    ]
    secrets: list[str] = []
    for section in sections:
        found = list(section)
        if found:
            lines += ["", *(line.text for line in found)]
            secrets += [line.secret for line in found if line.secret]
    return StartingOverlay("\n".join([*lines, ""]), tuple(secrets))


def _joined(contracts: Sequence[Contract]) -> Contract:
    """The port types of one WSDL in one contract again; only what is sent of it."""
    first = contracts[0]
    schema = replace(
        first.schema,
        elements={
            n: e for found in contracts for n, e in found.schema.elements.items()
        },
        types={n: t for found in contracts for n, t in found.schema.types.items()},
    )
    bindings = tuple(binding for found in contracts for binding in found.bindings)
    return replace(first, schema=schema, bindings=bindings)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the overlay, and the secret that it declares, if it does."""

    text: str
    secret: str = ""


def _service() -> Iterator[_Line]:
    yield _Line("# [service]")
    yield _Line('# documentation = "What the service is for."')


def _failure(blocks: Mapping[str, Element]) -> Iterator[_Line]:
    """A flag and a detail are offered where header blocks of replies could be them."""
    flags = [name for name, block in blocks.items() if block.type == _BOOLEAN]
    others = [name for name in blocks if name not in flags]
    if not flags:
        return
    yield _Line("# Header blocks of a reply that tell that the operation failed.")
    yield _Line("# [failure]")
    yield _Line(f"# flag = {toml_strings(flags[:1])[1:-1]}")
    if others:
        yield _Line(f"# detail = {toml_strings(others[:1])[1:-1]}")


def _headers(blocks: Mapping[str, Element]) -> Iterator[_Line]:
    for name in blocks:
        yield from _member("headers", "request", name)


def _operation(name: str, found: OperationTargets) -> Iterator[_Line]:
    yield _Line(f"# [{toml_key('operations', name)}]")
    yield _Line('# documentation = "What it does."')
    parameters = _elements(found.parameters)
    yield from _required(parameters.values())
    yield _Line("# idempotent = true")
    yield from _secrets(("operations", name, "parameters"), parameters)
    yield from _secrets(("operations", name, "result"), _elements(found.result))


def _elements(members: Mapping[str, Particle]) -> dict[str, Element]:
    return {
        name: found for name, found in members.items() if isinstance(found, Element)
    }


def _required(elements: Iterable[Element]) -> Iterator[_Line]:
    """Offers what the contract lets be None; a list is never None."""
    optional = [
        element.key.name
        for element in elements
        if not element.repeated and (element.min_occurs == 0 or element.nillable)
    ]
    if optional:
        yield _Line(f"# required = {toml_strings(dict.fromkeys(optional))}")


def _types(present: Targets, contract: Contract) -> Iterator[Iterator[_Line]]:
    wrappers = _only_wrappers(contract)
    for name, definition in contract.schema.types.items():
        if name in wrappers:
            continue
        key = str(name) if name.name in present.ambiguous else name.name
        yield _type(key, definition)


def _only_wrappers(contract: Contract) -> set[QName]:
    """The types that only wrappers have: what they hold are parameters and results."""
    schema = contract.schema
    wrappers: list[TypeReference] = []
    others: list[TypeReference] = []
    for binding in contract.bindings:
        for operation in binding.operations:
            others += root_types(operation, schema, spread=True)
            spread = spread_elements(operation, schema) & schema.elements.keys()
            wrappers += [schema.elements[name].type for name in spread]
    for definition in schema.types.values():
        if isinstance(definition, ComplexType):
            others += content_types(definition)
            others += [] if definition.base is None else [definition.base]
    return _names(wrappers) - _names(others)


def _names(references: Iterable[TypeReference]) -> set[QName]:
    return {found for found in references if isinstance(found, QName)}


def _type(key: str, definition: ComplexType | SimpleType) -> Iterator[_Line]:
    """Records alone: of enumerations, arrays and dictionaries there is little to say."""
    if (
        isinstance(definition, SimpleType)
        or definition.is_dictionary
        or is_collection(definition)
    ):
        return
    elements = [*definition.own_elements()]
    if elements:
        yield _Line(f"# [{toml_key('types', key)}]")
        yield _Line('# documentation = "What it is."')
        yield from _required(elements)
        fields = [element.key.name for element in elements]
        yield from _secrets(("types", key, "fields"), fields)


def _secrets(table: tuple[str, ...], names: Iterable[str]) -> Iterator[_Line]:
    for name in dict.fromkeys(names):
        if _looks_secret(name):
            yield from _member(*table, name)


def _member(*key: str) -> Iterator[_Line]:
    if _looks_secret(key[-1]):
        yield _Line(f"[{toml_key(*key)}]")
        yield _Line("secret = true", secret=toml_key(*key))
    else:
        yield _Line(f"# [{toml_key(*key)}]")
        yield _Line('# documentation = "What it holds."')


def _looks_secret(name: str) -> bool:
    return _SECRET.search(naming.snake_case(name)) is not None


def _comment(text: str) -> str:
    """A text that stays on its line of a comment."""
    return ascii(text)[1:-1]
