"""Config -> Plan: everything that a run does, but for reading and writing the output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from typedsoap import gate
from typedsoap.bindings.binding import Bindings, bind
from typedsoap.bindings.renaming import with_names
from typedsoap.cache.plans import keep_plan, plan_key, recall_plan
from typedsoap.cache.store import Store
from typedsoap.cache.texts import formatted
from typedsoap.config import Config
from typedsoap.contract.separation import with_separate_names
from typedsoap.errors import Diagnostic, TypedSoapError
from typedsoap.output.files import FileSet
from typedsoap.output.input_fingerprints import configuration_fingerprint
from typedsoap.output.manifest import (
    Inputs,
    make_manifest,
    manifest_path,
    render_manifest,
)
from typedsoap.output.plan import Plan
from typedsoap.render import render_package, runtime_files
from typedsoap.render_templates import Templates, choose_templates
from typedsoap.service_source import ServiceSource, read_services, service_inputs
from typedsoap.views.inputs import ServiceInput
from typedsoap.views.package import build_package
from typedsoap.views.service_model import PackageView


def plan(
    config: Config, templates: Path | None = None, *, store: Store | None = None
) -> Plan:
    """Every file of the output as its inputs give it now; nothing is written.

    Args:
        templates: A folder in place of the tool's own templates.
        store: What earlier runs found out, for speed alone.

    Raises:
        TypedSoapError: What is wrong with the inputs, or a finding of the gate.
    """
    chosen = choose_templates(config.templates, templates)
    key = plan_key(config, chosen.fingerprint())
    known = recall_plan(store, key, config) if store is not None else None
    if known is not None:
        return known
    sources = read_services(config.services)
    made = _plan(config, sources, chosen, store)
    if store is not None:
        read = {path: sha for source in sources for path, sha in source.read.items()}
        keep_plan(store, key, made, read)
        store.prune()
    return made


def _plan(
    config: Config,
    sources: Sequence[ServiceSource],
    templates: Templates,
    store: Store | None,
) -> Plan:
    texts = _texts(config, build_view(config, sources), templates, store)
    inputs = Inputs(
        services=service_inputs(sources),
        configuration=configuration_fingerprint(config),
        templates=templates.overriding_fingerprint(),
    )
    files = {path: text.encode("utf-8") for path, text in sorted(texts.items())}
    manifest = make_manifest(config.package, inputs, files)
    files[manifest_path(config.package)] = render_manifest(manifest)
    return Plan(
        files=FileSet(config.package, files, config.keep),
        inputs=inputs,
        diagnostics=tuple(
            sorted({d for s in sources for d in s.diagnostics}, key=Diagnostic.sort_key)
        ),
    )


def build_view(config: Config, sources: Sequence[ServiceSource]) -> PackageView:
    """What the templates see of services that have been read."""
    services = [
        ServiceInput(
            config=source.config,
            contract=source.supported,
            overlay=source.expanded,
            bindings=_bound(source),
        )
        for source in sources
    ]
    return build_package(config, services)


def _bound(source: ServiceSource) -> Bindings:
    """The classes of a service's schemas, which know no types of its own."""
    written = {own: name for name, own in source.own_types.items()}
    schema = with_separate_names(source.supported.schema, written)
    return with_names(bind(source.schemas, schema), source.own_types)


def _texts(
    config: Config, view: PackageView, templates: Templates, store: Store | None
) -> dict[str, str]:
    """The text of every file but the manifest, by path from the output folder."""
    package = config.package
    runtime = runtime_files(templates.own)
    texts = {
        path: text
        for path, text in render_package(view, templates).items()
        if config.write_distribution or path.startswith(f"{package}/")
    }
    styled = formatted((t for p, t in texts.items() if p.endswith(".py")), store)
    texts = {path: styled.get(text, text) for path, text in texts.items()}
    texts |= {f"{package}/{path}": text for path, text in runtime.items()}
    modules = {
        path.removeprefix(f"{package}/"): text
        for path, text in texts.items()
        if path.endswith(".py")
    }
    findings = gate.check(
        modules, package, runtime, own_templates=templates.overriding is not None
    )
    if findings:
        raise TypedSoapError(findings)
    return texts
