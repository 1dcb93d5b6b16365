"""What an overlay says of the second of two header blocks of one element."""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.unit.messages.packages import Package

CASE = "header-blocks-and-wrappers"
OVERLAY = '[headers.request."Trace (2)"]\nname = "target"\nsecret = true\n'


def test_it_is_masked(package: Package) -> None:
    client = package.answered("<no/>", status=500)
    with pytest.raises(package.errors.SoapError):
        client.with_headers(trace="open", target="hidden").load(id=1)
    assert b">hidden<" in package.sent
    headers = import_module(f"{package.orders.__name__}.headers").RequestHeaders
    shown = repr(headers(trace="open", target="hidden"))
    assert "open" in shown
    assert "hidden" not in shown
    service = import_module(f"{package.orders.__name__}.operations").SERVICE
    assert ">hidden<" not in service.redactor.text(package.sent)
