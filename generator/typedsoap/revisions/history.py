"""What WSDLs said when something was made of them, out of the history that git keeps."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from typedsoap.contract import Contract
from typedsoap.errors import TypedSoapError
from typedsoap.revisions.git import run_git, top_folder, unpack_commit
from typedsoap.source.documents import load
from typedsoap.source.limits import Limits
from typedsoap.wsdl.reading import read_contract

_MOST_COMMITS: Final = 12
"""How many commits are looked at; those before are older than any that is waited for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text that a WSDL once had.

    Attributes:
        digest: `Documents.digest` of that text.
        limits: How much it may have.
    """

    digest: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class Earlier:
    """A contract as it was at a commit.

    Attributes:
        side: How a comparison names it: `git:REV:path`.
    """

    side: str
    contract: Contract


def earlier_contracts(
    wanted: Mapping[Path, Wanted], record: Path
) -> Mapping[Path, Earlier]:
    """The contracts that WSDLs stated in the wanted texts.

    Args:
        wanted: By the WSDL's path, absolute.
        record: A file that has changed along with the WSDLs; its commits come first.

    Returns:
        What was found; nothing where there is no git, no repository or no such history.
    """
    found: dict[Path, Earlier] = {}
    if not wanted:
        return found
    at = next(iter(wanted)).parent
    try:
        top = top_folder(at).resolve()
        for commit in _commits(record, wanted, at):
            missing = {path: want for path, want in wanted.items() if path not in found}
            if not missing:
                break
            with tempfile.TemporaryDirectory() as folder:
                unpack_commit(commit, Path(folder), at=at)
                found |= _matching(commit, missing, top, Path(folder))
    except TypedSoapError:
        # Whoever asks says that it is not known.
        return found
    return found


def _commits(record: Path, wsdls: Iterable[Path], at: Path) -> Iterable[str]:
    """HEAD, and the latest that have changed the record or a WSDL's folder."""
    folders = sorted({str(path.parent) for path in wsdls})
    commits = [
        *_log(at, "--max-count=1"),
        *_log(at, "--max-count=2", "--", str(record)),
        *_log(at, f"--max-count={_MOST_COMMITS}", "--", *folders),
    ]
    return list(dict.fromkeys(commits))[:_MOST_COMMITS]


def _log(at: Path, *arguments: str) -> list[str]:
    command = ("log", "--format=%H", "--no-show-signature", *arguments)
    try:
        return run_git(*command, at=at).decode().split()
    except TypedSoapError:
        # A repository without commits, or a path that is not in it.
        return []


def _matching(
    commit: str, wanted: Mapping[Path, Wanted], top: Path, folder: Path
) -> Iterator[tuple[Path, Earlier]]:
    for path, want in wanted.items():
        try:
            inside = folder / path.resolve().relative_to(top)
            # git wants the way from the current folder.
            side = f"git:{commit[:12]}:{Path(os.path.relpath(path)).as_posix()}"
            documents = load(inside, display=side, limits=want.limits)
            if documents.digest == want.digest:
                yield path, Earlier(side, read_contract(documents)[0])
        except (TypedSoapError, ValueError):
            # It was not there then, could not be read, or is not in the repository.
            continue
