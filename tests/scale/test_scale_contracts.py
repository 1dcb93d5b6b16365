"""The made-up set is what it is said to be, and the same every time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.scale import contracts
from typedsoap.config import ServiceConfig
from typedsoap.config.arguments import config_from_arguments
from typedsoap.errors import TypedSoapError
from typedsoap.pipeline import build_view
from typedsoap.service_source import ServiceSource, read_services
from typedsoap.views.service_model import PackageView


def write(folder: Path, services: tuple[contracts.Service, ...]) -> list[Path]:
    paths = [folder / service.file_name for service in services]
    for path, service in zip(paths, services, strict=True):
        path.write_text(contracts.wsdl_text(service), "utf-8")
    return paths


def services_of(paths: list[Path]) -> tuple[ServiceConfig, ...]:
    return config_from_arguments(paths, None, "agents").services


def view_of(folder: Path, sources: tuple[ServiceSource, ...]) -> PackageView:
    paths = [source.config.wsdl for source in sources]
    return build_view(config_from_arguments(paths, folder, "agents"), sources)


def test_the_set_has_the_sizes_that_users_have() -> None:
    services = contracts.services()
    count = Counter(member.name for service in services for member in service.types)
    assert len(services) == 56
    assert len(count) == 612
    assert sum(times > 1 for times in count.values()) == 175
    assert len(services[0].operations) == 260
    assert len(services[0].types) == 151
    wrappers: dict[str, set[object]] = {}
    for service in services:
        for operation in service.operations:
            wrappers.setdefault(operation.name, set()).add(operation.parameters)
    assert sum(len(kinds) > 1 for kinds in wrappers.values()) == 25


def test_services_share_types_and_may_differ_in_wrappers(tmp_path: Path) -> None:
    # These two have family 8 in common, and an element of two contents.
    chosen = tuple(s for s in contracts.services() if s.name in {"Agent08", "Agent33"})
    sources = read_services(services_of(write(tmp_path, chosen)))
    assert all(source.diagnostics == () for source in sources)
    view = view_of(tmp_path, sources)
    names = [
        record.class_name
        for namespace in view.namespaces
        for record in namespace.records
    ]
    assert len(names) == len(set(names))
    assert "ExceptionInfo" in names
    signatures = [
        operation.signature
        for service in view.services
        for operation in service.operations
        if operation.method == "get_status08"
    ]
    assert "status_id" in signatures[0]
    assert "status_id" not in signatures[1]
    assert "deep" in signatures[1]


def test_a_type_of_two_contents_is_refused_with_both_places_and_the_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    changed = contracts.with_conflict(contracts.services())
    chosen = tuple(s for s in changed if s.name in {"Agent17", "Agent34"})
    sources = read_services(services_of(write(tmp_path, chosen)))
    with pytest.raises(TypedSoapError) as caught:
        view_of(tmp_path, sources)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "TS303"
    assert "agent17.wsdl:" in diagnostic.message
    assert str(diagnostic.where).startswith("agent34.wsdl:")
    assert "only here has element 'DateTimeValue3'" in diagnostic.message
    assert "only there has element 'Since'" in diagnostic.message
