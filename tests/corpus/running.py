"""The files of a corpus through the workers: each planned, generated and run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.corpus.index import Entry
from tests.corpus.results import Result
from tests.corpus.workers import Limits, Task, WorkerLost, run


def plans(
    folder: Path, chosen: Sequence[Entry], output: Path | None, jobs: int
) -> list[Task | WorkerLost]:
    """What `planning` says of each file, generated into a folder if there is one."""
    tasks = [
        {
            "wsdl": str(folder / entry.path),
            "output": None if output is None else str(output / _package(number)),
            "package": _package(number),
        }
        for number, entry in enumerate(chosen)
    ]
    return run("tests.corpus.planning", tasks, jobs, Limits())


def results(
    folder: Path, chosen: Sequence[Entry], output: Path, jobs: int, seed: int
) -> list[Result]:
    """Everything that is known of each file: generated, imported and run.

    Args:
        folder: Where the files are.
        output: Where each package has a folder of its own name.
        jobs: How many workers there are.
        seed: Other random values.
    """
    planned = plans(folder, chosen, output, jobs)
    found = [
        Result(entry, _package(number), answer, None)
        for number, (entry, answer) in enumerate(zip(chosen, planned, strict=True))
    ]
    tasks = [
        {
            "wsdl": str(folder / result.entry.path),
            "folder": str(output / result.package),
            "package": result.package,
            "seed": seed,
        }
        for result in found
        if result.has_client
    ]
    done = run("tests.corpus.exchanging", tasks, jobs, Limits())
    by_package = {
        task["package"]: answer for task, answer in zip(tasks, done, strict=True)
    }
    return [
        Result(r.entry, r.package, r.planned, by_package.get(r.package)) for r in found
    ]


def _package(number: int) -> str:
    return f"corpus_{number:03}"
