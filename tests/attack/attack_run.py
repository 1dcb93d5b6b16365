"""Generates a package from a hostile contract and calls it in a child interpreter."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypedDict

from tests.attack.hostile_texts import CANARY
from tests.support.modules import ROOT
from typedsoap.config import Config, ServiceConfig
from typedsoap.pipeline import plan

PACKAGE: Final = "attacked"
# Nothing of this repository can be imported but what the child itself is made of.
_CHILD: Final = (
    f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    "from tests.attack.attack_child import main\n"
    "del sys.path[0]; main()"
)


class Call(TypedDict):
    """What came of one call.

    Attributes:
        body: The expanded name of the request's body element; None if nothing was sent.
        lost: Texts of arguments that did not arrive.
        served: Whether the generated server answers with what its handler returns.
    """

    method: str
    error: str | None
    body: str | None
    lost: list[str]
    served: bool


class Told(TypedDict):
    """What the child tells.

    Attributes:
        alarms: What ran that must not.
        broken: Modules that cannot be imported, and why.
        examples: Where doctest would find something to run.
    """

    alarms: list[str]
    broken: list[str]
    examples: list[str]
    calls: list[Call]


def config(
    folder: Path,
    wsdl: str,
    overlay: str | None = None,
    *,
    description: str = "",
    file: str = "in.wsdl",
) -> Config:
    """A run over one WSDL, which is written to the folder.

    Args:
        description: The distribution's.
        file: The WSDL's file name.
    """
    (folder / file).write_text(wsdl, encoding="utf-8")
    overlay_path = folder / "in.overlay.toml"
    if overlay is not None:
        overlay_path.write_text(overlay, encoding="utf-8")
    service = ServiceConfig(
        wsdl=folder / file,
        display=file,
        module="attack",
        overlay=None if overlay is None else overlay_path,
        default_endpoint=True,
    )
    return Config(
        root=folder,
        output=folder / "out",
        package=PACKAGE,
        distribution=PACKAGE,
        description=description,
        services=(service,),
    )


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Put a plan's files into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def run(run_config: Config, texts: Sequence[str], replies: Mapping[str, str]) -> Told:
    """Generate, write, import and call.

    Args:
        texts: What the arguments of calls are made of.
        replies: What the server answers, by the local name of a request.
    """
    files = plan(run_config).files.files
    write(files, run_config.output)
    job = {
        "folder": str(run_config.output),
        "package": PACKAGE,
        "paths": [path for path in sys.path if "site-packages" in path],
        "modules": [_module(name) for name in files if name.endswith(".py")],
        "texts": list(texts),
        "canary": CANARY,
        "replies": dict(replies),
    }
    done = subprocess.run(
        [sys.executable, "-I", "-B", "-c", _CHILD],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        cwd=run_config.root,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    # No command has left a trace, whatever the child says.
    assert not list(run_config.root.rglob(f"{CANARY}*"))
    told: Told = json.loads(done.stdout)
    return told


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
