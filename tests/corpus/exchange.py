"""One operation's messages through both sides of a generated package.

What is sent has to be valid by the schemas, to read as what was given, and, where what it
was made of left nothing out, to say the same.
"""

from __future__ import annotations

from typing import Any, Final

from lxml import etree
from lxml.etree import _Element as Node  # pyright: ignore[reportPrivateUsage]

from tests.corpus.encoding import NOT_VALIDATED, untyped, without_types
from tests.corpus.envelopes import Envelope
from tests.corpus.faults import detail_entries, fault_reply
from tests.corpus.sameness import differences
from tests.corpus.sides import Called, NotServed, Pair
from tests.support.wsgi import Answer
from typedsoap.contract import Operation, SoapVersion, Use

_UNDECLARED: Final = "No matching global"


class Wrong(Exception):
    """What is the matter with an exchange."""


class Exchange:
    """One operation's exchanges.

    Args:
        schema: What everything sent has to be valid by; None where there is none.

    Attributes:
        undeclared: Which element libxml2's schema lacks, so that nothing was validated.
    """

    def __init__(
        self,
        sides: list[Pair],
        operation: Operation,
        version: SoapVersion,
        schema: etree.XMLSchema | None,
    ) -> None:
        self._sides = sides
        self._operation = operation
        self._version = version
        self._schema = schema
        self.undeclared = ""
        self._encoded = operation.use is Use.ENCODED
        if self._encoded:
            self._schema, self.undeclared = None, NOT_VALIDATED

    def request(self, envelope: Envelope, *, full: bool) -> tuple[Pair, Called]:
        """Exchange one request.

        Raises:
            Wrong: Something is.
        """
        self._validate(envelope, "the random request")
        pair, called = self._served(envelope)
        try:
            body, http = pair.request(called)
        except Exception as problem:
            raise Wrong(
                f"the client cannot send what was read: {said(problem)}"
            ) from None
        again = Envelope.read(body)
        self._validate(again, "the request")
        self._typed(again)
        if full:
            self._compare(envelope, again)
        try:
            twice = pair.serve(body, http)
        except NotServed as problem:
            raise Wrong(f"the server refuses the client's request: {problem}") from None
        if twice != called:
            raise Wrong("the client's request reads otherwise")
        return pair, called

    def reply(
        self, envelope: Envelope, pair: Pair, called: Called, *, full: bool
    ) -> None:
        """Exchange one reply.

        Raises:
            Wrong: Something is.
        """
        self._validate(envelope, "the random reply")
        body, http = pair.request(called)
        try:
            read = pair.read(called, self._answer(envelope))
        except Exception as problem:
            raise Wrong(f"the client cannot read a reply: {said(problem)}") from None
        answer = pair.answer(body, http, read)
        if answer.status != 200:
            raise Wrong(f"the server cannot send what was read: {answer.body!r}")
        again = Envelope.read(answer.body)
        self._validate(again, "the reply")
        self._typed(again)
        if full:
            self._compare(envelope, again)
        try:
            twice = pair.read(called, answer)
        except Exception as problem:
            raise Wrong(
                f"the client refuses the server's reply: {said(problem)}"
            ) from None
        if (twice.value, twice.headers) != (read.value, read.headers):
            raise Wrong("the server's reply reads otherwise")

    def fault(self, entry: Node, pair: Pair, called: Called, *, full: bool) -> None:
        """Exchange one declared fault.

        Args:
            entry: What its detail holds.

        Raises:
            Wrong: Something is.
        """
        self._validate(Envelope((), (entry,)), "the random fault")
        body, http = pair.request(called)
        answer = self._answer_of(fault_reply(entry, self._version), 500)
        error = self._raised(pair, called, answer)
        # A new one: that which was received has its detail already.
        served = pair.answer(body, http, type(error)(error.info))
        again = Envelope((), detail_entries(served.body))
        self._validate(again, "the fault")
        if full:
            self._compare(Envelope((), (entry,)), again)
        if self._raised(pair, called, served).info != error.info:
            raise Wrong("the server's fault reads otherwise")

    def _raised(self, pair: Pair, called: Called, answer: Answer) -> Any:
        """The error of a declared fault that the client raises."""
        try:
            pair.read(called, answer)
        except Exception as problem:
            if hasattr(problem, "info"):
                return problem
            raise Wrong(f"the client raises another error: {said(problem)}") from None
        raise Wrong("the client raises no error for a fault")

    def _served(self, envelope: Envelope) -> tuple[Pair, Called]:
        refusals: list[str] = []
        for pair in self._sides:
            try:
                return pair, pair.serve(envelope.write(self._version), self._http())
            except NotServed as problem:
                refusals.append(str(problem))
        raise Wrong(f"the server refuses a valid request: {refusals[0]}")

    def _http(self) -> dict[str, str]:
        action = self._operation.action
        if self._version is SoapVersion.SOAP_1_2:
            kind = f'application/soap+xml; charset=utf-8; action="{action}"'
            return {"Content-Type": kind}
        return {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": f'"{action}"'}

    def _answer(self, envelope: Envelope) -> Answer:
        return self._answer_of(envelope.write(self._version), 200)

    def _answer_of(self, data: bytes, status: int) -> Answer:
        kind = "application/soap+xml" if self._version == "1.2" else "text/xml"
        headers = {"Content-Type": f"{kind}; charset=utf-8"}
        return Answer(status, headers, data)

    def _typed(self, envelope: Envelope) -> None:
        name = untyped(envelope) if self._encoded else ""
        if name:
            raise Wrong(f"an element {name} does not say its type")

    def _compare(self, one: Envelope, other: Envelope) -> None:
        if self._encoded:
            one, other = without_types(one), without_types(other)
        if [e.tag for e in one.elements] != [e.tag for e in other.elements]:
            before, after = ([e.tag for e in side.elements] for side in (one, other))
            raise Wrong(f"it was {before}, became {after}")
        for element, twin in zip(one.elements, other.elements, strict=True):
            for difference in differences(element, twin):
                raise Wrong(f"it says something else: {difference}")

    def _validate(self, envelope: Envelope, what: str) -> None:
        if self._schema is None:
            return
        for element in envelope.elements:
            # Copied as text, with every prefix that its texts may use.
            text = etree.tostring(element, encoding="utf-8", with_tail=False)
            alone = etree.fromstring(text)
            if not self._schema.validate(etree.ElementTree(alone)):
                error = self._schema.error_log[0].message
                if _UNDECLARED in error and what.startswith("the random"):
                    # libxml2 reads one document a namespace where several are imported;
                    # and of a wildcard may be asked what only endless content has.
                    self._schema, self.undeclared = None, error
                    return
                raise Wrong(f"{what} is invalid: {error}")


def said(problem: Any) -> str:
    """An error as it is told."""
    return f"{type(problem).__name__}: {problem}"
