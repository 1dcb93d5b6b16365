"""Operations at ports, with the values that are sent to them and that they reply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass, replace
from functools import cached_property
from typing import Any, Final, cast

from tests.corpus.documents import Documents
from tests.corpus.encoding import EncodedDocuments
from tests.corpus.envelopes import Envelope, envelopes
from tests.corpus.sides import Called, NotServed, Pair
from tests.drift.verdicts.faults import fault_replies
from tests.drift.verdicts.source_text import set_fields
from tests.support.wsgi import Answer
from typedsoap.contract import Contract, Operation, Port, SoapVersion, Use

_EXAMPLES: Final = 12
_SEED: Final = 86


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """An operation as it is offered at a port.

    Attributes:
        pair: Client and server class; None where the operation cannot be generated.
        overlaid: Whether an overlay rules out some of what the contract allows.
    """

    contract: Contract
    service: str
    port: Port
    version: SoapVersion
    operation: Operation
    pair: Pair | None
    overlaid: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """The names of service and port."""
        return self.service, self.port.name

    @property
    def key(self) -> str:
        """Service, port and operation, by which both sides are compared."""
        return " / ".join((*self.place, self.operation.name))

    @property
    def encoded(self) -> bool:
        """Whether its messages are no instances of a schema. SOAP 1.1 §5."""
        return self.operation.use is Use.ENCODED

    @property
    def made(self) -> Pair:
        """Client and server class, which must have been generated."""
        assert self.pair is not None, f"{self.key} is not generated"
        return self.pair

    @cached_property
    def calls(self) -> list[Called]:
        """What a client may be asked to send: the fullest call first."""
        http = http_headers(self.version, self.operation.action)
        calls: list[Called] = []
        for request in self._drawn[0]:
            try:
                calls.append(self.made.serve(request.write(self.version), http))
            except NotServed:
                if not self.overlaid:
                    raise
        return calls

    @cached_property
    def emptier_calls(self) -> list[Called]:
        """The fullest call with each value in turn nil, or left out, where that can be."""
        calls: list[Called] = []
        for nothing in (self.made.nil, None):
            for arguments in _without_one(self.calls[0].arguments, nothing):
                called = replace(self.calls[0], arguments=arguments)
                try:
                    self.made.request(called)
                except (TypeError, ValueError):
                    # There must be a value.
                    continue
                calls.append(called)
        return calls

    @cached_property
    def replies(self) -> list[Envelope]:
        """What a server may reply: the fullest first; nothing if it is one-way."""
        drawn = self._drawn[1] if self.operation.output is not None else []
        return [reply for reply in drawn if not self.overlaid or self._possible(reply)]

    @cached_property
    def answers(self) -> list[Any]:
        """The replies as clients read them, and as handlers return them."""
        return [reply for reply in self._read if not isinstance(reply, Exception)]

    @cached_property
    def failures(self) -> list[Exception]:
        """The errors that clients make of replies, by a rule of the overlay."""
        return [reply for reply in self._read if isinstance(reply, Exception)]

    @cached_property
    def told_failures(self) -> list[Answer]:
        """How the server tells such failures."""
        request = self.made.request(self.calls[0])
        return [self.made.answer(*request, failure) for failure in self.failures]

    @cached_property
    def _read(self) -> list[Any]:
        return [self.read(self.as_answer(reply)) for reply in self.replies]

    def read(self, answer: Answer) -> Any:
        """What the client makes of an answer: a reply, or the failure that it tells.

        Raises:
            Exception: Whatever else the client raises.
        """
        try:
            return self.made.read(self.calls[0], answer)
        except Exception as problem:
            if "OperationFailed" not in [
                kind.__name__ for kind in type(problem).__mro__
            ]:
                raise
            return problem

    def _possible(self, reply: Envelope) -> bool:
        try:
            self.read(self.as_answer(reply))
        except Exception:
            return False
        return True

    def as_answer(self, envelope: Envelope) -> Answer:
        """What an HTTP server answers with."""
        return Answer(200, http_headers(self.version), envelope.write(self.version))

    def faults(self) -> list[tuple[str, bytes]]:
        """A reply with each of the declared faults, by the fault's name."""
        return [*fault_replies(self.operation, self.contract.schema, _SEED)]

    @cached_property
    def _drawn(self) -> list[list[Envelope]]:
        literal = _Overlaid if self.overlaid else _Documents
        documents = EncodedDocuments if self.encoded else literal
        schema = self.contract.schema
        return envelopes(self.operation, schema, _EXAMPLES, _SEED, documents)


class _Documents(Documents):
    other_attributes = True
    mixed_text = True
    empty_defaults = True


class _Overlaid(_Documents):
    nil_items = True


def http_headers(version: SoapVersion, action: str = "") -> dict[str, str]:
    """The HTTP headers of an envelope (SOAP 1.1 §6, SOAP 1.2 Part 2 §7)."""
    if version is SoapVersion.SOAP_1_2:
        said = f'; action="{action}"' if action else ""
        return {"Content-Type": f"application/soap+xml; charset=utf-8{said}"}
    return {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": f'"{action}"'}


def _without_one(
    values: Mapping[str, Any], nothing: object
) -> Iterator[dict[str, Any]]:
    """Values with nothing for one of them, or for one of the fields of one."""
    for name, value in values.items():
        yield {**values, name: nothing}
        if is_dataclass(value) and "._runtime." not in type(value).__module__:
            for fields in _without_one(set_fields(value), nothing):
                yield {**values, name: replace(cast("Any", value), **fields)}
