"""What operations reach in a schema, and whether all of it can be generated."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from typedsoap.contract import (
    ComplexType,
    Element,
    Operation,
    QName,
    Schema,
    TypeReference,
    Use,
)
from typedsoap.contract.bodies import root_types
from typedsoap.contract.shapes import (
    content_types,
    derived_types,
    is_mixed,
    nested_elements,
)
from typedsoap.errors import Diagnostic, warning
from typedsoap.support.encoding import encoded_type_problem
from typedsoap.support.types import Problem, type_problem


class Reach:
    """Walks over a schema; each type is judged once for all operations.

    Attributes:
        schema: The schema.
    """

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._problems: dict[tuple[QName, Use], Problem | None] = {}

    def problem(self, operation: Operation) -> Problem | None:
        """Why the first type that an operation reaches cannot be generated, if any."""
        for use in Use:
            roots = root_types(operation, self.schema, use)
            problem = self._first_problem(self._walk(roots), use)
            if problem is not None:
                return problem
        return None

    def element_problem(self, element: Element) -> Problem | None:
        """Why the first type that an element reaches cannot be generated, if any."""
        return self.type_problem(element.type, Use.LITERAL)

    def type_problem(self, reference: TypeReference, use: Use) -> Problem | None:
        """Why the first type that a type reaches cannot be generated, if any."""
        return self._first_problem(self._walk([reference]), use)

    def reduced(
        self, operations: Iterable[Operation]
    ) -> tuple[Schema, list[Diagnostic]]:
        """The part of the schema that the operations reach, and warnings.

        A value may be of a type derived from the declared one, so derived types belong
        to it. One that cannot be generated is left out with a warning: a value of it is
        an error in the client, not a misreading.
        """
        operations = tuple(operations)
        kept = dict.fromkeys(
            name
            for operation in operations
            for name in (*operation.elements, *operation.fault_elements)
        )
        types: dict[QName, None] = {}
        warnings: list[Diagnostic] = []
        for use in Use:
            roots = [
                root
                for operation in operations
                for root in root_types(operation, self.schema, use)
            ]
            types.update(self._with_derived(self._walk(roots), use, warnings))
        for name in types:
            inner = nested_elements(self.schema.types[name])
            kept.update(dict.fromkeys(e.name for e in inner if e.reference))
        schema = self.schema
        reduced = replace(
            schema,
            elements={n: found for n, found in schema.elements.items() if n in kept},
            types={n: found for n, found in schema.types.items() if n in types},
            attributes={},
        )
        return reduced, warnings

    def _with_derived(
        self, types: dict[QName, None], use: Use, warnings: list[Diagnostic]
    ) -> dict[QName, None]:
        """The types, and what is derived from them and can be generated."""
        derived = derived_types(self.schema.types)
        pending = deque(types)
        while pending:
            base = pending.popleft()
            for name in derived.get(base, ()):
                found = self._walk([name])
                problem = self._first_problem(found, use)
                if problem is not None:
                    warnings.append(self._left_out(name, base, problem))
                    continue
                pending.extend(new for new in found if new not in types)
                types.update(found)
        return types

    def _first_problem(self, types: Iterable[QName], use: Use) -> Problem | None:
        judge = encoded_type_problem if use is Use.ENCODED else type_problem
        for name in types:
            if (name, use) not in self._problems:
                found = judge(self.schema.types[name], self.schema)
                self._problems[name, use] = found
            problem = self._problems[name, use]
            if problem is not None:
                return problem
        return None

    def _walk(self, starts: Iterable[TypeReference]) -> dict[QName, None]:
        """Every named type that the starts are, contain or extend, in first use."""
        reached: dict[QName, None] = {}
        pending = deque(starts)
        while pending:
            reference = pending.popleft()
            if isinstance(reference, QName):
                if reference in reached or reference not in self.schema.types:
                    continue
                reached[reference] = None
            pending.extend(self._parts(reference))
        return reached

    def _parts(self, reference: TypeReference) -> Iterator[TypeReference]:
        definition = self.schema.definition(reference)
        if is_mixed(definition):
            return
        if isinstance(definition, ComplexType):
            if definition.base is not None:
                yield definition.base
            yield from content_types(definition)
            for attribute in definition.attributes:
                yield attribute.type
        elif definition is not None:
            for part in (definition.base, definition.item, *definition.members):
                if part is not None:
                    yield part

    def _left_out(self, name: QName, base: QName, problem: Problem) -> Diagnostic:
        return warning(
            "TS156",
            f"the type {name.name!r}, derived from {base.name!r}, needs"
            f" {problem.what}; it is left out of the client",
            where=self.schema.types[name].location,
            hint="a value of that type can be neither sent nor read yet",
        )
