"""The worker process: judges its share of the mutants, one line of output each.

    python -m tests.fuzz.worker SEED FIRST STOP STEP [SERVICE]

What it has printed last tells which mutant it was at when it hung or crashed.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Final

from tests.fuzz.mutants import mutant
from tests.fuzz.properties import judge

# Address space; a client may use 250 MB on a hostile reply, and mutants are small.
_ADDRESS_SPACE: Final = 512 << 20
_LOGGED: Final = 8  # what is logged is looked at once in so many


def main(seed: int, first: int, stop: int, step: int, service: str | None) -> None:
    """Judge the mutants from `first` up to `stop`."""
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    for index in range(first, stop, step):
        verdict = judge(mutant(seed, index, service), logged=not index % _LOGGED)
        line = [verdict.outcome, verdict.well_formed, verdict.problems]
        print(json.dumps(line), flush=True)
    # Kilobytes, on Linux.
    print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss), flush=True)


if __name__ == "__main__":
    run, begin, end, by = map(int, sys.argv[1:5])
    main(run, begin, end, by, sys.argv[5] if sys.argv[5:] else None)
