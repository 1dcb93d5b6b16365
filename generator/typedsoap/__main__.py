"""`python -m typedsoap`: the same as the command `typedsoap`."""

from __future__ import annotations

from typedsoap.cli import main

main(prog_name="typedsoap")
