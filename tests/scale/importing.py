"""What importing a service of the set costs, and using it for the first time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final

from tests.benchmarks.children import run_child
from tests.scale.contracts import Service
from tests.scale.rows import Row, milliseconds
from typedsoap.naming import snake_case

_CHILD: Final = "tests.scale.import_child"
_TIMES: Final = {"small": 0.015, "largest": 0.040, "everything": 0.120}


def import_rows(
    folder: Path, package: str, small: Service, largest: Service, children: int
) -> Iterator[Row]:
    """The rows of the table, each measured above lxml and urllib3.

    Args:
        folder: What holds the generated package.
        package: Its name.
        children: New interpreters for each row, after one that compiles.
    """
    tasks: dict[tuple[str, Service, str], Mapping[str, object]] = {
        ("import of a small service", small, "small"): {"until": "import"},
        ("import of the largest service", largest, ""): {"until": "import"},
        ("largest service until its first call is encoded", largest, "largest"): {
            "until": "call",
            **_call(largest),
        },
        ("largest service, every public type and codec", largest, "everything"): {
            "until": "everything",
            "codecs": _codecs(folder / package, largest),
        },
    }
    for (title, service, target), task in tasks.items():
        module = f"{package}.{service.name.lower()}"
        runtime = json.loads(_run(folder, module, {"until": "list"}))
        whole = _seconds(folder, module, task, children)
        above = _seconds(folder, module, {**task, "known": runtime}, children)
        reach = _TIMES.get(target)
        yield Row(
            measure=title,
            reach="" if reach is None else f"≤ {milliseconds(reach)}",
            reached=None if reach is None else whole <= reach,
            value=milliseconds(whole),
            note=f"{milliseconds(above)} above the package's own runtime",
        )


def _seconds(
    folder: Path, module: str, task: Mapping[str, object], children: int
) -> float:
    _run(folder, module, task)
    return median(float(_run(folder, module, task)) for _ in range(children))


def _run(folder: Path, module: str, task: Mapping[str, object]) -> str:
    return run_child(
        _CHILD, str(folder), module, json.dumps(task), compiled=folder / "compiled"
    )


def _call(service: Service) -> dict[str, str]:
    """An operation that takes a record, as the child wants it named."""
    operation, (parameter, type_name) = next(
        (operation, parameter)
        for operation in service.operations
        for parameter in operation.parameters
        if parameter[1].endswith("Folder") and "ArrayOf" not in parameter[1]
    )
    return {
        "client": f"{service.name}Client",
        "method": snake_case(operation.name),
        "parameter": snake_case(parameter),
        "type": type_name.partition(":")[2],
    }


def _codecs(package: Path, service: Service) -> Sequence[str]:
    """The modules that write and read the service's types."""
    functions = {f"def write_{snake_case(member.name)}(" for member in service.types}
    found: list[str] = []
    for path in sorted((package / "_codec").glob("*/*.py")):
        text = path.read_text("utf-8")
        if any(function in text for function in functions):
            found.append(f"{package.name}._codec.{path.parent.name}.{path.stem}")
    return found
