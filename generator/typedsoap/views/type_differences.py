"""What differs between two definitions of one type, in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from typedsoap.contract import ComplexType, Element, SimpleType

_SHOWN = 3


def type_difference(
    here: ComplexType | SimpleType, there: ComplexType | SimpleType
) -> str:
    """The difference as a part of a sentence: which members only one has, or change.

    Args:
        here: The definition that is complained about.
        there: The one that was met first.
    """
    if isinstance(here, ComplexType) and isinstance(there, ComplexType):
        own: Mapping[str, object] = _elements(here)
        other: Mapping[str, object] = _elements(there)
        kind = "element"
    elif isinstance(here, SimpleType) and isinstance(there, SimpleType):
        own = {facet.value: facet for facet in here.enumerations}
        other = {facet.value: facet for facet in there.enumerations}
        kind = "value"
    else:
        return "one is a complex type, the other a simple type"
    told = [
        _names(f"only here has {kind}", [name for name in own if name not in other]),
        _names(f"only there has {kind}", [name for name in other if name not in own]),
        _names(
            f"not the same {kind}",
            [name for name in own if name in other and own[name] != other[name]],
        ),
    ]
    found = "; ".join(text for text in told if text)
    if not found and list(own) != list(other):
        return f"the {kind}s are in another order"
    return found or "not their members, but what they derive from or how they are used"


def _elements(definition: ComplexType) -> dict[str, Element]:
    return {element.name.name: element for element in definition.own_elements()}


def _names(label: str, names: list[str]) -> str:
    if not names:
        return ""
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{label} {', '.join(repr(name) for name in names[:_SHOWN])}{more}"
