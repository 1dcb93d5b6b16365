"""The golden case `default-and-fixed`: its items, replies with them, and what is valid."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lxml import etree

from tests.support.schema_validation import schema_of
from tests.unit.messages.packages import Package

NS = 'xmlns:n1="urn:example:orders"'
VERSION = '<n1:Version>1.0 &amp; "more"</n1:Version>'
EMPTY = (
    f"<n1:Item>{VERSION}<n1:Draft/><n1:Currency/><n1:Size/><n1:Tags/>"
    "<n1:Weight/><n1:Rank/><n1:Note/></n1:Item>"
)


def item_of(package: Package, **fields: Any) -> Any:
    """An item; what it must have, it has."""
    known = {"currency": "NOK", "weight": Decimal(2), "layout": Decimal(1)}
    return package.types.Item(**{**known, **fields})


def reply_with(content: str, status: str = "<n1:Status>done</n1:Status>") -> str:
    """The content of Body of a reply."""
    return f"<n1:PlaceResponse {NS}>{content}{status}</n1:PlaceResponse>"


def is_valid(package: Package, content: str) -> bool:
    """What libxml2 says of a reply: the oracle of what may be sent to us."""
    return schema_of(package.wsdl).validate(etree.ElementTree(etree.XML(content)))
