"""Conversations between a client of the old contract and a server of the new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from tests.corpus.envelopes import Envelope
from tests.corpus.sides import Called, NotServed, Pair
from tests.drift.verdicts.endpoints import Endpoint, http_headers
from tests.drift.verdicts.judging import Judge, facts
from tests.drift.verdicts.outcomes import Doubted, Failed, Told, told
from tests.support.wsgi import Answer


@dataclass(frozen=True)
class Conversation:
    """A client of the old contract at a port of the new one.

    Attributes:
        old: What the client was generated from: an operation at a port.
        new: The same operation in the new contract; None where it has none.
        server: Who answers at that port of the new contract, if anybody.
        files: The two WSDLs.
    """

    old: Endpoint
    new: Endpoint | None
    server: Pair | None
    files: tuple[Path, Path]

    def requests(self) -> Told:
        """What becomes of the client's requests."""
        calls = [*self.old.calls, *self.old.emptier_calls]
        return told([partial(self._request, called) for called in calls])

    def replies(self) -> Told:
        """What the client makes of the replies, declared faults among them."""
        if self.new is None or self.new.operation.output is None:
            return told([self._nothing_said])
        replies = [
            partial(self._reply, made, answer)
            for made in self.new.replies
            for answer in (self._said(made), self.new.as_answer(made))
        ]
        faults = [partial(self._fault, *fault) for fault in self.new.faults()]
        return told([*replies, *faults])

    @property
    def transport(self) -> NewServer:
        """What a client of the new contract may be given, to talk to its server."""
        new = self.new
        generated = new is not None and new.pair is not None
        if new is None or not generated:
            return NewServer(self.server, [])
        # A server tells failures as the new overlay has it, and as it always did.
        failures = [*new.told_failures[:1], *self.old.told_failures[:1]]
        return NewServer(self.server, [*failures, *new.answers])

    def _request(self, called: Called) -> None:
        body, headers = self.old.made.request(called)
        if self.server is None:
            raise Failed("nobody answers at this port")
        try:
            reached = self.server.serve(body, headers)
        except NotServed as refusal:
            raise Failed(str(refusal)) from None
        # What a stricter server would say, and whether all was understood as it was meant:
        # what is left out may stand for something.
        sent = Envelope.read(body)
        old = self.old.made
        meant = Envelope.read(old.request(old.serve(body, headers))[0])
        if self.new is not None and not self.new.encoded:
            problem = self._judges[1].problem(sent, open_enumerations=False)
            if problem:
                raise Doubted(problem)
        try:
            again = Envelope.read(self.server.request(reached)[0])
        except Exception as refusal:
            raise Doubted(f"what was understood cannot be sent: {refusal}") from None
        _same(meant, again)

    def _reply(self, made: Envelope, answer: Answer) -> None:
        """Read an answer that means what the server makes of a drawn reply."""
        read = self._read(answer)
        if self.old.operation.output is None or isinstance(read, Exception):
            return
        # What the client knows of the reply has to be what its contract allows.
        body, headers = self.old.made.request(self.old.calls[0])
        said = Envelope.read(self._said(made).body)
        again = Envelope.read(self.old.made.answer(body, headers, read).body)
        # The server adds the block by which its overlay tells that nothing failed.
        tags = {str(block.tag) for block in said.blocks}
        blocks = tuple(block for block in again.blocks if str(block.tag) in tags)
        again = replace(again, blocks=blocks)
        if not self.old.encoded:
            problem = self._judges[0].problem(again, open_enumerations=True)
            if problem:
                raise Doubted(problem)
        _same(said, again, more=True)

    def _said(self, made: Envelope) -> Answer:
        """A reply of the generated server; as drawn, where there is none."""
        new = self.new
        assert new is not None
        if new.pair is None:
            return new.as_answer(made)
        reply = new.read(new.as_answer(made))
        return new.pair.answer(*new.pair.request(new.calls[0]), reply)

    def _nothing_said(self) -> None:
        """The client reads what comes where the new contract has no reply for it."""
        if self.server is None:
            raise Failed("nobody answers at this port")
        body, headers = self.old.made.request(self.old.calls[0])
        self._read(self.server.answer(body, headers, None))

    def _fault(self, name: str, body: bytes) -> None:
        try:
            self._read(Answer(500, http_headers(self.old.version), body))
        except Failed as problem:
            kinds = [kind.__name__ for kind in type(problem.__cause__).__mro__]
            if "SoapFault" not in kinds:
                raise
            if "DeclaredFault" not in kinds:
                raise Doubted(f"{name} is met as a plain fault") from None
        else:
            raise Failed(f"{name} is read as a reply")

    def _read(self, answer: Answer) -> Any:
        try:
            return self.old.read(answer)
        except Exception as problem:
            raise Failed(f"{type(problem).__name__}: {problem}") from problem

    @cached_property
    def _judges(self) -> tuple[Judge, Judge]:
        old, new = self.files
        after = self.new or self.old
        return Judge(old, self.old.contract), Judge(new, after.contract)


def _same(said: Envelope, understood: Envelope, *, more: bool = False) -> None:
    """Whether all that was said was understood, and nothing else.

    Args:
        more: Whether it may be more than what was understood.

    Raises:
        Doubted: It was not.
    """
    lost = facts(said) - facts(understood)
    gained = facts(understood) - facts(said)
    if gained or (lost and not more):
        raise Doubted(f"said: {[*lost]}, understood: {[*gained]}")


class NewServer:
    """A transport to a generated server, which gives one answer after the other."""

    def __init__(self, pair: Pair | None, answers: list[Any]) -> None:
        self._pair = pair
        self._answers = iter(answers)

    def send(self, request: Any) -> Any:
        """Answer a request."""
        assert self._pair is not None, "nobody answers at this port"
        http = dict(request.headers)
        answer = next(self._answers, None)
        if not isinstance(answer, Answer):
            answer = self._pair.answer(request.body, http, answer)
        return self._pair.response(
            status=answer.status, headers=answer.headers, body=answer.body
        )

    def close(self) -> None:
        """Nothing to release."""
