"""The package of the golden case that a test module names as `CASE`."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, cast

import pytest

from tests.unit.messages.packages import Package, imported


@pytest.fixture(scope="module")
def package(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Generator[Package]:
    """The imported package."""
    module: Any = cast("Any", request).module
    case = str(module.CASE)
    with imported(case, tmp_path_factory.mktemp(case)) as found:
        yield found
