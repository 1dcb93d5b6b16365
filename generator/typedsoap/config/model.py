"""`[tool.typedsoap]`: facts about the run, as a frozen `Config`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from typedsoap.changes.ignoring import IgnoreRule
from typedsoap.config.pin import PinConfig
from typedsoap.errors import Location
from typedsoap.source.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceConfig:
    """One WSDL of the run.

    Attributes:
        wsdl: The WSDL file, absolute.
        display: The path as it is written in the output, with `/`: relative to the
            folder of the configuration (or to the current one), else its last part.
        module: The Python module of the service inside the package.
        overlay: The overlay file, absolute, or None where there is none.
        own_types: Whether types that other services define differently are its own.
        default_endpoint: Whether the WSDL's own address is the client's default.
        only: Names of the operations that are wanted, with `*`, `?` and `[...]` for other
            characters; none for all.
        only_location: Where these are written.
        limits: How much the WSDL and its imports may have.
        pin: Where the WSDL is fetched from, or None where that is not said.
    """

    wsdl: Path
    display: str
    module: str
    overlay: Path | None = None
    own_types: bool = False
    default_endpoint: bool = False
    only: tuple[str, ...] = ()
    only_location: Location | None = field(default=None, compare=False)
    limits: Limits = field(default_factory=Limits)
    pin: PinConfig | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A whole run.

    Attributes:
        root: The folder that relative paths belong to.
        output: The folder that receives the package folder and its `pyproject.toml`.
        package: The import name of the generated package.
        distribution: The distribution's name; the package's name by default.
        version: The distribution's version.
        description: One line for the distribution's metadata.
        write_distribution: Whether to render `pyproject.toml` beside the package.
        templates: A folder of templates that go before the tool's own, absolute.
        keep: Glob patterns, relative to the package, of hand-written files beside it.
        ignored: Changes of the contract that `diff` does not count.
        accepted: Codes of warnings that are no failures of a strict run.
        file: The file that says so; None where the command line does.
        services: At least one.
    """

    root: Path
    output: Path
    package: str
    distribution: str
    version: str = "0.1.0"
    description: str = ""
    write_distribution: bool = True
    keep: tuple[str, ...] = ()
    # These are no part of what is generated, and so none of the key of a kept plan.
    ignored: tuple[IgnoreRule, ...] = field(default=(), repr=False)
    accepted: frozenset[str] = field(default=frozenset(), repr=False)
    templates: Path | None = None
    file: Path | None = field(default=None, repr=False, compare=False)
    services: tuple[ServiceConfig, ...]
