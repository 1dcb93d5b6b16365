"""Short runs on fixed seeds, for the suite."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.fuzz.running import Share, run
from tests.fuzz.tally import keep

CHUNKS: Final = range(1, 5)
"""The seeds of the runs of each service."""

_EACH: Final = 2_500
_OUTCOMES: Final = {
    *("value", "ProtocolError", "HttpError", "SoapFault", "OperationFailed"),
}


def assert_clean(seed: int, service: str, folder: Path) -> None:
    """Fail with the files that replay it if a property does not hold for some mutant."""
    tally = run(Share(seed, 0, _EACH, service=service), workers=1)
    found = keep(tally.findings, seed, service, folder)
    assert tally.is_clean, "\n".join([*tally.lines(), *map(str, found)])
    assert tally.total == _EACH
    assert tally.outcomes.keys() >= _OUTCOMES
