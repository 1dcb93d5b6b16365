"""What changed in the contracts that a package was generated from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from typedsoap.changes import Changes, compare
from typedsoap.changes.ignoring import without_ignored
from typedsoap.config import Config, ServiceConfig
from typedsoap.output.drift import Cause, Drift
from typedsoap.output.manifest import manifest_path
from typedsoap.paths import shown
from typedsoap.revisions.history import Earlier, Wanted, earlier_contracts
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract


@dataclass(frozen=True, slots=True)
class ContractChange:
    """How a contract differs from the one that was generated from.

    Attributes:
        old: The earlier one, as `typedsoap diff` takes it: `git:REV:path`.
        new: The WSDL as it is now.
        changes: From one to the other.
    """

    old: str
    new: str
    changes: Changes


def contract_changes(
    drift: Drift, config: Config, today: date
) -> Mapping[str, ContractChange]:
    """What changed, by the WSDL's name in the reasons of a drift.

    The manifest has no more than the SHA-256 of the WSDLs that were generated from.
    The texts are looked for in git; what is not found there is left out.

    Args:
        today: Until when changes are ignored.

    Raises:
        TypedSoapError: A WSDL that could be read just now cannot be any more.
    """
    services = {service.display: service for service in config.services}
    changed = {
        reason.subject: (services[reason.subject], reason.source)
        for reason in drift.reasons
        if reason.cause is Cause.CONTRACT
        and reason.subject in services
        and reason.source is not None
    }
    wanted = {
        service.wsdl: Wanted(digest, service.limits)
        for service, digest in changed.values()
    }
    earlier = earlier_contracts(wanted, config.output / manifest_path(config.package))
    return {
        subject: _compared(service, earlier[service.wsdl], config, today)
        for subject, (service, _) in changed.items()
        if service.wsdl in earlier
    }


def _compared(
    service: ServiceConfig, earlier: Earlier, config: Config, today: date
) -> ContractChange:
    new = shown(service.wsdl)
    documents = load(service.wsdl, display=new, limits=service.limits)
    found = compare(earlier.contract, read_contract(documents)[0])
    changes, _ = without_ignored(found, config.ignored, today)
    return ContractChange(earlier.side, new, changes)
