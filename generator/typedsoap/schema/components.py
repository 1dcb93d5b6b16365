"""The global components of a set of schemas by kind and name, before they are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from typedsoap.contract import QName, Variety
from typedsoap.errors import error
from typedsoap.reporting import MAX_ERRORS, Report
from typedsoap.schema.builtins import is_known_type
from typedsoap.schema.undefined import undefined_hint
from typedsoap.schema.unprefixed import meant_type, tell_meant
from typedsoap.schema.unresolved import Owner, Unresolved
from typedsoap.source.names import read_reference, resolve
from typedsoap.source.nodes import Node

# Particles and attributes once every group reference is resolved: groups that refer to
# groups multiply, and a few lines could mean billions.
MAX_RESOLVED: Final = 100_000
# Groups inside groups by reference, model groups inside one another, and types derived
# from types: deeper ones would exhaust the stack of whoever walks over the result.
MAX_GROUP_DEPTH: Final = 32
MAX_NESTING: Final = 64
MAX_DERIVATION_DEPTH: Final = 64


class Form(StrEnum):
    """Whether the names of local declarations are in the target namespace."""

    QUALIFIED = "qualified"
    UNQUALIFIED = "unqualified"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a schema document says for everything inside it.

    Attributes:
        original: Inside of a redefinition, what its own name means there (§4.2.2).
    """

    target_namespace: str
    chameleon: bool
    element_form: Form
    attribute_form: Form
    original: Component | None = None

    def redefines(self, kind: str, name: QName) -> Component | None:
        """What a reference to a component of that kind means other than elsewhere."""
        found = self.original
        if found is None or (found.node.tag.name, found.name) != (kind, name):
            return None
        return found


@dataclass(frozen=True, slots=True)
class Component:
    """A global component that is still XML."""

    name: QName
    node: Node
    scope: Scope


Index = dict[QName, list[Component]]


@dataclass(slots=True)
class Components:
    """The global components of all schemas, several of a name if they are doubled.

    Attributes:
        open_groups: The named groups that are being resolved, the innermost last. A
            group may contain itself by way of an anonymous type, so it is known here.
        nesting: How many model groups enclose the one that is being read.
        resolved: How many particles and attributes there are so far.
        varieties: The varieties of simple types that were asked for.
        owner: The global component that is being read.
        unresolved: The references to types and elements that no schema has.
    """

    report: Report
    elements: Index = field(default_factory=dict[QName, list[Component]])
    types: Index = field(default_factory=dict[QName, list[Component]])
    groups: Index = field(default_factory=dict[QName, list[Component]])
    attributes: Index = field(default_factory=dict[QName, list[Component]])
    attribute_groups: Index = field(default_factory=dict[QName, list[Component]])
    open_groups: list[QName] = field(default_factory=list[QName])
    nesting: int = 0
    resolved: int = 0
    varieties: dict[QName, Variety] = field(default_factory=dict[QName, Variety])
    owner: Owner | None = None
    unresolved: list[Unresolved] = field(default_factory=list[Unresolved])

    def spend(self, node: Node, amount: int = 1) -> None:
        """Count resolved particles and attributes; TS116 and the end over the limit."""
        self.resolved += amount
        if self.resolved > MAX_RESOLVED:
            self.report.error(
                "TS116",
                f"the schemas have over {MAX_RESOLVED} particles and attributes",
                node.location,
                "groups that refer to groups multiply; use fewer references",
            )
            self.report.raise_errors()

    def reference(self, node: Node, attribute: str, scope: Scope) -> QName | None:
        """The QName in a required attribute, in the light of a chameleon include."""
        name = read_reference(node, attribute, self.report)
        return None if name is None else _in_scope(name, scope)

    def type_reference(self, node: Node, attribute: str, scope: Scope) -> QName | None:
        """Like `reference`, and the type exists; None with an error reported."""
        name = self.reference(node, attribute, scope)
        return None if name is None else self._existing_type(name, node, scope)

    def type_references(self, node: Node, attribute: str, scope: Scope) -> list[QName]:
        """The existing types in a list-valued attribute, none if it is absent."""
        names = [
            _in_scope(name, scope)
            for word in node.words(attribute) or ()
            if (name := resolve(node, word, self.report)) is not None
        ]
        found = (self._existing_type(name, node, scope) for name in names)
        return [name for name in found if name is not None]

    def is_complex(self, name: QName) -> bool:
        """Whether a type is a complex type, judged by its definition's element."""
        found = self.types.get(name)
        return found is not None and found[0].node.tag.name == "complexType"

    def _existing_type(self, name: QName, node: Node, scope: Scope) -> QName | None:
        if name in self.types or is_known_type(name):
            return name
        meant = meant_type(name, scope.target_namespace)
        if meant != name and (meant in self.types or is_known_type(meant)):
            tell_meant(name, meant, node.location, self.report)
            return meant
        meant = QName(scope.target_namespace, name.name)
        alone = all(known.namespace for known in self.types)
        if not name.namespace and alone and meant in self.types:
            self.report.warning(
                "TS131",
                f"the type {name.name!r} has no prefix, and there is no default"
                f" namespace; it is read as {meant}",
                node.location,
                "refer to it with a prefix for the target namespace",
            )
            return meant
        self.dangling("type", name, node, "TS106")
        return None

    def dangling(self, kind: str, name: QName, node: Node, code: str) -> None:
        """Note a reference to a component that no schema has; see `unresolved`."""
        known = {"type": self.types, "element": self.elements}.get(kind, ())
        namespaces = {found.namespace for found in (*self.types, *self.elements)}
        hint = undefined_hint(name, known, namespaces, "the name")
        message = f"the {kind} {name} is not defined"
        found = error(code, message, where=node.location, hint=hint)
        if self.owner is None or len(self.unresolved) >= MAX_ERRORS:
            self.report.add(found)
        else:
            self.unresolved.append(Unresolved(self.owner, name.namespace, found))

    def circular(self, kind: str, name: QName, node: Node) -> None:
        """Report a definition that needs itself, or does so as good as endlessly."""
        message = f"the {kind} {name} is defined by itself, or nested too deep"
        hint = "break the circle: a definition cannot contain or extend itself"
        self.report.error("TS114", message, node.location, hint)


def _in_scope(name: QName, scope: Scope) -> QName:
    # XML Schema Part 1 §4.2.1: what is included takes the namespace on.
    if scope.chameleon and not name.namespace:
        return QName(scope.target_namespace, name.name)
    return name


def unexpected(node: Node, report: Report) -> None:
    """Report an element of XML Schema that cannot stand where it stands."""
    parent = node.parent_name
    report.error(
        "TS115",
        f"xs:{node.tag.name} cannot stand in xs:{parent}",
        node.location,
        "see XML Schema 1.0 for what may; 1.1 is not supported",
    )
