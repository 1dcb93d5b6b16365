"""What of the encodings of SOAP can be generated today: trees of structs and arrays."""

from __future__ import annotations

from typing import Final

from typedsoap.contract import (
    ComplexType,
    Element,
    Message,
    Operation,
    Part,
    QName,
    Schema,
    SimpleType,
    Style,
    Wildcard,
)
from typedsoap.contract.arrays import array_item, is_soap_array, soap_array_type
from typedsoap.contract.encodings import message_encoding
from typedsoap.contract.shapes import (
    all_elements,
    is_endless,
    is_mixed,
    lineage,
    nested_elements,
)
from typedsoap.schema.builtins import ANY_TYPE
from typedsoap.support.types import Problem, part_problem, type_problem
from typedsoap.views.scalars import scalar

_ONE_DIMENSION: Final = "[]"


def encoding_problem(message: Message, operation: Operation) -> str | None:
    """What keeps an encoded message from being one of rpc structs in SOAP encoding."""
    if operation.style is not Style.RPC:
        return f"{operation.style}/{message.use}"
    if any(other.use is not message.use for other in operation.messages):
        return "an encoded message beside a literal one"
    if message_encoding(message) is None:
        return f"rpc/encoded with the encoding style {message.encoding_style!r}"
    return None


class EncodingSupport:
    """Judges the encodings of operations, each beside that of the ones before it."""

    def __init__(self) -> None:
        self._known: str | None = None

    def problem(self, operation: Operation) -> str | None:
        """What keeps a service from having one encoding, in which its types are written."""
        for message in operation.messages:
            encoding = message_encoding(message)
            known = self._known or encoding
            if encoding is not None and encoding != known:
                return f"the encoding {encoding!r} beside {known!r} of operations before it"
            self._known = known
        return None


def encoded_part_problem(part: Part, schema: Schema) -> Problem | None:
    """What keeps a part from being an accessor of the struct in Body."""
    what = None if part.type is None else _name(part.type, schema)
    if what is None:
        return part_problem(part, schema)
    return Problem(f"{what} (part {part.name!r})", part.location)


def encoded_type_problem(
    definition: ComplexType | SimpleType, schema: Schema
) -> Problem | None:
    """What a named type has that cannot be generated yet in an encoded message."""
    if isinstance(definition, SimpleType):
        return type_problem(definition, schema)
    what = _struct(definition, schema)
    if what is None and is_soap_array(definition):
        what = _array(definition, schema)
    if what is not None:
        name = "" if definition.name is None else definition.name.name
        return Problem(f"{what} (type {name!r})", definition.location)
    return None if is_soap_array(definition) else type_problem(definition, schema)


def _array(definition: ComplexType, schema: Schema) -> str | None:
    declared = soap_array_type(definition)
    if declared is not None and declared[1] != _ONE_DIMENSION:
        return f"a SOAP array of {declared[1]!r}"
    item = array_item(definition).type
    if not isinstance(item, QName):
        return "a SOAP array of an anonymous type"
    if item not in schema.types and scalar(schema, item) is None:
        return f"a SOAP array of {item}"
    if is_endless(definition, schema):
        return "an array of itself"
    return None


def _struct(definition: ComplexType, schema: Schema) -> str | None:
    """What SOAP encoding has no place for, or what has no typed form in it."""
    if definition.is_dictionary:
        return "an encoded dictionary"
    if is_mixed(definition):
        return "encoded mixed content"
    if definition.simple_content:
        return "encoded simple content"
    if any(is_soap_array(link) for link in lineage(definition, schema)[:-1]):
        return "a type derived from a SOAP array"
    if not is_soap_array(definition) and (
        definition.attributes or definition.wildcard_attributes
    ):
        return "encoded attributes"
    names = [element.name.name for element in all_elements(definition, schema)]
    if len(set(names)) < len(names):
        return "two accessors of one name"
    for particle in definition.own_particles():
        if isinstance(particle, Wildcard):
            return "an encoded xs:any"
        if not isinstance(particle, Element):
            return "an encoded repeated group"
        if particle.reference:
            return "an encoded reference to a global element"
    for element in nested_elements(definition):
        what = _name(element.type, schema) if isinstance(element.type, QName) else None
        if what is not None:
            return what
    return None


def _name(name: QName, schema: Schema) -> str | None:
    """What a type is, if it is neither plain text nor a struct, an array or anything."""
    if is_mixed(schema.types.get(name)):
        return "encoded mixed content"
    view = scalar(schema, name)
    if view is None or view.is_text or name == ANY_TYPE:
        return None
    return f"an encoded {name}"
