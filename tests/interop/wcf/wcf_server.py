"""The WCF server in `server/`: built with mono, started, called, and what it understood."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Final, TextIO

from services86.messaging import MessagingClient
from services86.principal import SoPrincipalClient
from tests.interop.servers import Requirement, running

SOURCES: Final = Path(__file__).parent / "server"
REQUIREMENTS: Final = (
    Requirement("mcs", "mono-mcs"),
    Requirement("mono", "mono-runtime"),
    Requirement(
        "/usr/lib/mono/4.5/System.ServiceModel.dll",
        "libmono-system-servicemodel4.0a-cil",
    ),
    Requirement("/usr/share/zoneinfo/Asia/Kolkata", "tzdata"),
)
LIBRARIES: Final = ("System.ServiceModel", "System.Runtime.Serialization", "System.Xml")
TIME_ZONE: Final = "Asia/Kolkata"
# As many services of a kind as the server has; see there.
LANES: Final = 8
CALL_SECONDS: Final = 20.0

Understood = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Call:
    """What WCF understood of a call.

    Attributes:
        operation: The operation that it dispatched to.
        headers: The request's header blocks by name; absent ones have no entry, nil is
            None.
        body: The operation's parameters, None for absent and nil ones. Records are dicts
            without the members that were absent, dictionaries are dicts, flags lists of
            their names.
    """

    operation: str
    headers: Understood
    body: Understood


class WcfServer:
    """A running server.

    Its services can be told by a scenario how to answer; `server/` knows which there are.

    Attributes:
        address: The URL that the services' paths are appended to.
    """

    def __init__(self, address: str, log: TextIO, clients: ExitStack) -> None:
        self.address = address
        self._log = log
        self._clients = clients
        self._lanes = cycle(range(LANES))
        self._messaging: dict[str, MessagingClient] = {}
        self._principal: dict[str, SoPrincipalClient] = {}

    def messaging(
        self, scenario: str = "", *, at: str | None = None
    ) -> MessagingClient:
        """A client without header blocks; it need not be closed.

        Args:
            scenario: How the server shall answer.
            at: `detailed` tells its exceptions, `sparse` omits default values, `defaults`
                has WCF's limits. By default, none of these.
        """
        lane = at or next(self._lanes)
        url = f"{self.address}/{lane}/Messaging.svc"
        if url not in self._messaging:
            client = MessagingClient(url, timeout=CALL_SECONDS)
            self._messaging[url] = self._clients.enter_context(client)
        return self._messaging[url].with_options(http_headers={"X-Scenario": scenario})

    def principal(
        self, scenario: str = "", *, at: str | None = None
    ) -> SoPrincipalClient:
        """A client of the other service, likewise."""
        lane = at or next(self._lanes)
        url = f"{self.address}/{lane}/SoPrincipal.svc"
        if url not in self._principal:
            client = SoPrincipalClient(url, timeout=CALL_SECONDS)
            self._principal[url] = self._clients.enter_context(client)
        return self._principal[url].with_options(http_headers={"X-Scenario": scenario})

    def calls(self) -> list[Call]:
        """The calls since this was asked last; complete as soon as a call has returned."""
        return [_call(line) for line in self._log]

    def call(self) -> Call:
        """The only call since the calls were asked for last."""
        (call,) = self.calls()
        return call


def _call(line: str) -> Call:
    return Call(**json.loads(line, object_pairs_hook=_without_repetition))


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    assert len(members) == len(pairs), f"a member was set twice: {pairs}"
    return members


@contextmanager
def wcf_server(folder: Path) -> Generator[WcfServer]:
    """Build and run the server while the context lasts; `folder` takes its files."""
    log = folder / "calls.jsonl"
    log.touch()
    command = ("env", f"TZ={TIME_ZONE}", "mono", _build(folder), log)
    with (
        running(command, _address, folder / "output.txt") as address,
        log.open(encoding="utf-8") as lines,
        ExitStack() as clients,
    ):
        yield WcfServer(address, lines, clients)


def _build(folder: Path) -> Path:
    program = folder / "server.exe"
    subprocess.run(
        [
            *("mcs", "-warnaserror", f"-out:{program}"),
            *(f"-r:{library}" for library in LIBRARIES),
            *map(str, sorted(SOURCES.glob("*.cs"))),
        ],
        check=True,
    )
    return program


def _address(output: str) -> str | None:
    lines = output.splitlines()
    if not lines or not output.endswith("\n"):
        return None
    return lines[0].removeprefix("ready ")
