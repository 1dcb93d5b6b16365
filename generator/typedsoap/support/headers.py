"""Header blocks over all operations: one name has to mean one declaration."""

from __future__ import annotations

from typedsoap.contract import Header, Operation, QName


class HeaderSupport:
    """Judges the header blocks of operations, each beside those of the ones before it."""

    def __init__(self) -> None:
        self._known: dict[QName, Header] = {}

    def problem(self, operation: Operation) -> str | None:
        """What keeps header blocks from being keywords that operations share."""
        headers = [h for message in operation.messages for h in message.headers]
        for header in headers:
            known = self._known.get(header.block, header)
            if (known.element, known.type) != (header.element, header.type):
                return f"the header block {header.block} with another type than before"
            known = next(iter(self._known.values()), headers[0])
            if header.use is not known.use:
                return "an encoded header block beside literal ones"
        self._known |= {header.block: header for header in headers}
        return None
