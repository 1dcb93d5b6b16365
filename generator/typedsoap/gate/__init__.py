"""The gate: generated modules hold nothing but what templates are known to make.

A contract's texts are an outsider's. Quoting keeps them inside of string constants; this
is the second, independent defence: every module is parsed and held against an allowlist
(`RULES`) before anything is written or run. What the lists do not name is refused.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Final

from typedsoap.errors import Diagnostic, Location, error
from typedsoap.gate.allowed import RUNTIME_FOLDER
from typedsoap.gate.names import Package
from typedsoap.gate.rules import RULES, Finding, Rule
from typedsoap.gate.runtime import content_findings, copy_findings, parse_copy
from typedsoap.gate.scopes import Names
from typedsoap.gate.statements import Statements
from typedsoap.gate.text import doctest_findings, parse, path_findings, text_findings

__all__ = ["RULES", "Finding", "Rule", "check", "findings"]

_HINT: Final = (
    "nothing was written; a text of the contract or overlay may have got into code: "
    "look at where it comes from, and report it as a defect of typedsoap"
)
_TEMPLATES_HINT: Final = (
    "nothing was written; if this comes from a template of your own, change the template: "
    "only what the rules list may be generated"
)

_LONGEST: Final = 200


def check(
    files: Mapping[str, str],
    package: str,
    runtime: Mapping[str, str] | None = None,
    *,
    own_templates: bool = False,
) -> tuple[Diagnostic, ...]:
    """Hold every module of a generated package against the rules.

    Args:
        files: The text of every Python file, by its path relative to the package.
        package: The package's import name.
        runtime: The tool's own runtime modules, by the paths of their copies; without
            them, a package with a runtime is refused.
        own_templates: Whether templates of the user's own were rendered.

    Returns:
        One diagnostic for each finding, in the order of a report; none for a package
        that may be written and run.
    """
    return tuple(
        error(
            RULES[finding.rule].code,
            f"generated code breaks the rule '{finding.rule}': {_printable(finding.what)}",
            where=Location(f"{package}/{_printable(finding.path)}", finding.line),
            hint=_TEMPLATES_HINT if own_templates else _HINT,
        )
        for finding in findings(files, package, runtime)
    )


def findings(
    files: Mapping[str, str], package: str, runtime: Mapping[str, str] | None = None
) -> tuple[Finding, ...]:
    """Like `check`, as findings with the rule that each one breaks."""
    found = set(_findings(files, package, runtime or {}))
    return tuple(sorted(found, key=lambda f: (f.path, f.line, f.rule, f.what)))


def _findings(
    files: Mapping[str, str], package: str, runtime: Mapping[str, str]
) -> Iterator[Finding]:
    yield from path_findings(files)
    copies = {path: text for path, text in files.items() if _is_runtime(path)}
    yield from copy_findings(copies, runtime)
    trees: dict[str, ast.Module] = {}
    for path, text in files.items():
        if path in copies:
            parsed = parse_copy(path, text)
        else:
            yield from text_findings(path, text)
            parsed = parse(path, text)
        if isinstance(parsed, Finding):
            yield parsed
        else:
            trees[path] = parsed
    names = Package(package, trees)
    for module in names.modules:
        if module.path in copies:
            yield from content_findings(module.path, copies[module.path])
        else:
            yield from _rendered(Names(names, module))


def _rendered(names: Names) -> Iterator[Finding]:
    path, tree = names.module.path, names.module.tree
    found: list[Finding] = []

    def report(rule: Rule, node: ast.AST, what: str) -> None:
        found.append(Finding(path, getattr(node, "lineno", 1), rule, what))

    try:
        found.extend(doctest_findings(path, tree))
        Statements(names, report).module()
    except RecursionError:
        found.append(Finding(path, 1, Rule.PARSE, "nested too deep"))
    yield from found


def _printable(text: str) -> str:
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
    return short.encode("unicode_escape").decode("ascii")


def _is_runtime(path: str) -> bool:
    return path.startswith(f"{RUNTIME_FOLDER}/")
