"""Imports a generated package and calls every operation, with an ear for what runs.

`main` runs in an isolated interpreter. A job comes in as JSON on standard input:

    {"folder": path, "package": name, "paths": [...], "modules": [...], "texts": [...],
     "canary": text, "replies": {local name of a request: envelope}}

`tests.attack.attack_run.Told` describes the answer.
"""

from __future__ import annotations

import inspect
import json
import sys
from importlib import import_module
from typing import Any, Final

from tests.attack.alarm import Alarm
from tests.attack.attack_transports import Served, Wire
from tests.attack.attacked_modules import (
    annotations_of,
    clients,
    examples,
    load,
    read_annotations,
)
from tests.attack.hostile_arguments import Maker

ENDPOINT: Final = "http://attack.invalid/"
OPTIONS: Final = (
    *("endpoint", "timeout", "connect_timeout", "read_timeout", "retries", "strict"),
    *(
        "http_headers",
        "illegal_characters",
        "validate",
        "understood_headers",
        "reply_limit",
    ),
    *("element_limit", "ca_file", "client_certificate", "ssl_context", "proxy"),
    *("trust_env", "transport"),
)


def call(client: type[Any], method: str, job: dict[str, Any], response: Any) -> Any:
    """Call one operation and tell what came of it."""
    maker = Maker(job["texts"])
    wire = Wire(response, job["replies"])
    told: dict[str, Any] = {"method": method, "error": None, "body": None, "lost": []}
    told["served"] = False
    try:
        options = annotations_of(client.__init__)
        # An operation sends its own header blocks only, so these may rightly be lost.
        blocks = {
            name: Maker(job["texts"]).make(options[name])
            for name in inspect.signature(client).parameters
            if name not in OPTIONS
        }
        hints = annotations_of(getattr(client, method))
        hints.pop("return", None)
        arguments = {name: maker.make(hint) for name, hint in hints.items()}
        made = client(ENDPOINT, transport=wire, **blocks)
        value = getattr(made.with_headers(), method)(**arguments)
        reply = getattr(made.with_response, method)(**arguments)
        for shown in (made, value, reply, reply.headers, arguments):
            repr(shown)
        server = sys.modules[client.__module__.replace(".client", ".server")]
        served = Served(response, server, Maker(job["texts"]))
        answered = getattr(client(ENDPOINT, transport=served), method)(**arguments)
        told["served"] = answered == served.returned
    except Exception as problem:
        told["error"] = f"{type(problem).__name__}: {problem}"
    if wire.sent is not None:
        told["body"] = wire.sent[-1][0].tag
        seen = {element.text or "" for element in wire.sent.iter()}
        seen |= {item for text in seen for item in text.split()}
        told["lost"] = [text for text in maker.made if text not in seen]
    return told


def main() -> None:
    """Do the job on standard input."""
    job = json.load(sys.stdin)
    sys.path[:] = [job["folder"], *sys.path, *job["paths"]]
    # What these do on import is their own affair.
    for library in ("lxml.etree", "urllib3"):
        import_module(library)
    alarm = Alarm(job["folder"], job["canary"])
    broken: list[str] = []
    modules = list(load(job["modules"], broken))
    rendered = [module for module in modules if "._runtime" not in module.__name__]
    read_annotations(rendered)
    response = import_module(f"{job['package']}._runtime.transport").HttpResponse
    calls = [
        call(client, name, job, response)
        for client in clients(rendered)
        for name, value in list(vars(client).items())
        if inspect.isfunction(value) and name not in {"__init__", "with_headers"}
    ]
    told = {"broken": broken, "examples": examples(rendered), "calls": calls}
    json.dump({"alarms": alarm.raised, **told}, sys.stdout)
