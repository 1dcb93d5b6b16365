"""Options and fixtures that more than one area uses."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.goldens import Generated


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the golden cases give; read it before you commit it",
    )


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Generator[None]:
    """Commands of tests keep nothing in the cache of whoever runs them.

    The processes of a run share one.
    """
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TYPEDSOAP_CACHE_DIR", str(folder / "cache"))
        yield


@pytest.fixture(scope="session", autouse=True)
def valid_envelopes() -> Generator[None]:
    """Every request of a client and every reply of an application fits the contracts."""
    # Imported here: tests of one area run without the whole tool.
    from tests.support.validated_calls import validated_calls  # noqa: PLC0415

    with validated_calls():
        yield


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference files that are not part of the repository."""
    folder = os.environ.get("TYPEDSOAP_REFERENCE")
    if not folder:
        pytest.skip("TYPEDSOAP_REFERENCE is not set")
    return Path(folder)


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Generated]:
    """Generate a golden case, once a session."""
    # Imported here: tests of one area run without the whole tool.
    from tests.support.goldens import generate  # noqa: PLC0415

    cache: dict[str, Generated] = {}

    def generated(case: str) -> Generated:
        if case not in cache:
            cache[case] = generate(case, tmp_path_factory.mktemp(case))
        return cache[case]

    return generated
