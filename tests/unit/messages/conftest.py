"""The package of the golden case that a test module names as `CASE`.

`OVERLAY` is the text of its overlay, if the module has it.
"""

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
    overlay = str(getattr(module, "OVERLAY", ""))
    with imported(case, tmp_path_factory.mktemp(case), overlay) as found:
        yield found


@pytest.fixture
def unsent(package: Package) -> None:
    """No request of an earlier test is taken for one of this test."""
    package.sent = b""
