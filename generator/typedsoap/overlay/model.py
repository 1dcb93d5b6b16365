"""The overlay: facts about a contract that its WSDL lacks.

`wsdl/<service>.overlay.toml` holds documentation, requirements, failure rules, secrets
and names. It narrows Python types and masks what is printed; it never changes the wire.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from typedsoap.errors import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberOverlay:
    """What is said of a parameter, a result member, a field or an enumeration member.

    Attributes:
        name: Its Python name.
        required: Never None for the Python user.
        secret: Masked wherever it could be printed.
        nullable_items: Whether the items of its list may be nil.
    """

    documentation: str = ""
    name: str | None = None
    required: bool = False
    secret: bool = False
    nullable_items: bool = False
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeOverlay:
    """What is said of a type, keyed by its local name or `{namespace}name`.

    Attributes:
        fields: By element name (records).
        members: By value (enumerations).
        secret: The whole dictionary is secret.
        secret_keys: The dictionary's keys whose values are secret.
        nullable_items: Whether an array's items may be nil.
    """

    documentation: str = ""
    name: str | None = None
    fields: Mapping[str, MemberOverlay] = field(
        default_factory=dict[str, MemberOverlay]
    )
    members: Mapping[str, MemberOverlay] = field(
        default_factory=dict[str, MemberOverlay]
    )
    secret: bool = False
    secret_keys: tuple[str, ...] = ()
    nullable_items: bool = False
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderOverlay:
    """What is said of a header block, keyed by the block's element name.

    Attributes:
        flatten: The one member of the block's type that the keyword stands for.
        name: The keyword's name; from `flatten` or the block by default.
    """

    documentation: str = ""
    name: str | None = None
    flatten: str | None = None
    secret: bool = False
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderFailure:
    """How reply header blocks say that an operation failed.

    Attributes:
        flag: The boolean block that is false on failure; None for none.
        detail: The block that is present and not nil on failure; None for none.
    """

    flag: str | None = None
    detail: str | None = None
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFailure:
    """A boolean result member that is false when the operation failed.

    Attributes:
        element: The result member.
        error: The exception class's name, such as `AuthenticationFailed`.
    """

    element: str
    error: str
    documentation: str = ""
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationOverlay:
    """What is said of an operation, keyed by its name; `*` means every operation.

    Attributes:
        parameters: By element name.
        result: Members of the result by element name.
        returns: What the operation returns, for its docstring.
        idempotent: Whether the server may be asked twice.
    """

    documentation: str = ""
    name: str | None = None
    parameters: Mapping[str, MemberOverlay] = field(
        default_factory=dict[str, MemberOverlay]
    )
    result: Mapping[str, MemberOverlay] = field(
        default_factory=dict[str, MemberOverlay]
    )
    returns: str = ""
    idempotent: bool = False
    failure: ResultFailure | None = None
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """A whole overlay file; the empty one where there is no file.

    Attributes:
        documentation: What the service is for: the client class's docstring.
        client: The client class's name.
        request_headers: By block name.
        response_headers: By block name.
        header_failure: The failure rule of reply header blocks.
        operations: By operation name; `*` until `overlay.expand` has applied it
            to each.
        types: By local name or `{namespace}name`.
    """

    documentation: str = ""
    client: str | None = None
    location: Location | None = field(default=None, compare=False)
    request_headers: Mapping[str, HeaderOverlay] = field(
        default_factory=dict[str, HeaderOverlay]
    )
    response_headers: Mapping[str, HeaderOverlay] = field(
        default_factory=dict[str, HeaderOverlay]
    )
    header_failure: HeaderFailure | None = None
    operations: Mapping[str, OperationOverlay] = field(
        default_factory=dict[str, OperationOverlay]
    )
    types: Mapping[str, TypeOverlay] = field(default_factory=dict[str, TypeOverlay])
