"""What becomes of a port's address, which may be any text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.wsdl_texts import wsdl
from tests.unit.views import packages
from typedsoap.views.ports import address_path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("http://host:80/a/b.svc?x=1#y", "/a/b.svc"),
        ("http://host", "/"),
        ("REPLACE ME", "REPLACE ME"),
        ("", "/"),
        ("http://[", "/"),
        ("http://[::1]/a", "/a"),
    ],
)
def test_the_path_of_an_address(address: str, path: str) -> None:
    assert address_path(address) == path


@pytest.mark.parametrize(
    ("address", "endpoint"),
    [
        ("https://host/orders", '"https://host/orders"'),
        ("REPLACE ME", None),
        ("", None),
        ("http://[", None),
        ("jms:orders", None),
        ("http:///orders", None),
    ],
)
def test_only_an_address_that_can_be_called_is_a_default(
    address: str, endpoint: str | None, tmp_path: Path
) -> None:
    text = wsdl().replace("http://localhost/orders", address)
    service = replace(packages.service(tmp_path, text), default_endpoint=True)
    (view,) = packages.view(tmp_path, service).services
    assert view.endpoint == endpoint
