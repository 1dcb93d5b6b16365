"""zeep: reads the WSDL at run time; its own parsing, values and HTTP by requests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from importlib import import_module
from typing import Any, cast

from tests.benchmarks.contenders.ours import ENDPOINT, TICKET, TOKEN
from tests.benchmarks.payloads import NAMESPACE, PLUGIN, Plain, present
from tests.benchmarks.sampling import Call
from tests.support.schema_validation import WSDL_FOLDER

_BINDING = f"{{{NAMESPACE}}}BasicHttpBinding_Messaging"
_HEADERS = {"ApplicationToken": TOKEN, "Credentials": {"Ticket": TICKET}}


class Zeep:
    """A client with zeep's defaults."""

    name = "zeep"

    def __init__(self) -> None:
        # zeep has no types; imported by name so that nobody needs it to check this.
        self._client: Any = import_module("zeep").Client(
            str(WSDL_FOLDER / "messaging.wsdl")
        )
        self._to_string: Callable[[Any], bytes] = import_module(
            "zeep.wsdl.utils"
        ).etree_to_string

    def decoding(self, reply: bytes) -> Call:
        """What zeep does with the `requests.Response` that its transport returns."""
        response: Any = import_module("requests").Response()
        response.status_code = 200
        response.headers["Content-Type"] = "text/xml; charset=utf-8"
        response.encoding = "utf-8"
        response._content = reply
        binding: Any = self._service(ENDPOINT)._binding
        operation: Any = binding.get("GetDeliveryStatus")
        return lambda: binding.process_reply(self._client, operation, response)

    def plain(self, result: object) -> list[Plain]:
        """Statuses in plain values; zeep's result holds the header blocks as well.

        What is nil it reads as an object without content, which no value here has.
        """
        array: Any = cast("Any", result).body.Response
        return [_plain_status(item) for item in array.MessageDeliveryStatus]

    def encoding(self, messages: Sequence[Plain]) -> Callable[[], bytes]:
        """The envelope as an lxml tree, and that as bytes, as zeep's transport does."""
        service = self._service(ENDPOINT)
        arguments = {"OutgoingMessage": list(messages)}

        def encode() -> bytes:
            envelope = self._client.create_message(
                service,
                "SendMessages",
                Plugin=PLUGIN,
                OutgoingMessages=arguments,
                _soapheaders=_HEADERS,
            )
            return self._to_string(envelope)

        return encode

    def asking(self, url: str, ids: Sequence[int], until: ExitStack) -> Call:
        """A whole call of GetDeliveryStatus by zeep's own transport."""
        until.callback(self._client.transport.session.close)
        service = self._service(url)
        arguments = {"int": list(ids)}
        return lambda: service.GetDeliveryStatus(
            MessagingIds=arguments, _soapheaders=_HEADERS
        )

    def holding(self, items: Iterable[Plain]) -> object:
        """The values that decoding these statuses gives, made without decoding."""
        make: Any = self._client.get_type(f"{{{NAMESPACE}}}MessageDeliveryStatus")
        # Empty objects in place of what is nil, see `plain`.
        nil: Plain = {"TableRight": {}, "FieldProperties": {}}
        return [make(**nil, **item) for item in items]

    def _service(self, url: str) -> Any:
        return self._client.create_service(_BINDING, url)


def _plain_status(status: Any) -> Plain:
    pairs = status.FieldProperties.FieldPropertyDictionaryKeyValuePair
    return present(
        {
            "TableRight": _plain_right(status.TableRight),
            "FieldProperties": {
                pair.Key: present(
                    {
                        "FieldRight": _plain_right(pair.Value.FieldRight),
                        "FieldType": pair.Value.FieldType,
                        "FieldLength": pair.Value.FieldLength,
                    }
                )
                for pair in pairs
            }
            or None,
            "Status": status.Status,
            "StatusDescription": status.StatusDescription,
            "MessagingId": status.MessagingId,
        }
    )


def _plain_right(right: Any) -> Plain | None:
    mask: list[str] | None = right.Mask
    if mask is None and right.Reason is None:
        return None
    return present({"Mask": sorted(mask or ()), "Reason": right.Reason})
