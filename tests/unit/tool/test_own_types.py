"""`types = "own"` in the configuration, and the commands that read it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN, INPUTS

CASE = GOLDEN / "types-of-two-services"
PAGE = """# ShipOrders

## ShipOrders Request

```xml
<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>
<ShipOrders xmlns="urn:example:shop" xmlns:t="urn:example:shop"
    xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><Orders>
<Order i:type="t:Order">
<Number>1</Number><State>Shipped</State><Weight>1.0</Weight></Order>
</Orders></ShipOrders></e:Body></e:Envelope>
```

## ShipOrders Response

```xml
<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>
<ShipOrdersResponse xmlns="urn:example:shop"><First>
<Number>1</Number><State>Open</State><Weight>1.0</Weight></First></ShipOrdersResponse>
</e:Body></e:Envelope>
```
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, copied in INPUTS.items():
        if (CASE / name).exists():
            shutil.copy(CASE / name, tmp_path / copied)
    return tmp_path


def configured(folder: Path, types: str) -> None:
    path = folder / "pyproject.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('types = "own"', f'types = "{types}"'), "utf-8")


def test_another_value_is_refused(folder: Path) -> None:
    configured(folder, "mine")
    done = typedsoap("generate", folder=folder)
    assert done.exit_code == 2
    assert "pyproject.toml:12: error TS206: 'types' cannot be 'mine'" in done.stderr
    assert 'hint: types = "own", or leave the key out' in done.stderr


def test_shared_is_what_is_meant_without_it(folder: Path) -> None:
    configured(folder, "shared")
    done = typedsoap("generate", folder=folder)
    assert done.exit_code == 2
    assert "second.wsdl:14: error TS303" in done.stderr
    assert 'types = "own"' in done.stderr


def test_to_change_it_is_drift(folder: Path) -> None:
    (folder / "second.wsdl").write_text(
        (folder / "in.wsdl").read_text("utf-8").replace("FindOrders", "ListOrders"),
        "utf-8",
    )
    assert typedsoap("generate", folder=folder).exit_code == 0
    configured(folder, "shared")
    done = typedsoap("check", folder=folder)
    assert done.exit_code == 1
    assert "configuration" in done.stdout + done.stderr


def test_pages_are_held_against_it(folder: Path) -> None:
    (folder / "pages").mkdir()
    (folder / "pages" / "ShipOrders.md").write_text(PAGE, "utf-8")
    done = typedsoap("verify", "pages", folder=folder)
    assert done.exit_code == 0, done.stdout + done.stderr
