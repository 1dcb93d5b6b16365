"""Calls a generated client, in an interpreter of its own.

Run as a script with `-I`; it imports nothing of the generator. A job comes in as JSON on
standard input, and what happened goes out as JSON on standard output:

    {"paths": [folder, ...], "package": name, "calls": [call, ...]}
    call: {"service": module, "client": class, "method": name, "headers": {keyword: value},
           "arguments": {keyword: value}, "reply": Base64 or null}
    out:  [{"sent": {"headers": {...}, "body": Base64} or null,
            "error": class or null, "message": text, "value": value, "headers": value}]

`typedsoap.verify.trees` describes the values. The first folder holds the package, the
others what it depends on.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final
from uuid import UUID

ENDPOINT: Final = "http://verify.invalid/"
_SCALARS: Final[Mapping[str, Callable[[str], Any]]] = {
    "str": str,
    "int": int,
    "float": float,
    "decimal": Decimal,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
    "uuid": UUID,
    "bytes": base64.b64decode,
}
EMPTY_REPLY: Final = b"<no-reply/>"


class Package:
    """The generated package, with values spoken of as trees."""

    def __init__(self, name: str, folder: str) -> None:
        self._name = name
        place = import_module(name).__file__ or ""
        if not Path(place).resolve().is_relative_to(Path(folder).resolve()):
            raise ImportError(f"{name} was found elsewhere: {place}")

    def module(self, path: str) -> ModuleType:
        """A module by its path below the package."""
        return import_module(f"{self._name}.{path}")

    def build(self, tree: Any) -> Any:
        """The value that a tree describes."""
        match tree:
            case None:
                return None
            case ["enum", reference, text]:
                return self._class(reference)(text)
            case ["flags", reference, texts]:
                members = [self._class(reference)(text) for text in texts]
                return frozenset(members)
            case ["list", items]:
                return [self.build(item) for item in items]
            case ["dict", pairs]:
                return {key: self.build(value) for key, value in pairs}
            case ["record", reference, fields]:
                values = {name: self.build(value) for name, value in fields.items()}
                return self._class(reference)(**values)
            case [str(tag), str(text)]:
                return self._build_scalar(tag, text)
            case _:
                raise ValueError(f"no value: {tree!r}")

    def _build_scalar(self, tag: str, text: str) -> Any:
        match tag:
            case "bool":
                return text == "true"
            case "date":
                return self._build_date(text[:10], text[10:])
            case "timedelta":
                return timedelta(microseconds=int(text))
            case "duration":
                months, microseconds = map(int, text.split())
                delta = timedelta(microseconds=microseconds)
                return self.module("values").Duration(months, delta)
            case "fragment":
                return self.module("values").XmlFragment.parse(text)
            case "qname":
                namespace, _, name = text.rpartition("}")
                return self.module("values").QName(namespace[1:], name)
            case _:
                return _SCALARS[tag](text)

    def _build_date(self, day: str, zone: str) -> Any:
        found = date.fromisoformat(day)
        if not zone:
            return found
        offset = datetime.fromisoformat(f"{day}T00:00:00{zone}").tzinfo
        zoned = self.module("values").ZonedDate
        return zoned(found.year, found.month, found.day, offset)

    def tree(self, value: Any) -> Any:
        """The tree that describes a value."""
        if value is None:
            return None
        if isinstance(value, Enum):
            return ["enum", self._reference(value.__class__), value.value]
        if isinstance(value, bool):
            return ["bool", "true" if value else "false"]
        if _is_a(value, frozenset):
            return self._flags([*value])
        if _is_a(value, dict):
            return ["dict", [[key, self.tree(item)] for key, item in value.items()]]
        if _is_a(value, list):
            return ["list", [self.tree(item) for item in value]]
        values = self.module("values")
        if isinstance(value, values.Duration):
            microseconds = value.delta // timedelta(microseconds=1)
            return ["duration", f"{value.months} {microseconds}"]
        if isinstance(value, values.QName):
            return ["qname", str(value)]
        if isinstance(value, values.XmlFragment):
            return ["fragment", value.data.decode()]
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = {
                field.name: self.tree(getattr(value, field.name))
                for field in dataclasses.fields(value)
            }
            return ["record", self._reference(type(value)), fields]
        return self._scalar(value)

    def _scalar(self, value: Any) -> Any:
        match value:
            case str():
                return ["str", value]
            case int():
                return ["int", str(value)]
            case float():
                return ["float", repr(value)]
            case datetime():
                return ["datetime", value.isoformat()]
            case date():
                midnight = datetime.combine(
                    value, time(), getattr(value, "tzinfo", None)
                )
                return ["date", midnight.isoformat().replace("T00:00:00", "")]
            case time():
                return ["time", value.isoformat()]
            case timedelta():
                return ["timedelta", str(value // timedelta(microseconds=1))]
            case Decimal():
                return ["decimal", str(value)]
            case UUID():
                return ["uuid", str(value)]
            case bytes():
                return ["bytes", base64.b64encode(value).decode("ascii")]
            case _:
                return ["other", repr(value)]

    def _flags(self, members: Sequence[Any]) -> Any:
        # An empty set does not tell its class; the other side leaves it out too.
        reference = self._reference(members[0].__class__) if members else ""
        return ["flags", reference, sorted(member.value for member in members)]

    def _class(self, reference: str) -> Any:
        module, _, name = reference.partition(":")
        return getattr(self.module(module.lstrip(".")), name)

    def _reference(self, of: type[Any]) -> str:
        return f"{of.__module__.removeprefix(self._name)}:{of.__qualname__}"


def _is_a(value: Any, kind: type[Any]) -> bool:
    # Unlike isinstance, this leaves the items Any for a type checker.
    return isinstance(value, kind)


class Capture:
    """A transport that keeps the request and answers what it was told to."""

    def __init__(self, transport: ModuleType, reply: bytes) -> None:
        self._response = transport.HttpResponse
        self._reply = reply
        self.sent: dict[str, Any] | None = None

    def send(self, request: Any) -> Any:
        """Keep a request and answer it."""
        body = base64.b64encode(request.body).decode("ascii")
        self.sent = {"headers": dict(request.headers), "body": body}
        headers = {"Content-Type": "text/xml; charset=utf-8"}
        return self._response(status=200, headers=headers, body=self._reply)

    def close(self) -> None:
        """Nothing to release."""


def call(package: Package, job: Mapping[str, Any]) -> dict[str, Any]:
    """Make one call and tell what was sent and what came of it."""
    reply = base64.b64decode(job["reply"]) if job["reply"] else EMPTY_REPLY
    transport = Capture(package.module("transport"), reply)
    client_class = getattr(package.module(job["service"]), job["client"])
    outcome: dict[str, Any] = {"error": None, "message": "", "value": None}
    outcome["headers"] = None
    try:
        keywords = {name: package.build(v) for name, v in job["headers"].items()}
        arguments = {name: package.build(v) for name, v in job["arguments"].items()}
        # What the client does not know in a reply is to be an error here.
        client = client_class(ENDPOINT, transport=transport, strict=True, **keywords)
        method = getattr(client.with_response, job["method"])
        received = method(**arguments)
        outcome["value"] = package.tree(received.value)
        outcome["headers"] = package.tree(received.headers)
    except Exception as problem:
        outcome["error"] = type(problem).__name__
        outcome["message"] = str(problem)
        holder = "result" if hasattr(problem, "result") else "info"
        outcome["value"] = package.tree(getattr(problem, holder, None))
    return {"sent": transport.sent, **outcome}


def main() -> None:
    """Do the job on standard input."""
    job = json.load(sys.stdin)
    # The package first, so that no installed one of the same name is taken for it.
    sys.path[:] = [job["paths"][0], *sys.path, *job["paths"][1:]]
    package = Package(job["package"], job["paths"][0])
    json.dump([call(package, item) for item in job["calls"]], sys.stdout)


if __name__ == "__main__":
    main()
