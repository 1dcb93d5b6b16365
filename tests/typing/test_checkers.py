"""What mypy --strict and pyright strict accept, infer and reject.

`accepted/` holds code that must pass, with `assert_type` for what is inferred. In
`rejected/` exactly the lines marked `# rejected` must fail, under both checkers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.support.checkers import Finding, mypy, pyright
from tests.support.documents import example
from tests.support.goldens import GENERATED_CASES, Generated, package_name

HERE = Path(__file__).parent
ACCEPTED = HERE / "accepted"
REJECTED = HERE / "rejected"

Check = Callable[[Sequence[Path], Sequence[Path]], list[Finding]]


@pytest.fixture(params=["mypy", "pyright"])
def check(request: pytest.FixtureRequest, tmp_path: Path) -> Check:
    """A checker: the targets and further import roots in, findings out."""

    def with_pyright(targets: Sequence[Path], roots: Sequence[Path]) -> list[Finding]:
        return pyright(targets, tmp_path, roots)

    return mypy if request.param == "mypy" else with_pyright


def _marked(folder: Path) -> set[tuple[str, int]]:
    return {
        (path.name, number)
        for path in folder.glob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "# rejected" in line
    }


def test_uses_of_a_client(check: Check, tmp_path: Path) -> None:
    readme = tmp_path / "readme_example.py"
    readme.write_text(example(), "utf-8")
    findings = check([ACCEPTED, REJECTED, readme], [])
    rejected = [found for found in findings if found.file.parent == REJECTED]
    assert [str(found) for found in findings if found not in rejected] == []
    marked = _marked(REJECTED)
    assert len(marked) > 10
    assert {(found.file.name, found.line) for found in rejected} == marked


def test_golden_output(check: Check, golden: Callable[[str], Generated]) -> None:
    roots = [golden(case).output for case in GENERATED_CASES]
    targets: list[Path] = []
    for case, root in zip(GENERATED_CASES, roots, strict=True):
        # The runtime is the same in all; checking it once saves most of the time.
        skipped = {
            "__pycache__",
            "py.typed",
            ".typedsoap.json",
            "_runtime" if targets else "",
        }
        modules = sorted((root / package_name(case)).iterdir())
        targets += [path for path in modules if path.name not in skipped]
    assert [str(found) for found in check(targets, roots)] == []
