"""The example of `typedsoap diff` in the README, run."""

from __future__ import annotations

import shlex
from pathlib import Path

from tests.support.command import typedsoap
from tests.support.documents import README, blocks
from tests.support.goldens import GOLDEN

COUPON = '<xs:element name="Coupon" type="xs:string"'
RATING = '<xs:element name="Rating" type="xs:int" minOccurs="0"/>'
CARRIER = '<xs:element name="Carrier" type="xs:string" minOccurs="0"/>'


def test_the_output_is_that_of_a_run(tmp_path: Path) -> None:
    old = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
    new = old.replace(f'{COUPON} minOccurs="0" nillable="true"/>', f"{COUPON}/>")
    new = new.replace(RATING, f"{RATING}\n          {CARRIER}")
    for folder, text in (("old", old), ("wsdl", new)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "orders.wsdl").write_text(text, "utf-8")
    (block,) = (b for b in blocks(README, "console") if "typedsoap diff" in b)
    command, _, output = block.partition("\n")

    ran = typedsoap(*shlex.split(command)[2:], folder=tmp_path)

    assert (ran.exit_code, ran.stderr) == (1, "")
    assert ran.stdout == output
