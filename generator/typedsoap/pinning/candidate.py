"""A vendor's documents -> the files to pin, which are proved to say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from typedsoap.changes import Change, Changes, compare
from typedsoap.config import ServiceConfig
from typedsoap.contract import Contract
from typedsoap.contract.fingerprint import contract_fingerprint
from typedsoap.errors import Diagnostic, Location, TypedSoapError, error
from typedsoap.paths import shown
from typedsoap.pinning.lock import PinnedFile, digest
from typedsoap.pinning.names import file_names
from typedsoap.pinning.texts import Texts
from typedsoap.source.documents import load, load_from
from typedsoap.source.model import Documents
from typedsoap.source.normal_form import normal_form
from typedsoap.wsdl.reading import read_contract

_TEXT_ALONE: Final = "documentation"
# A normal form is longer than a text without line ends.
_OVER_A_LIMIT: Final = "TS007"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What could be pinned for a service.

    Attributes:
        service: As configured; the WSDL is where the first of the files goes.
        source: What messages call the document that the others were imported by.
        texts: Contents in normal form, by file name.
        files: What the lock file says of them.
        old: The contract that is pinned now, or None where there is none.
        new: The contract of the texts.
        changes: From old to new; none where there is no old one.
    """

    service: ServiceConfig
    source: str
    texts: Mapping[str, bytes]
    files: Mapping[str, PinnedFile]
    old: Contract | None
    new: Contract
    changes: Changes

    @property
    def changes_contract(self) -> bool:
        """Whether the contract is another one than that which is pinned.

        What is written for people is no part of it.
        """
        found = (change.rule for change in self.changes.changes)
        return self.old is None or any(rule != _TEXT_ALONE for rule in found)


def make_candidate(service: ServiceConfig, documents: Documents) -> Candidate:
    """The files for documents that were read from wherever they are.

    Raises:
        TypedSoapError: What is wrong with the documents, or with those that are pinned
            now, as `generate` would say it; TS614 where the normal form does not state
            the contract of the documents.
    """
    if documents.absent:
        raise TypedSoapError([found.diagnostic for found in documents.absent])
    stated, _ = read_contract(documents)
    names = file_names(service.wsdl.name, documents)
    locations = {
        reference.statement.element: names[reference.target]
        for reference in documents.references
    }
    roots = {names[identity]: root for identity, root in documents.roots.items()}
    texts = {name: normal_form(root.element, locations) for name, root in roots.items()}
    new = _read_again(service, texts, documents)
    same = contract_fingerprint(stated) == contract_fingerprint(new)
    if not same or compare(stated, new):
        raise TypedSoapError([_unproved(documents, "another contract")])
    old: Contract | None = None
    if service.wsdl.exists():
        pinned = load(service.wsdl, display=shown(service.wsdl), limits=service.limits)
        old, _ = read_contract(pinned)
    return Candidate(
        service=service,
        source=documents.root.display,
        texts=texts,
        files={
            name: PinnedFile(_source(root.file), digest(texts[name]))
            for name, root in roots.items()
        },
        old=old,
        new=new,
        changes=compare(old, new) if old else Changes(()),
    )


def changes_of(candidates: Iterable[Candidate]) -> Changes:
    """What all of them change; once where several change the same."""
    several = [found.changes for found in candidates]
    changes = {change for found in several for change in found.changes}
    mapped = dict.fromkeys(pair for found in several for pair in found.namespaces)
    return Changes(tuple(sorted(changes, key=Change.sort_key)), tuple(mapped))


def _read_again(
    service: ServiceConfig, texts: Mapping[str, bytes], documents: Documents
) -> Contract:
    folder, name = service.wsdl.parent, service.wsdl.name
    try:
        again = load_from(
            Texts(texts, folder), name, shown(service.wsdl), service.limits
        )
        contract, _ = read_contract(again)
    except TypedSoapError as problem:
        if any(found.code == _OVER_A_LIMIT for found in problem.diagnostics):
            raise
        reason = f"something else: {problem.diagnostics[0].message}"
        raise TypedSoapError([_unproved(documents, reason)]) from problem
    return contract


def _unproved(documents: Documents, what: str) -> Diagnostic:
    return error(
        "TS614",
        f"the normal form of these documents states {what}; nothing was stored",
        where=Location(documents.root.display),
        hint="this is a mistake of the tool: report it, and store the WSDL by hand",
    )


def _source(display: str) -> str:
    """A URL; of a file the name alone, as its folder means nothing to others."""
    if urlsplit(display).netloc:
        return display
    # A name need not be text everywhere.
    return display.rpartition("/")[2].encode("utf-8", "replace").decode()
