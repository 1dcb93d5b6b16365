"""The worker process: judges its share of the mutants, one line of output each.

    python -m tests.fuzz_wsdl.worker SEED FIRST STOP STEP

`tests.fuzz.running` starts it and kills it when it hangs.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.fuzz_wsdl.mutants import mutant
from tests.fuzz_wsdl.properties import judge

_ADDRESS_SPACE: Final = 1 << 30
WHOLE: Final = 20
"""One in so many goes through the whole pipeline."""


def main(seed: int, first: int, stop: int, step: int) -> None:
    """Judge the mutants from `first` up to `stop`."""
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    # What was written once would be found when a later mutant of its name is imported.
    sys.dont_write_bytecode = True
    for index in range(first, stop, step):
        with TemporaryDirectory(prefix=f"w{index}_") as name:
            whole = index // 2 % WHOLE == 0
            verdict = judge(mutant(seed, index), Path(name), whole=whole)
        line = [verdict.outcome, verdict.well_formed, verdict.problems]
        print(json.dumps(line), flush=True)
    # Kilobytes, on Linux.
    print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss), flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:5]))
