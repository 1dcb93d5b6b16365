"""xsdata: classes generated from the WSDL, read and written by its generic bindings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final, cast

from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.handlers import XmlEventHandler
from xsdata.formats.dataclass.serializers import XmlSerializer

from tests.benchmarks.contenders.ours import TICKET, TOKEN
from tests.benchmarks.payloads import PLUGIN, Plain, present
from tests.benchmarks.sampling import Call
from tests.support.schema_validation import WSDL_FOLDER

_PACKAGE: Final = "xsdata_messaging"


class Xsdata:
    """xsdata's classes of the Messaging contract.

    Its default handler reads on where a document is not well-formed, which no other
    contender does; `XmlEventHandler` does not.

    Args:
        folder: Where the classes are generated, on the module path from then on.
    """

    name = "xsdata"

    def __init__(self, folder: Path) -> None:
        # Its generator looks for its formatter on the PATH.
        tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        wsdl = WSDL_FOLDER / "messaging.wsdl"
        subprocess.run(
            [sys.executable, "-m", "xsdata", "generate", wsdl, "--package", _PACKAGE],
            cwd=folder,
            check=True,
            capture_output=True,
            env={**os.environ, "PATH": tools},
        )
        sys.path.append(str(folder))
        self._classes: Any = import_module(_PACKAGE)
        context = XmlContext()
        self._parser = XmlParser(context=context, handler=XmlEventHandler)
        # Its types are incomplete.
        self._serializer: Any = XmlSerializer(context=context)

    def decoding(self, reply: bytes) -> Call:
        """The whole envelope as an object."""
        envelope: type[object] = self._classes.MessagingGetDeliveryStatusOutput
        return lambda: self._parser.from_bytes(reply, envelope)

    def plain(self, result: object) -> list[Plain]:
        """Statuses in plain values."""
        body: Any = cast("Any", result).body
        array = body.get_delivery_status_response.response
        return [_plain_status(item) for item in array.message_delivery_status]

    def encoding(self, messages: Sequence[Plain]) -> Callable[[], bytes]:
        """An envelope of finished objects, as bytes. It writes unset members as nil."""
        classes = self._classes
        envelope: Any = classes.MessagingSendMessagesInput
        items = [
            classes.OutgoingMessage(
                from_value=item["From"],
                to=item["To"],
                content=item["Content"],
                format=item["Format"],
                parent_messaging_id=item["ParentMessagingId"],
                suggested_session_key=item["SuggestedSessionKey"],
            )
            for item in messages
        ]
        request = envelope(
            header=envelope.Header(
                application_token=classes.ApplicationToken(value=TOKEN),
                credentials=classes.Credentials(ticket=TICKET),
                time_zone=None,
            ),
            body=envelope.Body(
                send_messages=classes.SendMessages(
                    plugin=PLUGIN,
                    outgoing_messages=classes.ArrayOfOutgoingMessage(
                        outgoing_message=items
                    ),
                )
            ),
        )
        return lambda: cast("str", self._serializer.render(request)).encode()


def _plain_status(status: Any) -> Plain:
    properties = status.field_properties
    return present(
        {
            "TableRight": _plain_right(status.table_right),
            "FieldProperties": (
                None
                if properties is None
                else {
                    pair.key: present(
                        {
                            "FieldRight": _plain_right(pair.value.field_right),
                            "FieldType": pair.value.field_type,
                            "FieldLength": pair.value.field_length,
                        }
                    )
                    for pair in properties.field_property_dictionary_key_value_pair
                }
            ),
            "Status": status.status,
            "StatusDescription": status.status_description,
            "MessagingId": status.messaging_id,
        }
    )


def _plain_right(right: Any) -> Plain | None:
    if right is None:
        return None
    mask = sorted(flag.value for flag in right.mask.value)
    return present({"Mask": mask, "Reason": right.reason})
