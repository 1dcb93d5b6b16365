"""`make demo` runs through, and shows no secret."""

from __future__ import annotations

import subprocess
import sys

from tests.demo.__main__ import APPLICATION_TOKEN
from tests.demo.handler import PASSWORD, TICKET
from tests.support.modules import ROOT


def test_demo() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.demo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("<soap:Envelope") == 8
    assert "There is no plugin called pigeon." in done.stdout
    assert "\nmessage 2: sent to +4790000001\n" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("demo: ")
    for secret in (PASSWORD, TICKET, APPLICATION_TOKEN):
        assert secret not in done.stdout
