"""Worker: what the generator makes of one WSDL, without running any of it.

    python -m tests.corpus.planning BYTES

A task is `{"wsdl": path, "output": folder or null}`; with a folder, what was planned is
written there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.corpus.workers import Task, serve
from typedsoap import pipeline
from typedsoap.config.arguments import config_from_arguments
from typedsoap.contract import Contract
from typedsoap.errors import Diagnostic, TypedSoapError
from typedsoap.output.generation import generate
from typedsoap.service_source import read_services
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

PACKAGE: Final = "corpus_package"


def planned(task: Task) -> Task:
    """Plan one WSDL.

    Returns:
        `diagnostics`, each with code, severity, message and place; `read` and
        `generated`: how many operations its SOAP bindings have, and how many of these
        the package has; `planned`: whether there is a package at all.
    """
    wsdl = Path(task["wsdl"])
    output = Path(task["output"] or "/nonexistent")
    answer: Task = {"read": 0, "generated": 0, "planned": False}
    try:
        contract, _ = read_contract(load(wsdl))
        answer["read"] = _count(contract)
        config = config_from_arguments([wsdl], output, PACKAGE)
        plan = pipeline.plan(config)
        (source,) = read_services(config.services)
    except TypedSoapError as problem:
        return answer | {"diagnostics": _plain(problem.diagnostics)}
    answer |= {"generated": _count(source.supported), "planned": True}
    if task["output"]:
        generate(plan, output)
    return answer | {"diagnostics": _plain(plan.diagnostics)}


def _count(contract: Contract) -> int:
    return sum(len(binding.operations) for binding in contract.bindings)


def _plain(diagnostics: tuple[Diagnostic, ...]) -> list[list[str]]:
    return [
        [found.code, str(found.severity), found.message, str(found.where or "")]
        for found in diagnostics
    ]


if __name__ == "__main__":
    serve(planned)
