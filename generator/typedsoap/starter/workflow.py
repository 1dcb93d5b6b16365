"""A workflow of GitHub Actions that a project can start with."""

from __future__ import annotations

from importlib.metadata import version
from typing import Final

WORKFLOW_PATH: Final = ".github/workflows/typedsoap.yml"
"""Where it goes, from the repository's root; GitHub looks nowhere else."""

_TEXT: Final = """\
# Tells of a pull request whether the generated client is what its inputs give, and whom the
# changes of a contract break.
name: typedsoap
on: pull_request
permissions:
  contents: read
jobs:
  contract:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@08eba0b27e820071cde6df949e0beb9ba4906955 # v4.3.0
        with:
          # The commit where the branch began is compared with.
          fetch-depth: 0
      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
        with:
          python-version: "3.13"
      - run: python -m pip install typedsoap==VERSION
      - run: typedsoap check --format github
      - if: ${{ !cancelled() }}
        env:
          BASE: ${{ github.base_ref }}
        run: typedsoap diff --against "origin/$BASE" --format github
"""


def workflow_text() -> str:
    """The workflow, which installs the tool in the version that this one is."""
    return _TEXT.replace("VERSION", version("typedsoap"))
