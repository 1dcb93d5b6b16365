"""suds-community: reads the WSDL at run time; its own XML tree and HTTP by urllib."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from importlib import import_module
from typing import Any, cast

from tests.benchmarks.contenders.ours import ENDPOINT, TICKET, TOKEN
from tests.benchmarks.payloads import PLUGIN, Plain, present
from tests.benchmarks.sampling import Call
from tests.support.schema_validation import WSDL_FOLDER

_HEADERS = {"ApplicationToken": TOKEN, "Credentials": {"Ticket": TICKET}}


class Suds:
    """A client with suds' defaults, but no cache on disk."""

    name = "suds"

    def decoding(self, reply: bytes) -> Call:
        """What suds does with the bytes that its transport returns."""
        context: Any = self._client(nosend=True).service.GetDeliveryStatus({"int": [1]})
        return lambda: context.process_reply(reply, 200, "OK")

    def plain(self, result: object) -> list[Plain]:
        """Statuses in plain values. suds leaves flags as the text that lists them."""
        array: Any = cast("Any", result).MessageDeliveryStatus
        return [_plain_status(item) for item in array]

    def encoding(self, messages: Sequence[Plain]) -> Callable[[], bytes]:
        """The envelope as bytes, by a call that is not sent."""
        service: Any = self._client(nosend=True).service
        arguments = {"OutgoingMessage": list(messages)}
        return lambda: cast("bytes", service.SendMessages(PLUGIN, arguments).envelope)

    def asking(self, url: str, ids: Sequence[int], until: ExitStack) -> Call:
        """A whole call of GetDeliveryStatus by suds' own transport, which keeps none."""
        service: Any = self._client(location=url).service
        arguments = {"int": list(ids)}
        return lambda: service.GetDeliveryStatus(arguments)

    def _client(self, **options: object) -> Any:
        # suds has no types; imported by name so that nobody needs it to check this.
        client: Any = import_module("suds.client").Client(
            (WSDL_FOLDER / "messaging.wsdl").as_uri(), cache=None, location=ENDPOINT
        )
        client.set_options(soapheaders=_HEADERS, **options)
        return client


def _plain_status(status: Any) -> Plain:
    # An absent member is no attribute, a nil one is None.
    properties = getattr(status, "FieldProperties", None)
    return present(
        {
            "TableRight": _plain_right(getattr(status, "TableRight", None)),
            "FieldProperties": (
                None
                if properties is None
                else {
                    str(pair.Key): present(
                        {
                            "FieldRight": _plain_right(pair.Value.FieldRight),
                            "FieldType": str(pair.Value.FieldType),
                            "FieldLength": pair.Value.FieldLength,
                        }
                    )
                    for pair in properties.FieldPropertyDictionaryKeyValuePair
                }
            ),
            "Status": status.Status,
            "StatusDescription": str(status.StatusDescription),
            "MessagingId": status.MessagingId,
        }
    )


def _plain_right(right: Any) -> Plain | None:
    if right is None:
        return None
    return present(
        {"Mask": sorted(str(right.Mask).split()), "Reason": str(right.Reason)}
    )
