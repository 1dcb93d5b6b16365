"""`typedsoap mock` as a program: addresses, answers, handlers, errors, and its end."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.command import typedsoap
from tests.support.wsdl_texts import NAMESPACE, SERVICE, write, wsdl
from tests.unit.server.fakes import SOAP
from tests.unit.views.packages import service, view
from typedsoap.serve.serving import service_paths

# A shell's background jobs ignore interrupts, and their children inherit that.
PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from typedsoap.cli import main
main()
"""
PLACE = (
    f'<s:Envelope xmlns:s="{SOAP}"><s:Body><Place xmlns="{NAMESPACE}">'
    "<Item>tea</Item></Place></s:Body></s:Envelope>"
)
HANDLER = """
from shop.errors import SoapFault

print("imported")


class Orders:
    def __init__(self):
        self.items = []

    def place(self, *, item):
        if item != "tea":
            raise SoapFault("Client", "only tea")
        self.items.append(item)
        print("placed", self.items)
        return len(self.items) + 40


class Broken:
    def __init__(self):
        raise ValueError("no stock")


class Other:
    def cancel(self):
        pass
"""


@dataclass(frozen=True, slots=True)
class Mock:
    """A running mock.

    Attributes:
        lines: What it printed first, a line for each service.
        temporary: The folder for temporary files that it was given.
    """

    process: subprocess.Popen[str]
    lines: list[str]
    temporary: Path

    @property
    def url(self) -> str:
        return self.lines[0].split()[1]

    def post(self, body: str = PLACE, path: str | None = None) -> tuple[int, str]:
        parts = urlsplit(self.url)
        connection = HTTPConnection("127.0.0.1", parts.port, timeout=10)
        headers = {"Content-Type": "text/xml; charset=utf-8"}
        connection.request("POST", path or parts.path, body.encode(), headers)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response.status, text

    def end(self, number: signal.Signals) -> tuple[int, str]:
        """Send a signal; the exit code, and everything written to standard error."""
        self.process.send_signal(number)
        _, messages = self.process.communicate(timeout=20)
        return self.process.returncode, messages


@contextmanager
def started(folder: Path, *arguments: str) -> Generator[Mock]:
    temporary = folder / "tmp"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "mock", "orders.wsdl", *arguments],
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            assert process.stdout is not None
            first = process.stdout.readline()
            if not first:
                pytest.fail(process.communicate()[1])
            yield Mock(process, [first], temporary)
        finally:
            process.kill()
            process.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, wsdl())
    write(tmp_path, HANDLER, "fakes.py")
    return tmp_path


def test_addresses_samples_and_an_interrupt(folder: Path) -> None:
    with started(folder) as mock:
        assert re.fullmatch(r"Orders  http://127\.0\.0\.1:\d+/orders\n", mock.lines[0])
        status, text = mock.post()
        assert status == 200
        assert "Number>1</" in text
        assert mock.post(path="/elsewhere")[0] == 404
        assert [path.name.partition("-")[0] for path in mock.temporary.iterdir()] == [
            "typedsoap"
        ]
        code, messages = mock.end(signal.SIGINT)
        assert code == 0
        assert "Traceback" not in messages
        assert [*mock.temporary.iterdir()] == []


def test_a_handler_and_a_request_to_terminate(folder: Path) -> None:
    with started(folder, "--package", "shop", "--handler", "fakes:Orders") as mock:
        assert "Number>41</" in mock.post()[1]
        assert "Number>42</" in mock.post()[1]
        status, text = mock.post(PLACE.replace("tea", "milk"))
        assert status == 500
        assert "<faultstring>only tea</faultstring>" in text
        code, messages = mock.end(signal.SIGTERM)
        assert code == 0
        # What a handler prints does not get between the addresses.
        assert "imported" in messages
        assert "placed ['tea', 'tea']" in messages
        assert "answered with samples" not in messages
        assert [*mock.temporary.iterdir()] == []


def test_the_server_does_not_outlive_the_tool(folder: Path) -> None:
    with started(folder) as mock:
        mock.process.kill()
        mock.process.wait(10)
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                mock.post()
            except OSError:
                return
            time.sleep(0.05)
        pytest.fail("it still answers")


@pytest.mark.parametrize(
    ("handler", "message"),
    [
        ("nowhere:Orders", "ModuleNotFoundError: No module named 'nowhere'"),
        ("fakes:Missing", "AttributeError: module 'fakes' has no attribute 'Missing'"),
        ("fakes:Other", "fakes:Other has no method of any service"),
        ("broken:Orders", "SyntaxError: "),
        ("leaving:Orders", "SystemExit: 7"),
    ],
)
def test_handlers_that_cannot_be_used(folder: Path, handler: str, message: str) -> None:
    write(folder, "def:\n", "broken.py")
    write(folder, "import sys\nsys.exit(7)\n", "leaving.py")
    arguments = ["mock", "orders.wsdl", "--package", "shop", "--handler", handler]
    completed = typedsoap(*arguments, folder=folder)
    assert completed.exit_code == 2
    assert f"TS507: the handler {handler} cannot be used: {message}" in completed.stderr
    assert "Traceback" not in completed.stderr
    assert completed.stdout == ""


def test_the_place_of_a_handlers_error_is_told(folder: Path) -> None:
    arguments = ["mock", "orders.wsdl", "--package", "shop", "--handler"]
    completed = typedsoap(*arguments, "fakes:Broken", folder=folder)
    assert completed.stderr.startswith("fakes.py:21: error TS507: ")
    assert "ValueError: no stock" in completed.stderr


@pytest.mark.parametrize(
    "handler", ["fakes", "fakes.Orders", ":Orders", "a:b:c", "a-b:C"]
)
def test_handlers_that_are_not_named_so(folder: Path, handler: str) -> None:
    completed = typedsoap("mock", "orders.wsdl", "--handler", handler, folder=folder)
    assert completed.exit_code == 2
    assert "expected MODULE:CLASS" in completed.stderr


def test_a_port_that_is_taken(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        completed = typedsoap("mock", "orders.wsdl", "--port", port, folder=folder)
    assert completed.exit_code == 2
    assert f"error TS506: port {port} cannot be used: " in completed.stderr
    assert completed.stdout == ""


def test_a_wsdl_that_is_missing(folder: Path) -> None:
    completed = typedsoap("mock", "missing.wsdl", folder=folder)
    assert completed.exit_code == 2
    assert "missing.wsdl: error TS001" in completed.stderr


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("http://localhost/a/Orders.svc?x=1", "/a/Orders.svc"),
        ("http://localhost", "/"),
        ("urn:orders", "/orders"),
        ("http://localhost/a%20b/&#xe9;", "/a%20b/%C3%A9"),
        ("http://localhost/&#x202e;", "/%E2%80%AE"),
        ("http://localhost/%1b%0a", "/%1B%0A"),
    ],
)
def test_paths_come_from_addresses(tmp_path: Path, address: str, path: str) -> None:
    text = wsdl(service=SERVICE.replace("http://localhost/orders", address))
    assert service_paths(view(tmp_path, service(tmp_path, text)).services) == {
        "orders": path
    }


def test_a_path_of_two_services(tmp_path: Path) -> None:
    services = [
        service(tmp_path, wsdl(), module=module) for module in ("orders", "again")
    ]
    assert service_paths(view(tmp_path, *services).services) == {
        "orders": "/orders",
        "again": "/orders/again",
    }


def test_help(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    completed = typedsoap("mock", "--help", folder=folder)
    assert completed.exit_code == 0
    assert "typedsoap mock --handler shop.fakes:Orders" in completed.stdout
