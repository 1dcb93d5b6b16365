"""Which names a configuration may give to packages, modules and distributions."""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Mapping

from typedsoap import reserved
from typedsoap.naming import module_name

Problem = tuple[str, str]
"""A diagnostic code and its message."""

PACKAGE_HINT = "use letters, digits and underscores, such as orders_client"
"""What to do about a name that cannot be a package's."""

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_MODULE = re.compile(r"[a-z][a-z0-9_]*")
_DISTRIBUTION = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_VERSION = re.compile(
    r"[0-9]+(\.[0-9]+)*((a|b|rc)[0-9]+)?(\.post[0-9]+)?(\.dev[0-9]+)?(\+[a-z0-9.]+)?"
)
_DEPENDENCIES = frozenset({"lxml", "urllib3", "typedsoap"})


def default_module(stem: str) -> str:
    """The module of a WSDL file with that stem.

    Where every package has a module of that name already, `_service` follows.
    """
    module = module_name(stem)
    return f"{module}_service" if module in reserved.MODULES else module


def distribution_name(package: str) -> str:
    """The distribution's name where the configuration gives none."""
    return package.replace("_", "-")


def package_problem(package: str) -> Problem | None:
    """Why a name cannot be the package's: TS206 for its form, TS208 if it is taken."""
    if not _IDENTIFIER.fullmatch(package) or keyword.iskeyword(package):
        return "TS206", f"{package!a} cannot be the name of a package"
    if package in sys.stdlib_module_names or package in _DEPENDENCIES:
        return "TS208", f"a package called '{package}' would hide one that is needed"
    return None


def module_problem(module: str, others: Mapping[str, str]) -> Problem | None:
    """Why a name cannot be a service's module.

    Args:
        others: The WSDLs of the modules so far, by module name in lower case.
    """
    if not _MODULE.fullmatch(module) or keyword.iskeyword(module):
        return (
            "TS206",
            f"{module!a} cannot be the name of a module: lower-case letters, digits "
            "and underscores, a letter first",
        )
    if module in reserved.MODULES:
        return "TS208", f"module '{module}' is one that every generated package has"
    if module.casefold() in others:
        return "TS207", f"module '{module}' is also that of {others[module.casefold()]}"
    return None


def distribution_problem(name: str) -> Problem | None:
    """Why a text cannot be a distribution's name (packaging name format)."""
    if not _DISTRIBUTION.fullmatch(name):
        return "TS206", f"{name!a} cannot be the name of a distribution"
    return None


def version_problem(version: str) -> Problem | None:
    """Why a text cannot be a distribution's version (PEP 440, normal form)."""
    if not _VERSION.fullmatch(version):
        return "TS206", f"{version!a} is no version such as 1.2.0"
    return None


def description_problem(description: str) -> Problem | None:
    """Why a text cannot be a distribution's description."""
    if not description.isprintable():
        return "TS206", "a description is one line of printable text"
    return None


def pattern_problem(pattern: str) -> Problem | None:
    """Why a text cannot be a pattern of `keep`."""
    if not pattern or pattern.startswith("/") or "\\" in pattern or ".." in pattern:
        return (
            "TS206",
            f"{pattern!a} is no pattern for paths below the package, written with '/'",
        )
    return None
