"""xsdata as a library: schemas in memory -> its classes -> plain frozen values.

Only its parser, its mapper and the container that resolves groups are used. Nothing is
written, fetched, formatted or imported, and no environment or working folder is looked
at: names, modules and source text are the business of `typedsoap.naming` and the views.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager

from xsdata.codegen.container import ClassContainer, Steps
from xsdata.codegen.mappers.schema import SchemaMapper
from xsdata.codegen.models import Attr, Class
from xsdata.codegen.parsers.schema import SchemaParser
from xsdata.formats.dataclass.context import XmlContext
from xsdata.logger import logger
from xsdata.models.config import GeneratorConfig
from xsdata.models.enums import Tag
from xsdata.models.xsd import Schema as XsdSchema

from typedsoap.bindings.model import (
    Bindings,
    BoundClass,
    BoundEnumeration,
    BoundMember,
)
from typedsoap.contract import XSD_NAMESPACE, QName
from typedsoap.contract.names import NO_NAMESPACE
from typedsoap.errors import TypedSoapError, error

# Around a name it means nothing (XML Schema Part 2, 4.3.6).
_WHITE_SPACE = " \t\r\n"
# Wildcards, attributes, and the text of simple content with the values that it may have:
# the contract alone has these.
_NO_ELEMENTS = (
    *(Tag.ANY, Tag.ATTRIBUTE, Tag.ANY_ATTRIBUTE, Tag.SIMPLE_TYPE, Tag.EXTENSION),
    Tag.ENUMERATION,
)
_ANY_TYPE = QName(XSD_NAMESPACE, "anyType")


class _SchemaClasses(ClassContainer):
    """One class for each schema component, as declared.

    The steps after the groups' arrange classes for xsdata's own templates: they rename,
    merge, copy members and assign modules. Here the views do that.
    """

    def process(self) -> None:
        """Drop redefined components and put groups in the place of references to them."""
        self.validate_classes()
        self.process_classes(Steps.UNGROUP)
        self.remove_groups()


def load_classes(schemas: Iterable[tuple[str, bytes]]) -> list[Class]:
    """xsdata's classes of some schema documents, in document order.

    Args:
        schemas: Each document as (URI, content). They refer to each other by namespace
            alone; no location is followed.

    Raises:
        TypedSoapError: TS310, xsdata cannot make classes of them.
    """
    container = _SchemaClasses(GeneratorConfig())
    with _silence():
        try:
            for uri, content in schemas:
                # Classes of other packages in this process are none of its business.
                context = XmlContext(models_package="xsdata.")
                parser = SchemaParser(location=uri, context=context)
                container.extend(
                    SchemaMapper.map(parser.from_bytes(content, XsdSchema))
                )
            container.process()
        except Exception as problem:
            raise TypedSoapError(
                [
                    error(
                        "TS310",
                        "no classes can be made of the schemas: "
                        f"{type(problem).__name__}: {str(problem)!a}",
                        hint="please report it together with the WSDL",
                    )
                ]
            ) from problem
    return list(container)


def read_classes(classes: Sequence[Class]) -> Bindings:
    """The classes as frozen values, everything in the order that xsdata has it in."""
    records: dict[QName, BoundClass] = {}
    elements: dict[QName, BoundClass] = {}
    simple: dict[QName, Class] = {}
    for found in classes:
        name = _qname(found.qname)
        if found.tag == Tag.COMPLEX_TYPE:
            records[name] = _bound(found, name)
        elif found.tag == Tag.ELEMENT:
            elements[name] = _bound(found, name)
        elif found.tag == Tag.SIMPLE_TYPE:
            simple[name] = found
    enumerations = {
        name: BoundEnumeration(name=name, values=values)
        for name, found in simple.items()
        if (values := _values(found, simple))
    }
    return Bindings(records=records, elements=elements, enumerations=enumerations)


def _bound(found: Class, name: QName | None) -> BoundClass:
    bases = tuple(_qname(extension.type.qname) for extension in found.extensions)
    return BoundClass(
        name=name,
        # Every complex type derives from it; an element may well have it as its type.
        bases=bases if found.is_element else tuple(b for b in bases if b != _ANY_TYPE),
        members=tuple(
            _member(found, attr)
            for attr in found.attrs
            # maxOccurs="0" says that there is no such member.
            if attr.tag not in _NO_ELEMENTS and not attr.restrictions.is_prohibited
        ),
        nillable=found.nillable,
    )


def _member(owner: Class, attr: Attr) -> BoundMember:
    restrictions = attr.restrictions
    most = 1 if restrictions.max_occurs is None else restrictions.max_occurs
    return BoundMember(
        name=_name(attr.namespace, attr.local_name),
        type=_type(owner, attr),
        min_occurs=1 if restrictions.min_occurs is None else restrictions.min_occurs,
        max_occurs=None if most == sys.maxsize else most,
        nillable=restrictions.nillable is True,
    )


def _type(owner: Class, attr: Attr) -> QName | BoundClass:
    first = attr.types[0]
    inner = _inner(owner, first.qname) if first.forward else None
    return _qname(first.qname) if inner is None else _bound(inner, None)


def _values(found: Class, simple: dict[QName, Class]) -> tuple[str, ...]:
    """The enumeration's values; of a list those of what it lists."""
    if len(found.attrs) == 1 and found.attrs[0].tag == Tag.LIST:
        item = found.attrs[0].types[0]
        listed = _inner(found, item.qname) if item.forward else None
        listed = listed or simple.get(_qname(item.qname))
        return () if listed is None or listed is found else _values(listed, simple)
    values = (attr.default or "" for attr in found.attrs if attr.is_enumeration)
    return tuple(dict.fromkeys(values))


def _inner(owner: Class, qname: str) -> Class | None:
    return next((inner for inner in owner.inner if inner.qname == qname), None)


def _qname(name: str) -> QName:
    if not name.startswith("{"):
        return _name(None, name)
    namespace, _, local = name[1:].rpartition("}")
    return _name(namespace, local)


def _name(namespace: str | None, local: str) -> QName:
    known = namespace if namespace and namespace != NO_NAMESPACE else ""
    return QName(known, local.strip(_WHITE_SPACE))


@contextmanager
def _silence() -> Generator[None]:
    # What xsdata logs or warns of shows where the result is held to the contract.
    disabled, logger.disabled = logger.disabled, True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.disabled = disabled
