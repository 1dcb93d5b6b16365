"""Which types encoded messages reach, over all services of a package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from typedsoap.contract import (
    SOAP_12_ENCODING,
    SOAP_12_RPC,
    XSD_NAMESPACE,
    ComplexType,
    Element,
    QName,
    SimpleType,
    Use,
)
from typedsoap.contract.arrays import array_item, is_soap_array
from typedsoap.contract.encodings import SOAP_ENCODINGS, common_encoding
from typedsoap.errors import TypedSoapError, error
from typedsoap.views.inputs import ServiceInput
from typedsoap.views.reach import reached_types


def encoded_types(services: Sequence[ServiceInput]) -> dict[QName, str]:
    """The types that encoded messages reach, each with the encoding that it is written in.

    A struct is written in the same way in every encoding.

    Raises:
        TypedSoapError: Services write one array in different encodings (TS177).
    """
    found: dict[QName, str] = {}
    for service in services:
        encoding = common_encoding(service.binding.operations)
        if encoding is None:
            continue
        for name, definition in reached_types([service], Use.ENCODED).items():
            if found.setdefault(name, encoding) != encoding and (
                is_soap_array(definition)
            ):
                raise TypedSoapError(
                    [
                        error(
                            "TS177",
                            f"the array '{name}' is sent in the encodings of SOAP 1.1 and"
                            " of SOAP 1.2 by services of one package",
                            where=definition.location,
                            hint="generate each of the services into a package of its own",
                        )
                    ]
                )
    return found


def encoding_namespaces(
    encoding: str,
    elements: Iterable[Element],
    types: Mapping[QName, ComplexType | SimpleType],
) -> set[str]:
    """The namespaces that messages in an encoding name beside those of the contract.

    Args:
        elements: The elements of the messages; some have a type as `soapenc:string`.
        types: The types that messages reach; arrays among them say what their items are.
    """
    named = [element.type for element in elements]
    named += [
        array_item(found).type for found in types.values() if is_soap_array(found)
    ]
    found = {reference.namespace for reference in named if isinstance(reference, QName)}
    found &= {*SOAP_ENCODINGS}
    found |= {XSD_NAMESPACE, encoding}
    if encoding == SOAP_12_ENCODING:
        found.add(SOAP_12_RPC)
    return found
