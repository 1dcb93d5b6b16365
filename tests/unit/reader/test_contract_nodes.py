"""Every node and attribute of a contract's texts: each is a fact, or known to be none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.unit.reader.contract_texts import SERVICES, contract, read, text
from typedsoap.errors import TypedSoapError
from typedsoap.source.nodes import Element

SAMPLES = 2


@pytest.mark.parametrize("service", SERVICES)
def test_change_of_any_node_is_noticed(service: str, tmp_path: Path) -> None:
    """Each kind of node taken out, each kind of attribute changed, at several places."""
    unnoticed: list[str] = []
    tried = 0
    for kind, changed in _changes(service):
        tried += 1
        try:
            same = read(changed, tmp_path) == contract(service)
        except TypedSoapError:
            same = False
        if same:
            unnoticed.append(kind)
    assert tried > 150
    assert sorted(set(unnoticed)) == sorted(NO_FACTS)


# What a file may say either way: all of it is XML Schema's or WSDL's default, or a hint.
NO_FACTS = (
    "attribute attributeFormDefault of schema in types",
    "attribute name of definitions in ",
    "attribute name of input in operation",
    "attribute name of output in operation",
    "attribute namespace of import in schema",
    "node body in input",
    "node body in output",
    "node import in schema",
)


def _changes(service: str) -> Iterator[tuple[str, bytes]]:
    root = etree.fromstring(
        text(service).encode(), etree.XMLParser(remove_comments=True)
    )
    seen: dict[str, int] = {}

    def wanted(kind: str) -> bool:
        seen[kind] = seen.get(kind, 0) + 1
        return seen[kind] <= SAMPLES

    for node in list(root.iter("{*}*")):
        parent = node.getparent()
        place = f"{_local(node)} in {'' if parent is None else _local(parent)}"
        # The same node is another fact in a port type and in a binding.
        above = "" if parent is None else _local(parent.getparent())
        if parent is not None and wanted(f"{place} in {above}"):
            index = parent.index(node)
            parent.remove(node)
            yield f"node {place}", etree.tostring(root)
            parent.insert(index, node)
        for name in node.attrib:
            if wanted(f"{name} of {place} in {above}"):
                before = node.attrib[name]
                node.attrib[name] = _other(str(before))
                yield f"attribute {_plain(str(name))} of {place}", etree.tostring(root)
                node.attrib[name] = before


def _other(value: str) -> str:
    known = {"true": "false", "0": "1", "unbounded": "3", "qualified": "unqualified"}
    known |= {"literal": "encoded", "document": "rpc", "xs:string": "xs:token"}
    return known.get(value, f"{value}X")


def _local(node: Element | None) -> str:
    return "" if node is None else _plain(str(node.tag))


def _plain(name: str) -> str:
    return name.rpartition("}")[2]
