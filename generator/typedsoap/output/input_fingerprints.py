"""Fingerprints of the inputs that are no contract, for the manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from typedsoap.config import Config


def configuration_fingerprint(config: Config) -> str:
    """SHA-256 over what decides the output; where it is written plays no part.

    Overlays have fingerprints of their own, by content.
    """
    distribution: Mapping[str, str] | None = None
    if config.write_distribution:
        distribution = {
            "name": config.distribution,
            "version": config.version,
            "description": config.description,
        }
    facts = {
        "package": config.package,
        "distribution": distribution,
        "keep": config.keep,
        "services": [
            {
                "wsdl": service.display,
                "module": service.module,
                "default_endpoint": service.default_endpoint,
            }
            for service in config.services
        ],
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def templates_fingerprint(folder: Path) -> str:
    """SHA-256 over the names and contents of a folder of templates."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            name = path.relative_to(folder).as_posix()
            content = path.read_bytes()
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
