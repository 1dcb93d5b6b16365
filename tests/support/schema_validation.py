"""Holds envelopes against the contracts' own schemas, by lxml's validator.

Neither the client nor the server has a part in it, so that they cannot agree on an error.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from lxml import etree

# lxml has no public name for its element class.
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from typedsoap.source.known_schemas import known_schema

WSDL_FOLDER: Final = Path(__file__).resolve().parents[2] / "wsdl"
_SOAP: Final = "http://schemas.xmlsoap.org/soap/envelope/"
_XSD: Final = "http://www.w3.org/2001/XMLSchema"
# libxml2 has no schema for schemas.
_SCHEMA_FOR_SCHEMAS: Final = f"""<xs:schema xmlns:xs="{_XSD}" targetNamespace="{_XSD}">
  <xs:element name="schema"/>
</xs:schema>"""
_IMPORT: Final = f"{{{_XSD}}}import"


def assert_valid_envelope(data: bytes) -> None:
    """Fail unless every header block and Body's content are valid for one contract.

    Body may hold a SOAP 1.1 Fault instead; the contracts declare none, so that nothing
    can be said of it. Header blocks of other namespaces are no part of the contracts.
    """
    envelope = etree.fromstring(data)
    assert (
        envelope.tag == f"{{{_SOAP}}}Envelope"
    ), f"no SOAP 1.1 envelope: {envelope.tag!r}"
    assert len(envelope.findall(f"{{{_SOAP}}}Body")) == 1, "not one Body"
    unknown = [e.tag for e in envelope if e.tag not in _ENVELOPE_CHILDREN]
    assert not unknown, f"beside Header and Body: {unknown}"
    content = [e for body in envelope.findall(f"{{{_SOAP}}}Body") for e in body]
    assert len(content) == 1, f"{len(content)} elements in Body"
    blocks = [e for head in envelope.findall(f"{{{_SOAP}}}Header") for e in head]
    roots = [e for e in (*blocks, *content) if e.tag != f"{{{_SOAP}}}Fault"]
    failures = {name: _failures(schema, roots) for name, schema in schemas().items()}
    # The contracts share a namespace, and no wrapper is in both: one of them must fit.
    assert not all(failures.values()), f"invalid for every contract: {failures}"


_ENVELOPE_CHILDREN: Final = (f"{{{_SOAP}}}Header", f"{{{_SOAP}}}Body")


def _failures(schema: etree.XMLSchema, roots: list[Element]) -> list[str]:
    messages: list[str] = []
    for root in roots:
        if not schema.validate(etree.ElementTree(root)):
            messages.extend(str(entry.message) for entry in schema.error_log)
    return messages


@cache
def schemas() -> dict[str, etree.XMLSchema]:
    """The schemas of each WSDL in `wsdl/`, by the file's name."""
    return {path.name: schema_of(path) for path in sorted(WSDL_FOLDER.glob("*.wsdl"))}


def schema_of(wsdl: Path) -> etree.XMLSchema:
    """All schemas of a WSDL as one; its imports name no file, so they get one each.

    Those of well-known namespaces are the tool's, which every WSDL may import. Schemas
    that it includes or redefines stand beside it.
    """
    inline = etree.parse(wsdl).getroot().iter(f"{{{_XSD}}}schema")
    with TemporaryDirectory() as name:
        folder = Path(name)
        places: dict[str, str] = {}
        documents: list[Element] = []
        for number, schema in enumerate(inline):
            document = etree.fromstring(etree.tostring(schema))
            places[document.get("targetNamespace", "")] = f"{number}.xsd"
            documents.append(document)
        if any(_refers_to_schema(document) for document in documents):
            places[_XSD] = f"{len(documents)}.xsd"
            documents.append(etree.fromstring(_SCHEMA_FOR_SCHEMAS))
        while missing := _imported(documents) - places.keys():
            for namespace in sorted(missing):
                places[namespace] = f"{len(documents)}.xsd"
                documents.append(known_schema(namespace).node.element)
        for path in wsdl.parent.glob("*.xsd"):
            (folder / path.name).write_bytes(path.read_bytes())
        for number, document in enumerate(documents):
            for statement in document.iter(_IMPORT):
                place = places[statement.get("namespace", "")]
                statement.set("schemaLocation", place)
            (folder / f"{number}.xsd").write_bytes(etree.tostring(document))
        (folder / "all.xsd").write_text(_importing(places), "utf-8")
        return etree.XMLSchema(etree.parse(folder / "all.xsd"))


def _imported(documents: list[Element]) -> set[str]:
    return {e.get("namespace", "") for d in documents for e in d.iter(_IMPORT)}


def _refers_to_schema(document: Element) -> bool:
    """Whether a schema refers to `xs:schema`, as data sets do; then it imports it."""
    refers = any(
        (element.get("ref") or "").rpartition(":")[2] == "schema"
        for element in document.iter(f"{{{_XSD}}}element")
    )
    if refers:
        document.insert(0, etree.Element(_IMPORT, {"namespace": _XSD}))
    return refers


def _importing(places: dict[str, str]) -> str:
    imports = "".join(
        f'<import namespace="{namespace}" schemaLocation="{place}"/>'
        for namespace, place in places.items()
    )
    return f'<schema xmlns="{_XSD}">{imports}</schema>'
