"""PHP's SoapClient, as a caller of the generated WSGI applications."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from unittest.mock import Mock
from wsgiref.types import WSGIApplication

from tests.interop.php.server import WSDLS, run_script
from tests.support.mock_server import serving


@dataclass(frozen=True, slots=True)
class Read:
    """What PHP read of a reply; objects are dicts, arrays are lists.

    Attributes:
        result: What the operation returns; None where there is a fault.
        fault: The properties of PHP's own SoapFault.
        headers: The header blocks by name.
        status: The status line of HTTP.
    """

    result: Any
    fault: Any
    headers: dict[str, Any]
    status: str


def call_from_php(
    application: WSGIApplication,
    wsdl: str,
    operation: str,
    arguments: object,
    headers: Mapping[str, object] | None = None,
    *,
    soap_1_2: bool = False,
) -> Read:
    """Call an operation of an application that is served meanwhile.

    Args:
        wsdl: The file name of the contract that PHP goes by.
        arguments: The wrapper's content or the bare value: dicts become objects, lists
            arrays. A list holds a value for each part of style rpc.
        headers: The header blocks by name.
        soap_1_2: Whether PHP speaks SOAP 1.2.
    """
    with serving({"/service": application}) as address:
        answer = run_script(
            "client.php",
            {
                "wsdl": str(WSDLS / wsdl),
                "location": f"{address}/service",
                "operation": operation,
                "arguments": arguments,
                "headers": headers or {},
                "soap_1_2": soap_1_2,
            },
        )
    return Read(**answer)


def handler(protocol: type[Any], operation: str, answer: Callable[[], object]) -> Mock:
    """A handler that keeps what it is called with and answers one operation."""
    made = Mock(spec=protocol)

    def called(**_: object) -> object:
        return answer()

    getattr(made, operation).side_effect = called
    return made
