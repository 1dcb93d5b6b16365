"""A worker that answers, hangs, ends, fails or wants memory, as its task says.

python -m tests.corpus.misbehaving_worker BYTES
"""

from __future__ import annotations

import os
import time

from tests.corpus.workers import Task, serve


def work(task: Task) -> Task:
    """Do what the task says."""
    match task["do"]:
        case "hang":
            time.sleep(60)
        case "end":
            os._exit(7)
        case "fail":
            raise ValueError("no such thing")
        case "eat":
            bytes(1 << 40)
        case _:
            pass
    print("something that is no answer")
    return {"did": task["do"]}


if __name__ == "__main__":
    serve(work)
