"""Where the tool's own data files are."""

from __future__ import annotations

from pathlib import Path


def templates_dir() -> Path:
    """The folder of templates: beside this module once installed, else the checkout's.

    A path and not a package loader: an editable install has no package to load from.
    """
    installed = Path(__file__).with_name("templates")
    return installed if installed.is_dir() else Path(__file__).parents[2] / "templates"
