"""What the files of a pinned WSDL are called.

A name follows from a document's own namespace, or from its file's name, and not from how
many others there are: it stays when other imports come and go.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from typedsoap.contract import XSD_NAMESPACE
from typedsoap.source.model import Documents
from typedsoap.source.nodes import Node

_SCHEME: Final = re.compile(r"^(?:https?://(?:www\.)?|urn:)", re.IGNORECASE)
_OTHER: Final = re.compile(r"[^A-Za-z0-9_.]+")
_ENDING: Final = re.compile(r"\.(?:wsdl|xsd|xml|svc|asmx)$", re.IGNORECASE)
_LONGEST: Final = 60


def file_names(root_name: str, documents: Documents) -> Mapping[str, str]:
    """The file of every document, by its identity; unique whatever the case of letters.

    Args:
        root_name: That of the WSDL itself, `orders.wsdl`. What is imported becomes
            `orders.<namespace>.xsd` (or `.wsdl`), and what is included
            `orders.<namespace>.<its own name>.xsd`.
    """
    stem = root_name.removesuffix(".wsdl")
    included = {
        reference.target: reference.statement.tag.name != "import"
        for reference in reversed(documents.references)
    }
    names: dict[str, str] = {}
    taken = {root_name.casefold()}
    for identity, root in documents.roots.items():
        if not names:
            names[identity] = root_name
            continue
        labels = _labels(root, included=included.get(identity, False))
        candidates = (f"{stem}.{label}{_ending(root)}" for label in labels)
        name = next(name for name in candidates if name.casefold() not in taken)
        taken.add(name.casefold())
        names[identity] = name
    return names


def _labels(root: Node, *, included: bool) -> Iterator[str]:
    """Candidates, the shortest first; they never end."""
    named = _SCHEME.sub("", root.attribute("targetNamespace") or "")
    namespace = _slug(_ENDING.sub("", named))
    if namespace and not included:
        yield namespace
    place = urlsplit(root.file)
    last = _ENDING.sub("", place.path.rpartition("/")[2])
    own = _slug(f"{last} {place.query}")
    whole = ".".join(filter(None, (namespace, own))) or "schema"
    yield whole
    number = 2
    while True:
        yield f"{whole}.{number}"
        number += 1


def _slug(text: str) -> str:
    slug = _OTHER.sub("-", text).strip("-.")
    if len(slug) > _LONGEST:
        digest = hashlib.sha256(text.encode()).hexdigest()[:8]
        slug = f"{slug[:_LONGEST].rstrip('-.')}-{digest}"
    return slug


def _ending(root: Node) -> str:
    return ".xsd" if root.tag.namespace == XSD_NAMESPACE else ".wsdl"
