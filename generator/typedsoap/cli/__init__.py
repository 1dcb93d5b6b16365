"""The command line: click commands, printing and exit codes; no logic."""

from __future__ import annotations

from typedsoap.cli.main import main

__all__ = ["main"]
