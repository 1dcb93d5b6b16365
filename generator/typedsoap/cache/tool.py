"""What decides the output beside the inputs: the tool's own code and its libraries."""

from __future__ import annotations

import functools
import hashlib
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Final

_LIBRARIES: Final = ("black", "jinja2", "lxml", "xsdata")


@functools.cache
def tool_fingerprint() -> str:
    """SHA-256 over the tool's modules and schemas, its libraries' versions and Python's.

    The code and not a version: in a checkout it changes without one.
    """
    digest = hashlib.sha256(f"{sys.version}\0".encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    folder = Path(__file__).parents[1]
    files = (*folder.rglob("*.py"), *folder.rglob("*.xsd"))
    for path in sorted(files):
        content = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
