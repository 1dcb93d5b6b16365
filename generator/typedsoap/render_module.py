"""One module: a template's text, with the imports and constants that follow from it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Final

from typedsoap.imports import Imports, imports_for
from typedsoap.later_imports import named_in_annotations
from typedsoap.quoting import quote
from typedsoap.render_names import (
    constant_names,
    needed_constants,
    renamed,
    shortened,
    used_names,
)
from typedsoap.render_templates import Templates, environment
from typedsoap.views.model import Name
from typedsoap.views.service_model import PackageView

_LISTED: Final = 4
"""WSDLs that the first line of a module names."""


class ModuleRenderer:
    """Renders single files of one package."""

    def __init__(self, templates: Templates, package: PackageView) -> None:
        self._package = package
        self._environment = environment(templates)
        self._source = _listed(package.sources)
        self._numbered = frozenset(
            name for name, short in package.short_names.items() if name != short
        )

    def distribution(self) -> str:
        """The text of `pyproject.toml`."""
        template = self._environment.get_template("pyproject.toml.jinja")
        return template.render(package=self._package, source=_comment(self._source))

    def module(
        self,
        path: str,
        template: str,
        *,
        names: Mapping[str, Name] | None = None,
        source: str | None = None,
        exported: Iterable[Name] = (),
        later: Container[str] = (),
        postponed: bool = False,
        **context: object,
    ) -> str:
        """One module; its import lines follow from the names that its text uses.

        Args:
            path: Where it is in the package (`.orders.client`).
            names: What it may use, by name.
            exported: What it imports for others.
            later: See `imports_for`.
            postponed: Whether types that only annotations name are `later`, too.
        """
        loaded = self._environment.get_template(template)
        context |= {
            "package": self._package,
            "source": _comment(source or self._source),
            "imports": Imports(),
            "constants": {},
        }
        text = loaded.render(context)
        used = used_names(text)
        constants = needed_constants(self._package.constants, used)
        if constants:
            used |= {"Final"}.union(*map(constant_names, constants.values()))
        needed = [name for name in (names or {}).values() if name.bound in used]
        needed.extend(exported)
        if postponed:
            later = named_in_annotations(text, needed)
        context["imports"] = imports_for(path, needed, later=later)
        context["constants"] = constants
        text = loaded.render(context)
        present = {*used, *constants}
        if present.isdisjoint(self._numbered):
            return text
        return renamed(text, shortened(present, self._package.short_names))


def _listed(sources: Sequence[str]) -> str:
    """The WSDLs of a package, of many only the first ones by their names."""
    sources = list(dict.fromkeys(sources))
    if len(sources) <= _LISTED:
        return ", ".join(sources)
    return f"{', '.join(sources[:_LISTED])} and {len(sources) - _LISTED} more"


def _comment(text: str) -> str:
    """A text that can stand in a comment: on one line, and only ASCII."""
    # Python would take "coding:" in the first line for the file's encoding (PEP 263).
    return re.sub(r"coding(?=[:=])", "coding ", quote(text)[1:-1])
