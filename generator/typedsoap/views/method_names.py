"""The names of a client's methods and of the constants that describe its operations."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from typedsoap import naming, reserved
from typedsoap.contract import Operation
from typedsoap.overlay import OperationOverlay


def method_names(
    operations: Sequence[Operation], overlays: Mapping[str, OperationOverlay]
) -> list[str]:
    """The name of each operation's method.

    The first operation of a name has that name. A further one is called after its input
    if that has a name, or else numbered, and never takes another's name.

    Args:
        overlays: What is said of operations by name, maybe how they are to be called.

    Raises:
        TypedSoapError: A chosen name is no usable one.
    """
    scope = naming.Scope(reserved.CLIENT_METHODS)
    for name, entry in overlays.items():
        if entry.name is not None:
            scope.override(name, entry.name, naming.snake_case, entry.location)
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


def constant_names(methods: Sequence[str], taken: Iterable[str]) -> list[str]:
    """The constant of each method: its name in capitals.

    Args:
        taken: The classes that one module may use beside it; they may differ in case.
    """
    scope = naming.Scope(taken)
    return [scope.claim(method, method.rstrip("_").upper()) for method in methods]
