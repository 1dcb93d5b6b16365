"""Golden cases: a folder a case, with the input and the output that it gives."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.command import Completed, typedsoap
from tests.support.modules import ROOT

GOLDEN = ROOT / "tests" / "golden"
CASES = tuple(sorted(path.parent.name for path in GOLDEN.glob("*/in.wsdl")))
GENERATED_CASES = tuple(case for case in CASES if not case.startswith("error-"))
INPUTS = {
    "in.wsdl": "in.wsdl",
    "second.wsdl": "second.wsdl",
    "base.xsd": "base.xsd",
    "in.overlay.toml": "in.overlay.toml",
    "options.toml": "pyproject.toml",
}


def package_name(case: str) -> str:
    """The package that a case must generate."""
    return case.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Generated:
    """What a case gave in this run.

    Attributes:
        output: The folder that holds the package; absent after an error.
        completed: Exit code and messages.
    """

    output: Path
    completed: Completed

    def files(self) -> Mapping[str, str]:
        """The files worth keeping: all but the runtime and the manifest."""
        return text_files(self.output)


def generate(case: str, folder: Path) -> Generated:
    """Generate a case in an empty folder."""
    for name, copied in INPUTS.items():
        if (GOLDEN / case / name).exists():
            shutil.copy(GOLDEN / case / name, folder / copied)
    return Generated(folder / "out", typedsoap("generate", folder=folder))


def expected_files(case: str) -> Mapping[str, str]:
    """The files that a case must give."""
    return text_files(GOLDEN / case / "out")


def expected_messages(case: str) -> str:
    """What a case must print to standard error."""
    path = GOLDEN / case / "stderr.txt"
    return path.read_text("utf-8") if path.exists() else ""


def update(case: str, generated: Generated) -> None:
    """Replace what is expected of a case by what it gave."""
    shutil.rmtree(GOLDEN / case / "out", ignore_errors=True)
    for name, text in generated.files().items():
        path = GOLDEN / case / "out" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    messages = GOLDEN / case / "stderr.txt"
    messages.unlink(missing_ok=True)
    if generated.completed.stderr:
        messages.write_bytes(generated.completed.stderr.encode())


def text_files(folder: Path) -> Mapping[str, str]:
    """Name and text of the files below a folder but the runtime and the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not {"_runtime", "__pycache__", ".typedsoap.json"} & set(path.parts)
    }
