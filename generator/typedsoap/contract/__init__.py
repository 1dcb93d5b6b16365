"""The contract: what WSDL and XML Schema say, without their syntax.

Frozen values with no reference to lxml, xsdata or Python names. This is the truth for
order, nillability and occurrence. Two contracts are equal when they say the same;
documentation and places in files take no part in the comparison.

Sources: WSDL 1.1 (W3C Note 15 March 2001) and XML Schema 1.0 Part 1.
"""

from __future__ import annotations

from typedsoap.contract.components import Schema
from typedsoap.contract.kinds import Compositor, Derivation, Variety
from typedsoap.contract.names import (
    SOAP_12_ENCODING,
    SOAP_12_RPC,
    SOAP_ENCODING,
    XML_NAMESPACE,
    XSD_NAMESPACE,
    QName,
)
from typedsoap.contract.schema import (
    Attribute,
    ComplexType,
    Element,
    Enumeration,
    Group,
    Particle,
    SimpleType,
    TypeReference,
)
from typedsoap.contract.wildcards import Wildcard
from typedsoap.contract.wsdl import (
    Binding,
    Contract,
    Fault,
    Header,
    Message,
    Operation,
    Part,
    Port,
    PortType,
    Service,
    Signature,
    SoapVersion,
    Style,
    Use,
)

__all__ = [
    "Attribute",
    "Binding",
    "ComplexType",
    "Compositor",
    "Contract",
    "Derivation",
    "Element",
    "Enumeration",
    "Fault",
    "Group",
    "Header",
    "Message",
    "Operation",
    "Part",
    "Particle",
    "Port",
    "PortType",
    "QName",
    "SOAP_12_ENCODING",
    "SOAP_12_RPC",
    "SOAP_ENCODING",
    "Schema",
    "Service",
    "Signature",
    "SimpleType",
    "SoapVersion",
    "Style",
    "TypeReference",
    "Use",
    "Variety",
    "Wildcard",
    "XML_NAMESPACE",
    "XSD_NAMESPACE",
]
