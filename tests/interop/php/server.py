"""Runs PHP: its SoapServer behind its own web server, and single scripts."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from services86.messaging import MessagingClient, SoTimeZone
from services86.principal import SoPrincipalClient
from tests.interop.servers import Requirement, require, running

REQUIREMENTS: Final = (
    Requirement("php", "php-cli"),
    Requirement("/usr/lib/php/*/soap.so", "php-soap"),
)
SCRIPTS: Final = Path(__file__).parent / "scripts"
WSDLS: Final = Path(__file__).parents[3] / "wsdl"
# Without the machine's php.ini: its settings would decide what is replied.
PHP: Final = ("php", "-n", "-d", "extension=soap")
# PHP writes time stamps in the C library's zone: here five and a half hours before UTC.
ZONE: Final = "TZ=IST-5:30"

_STARTED: Final = re.compile(
    r"Development Server \((http://127\.0\.0\.1:\d+)\) started"
)


@dataclass(frozen=True, slots=True)
class Understood:
    """What PHP understood of one call; objects are dicts, arrays are lists.

    Attributes:
        operation: The operation that SoapServer chose.
        action: The HTTP header SOAPAction.
        headers: The header blocks that were there, by name.
        arguments: The one argument that a wrapped operation has, its wrapper's content.
    """

    operation: str
    action: str
    headers: dict[str, Any]
    arguments: Any


@dataclass(frozen=True, slots=True)
class PhpServer:
    """A running server.

    Attributes:
        address: The URL that paths are appended to.
    """

    address: str
    _log: Path

    def messaging(
        self,
        scenario: str = "nothing",
        *,
        application_token: str | None = None,
        ticket: str | None = None,
        time_zone: SoTimeZone | None = None,
        strict: bool = False,
    ) -> MessagingClient:
        """A client whose calls are answered as a scenario of the scripts says."""
        return MessagingClient(
            f"{self.address}/Messaging/{scenario}",
            application_token=application_token,
            ticket=ticket,
            time_zone=time_zone,
            strict=strict,
        )

    def principal(
        self,
        scenario: str = "signed-in",
        *,
        application_token: str | None = None,
        strict: bool = False,
    ) -> SoPrincipalClient:
        """A client whose calls are answered as a scenario of the scripts says."""
        return SoPrincipalClient(
            f"{self.address}/SoPrincipal/{scenario}",
            application_token=application_token,
            strict=strict,
        )

    def understood(self) -> list[Understood]:
        """The calls since this was asked last."""
        if not self._log.exists():
            return []
        lines = self._log.read_text("utf-8").splitlines()
        self._log.unlink()
        calls: list[Understood] = []
        for line in lines:
            entry = json.loads(line)
            (entry["arguments"],) = entry["arguments"]
            calls.append(Understood(**entry))
        return calls

    def understood_once(self) -> Understood:
        """The only call since this was asked last."""
        (call,) = self.understood()
        return call


@contextmanager
def php_server(folder: Path) -> Generator[PhpServer]:
    """Serve while the context lasts; skips the test where PHP lacks.

    Args:
        folder: An empty folder for the logs.
    """
    log = folder / "understood.jsonl"
    settings = (ZONE, f"INTEROP_WSDL={WSDLS}", f"INTEROP_LOG={log}")
    with php_script("router.php", folder, *settings) as address:
        yield PhpServer(address, log)


@contextmanager
def php_script(name: str, folder: Path, *settings: str) -> Generator[str]:
    """Serve one of the scripts while the context lasts, at the address that it gives.

    Args:
        folder: An empty folder for the log.
        settings: The script's environment.
    """
    require(*REQUIREMENTS)
    served = ("-S", "127.0.0.1:0", SCRIPTS / name)
    command: list[str | Path] = ["env", *settings, *PHP, *served]
    with running(command, _address, folder / "server.log") as address:
        yield address


def _address(output: str) -> str | None:
    match = _STARTED.search(output)
    return None if match is None else match[1]


def run_script(name: str, argument: object) -> Any:
    """Run one of the scripts with a JSON value as its input; its output is one as well."""
    require(*REQUIREMENTS)
    finished = subprocess.run(
        [*PHP, str(SCRIPTS / name)],
        input=json.dumps(argument),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert finished.returncode == 0, finished
    return json.loads(finished.stdout)
