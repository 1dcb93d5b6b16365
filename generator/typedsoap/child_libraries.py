"""Where the dependencies of generated code are, for an interpreter run with `-I`."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from typedsoap.errors import TypedSoapError, error

_LIBRARIES: Final = ("lxml", "urllib3")


def library_folders() -> list[str]:
    """The folders of this interpreter's own, which `-I` may have hidden from a child.

    Raises:
        TypedSoapError: A library is not installed (TS504).
    """
    folders: dict[str, None] = {}
    for name in _LIBRARIES:
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            message = f"generated code cannot be run: {name} is not installed"
            hint = f"run: pip install {name}"
            raise TypedSoapError([error("TS504", message, hint=hint)])
        folders[str(Path(spec.origin).parent.parent)] = None
    return [*folders]
