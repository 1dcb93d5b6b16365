"""One configured service as it is read from its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from typedsoap.config import ServiceConfig
from typedsoap.contract import ComplexType, Contract, QName, SimpleType
from typedsoap.contract.fingerprint import contract_fingerprint
from typedsoap.contract.named_types import with_named_types
from typedsoap.contract.own_types import with_own_types
from typedsoap.contract.separation import own_names, separate_names
from typedsoap.errors import Diagnostic, Severity, TypedSoapError, error
from typedsoap.naming import Scope, module_name
from typedsoap.output.files import sha256
from typedsoap.output.manifest import ServiceInputs
from typedsoap.overlay import Overlay
from typedsoap.overlay.check import check_overlay, check_shared_types
from typedsoap.overlay.expand import expand
from typedsoap.overlay.loading import load_overlay
from typedsoap.paths import shown
from typedsoap.schema.texts import schema_texts
from typedsoap.source.documents import load
from typedsoap.support.operations import unsupported_by_port_type
from typedsoap.support.selection import select_operations
from typedsoap.wsdl.reading import read_contract


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSource:
    """What a WSDL and its overlay say of one port type.

    Attributes:
        config: As configured; the module is that of this port type.
        contract: The contract, its anonymous types named, with the operations that are
            wanted; of a WSDL with several port types what belongs to this one.
        supported: The contract reduced to what can be generated.
        overlay: As written, checked against `contract`; empty where there is none.
        own_types: The names in `supported` of types that differ from those of services
            before, by their names in the schemas.
        schemas: The schemas as standalone documents, by a stable made-up URI.
        inputs: Fingerprints for the manifest.
        read: SHA-256 of every file, by its absolute path.
        diagnostics: Warnings.
    """

    config: ServiceConfig
    contract: Contract
    supported: Contract
    overlay: Overlay
    own_types: Mapping[QName, QName] = field(default_factory=dict[QName, QName])
    schemas: tuple[tuple[str, bytes], ...]
    inputs: ServiceInputs
    read: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def expanded(self) -> Overlay:
        """The overlay with what it says of every operation said of each."""
        return expand(self.overlay, self.supported)


def read_services(configs: Iterable[ServiceConfig]) -> tuple[ServiceSource, ...]:
    """Read all services.

    Raises:
        TypedSoapError: Everything that is wrong with any of them, warnings included.
    """
    sources: list[ServiceSource] = []
    problems: list[Diagnostic] = []
    for config in configs:
        try:
            sources.extend(_read(config))
        except TypedSoapError as problem:
            problems.extend(problem.diagnostics)
    problems += _same_modules(sources)
    sources = _separated(sources)
    problems += check_shared_types([(s.overlay, s.supported) for s in sources])
    if problems:
        for source in sources:
            problems += source.diagnostics
        raise TypedSoapError(sorted(set(problems), key=Diagnostic.sort_key))
    return tuple(sources)


def service_inputs(sources: Iterable[ServiceSource]) -> Mapping[str, ServiceInputs]:
    """The fingerprints of all services by module."""
    return {source.config.module: source.inputs for source in sources}


def _read(config: ServiceConfig) -> list[ServiceSource]:
    documents = load(config.wsdl, display=shown(config.wsdl), limits=config.limits)
    written, warnings = read_contract(documents)
    contract = with_named_types(written)
    problems: list[Diagnostic] = []
    overlay = Overlay()
    digest: str | None = None
    read = dict(documents.read)
    if config.overlay is not None:
        try:
            overlay = load_overlay(config.overlay, shown(config.overlay))
            digest = sha256(config.overlay.read_bytes())
            read[str(config.overlay)] = digest
            problems += check_overlay(overlay, contract)
        except TypedSoapError as problem:
            problems += problem.diagnostics
    try:
        wanted = select_operations(contract, config.only, config.only_location)
        supported, left_out = unsupported_by_port_type(wanted)
    except TypedSoapError as problem:
        raise TypedSoapError([*warnings, *problem.diagnostics, *problems]) from problem
    diagnostics = (*warnings, *left_out, *problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise TypedSoapError(diagnostics)
    inputs = ServiceInputs(
        wsdl=config.display,
        source=documents.digest,
        contract=contract_fingerprint(written),
        overlay=digest,
    )
    schemas = schema_texts(documents)
    modules = Scope(frozenset())
    sources: list[ServiceSource] = []
    for found in supported:
        (port_type,) = found.contract.port_types
        first = not sources
        own = f"{config.module}_{module_name(port_type.name.name)}"
        module = modules.claim(port_type.name, config.module if first else own)
        sources.append(
            ServiceSource(
                config=replace(config, module=module),
                contract=wanted if len(supported) == 1 else found.origin,
                supported=found.contract,
                # A name that is chosen for the client can be that of one class.
                overlay=overlay if first else replace(overlay, client=None),
                schemas=schemas,
                inputs=inputs,
                read=read,
                diagnostics=diagnostics,
            )
        )
    return sources


def _separated(sources: Sequence[ServiceSource]) -> list[ServiceSource]:
    """The sources with names of their own for what they define differently.

    That is what their wrappers hold, and types where the configuration says so. Those
    services come last, so that what the others share stays as it is.
    """
    known: dict[QName, ComplexType | SimpleType] = {}
    separated: dict[str, ServiceSource] = {}
    prefixes: dict[Path, str] = {}
    for source in sorted(sources, key=lambda source: source.config.own_types):
        module = source.config.module
        found = source
        if source.config.own_types:
            # The port types of one WSDL share what is its own.
            prefix = prefixes.setdefault(source.config.wsdl, module)
            own = own_names(source.supported.schema, known, prefix)
            found = replace(_with_names(source, own), own_types=own)
        names = separate_names(found.supported.schema, known, module)
        separated[module] = _with_names(found, names) if names else found
        known = {**separated[module].supported.schema.types, **known}
    return [separated[source.config.module] for source in sources]


def _with_names(source: ServiceSource, names: Mapping[QName, QName]) -> ServiceSource:
    """A source with types renamed, also where its overlay speaks of them."""
    new = {key: str(names[old]) for old in names for key in (old.name, str(old))}
    types = {new.get(key, key): entry for key, entry in source.overlay.types.items()}
    return replace(
        source,
        supported=with_own_types(source.supported, names),
        overlay=replace(source.overlay, types=types),
    )


def _same_modules(sources: Iterable[ServiceSource]) -> Iterator[Diagnostic]:
    """TS207 for a port type whose module is that of another service."""
    seen: dict[str, str] = {}
    for source in sources:
        module, display = source.config.module, source.config.display
        if module in seen:
            yield error(
                "TS207",
                f"module '{module}' of a port type of {display} is also that of"
                f" {seen[module]}",
                hint='set another module = "..." for one of the two',
            )
        seen[module] = display
