"""Worker: random values of every operation through both sides of a generated package.

    python -m tests.corpus.exchanging BYTES

A task is `{"wsdl": path, "folder": of the package, "package": name, "seed": number}`. The
answer has `schema` ("" or why libxml2 has none) and, by operation, `request` and `reply`:
"" where all is well, else what is the matter; None where there is nothing to say.

A random request is read by the application; what its handler was called with is given
to the client, and what that sends is read by the application again. It has to be valid by
the schemas, to call the handler with the same values, and, where the first request left
nothing out, to say the same. Replies likewise, the other way round.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from warnings import simplefilter

from lxml import etree

from tests.corpus.documents import Documents
from tests.corpus.encoding import (
    NOT_VALIDATED,
    EncodedDocuments,
    untyped,
    without_types,
)
from tests.corpus.envelopes import Envelope, envelopes, wrappers
from tests.corpus.sameness import differences
from tests.corpus.schemas import NotCompiled, compiled
from tests.corpus.sides import Called, NotServed, Pair, pairs
from tests.corpus.texts import NoTexts
from tests.corpus.workers import Task, serve
from tests.support.wsgi import Answer
from typedsoap.config.arguments import config_from_arguments
from typedsoap.contract import Operation, SoapVersion, Use
from typedsoap.service_source import ServiceSource, read_services

EXAMPLES = 3
_UNDECLARED = "No matching global"


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
                f"the client cannot send what was read: {_said(problem)}"
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
            raise Wrong(f"the client cannot read a reply: {_said(problem)}") from None
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
                f"the client refuses the server's reply: {_said(problem)}"
            ) from None
        if (twice.value, twice.headers) != (read.value, read.headers):
            raise Wrong("the server's reply reads otherwise")

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
        kind = "application/soap+xml" if self._version == "1.2" else "text/xml"
        headers = {"Content-Type": f"{kind}; charset=utf-8"}
        return Answer(200, headers, envelope.write(self._version))

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


def exchanged(task: Task) -> Task:
    """Do a task."""
    wsdl, folder = Path(task["wsdl"]), Path(task["folder"])
    sources = read_services(config_from_arguments([wsdl], folder, "a").services)
    contracts = [source.supported for source in sources]
    answer: Task = {"schema": "", "import": "", "operations": {}}
    try:
        _compile(folder / task["package"])
        sides = list(pairs(folder, task["package"]))
        assert sides, "the package has no client"
    except Exception as problem:
        return answer | {"import": _said(problem)}
    schema: etree.XMLSchema | None = None
    try:
        with TemporaryDirectory(prefix="corpus-") as name:
            schema = compiled(wsdl, Path(name), wrappers(*contracts))
    except NotCompiled as problem:
        answer["schema"] = str(problem)
    for source, binding in ((s, b) for s in sources for b in s.supported.bindings):
        for operation in binding.operations:
            version = binding.soap_version
            own = [pair for pair in sides if pair.version == version]
            exchange = Exchange(own, operation, version, schema)
            key = f"{binding.name.name} {'/'.join(map(str, operation.signature))}"
            found = _both_ways(exchange, source, operation, task["seed"])
            answer["operations"][key] = found
            answer["schema"] = answer["schema"] or exchange.undeclared
    return answer


def _compile(package: Path) -> None:
    """Compile what is not the runtime, so that also a warning is found."""
    for path in package.rglob("*.py"):
        if "_runtime" not in path.parts:
            compile(path.read_bytes(), path, "exec", dont_inherit=True)


def _both_ways(
    exchange: Exchange, source: ServiceSource, operation: Operation, seed: int
) -> Task:
    found: Task = {"request": "", "reply": None}
    documents = EncodedDocuments if operation.use is Use.ENCODED else Documents
    schema, whole = source.supported.schema, source.contract.schema
    try:
        requests, *replies = envelopes(
            operation, schema, EXAMPLES, seed, documents, whole
        )
    except NoTexts as problem:
        return {"request": f"no random value: {problem}", "reply": None}
    way = "request"
    try:
        calls = [
            exchange.request(envelope, full=number == 0)
            for number, envelope in enumerate(requests)
        ]
        way = "reply"
        for number, envelope in enumerate(replies[0] if replies else ()):
            found["reply"] = ""
            exchange.reply(envelope, *calls[-1], full=number == 0)
    except Wrong as problem:
        found[way] = str(problem)
    return found


def _said(problem: Any) -> str:
    return f"{type(problem).__name__}: {problem}"


if __name__ == "__main__":
    simplefilter("error", SyntaxWarning)
    serve(exchanged)
