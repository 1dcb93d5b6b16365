"""A vendor's https server on loopback, and a project that pins its WSDL."""

from __future__ import annotations

import gzip
import socket
import ssl
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.support.command import Completed, typedsoap
from tests.support.goldens import GOLDEN
from tests.unit.runtime.loopback import Answer, Server, http, sending

CERTIFICATES: Final = Path(__file__).parent / "certificates"
"""A CA of our own, and a certificate of it for 127.0.0.1 and no other name."""

ORDERS: Final = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
CHANGED: Final = ORDERS.replace(
    '"Rating" type="xs:int" minOccurs="0"', '"Rating" type="xs:int"'
)
_START, _END = ORDERS.index("<xs:schema"), ORDERS.index("</xs:schema>") + 12
XSD: Final = ORDERS[_START:_END].replace(
    "<xs:schema",
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:tns="urn:example:orders"',
    1,
)
"""The schema of the orders as a document of its own."""


def importing(location: str) -> str:
    """The orders' WSDL with its schema in another document."""
    return (
        f'{ORDERS[:_START]}<xs:schema><xs:import namespace="urn:example:orders"'
        f' schemaLocation="{location}"/></xs:schema>{ORDERS[_END:]}'
    )


def page(text: str | bytes, headers: str = "") -> Answer:
    """An answer with a document."""
    body = text.encode() if isinstance(text, str) else text
    return sending(http(body, headers=headers))


def zipped(body: bytes) -> Answer:
    """An answer with a document in gzip coding."""
    return page(gzip.compress(body), "Content-Encoding: gzip\r\n")


def redirect(location: str, status: str = "302 Found") -> Answer:
    """An answer that leads elsewhere."""
    return sending(http(status=status, headers=f"Location: {location}\r\n"))


class Vendor(Server):
    """Answers by path and query; anything else is not there.

    Attributes:
        pages: Answers by target; may be changed between requests.
    """

    def __init__(self, pages: Mapping[str, Answer]) -> None:
        self.pages = dict(pages)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(
            CERTIFICATES / "certificate.pem", CERTIFICATES / "key.pem"
        )
        super().__init__(self._page, tls=context)

    @property
    def asked(self) -> list[str]:
        """The targets that were asked for, in order."""
        return [request.split()[1].decode() for request in self.requests]

    def at(self, target: str) -> str:
        """The URL of a target."""
        return f"https://127.0.0.1:{self.port}{target}"

    def _page(self, connection: socket.socket, request: bytes) -> None:
        missing = sending(http(b"not here", "404 Not Found"))
        self.pages.get(request.split()[1].decode(), missing)(connection, request)


class Project:
    """A folder with a configuration that pins `wsdl/orders.wsdl` from a URL."""

    def __init__(self, folder: Path, url: str, extra: str = "", more: str = "") -> None:
        self.folder = folder
        self.wsdls = folder / "wsdl"
        self.wsdl = self.wsdls / "orders.wsdl"
        self.lock = self.wsdls / "typedsoap.lock"
        (folder / "pyproject.toml").write_text(
            f"""[tool.typedsoap]
package = "shop"
output = "src"
{more}
[[tool.typedsoap.services]]
wsdl = "wsdl/orders.wsdl"

[tool.typedsoap.services.pin]
url = "{url}"
ca_file = "{(CERTIFICATES / "ca.pem").as_posix()}"
{extra}
""",
            "utf-8",
        )

    def pin(self, *arguments: str) -> Completed:
        """Run `typedsoap pin`."""
        return typedsoap("pin", *arguments, folder=self.folder)

    def files(self) -> dict[str, bytes]:
        """Everything in the folder but the configuration."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.name != "pyproject.toml"
        }

    def refused(self, code: str, *arguments: str) -> str:
        """Run `typedsoap pin`, which must fail and change nothing; gives its errors."""
        before = self.files()
        done = self.pin(*arguments)
        assert (done.exit_code, done.stdout) == (2, ""), done.stderr
        assert f"error {code}: " in done.stderr
        assert "TS499" not in done.stderr
        assert self.files() == before
        return done.stderr
