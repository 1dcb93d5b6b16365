"""The start of other makers' servers: skipped, failed, ready, ended too early."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.interop.servers import (
    MUST_RUN,
    Requirement,
    ServerFailed,
    accepts,
    free_port,
    require,
    running,
)

LACKING = (
    Requirement("no-such-program", "a-package"),
    Requirement("/no/such/*.dll", "another-package"),
    Requirement("no-such-program-either", "a-package"),
)
REASON = "needs: apt-get install --no-install-recommends a-package another-package"
LISTENING = """
import socket, sys
with socket.create_server(("127.0.0.1", int(sys.argv[1]))):
    print("ready: blue", flush=True)
    sys.stdin.read()
"""


def test_what_is_there_is_not_skipped(tmp_path: Path) -> None:
    (tmp_path / "library.1.dll").touch()
    require(
        Requirement(sys.executable, "python"),
        Requirement(f"{tmp_path}/library.*.dll", "library"),
    )


def test_what_lacks_is_skipped_with_the_packages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(MUST_RUN, raising=False)
    with pytest.raises(pytest.skip.Exception) as skipped:
        require(Requirement(sys.executable, "python"), *LACKING)
    assert str(skipped.value) == REASON


def test_what_lacks_is_a_failure_where_it_must_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(MUST_RUN, "1")
    with pytest.raises(pytest.fail.Exception) as failed:
        require(*LACKING)
    assert str(failed.value) == REASON


def test_a_server_runs_while_the_context_lasts(tmp_path: Path) -> None:
    port = free_port()
    command = (sys.executable, "-c", LISTENING, str(port))

    def colour(output: str) -> str | None:
        return output.strip().removeprefix("ready: ") or None

    assert not accepts(port)
    with running(command, colour, tmp_path / "log") as found:
        assert found == "blue"
        assert accepts(port)
    assert not accepts(port)


def test_a_server_that_ends_early_is_reported_with_its_output(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "raise SystemExit('no port is free')")
    with (
        pytest.raises(ServerFailed, match=r"exit code 1:\nno port is free"),
        running(command, lambda _: None, tmp_path / "log"),
    ):
        pytest.fail("it is not ready")


def test_a_server_that_never_is_ready_is_reported(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "import sys; sys.stdin.read()")
    with (
        pytest.raises(ServerFailed, match="not ready in time"),
        running(command, lambda _: None, tmp_path / "log", seconds=0.1),
    ):
        pytest.fail("it is not ready")
