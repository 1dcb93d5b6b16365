"""Views into text: Jinja templates for rendered modules, verbatim files for the runtime."""

from __future__ import annotations

import functools
import re
import traceback
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

import jinja2

from typedsoap.errors import Location, TypedSoapError, error
from typedsoap.imports import Imports, imports_for
from typedsoap.paths import shown
from typedsoap.quoting import quote
from typedsoap.render_names import constant_names, needed_constants, used_names
from typedsoap.render_templates import (
    RUNTIME,
    Templates,
    choose_templates,
    environment,
)
from typedsoap.resources import templates_dir
from typedsoap.views.model import Name
from typedsoap.views.namespace_model import CodecView, NamespaceView
from typedsoap.views.service_model import PackageView

_RUNTIME = "_runtime"


def render_package(
    package: PackageView, templates: Templates | None = None
) -> dict[str, str]:
    """Every rendered file, by its path from the output folder; Python not yet formatted.

    Args:
        templates: Where the templates are; the tool's own by default.

    Raises:
        TypedSoapError: A template is broken or uses an undefined variable.
    """
    chosen = templates or choose_templates(None)
    try:
        return dict(_Renderer(chosen, package).files())
    except jinja2.TemplateError as problem:
        raise TypedSoapError(
            [
                error(
                    "TS320",
                    f"a template cannot be rendered: {problem}",
                    where=_template_place(chosen, problem),
                    hint="a template may only use what typedsoap.views.model describes",
                )
            ]
        ) from problem


def _template_place(
    templates: Templates, problem: jinja2.TemplateError
) -> Location | None:
    """The template and line that failed: Jinja puts them into the traceback."""
    if isinstance(problem, jinja2.TemplateSyntaxError):
        return Location(problem.name or problem.filename or "template", problem.lineno)
    place = None
    for frame, line in traceback.walk_tb(problem.__traceback__):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(templates.own):
            place = Location(path.relative_to(templates.own).as_posix(), line)
        elif templates.overriding and path.is_relative_to(templates.overriding):
            place = Location(shown(path), line)
    return place


@functools.cache
def runtime_files(templates: Path | None = None) -> Mapping[str, str]:
    """The runtime's modules by their path from the package's folder."""
    folder = (templates or templates_dir()) / RUNTIME
    return {
        f"{_RUNTIME}/{path.name}": path.read_text("utf-8")
        for path in sorted(folder.glob("*.py"))
    }


