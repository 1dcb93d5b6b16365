"""Views into text: Jinja templates for rendered modules, verbatim files for the runtime."""

from __future__ import annotations

import functools
import traceback
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import jinja2

from typedsoap.errors import Location, TypedSoapError, error
from typedsoap.imports import imports_for
from typedsoap.later_imports import is_codec, is_type, named_in_errors
from typedsoap.paths import shown
from typedsoap.render_module import ModuleRenderer
from typedsoap.render_names import used_names
from typedsoap.render_templates import RUNTIME, Templates, choose_templates
from typedsoap.resources import templates_dir
from typedsoap.views.model import Name
from typedsoap.views.module_names import exported_errors
from typedsoap.views.namespace_model import CodecView, NamespaceView
from typedsoap.views.service_model import PackageView, ServiceView

_RUNTIME = "_runtime"

_POSTPONING = frozenset({"client", "headers", "operations"})
"""The modules of a service that need no type before a call: importing them is cheap."""


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
        renderer = ModuleRenderer(templates, package)
        self._module = renderer.module
        self._distribution = renderer.distribution

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
        yield f"{root}/errors.py", self._errors()
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
            yield from self._service(service)

    def _errors(self) -> str:
        package = self._package
        exported = exported_errors()
        own = [error.class_name for error in package.result_errors]
        own += [fault.class_name for fault in package.faults]
        return self._module(
            ".errors",
            "package/errors.py.jinja",
            names=package.names,
            exported=exported,
            later=named_in_errors(package),
            offered=sorted({*own, *(name.name for name in exported)}),
        )

    def _service(self, service: ServiceView) -> Iterator[tuple[str, str]]:
        """The package of one service."""
        root = f"{self._package.package}/{service.module}"
        modules = {
            "__init__": service.exports,
            "client": (),
            "headers": (),
            "server": (),
        }
        if any(result.class_name for result in service.results):
            modules["results"] = ()
        for module, exported in modules.items():
            yield f"{root}/{module}.py", self._service_module(service, module, exported)
        # A call needs few of the codec functions that the operations name.
        codecs = {n: name for n, name in service.names.items() if is_codec(name)}
        own = {n: Name(f".{service.module}.codecs", n) for n in codecs}
        operations = self._service_module(service, "operations", names=own)
        yield f"{root}/operations.py", operations
        called = [codecs[n] for n in used_names(operations) & codecs.keys()]
        if called:
            yield (
                f"{root}/codecs.py",
                self._service_module(service, "codecs", called),
            )

    def _service_module(
        self,
        service: ServiceView,
        module: str,
        exported: Iterable[Name] = (),
        names: Mapping[str, Name] | None = None,
    ) -> str:
        """A module of a service.

        Args:
            exported: What it imports for others; types and codec functions later.
            names: Names that it imports from elsewhere than other modules do.
        """
        path = f".{service.module}.{module}"
        later = [name for name in exported if is_type(name) or is_codec(name)]
        return self._module(
            path,
            f"package/service/{module}.py.jinja",
            names={**service.names, **(names or {})},
            exported=[name for name in exported if name not in later],
            source=service.source,
            postponed=module in _POSTPONING,
            service=service,
            exports=imports_for(path, later).local,
        )

    def _types(self, namespace: NamespaceView) -> Iterator[tuple[str, str]]:
        """The package of a namespace's types, with a module for each."""
        if not namespace.exports and not namespace.has_types:
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
