"""A worker that crashes, hangs and fails, to test who watches it."""

from __future__ import annotations

import json
import os
import sys
from threading import Event


def main(first: int, stop: int, step: int) -> None:
    """Say the same of every mutant, as far as it comes."""
    for index in range(first, stop, step):
        match index:
            case 2:
                os.abort()
            case 4:
                Event().wait()
            case 6:
                sys.exit("no more mutants")
            case _:
                print(json.dumps(["value", True, []]), flush=True)
    print(1024, flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[2:5]))
