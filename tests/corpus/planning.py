"""Worker: what the generator makes of one WSDL, without running any of it.

    python -m tests.corpus.planning BYTES

A task is `{"wsdl": path, "output": folder or null, "package": name}`; with a folder, the
command line generates into it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.corpus.workers import Task, serve
from tests.support.command import typedsoap
from typedsoap import pipeline
from typedsoap.config.arguments import config_from_arguments
from typedsoap.contract import Contract
from typedsoap.errors import Diagnostic, TypedSoapError
from typedsoap.service_source import read_services
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract


def planned(task: Task) -> Task:
    """Plan one WSDL.

    Returns:
        `diagnostics`, each with code, severity, message and place; `read` and
        `generated`: how many operations its SOAP bindings have, and how many of these
        the package has; `planned`: whether there is a package at all; `wrong`: what the
        command did that it may never do, else "".
    """
    wsdl = Path(task["wsdl"])
    output = Path(task["output"] or "/nonexistent")
    answer: Task = {"read": 0, "generated": 0, "planned": False, "wrong": ""}
    generated = False
    if task["output"]:
        generated, answer["wrong"] = _generated(wsdl, output, task["package"])
    try:
        contract, _ = read_contract(load(wsdl))
        answer["read"] = _count(contract)
        config = config_from_arguments([wsdl], output, task["package"])
        if not generated:
            pipeline.plan(config)
        sources = read_services(config.services)
    except TypedSoapError as problem:
        return answer | {"diagnostics": _plain(problem.diagnostics)}
    count = sum(_count(source.supported) for source in sources)
    answer |= {"generated": count, "planned": True}
    told = {diagnostic for source in sources for diagnostic in source.diagnostics}
    return answer | {"diagnostics": _plain(sorted(told, key=Diagnostic.sort_key))}


def _generated(wsdl: Path, output: Path, package: str) -> tuple[bool, str]:
    """Run the command.

    Returns:
        Whether there is a client, and how the command ended where that is neither a
        client nor a clean refusal.
    """
    arguments = ("generate", str(wsdl), "--output", str(output), "--package", package)
    output.mkdir(exist_ok=True)
    completed = typedsoap(*arguments, folder=output)
    written = [*(output / package).rglob("*")]
    if "Traceback" in completed.stderr or "TS499" in completed.stderr:
        return False, f"a traceback: {completed.stderr[-300:]}"
    if completed.exit_code == 0:
        return bool(written), "" if written else "it ended well and wrote nothing"
    if completed.exit_code != 2 or ": error TS" not in completed.stderr:
        return False, f"it ended with {completed.exit_code}: {completed.stderr[-300:]}"
    return False, "it failed and left files" if written else ""


def _count(contract: Contract) -> int:
    return sum(len(binding.operations) for binding in contract.bindings)


def _plain(diagnostics: Iterable[Diagnostic]) -> list[list[str]]:
    return [
        [found.code, str(found.severity), found.message, str(found.where or "")]
        for found in diagnostics
    ]


if __name__ == "__main__":
    serve(planned)
