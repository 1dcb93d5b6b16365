"""The registry of diagnostic codes, the sources that use it, and its page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from typedsoap.codes import CODES

ROOT = Path(__file__).parents[3]
SOURCES = sorted((ROOT / "generator").rglob("*.py"))
PAGE = ROOT / "docs" / "diagnostics.md"

# Ordered by the first code of each group.
GROUPS = {
    "TS0": "Files and XML",
    "TS1": "WSDL and XML Schema",
    "TS15": "What is not generated yet",
    "TS2": "Configuration and overlay",
    "TS3": "Names, classes and generated code",
    "TS4": "Output and command line",
    "TS5": "Verify and mock",
    "TS6": "Diff and pin",
}
HEAD = """\
# Diagnostics

Everything that `typedsoap` finds has a code, a place where there is one, and usually a
hint:

```text
wsdl/orders.wsdl:118: warning TS151: the operation 'Upload' uses document/encoded; it is
    left out of the client
```

Errors end a run with exit code 2 and leave the output as it is. Warnings tell what was
left out; with `--strict` they are failures too, but for those that the
[configuration](configuration.md) accepts by their codes. Codes keep their meaning from
version to version.
"""


def group(code: str) -> str:
    if "TS150" <= code < "TS200":
        return "TS15"
    return max((prefix for prefix in GROUPS if code.startswith(prefix)), key=len)


def page() -> str:
    parts = [HEAD]
    for prefix, title in GROUPS.items():
        rows = [f"| {c} | {text} |" for c, text in CODES.items() if group(c) == prefix]
        parts.append(f"## {title}\n\n| code | meaning |\n|---|---|\n" + "\n".join(rows))
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def used() -> set[str]:
    return {
        code
        for path in SOURCES
        if path.name != "codes.py"
        for code in re.findall(r"\"(TS\d{3})\"", path.read_text("utf-8"))
    }


def test_every_code_that_is_used_is_registered() -> None:
    assert used() - CODES.keys() == set()


def test_every_registered_code_is_used() -> None:
    assert CODES.keys() - used() == set()


def test_codes_are_in_order_and_have_a_sentence() -> None:
    assert list(CODES) == sorted(CODES)
    for code, text in CODES.items():
        assert re.fullmatch(r"TS\d{3}", code)
        assert re.fullmatch(r"[A-Z].*[.)]\.?", text), code


def test_the_page_lists_them_all(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page(), encoding="utf-8")
    assert (
        PAGE.read_text("utf-8") == page()
    ), "run this test with --update-golden to write the page anew"
