"""Documents that are fetched by https, from hosts that the configuration names."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from typing import Final

from typedsoap.config.pin import PinConfig
from typedsoap.errors import Location, TypedSoapError, error
from typedsoap.fetch.addresses import Address, AddressError, masked
from typedsoap.fetch.credentials import Credentials
from typedsoap.fetch.deadline import Deadline
from typedsoap.fetch.requests import Reply, RequestFailed, get, trusting
from typedsoap.reporting import Report

_OK: Final = 200
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_REFUSED: Final = frozenset((401, 403))
_MOST_REDIRECTS: Final = 5


class Remote:
    """The network, as far as a service may use it. An `Origin`.

    Every document has to come from the WSDL's own host or from one that is named, and so
    does every redirect. Credentials go to the WSDL's own host alone.
    """

    def __init__(self, config: PinConfig, credentials: Credentials) -> None:
        self._config = config
        self._credentials = credentials
        self._deadline = Deadline(config.timeout)
        self._hosts = config.hosts | {config.url.origin}
        self._trust: ssl.SSLContext | None = None
        self._addresses: dict[str, Address] = {str(config.url): config.url}
        # Where a document was found in the end, by what it was asked for as.
        self._found: dict[str, Address] = {}

    def shown(self, address: Address) -> str:
        """An address for messages and files."""
        return self._credentials.hide(masked(str(address)))

    def locate(
        self, location: str, importer: str, where: Location, report: Report
    ) -> tuple[str, str] | None:
        """The address that an import names (else TS616)."""
        base = self._found.get(importer) or self._addresses[importer]
        try:
            address = self._allowed(base.follow(location, upgrade=True))
        except AddressError as problem:
            report.error(
                "TS616",
                f"the import location {self._hidden(location)!r} {problem}",
                where,
                "name its host in 'hosts' of the service's pin table if it is to be"
                " fetched from there",
            )
            return None
        self._addresses[str(address)] = address
        return str(address), self.shown(address)

    def identity(self, address: str) -> str:
        """Where the document was found, if it has been fetched already."""
        return str(self._found.get(address, address))

    def content(
        self, address: str, display: str, where: Location, most: int, report: Report
    ) -> bytes | None:
        """Fetch a document, following redirects to hosts that are named.

        Raises:
            TypedSoapError: The document was not fetched (TS617 to TS621).
        """
        asked = at = self._addresses[address]
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                reply = self._get(at, most)
                if reply.status == _OK:
                    self._found[str(asked)] = at
                    return reply.content
                at = self._redirected(at, reply)
            message = f"is redirected more than {_MOST_REDIRECTS} times"
            raise RequestFailed("TS619", message, "name its final address instead")
        except RequestFailed as problem:
            message = f"{display!r} {problem.message}"
            found = error(problem.code, message, where=where, hint=problem.hint)
            raise TypedSoapError([found]) from None

    def _get(self, address: Address, most: int) -> Reply:
        if self._trust is None:
            self._trust = trusting(self._config.ca_file)
        headers: Mapping[str, str] = {}
        if address.origin == self._config.url.origin:
            headers = self._credentials.headers
        return get(address, headers, self._trust, self._deadline, most)

    def _redirected(self, at: Address, reply: Reply) -> Address:
        if reply.status not in _REDIRECTS or not reply.location:
            hint = "check the URL with a browser or curl"
            if reply.status in _REFUSED:
                hint = "name the variables with credentials in the service's pin table"
            message = f"is answered with the HTTP status {reply.status}"
            raise RequestFailed("TS618", message, hint)
        try:
            return self._allowed(at.follow(reply.location))
        except AddressError as problem:
            message = (
                f"is redirected to {self._hidden(reply.location)!r}, which {problem}"
            )
            hint = "name that host in 'hosts' of the pin table if it is the vendor's"
            raise RequestFailed("TS619", message, hint) from None

    def _allowed(self, address: Address) -> Address:
        if address.origin not in self._hosts:
            raise AddressError("is of a host that is not named")
        return address

    def _hidden(self, location: str) -> str:
        return self._credentials.hide(masked(location))
