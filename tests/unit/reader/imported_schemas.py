"""A WSDL whose schema imports another, and that other."""

from __future__ import annotations

from tests.support.wsdl_texts import wsdl

COMMON = "urn:example:common"
ID = '<xs:simpleType name="Id"><xs:restriction base="xs:string"/></xs:simpleType>'


def imports(location: str, namespace: str = COMMON) -> str:
    """A WSDL whose schema imports another."""
    statement = f'<xs:import namespace="{namespace}" schemaLocation="{location}"/>\n'
    plain = wsdl()
    return plain.replace("<xs:element", f"\n{statement}<xs:element", 1)


def common(content: str = '<xs:simpleType name="Id"/>', namespace: str = COMMON) -> str:
    """A schema document."""
    target = f'targetNamespace="{namespace}"' if namespace else ""
    return (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {target}>'
        f"{content}</xs:schema>"
    )
