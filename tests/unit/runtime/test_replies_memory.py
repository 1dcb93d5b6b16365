"""The peak memory of reading hostile replies with the limits that hold by default.

Each is read in a process of its own, which is measured after the reply has been made.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.support.modules import ROOT

MOST: Final = 250
"""Megabytes."""

TOO_MANY: Final = "a reply of more than element_limit=1000000 elements"
TOO_LARGE: Final = "a reply that would take more than 192 MiB of memory"
MISSING: Final = "a required value is missing"

LISTS: Final = {
    "four million elements": TOO_MANY,
    "as many elements as allowed": "0 items",
    "as many elements with texts": TOO_LARGE,
    "elements with attributes": TOO_LARGE,
    "elements in Header": TOO_LARGE,
    "as many items as allowed": "333000 items",
    "unknown elements among items": "0 items",
    "texts between elements": TOO_LARGE,
    "texts between comments": TOO_MANY,
    "texts between sections": TOO_MANY,
    "attributes of one element": TOO_LARGE,
    "namespaces of one element": TOO_LARGE,
    "names": "0 items",
    "one long name": "Name too long",
    "one long text": "1 items",
    "one long text of wide characters": TOO_LARGE,
    "one long text of references": "1 items",
    "one long comment": "0 items",
    "nothing but angle brackets": TOO_MANY,
    "nothing but comment starts": "not well-formed XML",
    "levels": TOO_MANY,
    "illegal characters": "XML forbids the character U+0001",
    "UTF-16": "a reply of more than reply_limit=67108864 bytes",
    "blanks in front": "0 items",
}
# Of an operation whose result is no list, so that the whole tree is built.
OTHERS: Final = {
    "as many elements as allowed": MISSING,
    "as many elements with texts": TOO_LARGE,
    "attributes of one element": TOO_LARGE,
    "names": MISSING,
    "one long text": MISSING,
}


@pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="needs Linux to measure memory"
)
@pytest.mark.parametrize(
    ("case", "operation", "outcome"),
    [
        *((case, "place_orders", outcome) for case, outcome in LISTS.items()),
        *((case, "sign_in", outcome) for case, outcome in OTHERS.items()),
    ],
)
def test_a_hostile_reply_takes_little_memory(
    case: str, operation: str, outcome: str
) -> None:
    child = subprocess.run(
        [sys.executable, "-m", "tests.unit.runtime.memory_child", case, operation],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert child.returncode == 0, child.stderr[-2000:]
    peak, told = child.stdout.splitlines()
    assert outcome in told
    assert int(peak) <= MOST
