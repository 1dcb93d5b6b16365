"""`typedsoap pin`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from typedsoap.changes.report import as_data, as_markdown, as_text
from typedsoap.cli.options import config_option
from typedsoap.cli.output import echo_diagnostics, echo_json, echo_line
from typedsoap.config.arguments import choose_config
from typedsoap.fetch.fetching import fetch
from typedsoap.paths import shown
from typedsoap.pinning.candidate import Candidate, changes_of, make_candidate
from typedsoap.pinning.choosing import choose_file, choose_services
from typedsoap.pinning.lock import edited_files
from typedsoap.pinning.storing import Storage, plan_storage, store
from typedsoap.source.documents import load


@click.command("pin")
@click.argument("services", metavar="[SERVICE]...", nargs=-1)
@config_option
@click.option("--check", is_flag=True, help="Only compare; write nothing.")
@click.option(
    "--from",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Pin this WSDL and the files that it imports; nothing is fetched.",
)
@click.option("-y", "--yes", is_flag=True, help="Do not ask before files are replaced.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How the changes are told: for people, for programs, for an issue.",
)
@click.pass_context
def pin_command(
    ctx: click.Context,
    services: tuple[str, ...],
    config: Path | None,
    check: bool,
    file: Path | None,
    yes: bool,
    output_format: str,
) -> None:
    """Fetch a vendor's WSDL, tell what it changes, and store it.

    \b
    Examples:
      typedsoap pin
      typedsoap pin orders --check
      typedsoap pin orders --from ~/Downloads/orders.wsdl

    SERVICE is a module of the configuration; without one, every service that says where
    its WSDL comes from. This is the only command that uses the network.

    Exit code 0: stored, or with --check no contract has changed; 1: one has (--check), or
    you said no; 2: an error, and nothing was changed.
    """
    settings = choose_config((), file=config)
    if file is not None:
        service = choose_file(settings.services, services)
        documents = load(file, display=shown(file), limits=service.limits)
        candidates = {service.module: make_candidate(service, documents)}
    else:
        chosen = choose_services(settings.services, services)
        candidates = {
            service.module: make_candidate(service, fetch(pin, service.limits))
            for service, pin in chosen
        }
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    storage = plan_storage(tuple(candidates.values()), now)
    _echo(candidates, storage, output_format)
    if check:
        ctx.exit(1 if any(c.changes_contract for c in candidates.values()) else 0)
    if storage and _may_replace(storage, yes=yes):
        done = store(tuple(candidates.values()), now)
        _echo_storage(done, aside=output_format != "text")
    elif storage:
        ctx.exit(1)


def _echo(
    candidates: Mapping[str, Candidate], storage: Storage, output_format: str
) -> None:
    """What each service has come to, and all changes of contracts."""
    # For programs, standard output has the changes alone.
    aside = output_format != "text"
    for name, found in candidates.items():
        line = f"{name}: {_state(found, storage)}; {found.source}"
        echo_line(line, err=aside)
    changes = changes_of(candidates.values())
    if output_format == "json":
        echo_json(as_data(changes))
    elif changes or aside:
        for line in as_markdown(changes) if aside else as_text(changes):
            echo_line(line)
    echo_diagnostics(edited_files(c.service.wsdl for c in candidates.values()))


def _state(found: Candidate, storage: Storage) -> str:
    if found.old is None:
        return "not pinned yet"
    if found.changes_contract:
        return "the contract has changed"
    folder = found.service.wsdl.parent
    if any(folder / name in storage.writes for name in found.texts):
        return "the contract is the same, its text has changed"
    return "unchanged"


def _may_replace(storage: Storage, *, yes: bool) -> bool:
    if yes or not (storage.overwrites or storage.removes) or not at_terminal():
        return True
    return click.confirm("Replace the pinned files?")


def at_terminal() -> bool:
    """Whether somebody is there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _echo_storage(storage: Storage, *, aside: bool) -> None:
    for path in storage.writes:
        verb = "update" if path in storage.overwrites else "add"
        echo_line(f"{verb:6} {shown(path)}", err=aside)
    for path in storage.removes:
        echo_line(f"remove {shown(path)}", err=aside)
