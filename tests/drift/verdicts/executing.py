"""Worker: runs the claims of the examples, and writes the code that they are checked by.

    python -m tests.drift.verdicts.executing FOLDER [RULE...]

Prints JSON: for each rule, for each operation of the old contract at its port, what
became of `requests` and `replies` (an outcome, and the reason of the first that is not
well), and what ended the run of each usage with the new client; "" for nothing. An
operation that cannot be generated has a null there.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.drift.verdicts.endpoints import Endpoint
from tests.drift.verdicts.examples import Example, examples
from tests.drift.verdicts.outcomes import Told
from tests.drift.verdicts.packages import generate, package_name
from tests.drift.verdicts.sides import Side
from tests.drift.verdicts.usage import ordinary, thorough
from tests.drift.verdicts.wire import Conversation

LEVELS = ("ordinary", "thorough")


def module_name(example: Example, key: str, side: str, level: str) -> str:
    """The module with code for an operation at a port, and the client of a side."""
    place = re.sub(r"\W+", "_", key)
    return f"{side}_{level}_{example.module}_{place}"


def main(folder: Path, chosen: tuple[Example, ...]) -> dict[str, Any]:
    """Everything that can be found out without a type checker."""
    sources = {side: generate(chosen, side, folder) for side in ("old", "new")}
    sys.path.insert(0, str(folder))
    # Handlers that have nothing to say make applications tell of it.
    logging.disable(logging.CRITICAL)
    found: dict[str, Any] = {}
    for example in chosen:
        old, new = (Side(example, s, sources[s][example]) for s in ("old", "new"))
        found[example.rule] = _executed(example, old, new, folder)
    return found


def _executed(example: Example, old: Side, new: Side, folder: Path) -> dict[str, Any]:
    servers = {e.place: e.pair for e in new.endpoints() if e.pair is not None}
    after = {endpoint.key: endpoint for endpoint in new.endpoints()}
    found: dict[str, Any] = {}
    for endpoint in old.endpoints():
        twin = after.get(endpoint.key)
        if endpoint.pair is None or (twin is not None and twin.pair is None):
            found[endpoint.key] = None
            continue
        files = old.wsdl, new.wsdl
        wire = Conversation(endpoint, twin, servers.get(endpoint.place), files)
        # Code for the new client meets its server, at whichever port it is.
        served = twin or _elsewhere(endpoint, after.values())
        server = None if served is None else served.pair
        code = Conversation(endpoint, served, server, files)
        _write(example, endpoint, old, folder)
        found[endpoint.key] = {
            "requests": _told(wire.requests()),
            "replies": _told(wire.replies()),
        }
        for level in LEVELS:
            alone = Conversation(endpoint, endpoint, endpoint.pair, files)
            problem = _run(module_name(example, endpoint.key, "old", level), alone)
            assert not problem, f"{example.rule}: {problem}"
            module = module_name(example, endpoint.key, "new", level)
            found[endpoint.key][level] = _run(module, code)
    return found


def _elsewhere(endpoint: Endpoint, others: Iterable[Endpoint]) -> Endpoint | None:
    """The same operation at another port."""
    for other in others:
        if other.pair and other.operation.signature == endpoint.operation.signature:
            return other
    return None


def _write(example: Example, endpoint: Endpoint, old: Side, folder: Path) -> None:
    """The code for both clients; what is for the new one differs in the imports alone."""
    pair, operation = endpoint.made, endpoint.operation.name
    # What an overlay allows is rare among the values that the contract allows.
    number = None if endpoint.overlaid else 3
    calls, replies = endpoint.calls[:number], endpoint.answers[:number]
    texts = {
        "ordinary": ordinary(old.package, pair, calls, operation, endpoint.failures),
        "thorough": thorough(old.package, pair, calls[0], operation, replies),
    }
    for level, text in texts.items():
        for side in ("old", "new"):
            name = module_name(example, endpoint.key, side, level)
            own = text.replace(f"from {old.package}", f"from {package_name(side)}")
            (folder / f"{name}.py").write_text(own, "utf-8")


def _run(module: str, conversation: Conversation) -> str:
    """Why a usage does not run with a client and a server; "" for nothing."""
    try:
        import_module(module).use(conversation.transport)
    except Exception as problem:
        return f"{type(problem).__name__}: {problem}"
    return ""


def _told(told: Told) -> list[str]:
    return [str(told.outcome), told.why]


if __name__ == "__main__":
    names = sys.argv[2:]
    some = tuple(e for e in examples() if not names or e.rule in names)
    print(json.dumps(main(Path(sys.argv[1]), some)))
