"""All examples' old contracts as one generated package, and all new ones as another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.drift.verdicts.examples import Example
from typedsoap.config import Config, ServiceConfig
from typedsoap.errors import TypedSoapError
from typedsoap.overlay.loading import overlay_beside
from typedsoap.pipeline import build_view
from typedsoap.render import render_package, runtime_files
from typedsoap.service_source import ServiceSource, read_services

_NOTHING: Final = "TS150"
"""The code of a WSDL of which nothing can be generated."""


def package_name(side: str) -> str:
    """The package of a side: "old" or "new"."""
    return f"{side}_contracts"


def generate(
    examples: Sequence[Example], side: str, folder: Path
) -> dict[Example, tuple[ServiceSource, ...]]:
    """Write the package of a side, neither formatted nor judged by the gate.

    Each example is rendered alone, so that no name depends on those of others; what all
    services share is rendered for all.
    """
    package = package_name(side)
    found = {example: _read(example, side) for example in examples}
    everything = [source for sources in found.values() for source in sources]
    texts = _rendered(package, everything)
    for sources in filter(None, found.values()):
        own = _rendered(package, sources)
        texts |= {path: text for path, text in own.items() if path.count("/") > 1}
    texts |= {f"{package}/{path}": text for path, text in runtime_files().items()}
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return found


def _read(example: Example, side: str) -> tuple[ServiceSource, ...]:
    """What can be generated of one side of an example."""
    wsdl = example.wsdl(side)
    service = ServiceConfig(
        wsdl=wsdl,
        display=f"{example.rule}/{wsdl.name}",
        module=example.module,
        overlay=overlay_beside(wsdl),
    )
    try:
        return read_services([service])
    except TypedSoapError as problem:
        if _NOTHING not in {found.code for found in problem.diagnostics}:
            raise
        return ()


def _rendered(package: str, sources: Sequence[ServiceSource]) -> dict[str, str]:
    config = Config(
        root=Path(),
        output=Path(),
        package=package,
        distribution=package,
        write_distribution=False,
        services=tuple(source.config for source in sources),
    )
    return render_package(build_view(config, sources))
