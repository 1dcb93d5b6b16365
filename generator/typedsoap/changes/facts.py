"""Which rule speaks for which fact of a contract or overlay: every field of every node.

A field is a rule's id, or `PAIRS` (it decides what is compared with what), or `NODES`
(it holds what is compared by itself, by the module named). A test walks the contract's
classes and fails where a field has no entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from typedsoap.contract import (
    Attribute,
    Binding,
    ComplexType,
    Contract,
    Element,
    Enumeration,
    Fault,
    Group,
    Header,
    Message,
    Operation,
    Part,
    Port,
    PortType,
    Schema,
    Service,
    SimpleType,
    Wildcard,
)
from typedsoap.overlay import (
    HeaderFailure,
    HeaderOverlay,
    MemberOverlay,
    OperationOverlay,
    Overlay,
    ResultFailure,
    TypeOverlay,
)

PAIRS: Final = "(pairs)"
NODES: Final = "(nodes)"
UNKNOWN: Final = "fact-changed"

_DOCUMENTED: Final = {"documentation": "documentation"}
_NAMED: Final = {"name": "overlay-name-changed"}

FACTS: Final[Mapping[type, Mapping[str, str]]] = {
    Contract: {
        "target_namespace": "target-namespace-changed",
        "services": NODES,
        "bindings": NODES,
        "port_types": NODES,
        "schema": NODES,
    },
    Service: {"name": PAIRS, "ports": NODES} | _DOCUMENTED,
    Port: {
        "name": PAIRS,
        "binding": "port-binding-changed",
        "address": "address-changed",
    }
    | _DOCUMENTED,
    PortType: {"name": PAIRS, "operations": "port-type-operations-changed"}
    | _DOCUMENTED,
    Binding: {
        "name": PAIRS,
        "port_type": "binding-port-type-changed",
        "soap_version": "soap-version-changed",
        "transport": "transport-changed",
        "operations": NODES,
    }
    | _DOCUMENTED,
    Operation: {
        "name": PAIRS,
        "action": "action-changed",
        "style": "style-changed",
        "input": NODES,
        "output": NODES,
        "faults": NODES,
        "header_faults": NODES,
    }
    | _DOCUMENTED,
    Message: {
        "name": "message-renamed",
        "wsdl_name": "message-label-changed",
        "parts": NODES,
        "body": NODES,
        "attachments": "attachments-changed",
        "use": "use-changed",
        "encoding_style": NODES,
        "headers": NODES,
        "addressing_action": "addressing-action-changed",
        "namespace": "message-namespace-changed",
    },
    Part: {
        "name": PAIRS,
        "element": "part-element-changed",
        "type": "part-type-changed",
    },
    Header: {
        "message": "header-message-changed",
        "part": "header-part-changed",
        "element": PAIRS,
        "type": "header-type-changed",
        "namespace": "header-namespace-changed",
        "use": "header-use-changed",
    },
    Fault: {
        "name": PAIRS,
        "message": "fault-message-changed",
        "parts": "fault-parts-changed",
        "use": "fault-use-changed",
        "namespace": "fault-namespace-changed",
    },
    Schema: {
        "namespaces": NODES,
        "elements": NODES,
        "types": NODES,
        "attributes": NODES,
    },
    Element: {
        "name": PAIRS,
        "type": NODES,
        "untyped": "element-untyped-changed",
        "nillable": NODES,
        "min_occurs": NODES,
        "max_occurs": NODES,
        "default": "default-changed",
        "fixed": "fixed-changed",
        "abstract": "element-abstract-changed",
        "substitution_group": "substitution-group-changed",
        "reference": "element-reference-changed",
    }
    | _DOCUMENTED,
    Group: {
        "compositor": NODES,
        "particles": NODES,
        "min_occurs": NODES,
        "max_occurs": NODES,
    },
    Wildcard: {
        "namespace": "wildcard-changed",
        "process_contents": "wildcard-changed",
        "min_occurs": "wildcard-changed",
        "max_occurs": "wildcard-changed",
    },
    Attribute: {
        "name": PAIRS,
        "type": NODES,
        "required": NODES,
        "default": "attribute-default-changed",
        "fixed": "attribute-fixed-changed",
        "array_type": "array-type-changed",
    }
    | _DOCUMENTED,
    ComplexType: {
        "name": PAIRS,
        "anonymous": PAIRS,
        "base": "base-type-changed",
        "derivation": "derivation-changed",
        "content": NODES,
        "simple_content": "content-kind-changed",
        "text": "text-restriction-changed",
        "attributes": NODES,
        "prohibited_attributes": "prohibited-attributes-changed",
        "wildcard_attributes": NODES,
        "abstract": NODES,
        "mixed": "mixed-changed",
        "is_dictionary": "dictionary-changed",
        "is_value_type": "value-type-changed",
    }
    | _DOCUMENTED,
    SimpleType: {
        "name": PAIRS,
        "variety": "variety-changed",
        "base": NODES,
        "item": NODES,
        "members": NODES,
        "enumerations": NODES,
        "facets": NODES,
        "actual_type": "actual-type-changed",
    }
    | _DOCUMENTED,
    Enumeration: {"value": PAIRS, "number": "enumeration-renumbered"} | _DOCUMENTED,
    Overlay: {
        "client": "overlay-name-changed",
        "request_headers": NODES,
        "response_headers": NODES,
        "header_failure": NODES,
        "operations": NODES,
        "types": NODES,
    }
    | _DOCUMENTED,
    HeaderOverlay: {"flatten": "overlay-flatten-changed", "secret": NODES}
    | _NAMED
    | _DOCUMENTED,
    HeaderFailure: {
        "flag": "overlay-header-failure-changed",
        "detail": "overlay-header-failure-changed",
    },
    OperationOverlay: {
        "parameters": NODES,
        "result": NODES,
        "returns": "documentation",
        "idempotent": NODES,
        "failure": NODES,
    }
    | _NAMED
    | _DOCUMENTED,
    ResultFailure: {
        "element": "overlay-failure-changed",
        "error": "overlay-failure-changed",
    }
    | _DOCUMENTED,
    MemberOverlay: {"required": NODES, "secret": NODES, "nullable_items": NODES}
    | _NAMED
    | _DOCUMENTED,
    TypeOverlay: {
        "fields": NODES,
        "members": NODES,
        "secret": NODES,
        "secret_keys": NODES,
        "nullable_items": NODES,
    }
    | _NAMED
    | _DOCUMENTED,
}
