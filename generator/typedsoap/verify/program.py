"""Runs a generated client in an interpreter of its own, from a temporary folder."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from typedsoap.child_libraries import library_folders
from typedsoap.errors import TypedSoapError, error
from typedsoap.output.files import FileSet
from typedsoap.output.writing import write_changes
from typedsoap.verify import child
from typedsoap.verify.trees import Tree

_TIMEOUT: Final = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call to make.

    Attributes:
        service: The service's module in the package.
        client: The client class.
        method: The method, which is called by keyword.
        headers: Keywords for the client's constructor.
        arguments: Keywords for the method.
        reply: The envelope that the call is answered with; None for none.
    """

    service: str
    client: str
    method: str
    headers: Mapping[str, Tree]
    arguments: Mapping[str, Tree]
    reply: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of a call.

    Attributes:
        sent: The envelope that was sent; None where none was.
        http_headers: The HTTP headers that went with it, names in lower case.
        error: The class of the exception that it raised; None where it returned.
        message: The exception's text.
        value: What it returned, or what the exception holds.
        headers: The reply's header blocks; None where it raised.
    """

    sent: bytes | None
    http_headers: Mapping[str, str]
    error: str | None
    message: str
    value: Tree
    headers: Tree


def run(files: FileSet, calls: Sequence[Call]) -> tuple[Answer, ...]:
    """Make calls with a generated package that the gate has passed.

    Raises:
        TypedSoapError: The package could not be written (TS405) or run (TS504).
    """
    with TemporaryDirectory(prefix="typedsoap-") as name:
        folder = Path(name)
        write_changes(folder, files.files, ())
        job = {
            "paths": [name, *library_folders()],
            "package": files.package,
            "calls": [_job(call) for call in calls],
        }
        answers = _communicate(json.dumps(job), folder)
    return tuple(_answer(answer) for answer in answers)


def _communicate(job: str, folder: Path) -> list[Any]:
    command = [sys.executable, "-I", child.__file__]
    try:
        # The command is this interpreter and a file of this package.
        process = subprocess.run(  # noqa: S603
            command,
            input=job,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="backslashreplace",
            timeout=_TIMEOUT,
            cwd=folder,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise _failed(str(problem), None) from None
    if process.returncode != 0:
        lines = process.stderr.strip().splitlines() or ["no message"]
        raise _failed(lines[-1], "generate it and import it to see more")
    answers: list[Any] = json.loads(process.stdout)
    return answers


def _failed(reason: str, hint: str | None) -> TypedSoapError:
    message = f"the generated client could not be run: {reason}"
    return TypedSoapError([error("TS504", message, hint=hint)])


def _job(call: Call) -> dict[str, Any]:
    reply = call.reply
    return {
        "service": call.service,
        "client": call.client,
        "method": call.method,
        "headers": dict(call.headers),
        "arguments": dict(call.arguments),
        "reply": None if reply is None else base64.b64encode(reply).decode("ascii"),
    }


def _answer(answer: Mapping[str, Any]) -> Answer:
    sent: Mapping[str, Any] | None = answer["sent"]
    http_headers: dict[str, str] = {} if sent is None else sent["headers"]
    return Answer(
        sent=None if sent is None else base64.b64decode(sent["body"]),
        http_headers={name.lower(): value for name, value in http_headers.items()},
        error=answer["error"],
        message=answer["message"],
        value=answer["value"],
        headers=answer["headers"],
    )
