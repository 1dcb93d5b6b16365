"""A reference to nothing comes with what may have been meant."""

from __future__ import annotations

import pytest

from typedsoap.contract import XSD_NAMESPACE, QName
from typedsoap.schema.undefined import undefined_hint

KNOWN = [QName("urn:a", "Quote"), QName("urn:b", "Bond")]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        (QName("urn:a", "Qoute"), "did you mean 'Quote'?"),
        (QName(XSD_NAMESPACE, "integr"), "did you mean 'integer'?"),
        (QName(XSD_NAMESPACE, "qqqqqq"), "XML Schema has nothing of that name"),
        (QName("urn:a", "Bond"), "define it in a schema, or correct the part"),
        (
            QName("urn:c", "Quote"),
            "no schema here has the target namespace 'urn:c'; import it with a"
            " schemaLocation",
        ),
    ],
)
def test_hints(name: QName, hint: str) -> None:
    assert undefined_hint(name, KNOWN, ["urn:a", "urn:b"], "the part") == hint
