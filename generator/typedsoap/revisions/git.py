"""WSDLs, schemas and overlays of a git revision, by the program `git`, offline."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

from typedsoap.errors import TypedSoapError, error
from typedsoap.revisions.archives import MOST_BYTES, MOST_FILES

_ENDINGS: Final = (".wsdl", ".xsd", ".xml", ".zip", ".overlay.toml")
# Fetching objects that a partial clone lacks would use the network.
_ENVIRONMENT: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}


def unpack_revision(revision: str, path: str, folder: Path) -> Path:
    """Unpack what could be a WSDL, belong to one or be imported, and give the path inside.

    Args:
        revision: A commit, branch, tag or other name that git knows.
        path: From the current folder, as a path of the working tree is.

    Raises:
        TypedSoapError: git, the revision or the path is not there (TS601), or there is
            more than a zip archive may hold (TS604).
    """
    prefix = run_git("rev-parse", "--show-prefix").decode().rstrip("\n")
    commit = _commit(revision)
    inside = os.path.normpath(prefix + path).replace(os.sep, "/")
    files = _files(commit)
    if inside != "." and not any(f"{f}/".startswith(f"{inside}/") for f in files):
        raise _failed(f"git:{revision} has no {path!r}", "paths are from this folder")
    _unpack(commit, [f for f in files if f == inside or _importable(f)], files, folder)
    return folder / inside


def merge_base(revision: str, *, at: Path) -> str:
    """The latest commit that HEAD and a revision have in common.

    Args:
        revision: A name that git knows.
        at: A folder of the repository.

    Raises:
        TypedSoapError: git or the revision is not there (TS601), or the two have no
            commit in common, as far as git has their history (TS632).
    """
    commit = _commit(revision, at)
    try:
        return run_git("merge-base", "HEAD", commit, at=at).decode().strip()
    except TypedSoapError as problem:
        message = f"this branch and {revision!r} have no commit in common here"
        hint = "fetch their history, as by git fetch --unshallow"
        raise TypedSoapError([error("TS632", message, hint=hint)]) from problem


def _commit(revision: str, at: Path | None = None) -> str:
    """The name of the commit that a revision means."""
    name = f"{revision}^{{commit}}"
    top_folder(at)
    try:
        found = run_git("rev-parse", "--verify", "--end-of-options", name, at=at)
    except TypedSoapError as problem:
        hint = "name a branch, a tag or a commit; a shallow clone has few of them"
        message = f"{revision!r} is no commit that git has here"
        raise _failed(message, hint) from problem
    return found.decode().strip()


def unpack_commit(
    commit: str, folder: Path, *, at: Path, also: Collection[str] = ()
) -> None:
    """Unpack what could be a WSDL, belong to one or be imported, from the root.

    Args:
        commit: The object's name.
        at: A folder of the repository.
        also: The paths of other files, from the root; they need not be there.

    Raises:
        TypedSoapError: As `unpack_revision`.
    """
    files = _files(commit, at)
    wanted = [f for f in files if f in also or _importable(f)]
    _unpack(commit, wanted, files, folder, at)


def _importable(path: str) -> bool:
    return path.lower().endswith(_ENDINGS)


def _unpack(
    commit: str,
    wanted: Sequence[str],
    sizes: Mapping[str, int],
    folder: Path,
    at: Path | None = None,
) -> None:
    size = sum(sizes[found] for found in wanted)
    if len(wanted) > MOST_FILES or size > MOST_BYTES:
        limit = f"{MOST_FILES} files and {MOST_BYTES} bytes"
        message = f"git:{commit[:12]} has more than {limit} that could be imported"
        hint = "check the revision out, and name the folder"
        raise TypedSoapError([error("TS604", message, hint=hint)])
    if wanted:
        places = [f":(top,literal){found}" for found in wanted]
        command = ("archive", "--format=tar", commit, "--", *places)
        data = run_git(*command, at=top_folder(at))
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            archive.extractall(folder, filter="data")


def top_folder(at: Path | None = None) -> Path:
    """The root of the working tree that a folder, by default the current one, is in.

    Raises:
        TypedSoapError: There is none (TS601).
    """
    shown = run_git("rev-parse", "--show-toplevel", at=at)
    return Path(os.fsdecode(shown).removesuffix("\n"))


def _files(commit: str, at: Path | None = None) -> dict[str, int]:
    """The size of every file of a commit by its path; links are no files."""
    listed = run_git("ls-tree", "-r", "-z", "-l", "--full-tree", commit, at=at)
    files: dict[str, int] = {}
    for line in filter(None, os.fsdecode(listed).split("\0")):
        facts, _, path = line.partition("\t")
        mode, _, _, size = facts.split()
        if mode.startswith("100"):
            files[path] = int(size)
    return files


def run_git(*arguments: str, at: Path | None = None) -> bytes:
    """What git prints, run in a folder, by default the current one.

    Raises:
        TypedSoapError: git cannot be run, or fails (TS601).
    """
    place = () if at is None else ("-C", str(at))
    try:
        done = subprocess.run(  # noqa: S603
            ["git", *place, *arguments],  # noqa: S607
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
