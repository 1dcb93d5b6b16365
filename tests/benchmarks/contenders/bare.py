"""lxml alone: the least that whoever reads XML with it has to spend."""

from __future__ import annotations

from lxml import etree

from tests.benchmarks.sampling import Call


def parsing(data: bytes) -> Call:
    """A call that parses a document with lxml's own default parser."""
    return lambda: etree.fromstring(data)
