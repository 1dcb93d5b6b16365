"""WSDLs and schemas of a git revision, by the program `git`; nothing is fetched."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from pathlib import Path
from typing import Final

from typedsoap.errors import TypedSoapError, error

_ENDINGS: Final = (".wsdl", ".xsd", ".xml", ".zip")
# Fetching objects that a partial clone lacks would use the network.
_ENVIRONMENT: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}


def unpack_revision(revision: str, path: str, folder: Path) -> Path:
    """Unpack what could be a WSDL or be imported by one, and give the path inside.

    Args:
        revision: A commit, branch, tag or other name that git knows.
        path: From the current folder, as a path of the working tree is.

    Raises:
        TypedSoapError: git, the revision or the path is not there (TS601).
    """
    prefix = _git("rev-parse", "--show-prefix").decode().rstrip("\n")
    commit = _git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    name = commit.decode().strip()
    inside = os.path.normpath(prefix + path).replace(os.sep, "/")
    listed = _git("ls-tree", "-r", "-z", "--full-tree", "--name-only", name)
    files = [found for found in os.fsdecode(listed).split("\0") if found]
    if inside != "." and not any(f"{f}/".startswith(f"{inside}/") for f in files):
        raise _failed(f"git:{revision} has no {path!r}", "paths are from this folder")
    wanted = [f for f in files if f == inside or f.lower().endswith(_ENDINGS)]
    if wanted:
        top = _git("rev-parse", "--show-toplevel").decode().rstrip("\n")
        places = [f":(top,literal){found}" for found in wanted]
        data = _git("-C", top, "archive", "--format=tar", name, "--", *places)
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            archive.extractall(folder, filter="data")
    return folder / inside


def _git(*arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603
            ["git", *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            env=os.environ | _ENVIRONMENT,
            stdin=subprocess.DEVNULL,
        )
    except OSError as problem:
        raise _failed(f"git cannot be run: {problem}", "install git") from problem
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        hint = "name a revision of the repository that this folder is in"
        raise _failed(f"git says: {lines[-1] if lines else 'nothing'}", hint)
    return done.stdout


def _failed(message: str, hint: str) -> TypedSoapError:
    return TypedSoapError([error("TS601", message, hint=hint)])
