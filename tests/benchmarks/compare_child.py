"""Times one version of the generated client: a child process of `bench-compare`.

Arguments: the folder that holds the package, rounds, seconds of a sample, and the number
of items in the largest messages. Prints JSON.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from tests.benchmarks.allocator import give_memory_back
from tests.benchmarks.comparing import assert_same_decoded, body_tree
from tests.benchmarks.payloads import (
    messages,
    rich_statuses,
    status_reply,
    statuses,
)
from tests.benchmarks.sampling import Call, take_samples


def main(folder: str, rounds: int, least: float, large: int) -> None:
    """Take the samples and print the seconds of a call by measure."""
    give_memory_back()
    sys.path.insert(0, folder)
    # Imported here: which version it is depends on the path.
    contender = import_module("tests.benchmarks.contenders.ours").Ours()
    found = import_module("services86").__file__
    if found is None or Path(folder).resolve() not in Path(found).resolve().parents:
        raise SystemExit(f"expected services86 of {folder}, found {found}")
    calls: dict[str, Call] = {}
    digests: dict[str, str] = {}
    for title, items in (
        ("decode 1", statuses(1)),
        ("decode 100", statuses(100)),
        ("decode 100 rich", rich_statuses(100)),
        (f"decode {large:,}", statuses(large)),
    ):
        reply = status_reply(items)
        calls[title] = contender.decoding(reply)
        calls[title.replace("decode", "call without network,")] = contender.calling(
            reply
        )
        read = {"this version": contender.plain(calls[title]())}
        assert_same_decoded(title, items, read)
    for count in (1, 100, large):
        title = f"encode {count:,}"
        calls[title] = contender.encoding(messages(count))
        content = repr(body_tree(contender.encoding(messages(count))()))
        digests[title] = sha256(content.encode()).hexdigest()
    samples = take_samples(calls, rounds=rounds, least=least)
    seconds = {name: [t.cpu for t in timings] for name, timings in samples.items()}
    print(json.dumps({"seconds": seconds, "digests": digests}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
