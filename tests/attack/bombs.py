"""WSDLs that would exhaust time, memory or the stack of what reads them without counting.

Each is made on request, since together they are large.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tests.support.wsdl_texts import (
    BINDING,
    ELEMENTS,
    MESSAGES,
    NAMESPACE,
    PORT_TYPE,
    XS,
    write,
    wsdl,
)

Bomb = Callable[[Path], Path]
"""Writes the files into a folder and gives the WSDL."""


def _types(content: str) -> Bomb:
    return lambda folder: write(folder, wsdl(types=content))


def _first(content: str) -> Bomb:
    return lambda folder: write(folder, wsdl(first=content))


def _used(content: str) -> Bomb:
    """Types of which `Used` is that of a parameter."""
    elements = ELEMENTS.replace('"xs:string"/>', '"tns:Used"/>', 1)
    return lambda folder: write(folder, wsdl(types=content, elements=elements))


def _doctype(content: str) -> Bomb:
    text = wsdl().replace("urn:place", "&last;")
    return lambda folder: write(folder, f"<!DOCTYPE a [{content}]>{text}")


def _laughs(folder: Path) -> Path:
    entities = ["<!ENTITY e0 'ha'>"]
    entities += [f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12)]
    return _doctype("".join(entities) + "<!ENTITY last '&e11;'>")(folder)


def _doubling(kind: str, body: str, length: int) -> str:
    return "".join(
        body.format(f"G{n}", f"<xs:{kind} ref='tns:G{n + 1}'/>" * 2 * (n < length))
        for n in range(length + 1)
    )


def _import(location: str, namespace: str = "urn:o") -> str:
    return f"<xs:import namespace='{namespace}' schemaLocation='{location}'/>"


def _imports(location: str) -> Bomb:
    schema = f"<xs:schema targetNamespace='urn:a'>{_import(location)}</xs:schema>"
    return lambda folder: write(folder, wsdl(schemas=schema + _own()))


def _own() -> str:
    return (
        f'<xs:schema targetNamespace="{NAMESPACE}" elementFormDefault="qualified">'
        f"{ELEMENTS}</xs:schema>"
    )


def _schema(content: str, namespace: str = "urn:o") -> str:
    return f"<xs:schema targetNamespace='{namespace}' xmlns:xs='{XS}'>{content}</xs:schema>"


def _including(folder: Path) -> Path:
    for one, other in (("a", "b"), ("b", "a")):
        content = f"<xs:include schemaLocation='{other}.xsd'/>"
        write(folder, _schema(content), f"{one}.xsd")
    return _imports("a.xsd")(folder)


def _chameleons(folder: Path) -> Path:
    """One schema without a namespace, included under each of many."""
    content = "".join(f"<xs:element name='e{n}' type='xs:int'/>" for n in range(5_000))
    write(folder, f"<xs:schema xmlns:xs='{XS}'>{content}</xs:schema>", "c.xsd")
    schemas = "".join(
        f"<xs:schema targetNamespace='urn:{n}'><xs:include schemaLocation='c.xsd'/>"
        "</xs:schema>"
        for n in range(300)
    )
    return write(folder, wsdl(schemas=schemas + _own()))


def _many_files(folder: Path) -> Path:
    for number in range(400):
        other = _import(f"{number + 1}.xsd", f"urn:{number + 1}")
        write(folder, _schema(other, f"urn:{number}"), f"{number}.xsd")
    return _imports("0.xsd")(folder)


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return _imports("pipe")(folder)


def _link(target: str) -> Bomb:
    def bomb(folder: Path) -> Path:
        (folder / "link").symlink_to(target)
        return _imports("link")(folder)

    return bomb


def _zipped(folder: Path) -> Path:
    data = gzip.compress(b"<a>" + b" " * (64 << 20) + b"</a>")
    write(folder, data, "orders.wsdl")
    return folder / "orders.wsdl"


def _zipped_import(folder: Path) -> Path:
    write(folder, gzip.compress(_schema(" " * (64 << 20)).encode()), "o.xsd")
    return _imports("o.xsd")(folder)


def _operations(folder: Path) -> Path:
    count = 25_000
    operation = PORT_TYPE.partition("<wsdl:operation")[2].partition("</wsdl:portType>")[
        0
    ]
    bound = BINDING.partition("<wsdl:operation")[2].partition("</wsdl:binding>")[0]

    def many(text: str) -> str:
        one = "<wsdl:operation " + " ".join(text.split())
        return "".join(one.replace('"Place"', f'"P{n}"') for n in range(count))

    port_type = PORT_TYPE.replace("<wsdl:operation" + operation, many(operation))
    binding = BINDING.replace("<wsdl:operation" + bound, many(bound))
    return write(folder, wsdl(port_type=port_type, binding=binding))


def _messages(folder: Path) -> Path:
    many = "".join(
        f'<wsdl:message name="M{n}"><wsdl:part name="b" element="tns:Token"/>'
        "</wsdl:message>"
        for n in range(100_000)
    )
    return write(folder, wsdl(messages=MESSAGES + many))


_DERIVED: Final = (
    "<xs:complexType name='{0}'><xs:complexContent><xs:extension base='tns:{1}'>"
    "<xs:sequence><xs:element name='e{0}' type='xs:int'/></xs:sequence>"
    "</xs:extension></xs:complexContent></xs:complexType>"
)
_GROUP: Final = "<xs:group name='{0}'><xs:sequence>{1}</xs:sequence></xs:group>"
_ATTRIBUTES: Final = "<xs:attributeGroup name='{0}'>{1}</xs:attributeGroup>"
_EMPTY: Final = "<xs:complexType name='{}'/>"
_UNION: Final = "<xs:simpleType name='{}'><xs:union memberTypes='{}'/></xs:simpleType>"


def _extensions(depth: int) -> str:
    links = [_DERIVED.format(f"T{n}", f"T{n + 1}") for n in range(depth)]
    return "".join(links) + _EMPTY.format(f"T{depth}")


def _repeated(times: str) -> str:
    return (
        "<xs:complexType name='Used'><xs:sequence>"
        f"<xs:element name='E' type='xs:int' minOccurs='{times}' maxOccurs='{times}'/>"
        "</xs:sequence></xs:complexType>"
    )


BOMBS: Final[Mapping[str, tuple[Bomb, str]]] = {
    "entities": (_laughs, "TS006"),
    "an entity of a file": (
        _doctype("<!ENTITY last SYSTEM 'file:///etc/passwd'>"),
        "TS006",
    ),
    "an entity of an endless file": (
        _doctype("<!ENTITY last SYSTEM 'file:///dev/zero'>"),
        "TS006",
    ),
    "includes in a circle": (_including, ""),
    "files that import the next": (_many_files, "TS007"),
    "one schema for many namespaces": (_chameleons, "TS017"),
    "groups in a circle": (
        _types(_GROUP.format("A", "<xs:group ref='tns:A'/>")),
        "TS114",
    ),
    "groups that double": (_types(_doubling("group", _GROUP, 20)), "TS116"),
    "groups that double sixty times": (
        _types(_doubling("group", _GROUP, 60)),
        "TS114 TS116",
    ),
    "attribute groups that double": (
        _types(_doubling("attributeGroup", _ATTRIBUTES, 20)),
        "TS116",
    ),
    "a union of itself": (_used(_UNION.format("Used", "tns:Used")), "TS114"),
    "unions that double": (
        _used(
            _UNION.format("Used", "tns:U0 tns:U0")
            + "".join(
                _UNION.format(f"U{n}", f"tns:U{n + 1} tns:U{n + 1}") for n in range(40)
            )
            + _UNION.format("U40", "xs:int xs:string")
        ),
        "",
    ),
    "ten thousand extensions": (_types(_extensions(10_000)), "TS114"),
    "a hundred thousand types": (
        _types("".join(_EMPTY.format(f"T{n}") for n in range(100_000))),
        "TS017",
    ),
    "a hundred thousand elements": (
        _types(
            "".join(f"<xs:element name='e{n}' type='xs:int'/>" for n in range(100_000))
        ),
        "TS017",
    ),
    "a hundred thousand messages": (_messages, "TS017"),
    "twenty-five thousand operations": (_operations, "TS018"),
    "a billion occurrences": (_used(_repeated("1000000000")), ""),
    "more occurrences than fit": (_used(_repeated("9" * 5_000)), "TS104"),
    "two hundred thousand attributes": (
        lambda folder: write(
            folder,
            wsdl().replace(
                'soapAction="urn:place"',
                'soapAction="urn:place" '
                + " ".join(f'a{n}=""' for n in range(200_000)),
            ),
        ),
        "",
    ),
    "two hundred thousand declared attributes": (
        _types(
            "<xs:complexType name='A'>"
            + "".join(
                f"<xs:attribute name='a{n}' type='xs:int'/>" for n in range(200_000)
            )
            + "</xs:complexType>"
        ),
        "TS116",
    ),
    "two hundred thousand prefixes": (
        _first("<a " + " ".join(f'xmlns:a{n}="u"' for n in range(200_000)) + "/>"),
        "",
    ),
    "a device": (_imports("../../../../../../dev/zero"), "TS001"),
    "a link to a device": (_link("/dev/zero"), "TS001"),
    "a pipe": (_pipe, "TS001"),
    "a file of the system": (_imports("../../../../../../etc/passwd"), "TS002"),
    "a link to itself": (_link("link"), "TS001"),
    "a link to its folder": (_link("."), "TS001"),
    "a packed document": (_zipped, "TS002"),
    "a packed import": (_zipped_import, "TS002"),
    "a large document": (_first("<!--" + "x" * (17 << 20) + "-->"), "TS007"),
    "a deep document": (_first("<a>" * 100_000 + "</a>" * 100_000), "TS007"),
    "a long name": (_first("<" + "a" * 5_000_000 + "/>"), "TS007"),
}
"""By name: the files, and the codes that refuse them; "" for what does no harm."""
