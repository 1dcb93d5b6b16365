"""Times what importing one service of a package costs, in a new interpreter; prints JSON.

Arguments: the folder of the package, the service's module, and a JSON object with `until`
and what that needs:

- `list`: prints the modules of the runtime that the service needs, and times nothing.
- `import`: the client's class is there.
- `call`: its first call is encoded: `client`, `type`, `method` and `parameter` name it.
- `everything`: every public type is there, and every module in `codecs`.

What counts is processor time, in seconds, after lxml, urllib3 and the modules in `known`
are imported. Nothing of this repository is imported.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from time import process_time
from typing import Any


class Encoded(Exception):
    """The request is at the transport."""


class Transport:
    """Sends nothing."""

    def send(self, request: object) -> object:
        """End the call."""
        raise Encoded

    def close(self) -> None:
        """Do nothing."""


def main(folder: str, service: str, task: dict[str, Any]) -> None:
    """Print the seconds, or the modules."""
    sys.path.insert(0, folder)
    import_module("lxml.etree")
    import_module("urllib3")
    for name in task.get("known", ()):
        import_module(name)
    started = process_time()
    module = import_module(service)
    if task["until"] == "call":
        call(module, task)
    elif task["until"] == "everything":
        for name in module.__all__:
            getattr(module, name)
        for name in task["codecs"]:
            import_module(name)
    elapsed = process_time() - started
    if task["until"] == "list":
        print(json.dumps([name for name in sys.modules if "._runtime" in name]))
    else:
        print(json.dumps(elapsed))


def call(module: Any, task: dict[str, Any]) -> None:
    """Call an operation with a value of a type, up to the transport."""
    client = getattr(module, task["client"])("http://localhost", transport=Transport())
    value = getattr(module, task["type"])()
    try:
        getattr(client, task["method"])(**{task["parameter"]: value})
    except Encoded:
        return
    raise AssertionError("nothing was sent")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]))
