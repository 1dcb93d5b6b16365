"""The fingerprint of the configuration, for the manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

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
                # Left out where all are wanted, as before there was a choice.
                **({"only": service.only} if service.only else {}),
                **({"types": "own"} if service.own_types else {}),
            }
            for service in config.services
        ],
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
