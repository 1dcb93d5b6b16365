"""The package of the golden case that a test module names as `CASE`."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.unit.messages.packages import Package, imported


@pytest.fixture(scope="module")
def package(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Generator[Package]:
    """The imported package."""
    case = str(request.module.CASE)
    with imported(case, tmp_path_factory.mktemp(case)) as found:
        yield found
