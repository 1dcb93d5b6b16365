"""Whole plans: what a run gives is known as long as nothing that it read has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from typedsoap.cache.store import Store
from typedsoap.cache.tool import tool_fingerprint
from typedsoap.config import Config
from typedsoap.errors import Diagnostic, Location, Severity, TypedSoapError
from typedsoap.output.files import FileSet, sha256
from typedsoap.output.manifest import manifest_path, parse_manifest
from typedsoap.output.plan import Plan
from typedsoap.paths import shown


def plan_key(config: Config, templates: str) -> str:
    """The key of a run's plan: everything that decides it but the files that it reads.

    Args:
        templates: The fingerprint of the templates.
    """
    # Diagnostics name files as they are seen from the current folder.
    seen = [shown(service.wsdl) for service in config.services]
    facts = json.dumps([repr(config), seen, templates, tool_fingerprint()])
    return f"plan {hashlib.sha256(facts.encode()).hexdigest()}"


def recall_plan(store: Store, key: str, config: Config) -> Plan | None:
    """The plan of an earlier run, if every file that it read is as it was."""
    content = store.get(key)
    if content is None:
        return None
    try:
        data = json.loads(content)
        read = cast("Mapping[str, str]", data["read"])
        if any(_digest(path) != digest for path, digest in read.items()):
            return None
        files = {path: text.encode() for path, text in data["files"].items()}
        return Plan(
            files=FileSet(config.package, files, config.keep),
            inputs=parse_manifest(files[manifest_path(config.package)]).inputs,
            diagnostics=tuple(_diagnostic(values) for values in data["diagnostics"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError, TypedSoapError):
        # Written by something else: as good as none.
        return None


def keep_plan(store: Store, key: str, plan: Plan, read: Mapping[str, str]) -> None:
    """Keep a plan.

    Args:
        read: SHA-256 of every file that it was made from, by its absolute path.
    """
    data = {
        "read": dict(read),
        "files": {path: text.decode() for path, text in plan.files.files.items()},
        "diagnostics": [_values(diagnostic) for diagnostic in plan.diagnostics],
    }
    store.put(key, json.dumps(data).encode())


def _digest(path: str) -> str | None:
    file = Path(path)
    try:
        # A pipe would block.
        return sha256(file.read_bytes()) if file.is_file() else None
    except OSError:
        return None


def _values(diagnostic: Diagnostic) -> list[str | int | None]:
    where = diagnostic.where
    return [
        diagnostic.code,
        diagnostic.severity.value,
        diagnostic.message,
        where.file if where else None,
        where.line if where else None,
        diagnostic.hint,
    ]


def _diagnostic(values: list[object]) -> Diagnostic:
    code, severity, message, file, line, hint = values
    return Diagnostic(
        str(code),
        Severity(str(severity)),
        str(message),
        (
            Location(str(file), line if isinstance(line, int) else None)
            if file is not None
            else None
        ),
        None if hint is None else str(hint),
    )
