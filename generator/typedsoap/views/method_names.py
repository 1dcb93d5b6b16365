"""The names of a client's methods, also where operations share a name."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from typedsoap import naming
from typedsoap.contract import Operation


def method_names(operations: Sequence[Operation], scope: naming.Scope) -> list[str]:
    """The name of each operation's method.

    The first operation of a name has that name. A further one is called after its input
    if that has a name, or else numbered, and never takes another's name.

    Args:
        scope: The names of the client's members; chosen names are in it already.
    """
    first: dict[str, Operation] = {}
    for operation in operations:
        first.setdefault(operation.name, operation)
    for name in first:
        scope.claim(name, naming.snake_case(name))
    names: list[str] = []
    for operation in operations:
        key: Hashable = operation.name
        wanted = operation.name
        if first[operation.name] is not operation:
            key = operation.signature
            wanted = operation.input.wsdl_name or operation.name
        names.append(scope.claim(key, naming.snake_case(wanted)))
    return names
