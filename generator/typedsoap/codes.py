"""Every diagnostic code with its meaning; the reference page is held to this."""

from __future__ import annotations

from typing import Final

CODES: Final[dict[str, str]] = {
    # TS0xx: reading files and XML
    "TS001": "A file is missing, is no regular file or cannot be read.",
    "TS002": "A file is not well-formed XML.",
    "TS003": "A file is an HTML page.",
    "TS004": "A document ends too early.",
    "TS005": "A file is empty.",
    "TS006": "A document has a document type declaration, and perhaps entities.",
    "TS007": "A document, or all files together, are over a limit.",
    "TS008": "An import location is remote; nothing is ever fetched.",
    "TS009": "An import location is not a relative path.",
    "TS011": "A document is WSDL 2.0.",
    "TS012": "A document is not a WSDL.",
    "TS013": "An imported document is no schema, or one of another namespace.",
    "TS014": "A schema is written in a draft of XML Schema.",
    "TS016": "There are so many errors that reading stopped.",
    # TS1xx: WSDL and XML Schema
    "TS101": "A required attribute is missing.",
    "TS102": "A name is not an XML name without colon.",
    "TS103": "A reference is not a name with a declared prefix.",
    "TS104": "An attribute has a value that is not allowed.",
    "TS105": "A name is defined twice.",
    "TS106": "A referenced type is not defined, or of the wrong kind.",
    "TS107": "A referenced element is not defined.",
    "TS108": "A referenced message is not defined.",
    "TS109": "A referenced binding is not defined.",
    "TS110": "A referenced port type is not defined.",
    "TS111": "A referenced message part is not defined.",
    "TS112": "A binding has an operation that its port type has not.",
    "TS113": "A referenced group, attribute group or attribute is not defined.",
    "TS114": "A definition is circular or nested too deep.",
    "TS115": "An element is missing, or stands where it may not.",
    "TS116": "The schemas are too large once their groups are resolved.",
    "TS117": "The WSDL has no SOAP operation.",
    "TS118": "A schema redefines another, which is not supported.",
    "TS119": "A message part has not exactly one of element and type.",
    "TS120": "A port type has an operation that its binding has not (warning).",
    # TS15x: shapes that are not generated yet
    "TS150": "No operation is left that can be generated.",
    "TS151": "An operation is sent in a way that is not generated yet (warning).",
    "TS152": "An operation needs a type that is not generated yet (warning).",
    "TS153": "A port is left out for its SOAP version or transport (warning).",
    "TS154": "Several ports offer one port type, which is not generated yet (warning).",
    "TS156": "A derived type is left out (warning).",
    "TS157": "An operation is begun by the server (warning).",
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
