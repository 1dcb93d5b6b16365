"""The running PHP server, once a module."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.interop.php.server import PhpServer, php_server


@pytest.fixture(scope="module")
def running_server(
    tmp_path_factory: pytest.TempPathFactory,
) -> Generator[PhpServer]:
    """A server for all tests of a module."""
    with php_server(tmp_path_factory.mktemp("php")) as server:
        yield server


@pytest.fixture
def server(running_server: PhpServer) -> PhpServer:
    """The server, with nothing understood yet."""
    running_server.understood()
    return running_server
