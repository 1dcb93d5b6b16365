"""`<wsdl>.overlay.toml` -> `Overlay`, before anything is compared with a contract."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from typedsoap.errors import Diagnostic, TypedSoapError
from typedsoap.overlay import (
    HeaderFailure,
    HeaderOverlay,
    MemberOverlay,
    OperationOverlay,
    Overlay,
    ResultFailure,
    TypeOverlay,
)
from typedsoap.toml.source import read_toml
from typedsoap.toml.table import Table

OVERLAY_SUFFIX: Final = ".overlay.toml"
"""What the name of a WSDL's overlay ends in."""

_MEMBER = ("documentation", "name", "required", "secret", "nullable_items")
_HEADER = ("documentation", "name", "flatten", "secret")

OVERLAY_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "": ("service", "failure", "headers", "operations", "types"),
    "service": ("documentation", "client"),
    "failure": ("flag", "detail"),
    "headers": ("request", "response"),
    "headers.request.<block>": _HEADER,
    "headers.response.<block>": ("documentation", "name", "secret"),
    "operations.<operation>": (
        "documentation",
        "name",
        "returns",
        "idempotent",
        "required",
        "parameters",
        "result",
        "failure",
    ),
    "operations.<operation>.parameters.<element>": _MEMBER,
    "operations.<operation>.result.<element>": _MEMBER,
    "operations.<operation>.failure": ("element", "error", "documentation"),
    "types.<type>": (
        "documentation",
        "name",
        "required",
        "secret",
        "secret_keys",
        "nullable_items",
        "fields",
        "members",
    ),
    "types.<type>.fields.<element>": _MEMBER,
    "types.<type>.members.<value>": ("documentation", "name"),
}
"""Every table of an overlay file and the keys it may hold."""


def overlay_beside(wsdl: Path) -> Path | None:
    """The overlay file that belongs to a WSDL by its name, if there is one."""
    path = wsdl.with_name(wsdl.stem + OVERLAY_SUFFIX)
    # Unlike Path.is_file, this never fails: the WSDL is complained about when it is read.
    return path if os.path.isfile(path) else None


def load_overlay(path: Path, display: str) -> Overlay:
    """Read an overlay file; `display` is its name in messages.

    Raises:
        TypedSoapError: Everything that is wrong with the file as such: not readable
            (TS201), not TOML (TS202), an unknown key (TS203), a value of another type
            (TS204), a key that is missing (TS205).
    """
    source = read_toml(path, display)
    report: list[Diagnostic] = []
    root = Table(source, (), source.data, report, OVERLAY_KEYS[""])
    overlay = _overlay(root)
    if report:
        raise TypedSoapError(sorted(report, key=Diagnostic.sort_key))
    return overlay


def _overlay(root: Table) -> Overlay:
    service = root.table("service", OVERLAY_KEYS["service"])
    headers = root.table("headers", OVERLAY_KEYS["headers"])
    operations = root.tables("operations", OVERLAY_KEYS["operations.<operation>"])
    types = root.tables("types", OVERLAY_KEYS["types.<type>"])
    return Overlay(
        documentation=_documentation(service) if service else "",
        client=service.text("client") if service else None,
        location=service.where("client") if service else None,
        request_headers=_headers(headers, "request"),
        response_headers=_headers(headers, "response"),
        header_failure=_header_failure(root),
        operations={name: _operation(table) for name, table in operations},
        types={name: _type(table) for name, table in types},
    )


def _documentation(table: Table) -> str:
    """Text of a key that is usually written over several lines."""
    return (table.text("documentation") or "").strip()


def _headers(headers: Table | None, direction: str) -> dict[str, HeaderOverlay]:
    if headers is None:
        return {}
    blocks = headers.tables(direction, OVERLAY_KEYS[f"headers.{direction}.<block>"])
    return {
        name: HeaderOverlay(
            documentation=_documentation(table),
            name=table.text("name"),
            flatten=table.text("flatten"),
            secret=table.flag("secret"),
            location=table.where(),
        )
        for name, table in blocks
    }


def _header_failure(root: Table) -> HeaderFailure | None:
    table = root.table("failure", OVERLAY_KEYS["failure"])
    if table is None:
        return None
    if not (table.has("flag") or table.has("detail")):
        table.refuse("TS205", "[failure] needs 'flag', 'detail' or both")
    return HeaderFailure(
        flag=table.text("flag"), detail=table.text("detail"), location=table.where()
    )


def _operation(table: Table) -> OperationOverlay:
    return OperationOverlay(
        documentation=_documentation(table),
        name=table.text("name"),
        parameters=_members(table, "parameters", table.texts("required")),
        result=_members(table, "result", ()),
        returns=table.text("returns") or "",
        idempotent=table.flag("idempotent"),
        failure=_result_failure(table),
        location=table.where(),
    )


def _result_failure(operation: Table) -> ResultFailure | None:
    table = operation.table("failure", OVERLAY_KEYS["operations.<operation>.failure"])
    if table is None:
        return None
    for key in ("element", "error"):
        if not table.has(key):
            table.refuse("TS205", f"{table.title} needs '{key}'")
    return ResultFailure(
        element=table.text("element") or "",
        error=table.text("error") or "",
        documentation=_documentation(table),
        location=table.where(),
    )


def _type(table: Table) -> TypeOverlay:
    return TypeOverlay(
        documentation=_documentation(table),
        name=table.text("name"),
        fields=_members(table, "fields", table.texts("required")),
        members={
            value: _member(member, required=False)
            for value, member in table.tables(
                "members", OVERLAY_KEYS["types.<type>.members.<value>"]
            )
        },
        secret=table.flag("secret"),
        secret_keys=table.texts("secret_keys"),
        nullable_items=table.flag("nullable_items"),
        location=table.where(),
    )


def _members(
    table: Table, key: str, required: tuple[str, ...]
) -> dict[str, MemberOverlay]:
    """The members under `key`, together with those that are only listed as required."""
    members = {
        name: _member(member, required=name in required)
        for name, member in table.tables(key, _MEMBER)
    }
    for name in required:
        if name not in members:
            members[name] = MemberOverlay(
                required=True, location=table.where("required")
            )
    return members


def _member(table: Table, *, required: bool) -> MemberOverlay:
    return MemberOverlay(
        documentation=_documentation(table),
        name=table.text("name"),
        required=required or table.flag("required"),
        secret=table.flag("secret"),
        nullable_items=table.flag("nullable_items"),
        location=table.where(),
    )
