"""Expanded names as generated code has them: prefixes to write, constants to read."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final

from typedsoap import naming, reserved
from typedsoap.contract import (
    SOAP_12_ENCODING,
    SOAP_12_RPC,
    SOAP_ENCODING,
    XML_NAMESPACE,
    XSD_NAMESPACE,
    QName,
)
from typedsoap.quoting import quote
from typedsoap.views.model import TagView

_NAMESPACES: Final = range(1, 1000)
_RESERVED: Final = frozenset(
    {*reserved.TAG_CONSTANTS, *(f"NS{number}" for number in _NAMESPACES)}
)
# As people know them from the specifications; no type of a contract is in these.
_WELL_KNOWN: Final = {
    XSD_NAMESPACE: "xsd",
    SOAP_ENCODING: "soapenc",
    SOAP_12_ENCODING: "enc",
    SOAP_12_RPC: "rpc",
}


class XmlNames:
    """Prefixes and constants for the expanded names of a whole package.

    Namespaces are numbered in first use: a service that is added last renumbers nothing.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._constants = naming.Scope(_RESERVED)
        self._short: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self._following: dict[str, str] = {}
        self._wildcards: dict[str, str] = {}

    def qualified(self, name: QName) -> str:
        """The prefixed name; an unqualified name has no prefix."""
        name = name.written
        if not name.namespace:
            return name.name
        if name.namespace == XML_NAMESPACE:
            return f"xml:{name.name}"
        known = _WELL_KNOWN.get(name.namespace)
        return f"{known or f'n{self._number(name.namespace)}'}:{name.name}"

    def tag(self, name: QName) -> TagView:
        """The constant that holds an expanded name in the modules that read it."""
        name = name.written
        constant = self._constant(name, naming.constant_name(name.name))
        source = quote(name.name)
        if name.namespace:
            source = f"{self._namespace_constant(name.namespace)} + {source}"
        self._tags[constant] = source
        return TagView(constant, name)

    def members(self, name: QName, key: Hashable = "element") -> str:
        """The constant that lists the members of an element or of a type.

        Args:
            key: What tells apart what has one name and other members.
        """
        wanted = f"{naming.constant_name(name.name)}_MEMBERS"
        return self._constant((name, key), wanted)

    def group(self, name: QName, key: Hashable) -> str:
        """The constant for a dependent group of an element or a type.

        Args:
            key: What tells apart what has one name and other groups.
        """
        wanted = f"{naming.constant_name(name.name)}_GROUP"
        return self._constant((name, "group", key), wanted)

    def following(self, name: QName, after: Mapping[QName, Sequence[QName]]) -> str:
        """The constant that lists by element which elements may follow it in a group.

        Args:
            name: The type of one occurrence of the group.
        """
        wanted = f"{naming.constant_name(name.name)}_FOLLOWING"
        constant = self._constant((name, "following"), wanted)
        entries: list[str] = []
        for element, others in after.items():
            tags = "".join(f"{self.tag(other).constant}, " for other in others)
            entries.append(f"{self.tag(element).constant}: ({tags})")
        self._following[constant] = f"{{{', '.join(entries)}}}"
        return constant

    def occurrences(self, name: QName, source: str) -> str:
        """The constant that tells apart the occurrences of a group by position.

        Args:
            name: The type of one occurrence of the group.
            source: Its value as source.
        """
        wanted = f"{naming.constant_name(name.name)}_OCCURRENCES"
        constant = self._constant((name, "following"), wanted)
        self._following[constant] = source
        return constant

    def wildcard(self, key: QName, source: str) -> str:
        """The constant that describes a wildcard.

        Args:
            key: What tells it from others.
            source: Its value as source.
        """
        wanted = naming.constant_name(key.name)
        constant = self._constant((key, "wildcard"), wanted)
        self._wildcards[constant] = source
        return constant

    def short_names(self) -> dict[str, str]:
        """What each constant is called in a module that has no other of that name."""
        return dict(self._short)

    def constants(self) -> dict[str, str]:
        """Every constant so far with its source, each after those it is made of."""
        namespaces = {
            self._namespace_constant(namespace): quote(f"{{{namespace}}}")
            for namespace in self._numbers
        }
        tags = dict(sorted(self._tags.items()))
        return {**namespaces, **tags, **self._following, **self._wildcards}

    def literals(self, namespaces: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Prefix and namespace of each of some namespaces that has one, as literals."""
        wanted = set(namespaces)
        prefixes = {namespace: f"n{n}" for namespace, n in self._numbers.items()}
        return tuple(
            (quote(prefix), quote(namespace))
            for namespace, prefix in {**prefixes, **_WELL_KNOWN}.items()
            # The prefix xml is declared everywhere.
            if namespace in wanted and namespace != XML_NAMESPACE
        )

    def _constant(self, key: Hashable, wanted: str) -> str:
        constant = f"_{self._constants.claim(key, wanted)}"
        self._short[constant] = f"_{wanted}_" if wanted in _RESERVED else f"_{wanted}"
        return constant

    def _number(self, namespace: str) -> int:
        return self._numbers.setdefault(namespace, len(self._numbers) + 1)

    def _namespace_constant(self, namespace: str) -> str:
        return f"_NS{self._number(namespace)}"
