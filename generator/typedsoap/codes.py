"""Every diagnostic code, with one sentence of meaning; the reference page is held to it."""

from __future__ import annotations

from typing import Final

CODES: Final[dict[str, str]] = {
    # TS0xx: reading files and XML
    # TS1xx: WSDL and XML Schema
    # TS15x: shapes that are not generated yet
    # TS2xx: configuration and overlay
    "TS201": "A configuration or overlay file cannot be read.",
    "TS202": "A configuration or overlay file is not TOML.",
    "TS203": "A configuration or overlay file has a key that means nothing there.",
    "TS204": "A key of a configuration or overlay file has a value of the wrong type.",
    "TS205": "A key is missing that the configuration or overlay needs.",
    "TS206": "A value of the configuration cannot be used.",
    "TS207": "Two services of the configuration would be the same Python module.",
    "TS208": "A module or package has a name that generated code needs itself.",
    "TS209": "No configuration was found, and no WSDL was named.",
    "TS221": "An overlay speaks of something that the contract does not have.",
    "TS222": "An overlay flattens a header block that cannot be flattened so.",
    "TS223": "An overlay's failure rule names something that is no boolean.",
    "TS224": "A name in an overlay cannot be a name in Python.",
    "TS225": "An overlay says of a type what this kind of type cannot have.",
    "TS226": "An overlay's name for a type fits several types of the contract.",
    "TS227": "Two overlays describe a type that their services share differently.",
    # TS3xx: names, bindings, generated code
    # TS4xx: files, manifest, command line
    # TS5xx: verify and mock
}
