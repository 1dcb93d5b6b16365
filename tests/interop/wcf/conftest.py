"""The servers that tests of this folder share."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.interop.servers import require
from tests.interop.wcf.wcf_server import REQUIREMENTS, WcfServer, wcf_server


@pytest.fixture(scope="session")
def running_wcf(tmp_path_factory: pytest.TempPathFactory) -> Generator[WcfServer]:
    require(*REQUIREMENTS)
    with wcf_server(tmp_path_factory.mktemp("wcf")) as server:
        yield server


@pytest.fixture
def wcf(running_wcf: WcfServer) -> WcfServer:
    """The WCF server; calls of earlier tests are forgotten."""
    running_wcf.calls()
    return running_wcf
