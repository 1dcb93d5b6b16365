"""Entries of a detail whose names do not tell which declared fault they are."""

from __future__ import annotations

from lxml import etree

from tests.unit.runtime.orders._runtime.declared_faults import (
    DeclaredFault,
    FaultElement,
    typed_fault,
)
from tests.unit.runtime.orders._runtime.errors import SoapFault
from tests.unit.runtime.orders._runtime.limits import LIMITS
from tests.unit.runtime.orders._runtime.reading import Element, Reader


class _CountingReader(Reader):
    linked = 0

    def link(self, body: Element, *, elements: int, size: int) -> None:
        type(self).linked += 1


def _read(_: Element, __: Reader) -> str:
    return "read"


def _error(info: str, reason: str, code: str) -> DeclaredFault[str]:
    return DeclaredFault(info, reason, code)


def test_the_envelope_is_searched_once_however_many_entries_there_are() -> None:
    known = [
        FaultElement(
            f"{{urn:a}}{name}",
            _error,
            _read,
            local_names=("shared",),
            reader=_CountingReader,
            type=name,
        )
        for name in ("one", "other")
    ]
    fault = SoapFault("Server", "no")
    entries = list(etree.fromstring(f"<detail>{'<shared/>' * 50}</detail>"))
    assert typed_fault(fault, entries, known, strict=False, limits=LIMITS) is fault
    assert _CountingReader.linked == 1
