"""Types that are referred to without a prefix, where the default namespace is WSDL's.

WSDL's own namespace has no types. Such a reference was written by somebody who took the
name to be enough, and readers of some other tools do as well.
"""

from __future__ import annotations

from typedsoap.contract import XSD_NAMESPACE, QName
from typedsoap.errors import Location
from typedsoap.reporting import Report
from typedsoap.schema.builtins import BUILT_IN_TYPES
from typedsoap.wsdl.namespaces import WSDL


def meant_type(name: QName, target_namespace: str) -> QName:
    """The type that a reference means: built in, or else of the target namespace.

    Any other reference than one into WSDL's own namespace means what it says.
    """
    if name.namespace != WSDL:
        return name
    built_in = QName(XSD_NAMESPACE, name.name)
    return (
        built_in if built_in in BUILT_IN_TYPES else QName(target_namespace, name.name)
    )


def tell_meant(name: QName, meant: QName, where: Location, report: Report) -> None:
    """Say with TS131 that a reference is read otherwise than it is written."""
    report.warning(
        "TS131",
        f"the type {name.name!r} is in WSDL's own namespace, which has none; it is read"
        f" as {meant}",
        where,
        "refer to it with a prefix for its namespace",
    )
