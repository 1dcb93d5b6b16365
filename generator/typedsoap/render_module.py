"""One module: a template's text, with the imports and constants that follow from it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Set

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


class ModuleRenderer:
    """Renders single files of one package."""

    def __init__(self, templates: Templates, package: PackageView) -> None:
        self._package = package
        self._environment = environment(templates)
        self._sources = frozenset(package.sources)
        self._numbered = frozenset(
            name for name, short in package.short_names.items() if name != short
        )

    def distribution(self) -> str:
        """The text of `pyproject.toml`."""
        template = self._environment.get_template("pyproject.toml.jinja")
        return template.render(package=self._package, origin=_origin(self._sources))

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
            "origin": _origin(self._sources if source is None else {source}),
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


def _origin(sources: Set[str]) -> str:
    """What the first line says of a module's WSDL: on one line, and only ASCII.

    Nothing where services share the module: one more changes no file but its own.
    """
    if len(sources) > 1:
        return ""
    (source,) = sources
    # Python would take "coding:" in the first line for the file's encoding (PEP 263).
    return " from " + re.sub(r"coding(?=[:=])", "coding ", quote(source)[1:-1])
