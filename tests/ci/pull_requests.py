"""A small project in a repository, and pull requests as `actions/checkout` leaves them."""

from __future__ import annotations

from pathlib import Path

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN
from tests.support.repository import Repository

OLD = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
RATING = '"Rating" type="xs:int"'
NEW = OLD.replace(f'{RATING} minOccurs="0"', RATING)
WSDL = "wsdl/orders.wsdl"
CONFIGURATION = """\
[tool.typedsoap]
package = "shop"
output = "src"

[[tool.typedsoap.services]]
wsdl = "wsdl/orders.wsdl"
"""
REQUIRED = "element-made-required"


def new_project(folder: Path, inside: str = ".") -> Repository:
    """A repository with a project that is in sync, in one of its folders."""
    repository = Repository.create(folder)
    project = folder / inside
    (project / "wsdl").mkdir(parents=True)
    (project / WSDL).write_text(OLD, "utf-8")
    (project / "pyproject.toml").write_text(CONFIGURATION, "utf-8")
    assert typedsoap("generate", folder=project).exit_code == 0
    repository.commit("Begin")
    return repository


def checked_out(
    origin: Repository, branch: str, folder: Path, *, base: str = "main", depth: int = 1
) -> Path:
    """A clone at the commit that merges a branch into its base, `depth` commits of it.

    So does `actions/checkout` on a pull request; 0 stands for the whole history.
    """
    current = origin.git("branch", "--show-current")
    origin.git("switch", "-q", "--detach", base)
    origin.git("merge", "-q", "--no-ff", "-m", "Merge", branch)
    origin.git("update-ref", "refs/pull/1/merge", "HEAD")
    origin.git("switch", "-q", current)
    clone = Repository.create(folder)
    clone.git("remote", "add", "origin", origin.folder.as_uri())
    limit = [f"--depth={depth}"] if depth else []
    clone.git(
        *("fetch", "-q", "--no-tags", *limit, "origin"),
        "+refs/pull/1/merge:refs/remotes/pull/1/merge",
        *([] if depth else ["+refs/heads/*:refs/remotes/origin/*"]),
    )
    clone.git("checkout", "-q", "--force", "refs/remotes/pull/1/merge")
    return folder
