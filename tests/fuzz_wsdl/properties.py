"""What holds for every WSDL: it ends in diagnostics, or in a package that is one."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass
from importlib import import_module, invalidate_caches
from pathlib import Path
from typing import Final

from lxml import etree

from tests.fuzz_wsdl.watching import watched
from typedsoap import pipeline
from typedsoap.codes import CODES
from typedsoap.config.arguments import config_from_arguments
from typedsoap.errors import Diagnostic, Severity, TypedSoapError
from typedsoap.output.generation import generate
from typedsoap.service_source import read_services

READ: Final = "read"
IMPORTED: Final = "imported"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a WSDL.

    Attributes:
        outcome: `read`, `imported`, or the code of its first error.
        well_formed: Whether it is well-formed XML.
        problems: What may never be.
    """

    outcome: str
    well_formed: bool
    problems: tuple[str, ...]


def judge(data: bytes, folder: Path, *, whole: bool) -> Verdict:
    """Read a WSDL; with `whole`, also generate and import the package.

    Args:
        folder: An empty folder.
    """
    wsdl = folder / "in.wsdl"
    wsdl.write_bytes(data)
    output = folder / "out"
    problems: list[str] = []
    outcome = READ
    with watched(output) as seen:
        try:
            if whole:
                outcome = _whole(wsdl, output)
            else:
                config = config_from_arguments([wsdl], output, "fuzzed")
                read_services(config.services)
        except TypedSoapError as refused:
            problems += _undocumented(refused.diagnostics)
            errors = [d for d in refused.diagnostics if d.severity is Severity.ERROR]
            outcome = errors[0].code if errors else "no error"
            if not errors:
                problems.append("refused without an error")
        except Exception as failure:
            outcome = type(failure).__name__
            problems.append(_described(failure))
    problems += seen
    if outcome != IMPORTED and output.exists():
        problems.append("half a package was written")
    return Verdict(outcome, _is_well_formed(data), tuple(problems))


def _whole(wsdl: Path, output: Path) -> str:
    package = f"fuzzed_{output.parent.name}"
    plan = pipeline.plan(config_from_arguments([wsdl], output, package))
    generate(plan, output)
    sys.path.insert(0, str(output))
    invalidate_caches()
    try:
        for path in sorted((output / package).rglob("*.py")):
            if "_runtime" not in path.parts:
                parts = path.relative_to(output).with_suffix("").parts
                import_module(".".join(parts).removesuffix(".__init__"))
    finally:
        sys.path.remove(str(output))
        for name in [*sys.modules]:
            if name.partition(".")[0] == package:
                del sys.modules[name]
    return IMPORTED


def _undocumented(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    found: list[str] = []
    for diagnostic in diagnostics:
        if diagnostic.code not in CODES or diagnostic.code == "TS499":
            found.append(f"no such code: {diagnostic}")
        elif diagnostic.code.startswith(("TS31", "TS32", "TS33")):
            found.append(f"a check of the generated code: {diagnostic}")
        if "\n" in diagnostic.message:
            found.append(f"a message of several lines: {diagnostic.code}")
    return found


def _described(failure: Exception) -> str:
    frame = traceback.extract_tb(failure.__traceback__)[-1]
    text = str(failure).partition("\n")[0][:200]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return f"raised {type(failure).__name__} at {place}: {text}"


def _is_well_formed(data: bytes) -> bool:
    try:
        etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return False
    return True
