"""Wildcards: places for elements that a schema does not name (Part 1 §3.10)."""

from __future__ import annotations

from dataclasses import dataclass, field

from typedsoap.contract.names import QName
from typedsoap.errors import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Wildcard:
    """An `xs:any` particle.

    Attributes:
        namespace: Of which namespaces elements may be, as the schema writes it.
        target_namespace: That of its schema, of which `namespace` may speak.
        key: What tells it from others of its owner: a name that
            `typedsoap.contract.anonymous` has given.
    """

    namespace: str = "##any"
    process_contents: str = "strict"
    min_occurs: int = 1
    max_occurs: int | None = 1
    target_namespace: str = field(default="", compare=False)
    key: QName | None = field(default=None, compare=False)
    location: Location | None = field(default=None, compare=False)

    @property
    def repeated(self) -> bool:
        """Whether it may occur more than once."""
        return self.max_occurs is None or self.max_occurs > 1
