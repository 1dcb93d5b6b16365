"""Worker: random values of every operation through both sides of a generated package.

    python -m tests.corpus.exchanging BYTES

A task is `{"wsdl": path, "folder": of the package, "package": name, "seed": number}`. The
answer has `schema` ("" or why libxml2 has none) and, by operation, `request`, `reply` and,
where faults are declared, `fault`: "" where all is well, else what is the matter; None
where there is nothing to say.

A random request is read by the application; what its handler was called with is given
to the client, and what that sends is read by the application again. It has to be valid by
the schemas, to call the handler with the same values, and, where the first request left
nothing out, to say the same. Replies likewise, the other way round.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from warnings import simplefilter

from lxml import etree

from tests.corpus.documents import Documents
from tests.corpus.encoding import EncodedDocuments
from tests.corpus.envelopes import details, envelopes, wrappers
from tests.corpus.exchange import Exchange, Wrong, said
from tests.corpus.schemas import NotCompiled, compiled
from tests.corpus.sides import pairs
from tests.corpus.texts import NoTexts, NoValues
from tests.corpus.workers import Task, serve
from typedsoap.config.arguments import config_from_arguments
from typedsoap.contract import Operation, Use
from typedsoap.service_source import ServiceSource, read_services

EXAMPLES = 3


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
        return answer | {"import": said(problem)}
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
        faults = details(operation, schema, EXAMPLES, seed, whole)
    except NoTexts as problem:
        return {"request": f"no random value: {problem}", "reply": None}
    except NoValues:
        return {"request": None, "reply": None}
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
        way = "fault"
        for entries in faults:
            found["fault"] = ""
            for number, entry in enumerate(entries):
                exchange.fault(entry, *calls[-1], full=number == 0)
    except Wrong as problem:
        found[way] = str(problem)
    return found


if __name__ == "__main__":
    simplefilter("error", SyntaxWarning)
    serve(exchanged)
