"""`.typedsoap.json` in the package: what was generated, and from what.

It lets a later run tell a stale file from a foreign one, a hand edit from a change of the
inputs, and which input it was. It holds no clock, version or absolute path.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, cast

from typedsoap.output.files import sha256

FILE_NAME: Final = ".typedsoap.json"
_FORMAT: Final = 1
_ABOUT: Final = "Written by typedsoap for `typedsoap check`. DO NOT EDIT."
_OUTSIDE: Final = "../pyproject.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceInputs:
    """What one service was generated from.

    Attributes:
        wsdl: The WSDL's name in messages.
        source: SHA-256 of the WSDL with all that it imports.
        contract: The contract's fingerprint: what of the text has a meaning.
        overlay: SHA-256 of the overlay file; None where there is none.
    """

    wsdl: str
    source: str
    contract: str
    overlay: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything that decides what is generated, but for the tool itself.

    Attributes:
        services: By module.
        configuration: Fingerprint of the configuration.
        templates: Fingerprint of the templates that go before the tool's own; None
            without any.
    """

    services: Mapping[str, ServiceInputs]
    configuration: str
    templates: str | None

    def with_contracts_of(self, earlier: Inputs) -> Inputs:
        """The same, with the earlier fingerprint of each contract whose text is the same.

        Another version of the tool may know more facts of a contract.
        """
        services = dict(self.services)
        for module, service in self.services.items():
            before = earlier.services.get(module)
            if before is not None and before.source == service.source:
                services[module] = replace(service, contract=before.contract)
        return replace(self, services=services)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One run's inputs and the SHA-256 of its files, by path relative to the package."""

    inputs: Inputs
    files: Mapping[str, str]


def manifest_path(package: str) -> str:
    """The manifest's path in the output folder."""
    return f"{package}/{FILE_NAME}"


def make_manifest(package: str, inputs: Inputs, files: Mapping[str, bytes]) -> Manifest:
    """The manifest of planned files, whose paths are relative to the output folder."""
    digests = {_inner(package, path): sha256(data) for path, data in files.items()}
    return Manifest(inputs=inputs, files=digests)


def recorded_files(package: str, manifest: Manifest) -> dict[str, str]:
    """SHA-256 by path relative to the output folder, the manifest's own among them."""
    recorded = {
        _outer(package, path): digest for path, digest in manifest.files.items()
    }
    recorded[manifest_path(package)] = sha256(render_manifest(manifest))
    return recorded


def render_manifest(manifest: Manifest) -> bytes:
    """The file's content: the same for equal manifests, one line a fact."""
    inputs = manifest.inputs
    body = {
        "about": _ABOUT,
        "format": _FORMAT,
        "inputs": {
            "configuration": inputs.configuration,
            "templates": inputs.templates,
            "services": {
                module: {
                    "wsdl": service.wsdl,
                    "source": service.source,
                    "contract": service.contract,
                    "overlay": service.overlay,
                }
                for module, service in sorted(inputs.services.items())
            },
        },
        "files": dict(sorted(manifest.files.items())),
    }
    # A digest of the rest: an edited line would otherwise pass for another input.
    body["sha256"] = sha256(json.dumps(body, sort_keys=True).encode("ascii"))
    return (json.dumps(body, indent=2) + "\n").encode("ascii")


def parse_manifest(content: bytes) -> Manifest:
    """Read a manifest.

    Raises:
        ValueError: It is not exactly what `render_manifest` has written once.
    """
    try:
        data = cast("object", json.loads(content))
        manifest = _manifest(data)
    except (UnicodeDecodeError, RecursionError, TypeError) as problem:
        raise ValueError("not a manifest") from problem
    if render_manifest(manifest) != content:
        raise ValueError("a manifest that was edited")
    return manifest


def _manifest(data: object) -> Manifest:
    root = _table(data)
    inputs = _table(root.get("inputs"))
    files = {path: _text(value) for path, value in _table(root.get("files")).items()}
    for path in files:
        parts = path.split("/")
        inside = (
            all(parts) and not {"..", "."} & set(parts) and not set(":\\") & set(path)
        )
        if path != _OUTSIDE and not inside:
            raise ValueError(f"a path out of the package: {path!a}")
    return Manifest(
        inputs=Inputs(
            services={
                module: _service(_table(value))
                for module, value in _table(inputs.get("services")).items()
            },
            configuration=_text(inputs.get("configuration")),
            templates=_optional_text(inputs.get("templates")),
        ),
        files=files,
    )


def _service(data: Mapping[str, object]) -> ServiceInputs:
    return ServiceInputs(
        wsdl=_text(data.get("wsdl")),
        source=_text(data.get("source")),
        contract=_text(data.get("contract")),
        overlay=_optional_text(data.get("overlay")),
    )


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError("not a table")
    return cast("dict[str, object]", value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _optional_text(value: object) -> str | None:
    return None if value is None else _text(value)


def _inner(package: str, path: str) -> str:
    prefix = f"{package}/"
    return path.removeprefix(prefix) if path.startswith(prefix) else f"../{path}"


def _outer(package: str, path: str) -> str:
    return path.removeprefix("../") if path.startswith("../") else f"{package}/{path}"
