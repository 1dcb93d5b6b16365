"""The schemas of a WSDL compiled by libxml2, apart from all that typedsoap knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit
from xml.sax.saxutils import quoteattr

from lxml import etree
from lxml.etree import _Element as Node  # pyright: ignore[reportPrivateUsage]

XSD: Final = "http://www.w3.org/2001/XMLSchema"
WSDL: Final = "http://schemas.xmlsoap.org/wsdl/"
# Without one, it could not import a schema without one.
_MAIN: Final = "urn:example:main"


class NotCompiled(Exception):
    """Why libxml2 makes no schema of them; the text is its own."""


def compiled(wsdl: Path, folder: Path, wrappers: Mapping[str, str]) -> etree.XMLSchema:
    """All schemas of a WSDL as one.

    Args:
        folder: An empty folder for the schema files.
        wrappers: Schemas for what no schema declares, by target namespace.

    Raises:
        NotCompiled: libxml2 finds them at fault, or cannot read them.
    """
    places: dict[str, list[Path]] = {}
    written: list[tuple[Path, Node, Path]] = []
    for origin, schema in _inline(wsdl, set()):
        path = folder / f"{len(written)}.xsd"
        namespace = schema.get("targetNamespace", "")
        places.setdefault(namespace, []).append(path)
        written.append((path, schema, origin))
    for namespace, text in wrappers.items():
        path = folder / f"{len(written)}.xsd"
        places.setdefault(namespace, []).append(path)
        written.append((path, etree.fromstring(text), path))
    joined = {
        namespace: _joined(namespace, paths, folder / f"all{number}.xsd")
        for number, (namespace, paths) in enumerate(places.items())
    }
    for path, schema, origin in written:
        _locate(schema, origin, joined)
        path.write_bytes(etree.tostring(schema))
    main = folder / "main.xsd"
    imports = "".join(_import(namespace, path) for namespace, path in joined.items())
    main.write_text(
        f'<schema xmlns="{XSD}" targetNamespace="{_MAIN}">{imports}</schema>', "utf-8"
    )
    try:
        return etree.XMLSchema(etree.parse(main))
    except etree.LxmlError as problem:
        raise NotCompiled(str(problem)) from None


def _inline(wsdl: Path, seen: set[Path]) -> Iterator[tuple[Path, Node]]:
    """The inline schemas of a WSDL and of the WSDLs that it imports, with their file."""
    if wsdl in seen or not wsdl.is_file():
        return
    seen.add(wsdl)
    root = etree.parse(wsdl, etree.XMLParser(remove_comments=True)).getroot()
    if root.tag == f"{{{XSD}}}schema":
        yield wsdl, root
        return
    for schema in root.findall(f"{{{WSDL}}}types/{{{XSD}}}schema"):
        # Copied as text, with every prefix that its texts may use.
        yield wsdl, _satisfiable(
            etree.fromstring(etree.tostring(schema, with_tail=False))
        )
    for statement in root.findall(f"{{{WSDL}}}import"):
        place = _local(statement.get("location"), wsdl)
        if place is not None:
            yield from _inline(place, seen)


def _satisfiable(schema: Node) -> Node:
    """The schema with any element where it allows those of an empty list of namespaces.

    WCF writes that for content that a class makes itself, and means no limit.
    """
    for wildcard in schema.iter(f"{{{XSD}}}any"):
        if wildcard.get("namespace") == "":
            del wildcard.attrib["namespace"]
    return schema


def _locate(schema: Node, origin: Path, joined: Mapping[str, Path]) -> None:
    """Make every location absolute, and give those imports one that have none."""
    for statement in schema:
        name = etree.QName(statement).localname
        if name not in ("import", "include", "redefine"):
            continue
        place = _local(statement.get("schemaLocation"), origin)
        own = joined.get(statement.get("namespace", "")) if name == "import" else None
        place = own or place
        if place is not None:
            statement.set("schemaLocation", place.as_uri())
        elif "schemaLocation" in statement.attrib:
            del statement.attrib["schemaLocation"]


def _local(location: str | None, origin: Path) -> Path | None:
    if location is None or urlsplit(location).scheme or urlsplit(location).netloc:
        return None
    return (origin.parent / unquote(urlsplit(location).path)).resolve()


def _joined(namespace: str, paths: list[Path], path: Path) -> Path:
    if len(paths) == 1:
        return paths[0]
    includes = "".join(f'<include schemaLocation="{p.as_uri()}"/>' for p in paths)
    target = f" targetNamespace={quoteattr(namespace)}" if namespace else ""
    path.write_text(f'<schema xmlns="{XSD}"{target}>{includes}</schema>', "utf-8")
    return path


def _import(namespace: str, path: Path) -> str:
    said = f" namespace={quoteattr(namespace)}" if namespace else ""
    return f'<import{said} schemaLocation="{path.as_uri()}"/>'
