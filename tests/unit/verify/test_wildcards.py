"""Which elements a wildcard allows."""

from __future__ import annotations

import pytest

from typedsoap.contract import QName, Wildcard
from typedsoap.verify.wildcards import allows_name


@pytest.mark.parametrize(
    ("namespace", "allowed"),
    [
        ("##any", ["", "urn:a", "urn:b", "urn:c"]),
        ("##other", ["urn:b", "urn:c"]),
        ("##local", [""]),
        ("##targetNamespace urn:b", ["urn:a", "urn:b"]),
        ("urn:c ##local", ["", "urn:c"]),
        ("", []),
    ],
)
def test_allowed_namespaces(namespace: str, allowed: list[str]) -> None:
    wildcard = Wildcard(namespace=namespace, target_namespace="urn:a")
    spaces = ["", "urn:a", "urn:b", "urn:c"]
    found = [space for space in spaces if allows_name(wildcard, QName(space, "x"))]
    assert found == allowed