class _Renderer:
    """Renders the modules of one package."""

    def __init__(self, templates: Templates, package: PackageView) -> None:
        self._package = package
        self._environment = environment(templates)
        self._source = ", ".join(package.sources)

    def files(self) -> Iterator[tuple[str, str]]:
        """Path and text of every file."""
        package = self._package
        root = package.package
        yield "pyproject.toml", self._distribution()
        yield f"{root}/py.typed", ""
        for module in ("__init__", "transport", "values"):
            yield (
                f"{root}/{module}.py",
                self._module(f".{module}", f"package/{module}.py.jinja"),
            )
        yield (
            f"{root}/errors.py",
            self._module(
                ".errors",
                "package/errors.py.jinja",
                names=package.names,
                later=_later(package),
            ),
        )
        for folder in ("types", "_codec"):
            yield (
                f"{root}/{folder}/__init__.py",
                self._module(
                    f".{folder}.__init__", f"package/{folder}/__init__.py.jinja"
                ),
            )
        for namespace in package.namespaces:
            yield from self._types(namespace)
            codecs = {module.module: module.codec for module in namespace.modules}
            yield from self._codecs("_codec", namespace, codecs)
        yield from self._encoded()
        for service in package.services:
            modules = ["__init__", "client", "headers", "operations", "server"]
            if any(result.class_name for result in service.results):
                modules.append("results")
            for module in modules:
                yield (
                    f"{root}/{service.module}/{module}.py",
                    self._module(
                        f".{service.module}.{module}",
                        f"package/service/{module}.py.jinja",
                        names=service.names,
                        exported=service.exports if module == "__init__" else (),
                        source=service.source,
                        service=service,
                    ),
                )

    def _types(self, namespace: NamespaceView) -> Iterator[tuple[str, str]]:
        """The package of a namespace's types, with a module for each."""
        if not namespace.exports:
            return
        package = f".types.{namespace.module}"
        folder = f"{self._package.package}/types/{namespace.module}"
        names = {**self._package.names, **self._package.class_modules}
        yield (
            f"{folder}/__init__.py",
            self._module(
                f"{package}.__init__",
                "package/types/namespace/__init__.py.jinja",
                names=names,
                namespace=namespace,
                exports=imports_for(f"{package}.__init__", namespace.exports).local,
            ),
        )
        for module in namespace.modules:
            if module.has_types:
                yield (
                    f"{folder}/{module.module}.py",
                    self._module(
                        f"{package}.{module.module}",
                        "package/types/namespace/module.py.jinja",
                        names=names,
                        module=module,
                    ),
                )

    def _codecs(
        self, folder: str, namespace: NamespaceView, codecs: Mapping[str, CodecView]
    ) -> Iterator[tuple[str, str]]:
        """The package of a namespace's codec functions, with a module for each type."""
        if all(codec.is_empty for codec in codecs.values()):
            return
        package = f".{folder}.{namespace.module}"
        root = f"{self._package.package}/{folder}/{namespace.module}"
        yield (
            f"{root}/__init__.py",
            self._module(
                f"{package}.__init__",
                "package/_codec/namespace/__init__.py.jinja",
                namespace=namespace,
            ),
        )
        for module, codec in codecs.items():
            if not codec.is_empty:
                yield (
                    f"{root}/{module}.py",
                    self._module(
                        f"{package}.{module}",
                        "package/_codec/namespace/module.py.jinja",
                        names=self._package.names,
                        codec=codec,
                    ),
                )

    def _encoded(self) -> Iterator[tuple[str, str]]:
        """The codec functions for SOAP encoding, if there are any."""
        found: list[tuple[str, str]] = []
        for namespace in self._package.namespaces:
            codecs = {module.module: module.encoded for module in namespace.modules}
            found += self._codecs("_encoded", namespace, codecs)
        if found:
            yield (
                f"{self._package.package}/_encoded/__init__.py",
                self._module(
                    "._encoded.__init__", "package/_encoded/__init__.py.jinja"
                ),
            )
            yield from found

    def _distribution(self) -> str:
        template = self._environment.get_template("pyproject.toml.jinja")
        return template.render(package=self._package, source=_comment(self._source))

    def _module(
        self,
        path: str,
        template: str,
        *,
        names: Mapping[str, Name] | None = None,
        source: str | None = None,
        exported: Iterable[Name] = (),
        later: Container[str] = (),
        **context: object,
    ) -> str:
        """One module; its import lines follow from the names that its text uses.

        Args:
            path: Where it is in the package (`.orders.client`).
            names: What it may use, by name.
            exported: What it imports for others.
            later: See `imports_for`.
        """
        loaded = self._environment.get_template(template)
        context |= {
            "package": self._package,
            "source": _comment(source or self._source),
            "imports": Imports(),
            "constants": {},
        }
        used = used_names(loaded.render(context))
        constants = needed_constants(self._package.constants, used)
        if constants:
            used |= {"Final"}.union(*map(constant_names, constants.values()))
        needed = [name for name in (names or {}).values() if name.name in used]
        needed.extend(exported)
        context["imports"] = imports_for(path, needed, later=later)
        context["constants"] = constants
        return loaded.render(context)


def _later(package: PackageView) -> frozenset[str]:
    """What the module of errors imports for type checkers alone.

    The modules of results raise these errors, and the types of faults would be imported
    whichever service is used.
    """
    results = {r.class_name for s in package.services for r in s.results}
    details = {name for f in package.faults for name in used_names(f.annotation)}
    types = {
        name
        for name in details & package.names.keys()
        if package.names[name].module.startswith(".types.")
    }
    later = types - used_names(package.failure_detail)
    return frozenset(later | {name for name in results if name is not None})


def _comment(text: str) -> str:
    """A text that can stand in a comment: on one line, and only ASCII."""
    # Python would take "coding:" in the first line for the file's encoding (PEP 263).
    return re.sub(r"coding(?=[:=])", "coding ", quote(text)[1:-1])
