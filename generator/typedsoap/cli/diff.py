"""`typedsoap diff`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from typedsoap.changes import RULES, Changes, Verdict
from typedsoap.changes.changelog import as_changelog
from typedsoap.changes.contracts import compare_all
from typedsoap.changes.ignoring import IgnoreRule, without_ignored
from typedsoap.changes.junit import as_junit
from typedsoap.changes.report import as_annotations, as_data, as_markdown, as_text
from typedsoap.cli.options import config_option
from typedsoap.cli.output import (
    annotate,
    echo_commands,
    echo_diagnostics,
    echo_json,
    echo_line,
)
from typedsoap.config.arguments import choose_config, ignored_changes
from typedsoap.overlay.overlaid import Overlaid, check_fitting
from typedsoap.revisions.configured import contracts_before, contracts_now
from typedsoap.revisions.reading import read_side
from typedsoap.revisions.texts import ContractReader

_FAILING = {
    "breaking": (Verdict.BREAKING,),
    "warning": (Verdict.BREAKING, Verdict.WARNING),
    "any": tuple(Verdict),
    "none": (),
}


def _mapping(
    _: click.Context, __: click.Parameter, values: tuple[str, ...]
) -> Mapping[str, str] | None:
    pairs = [value.partition("=") for value in values]
    if not all(old and new for old, _, new in pairs):
        raise click.BadParameter("expected OLD=NEW, two namespaces")
    return {old: new for old, _, new in pairs} or None


def _rules(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        for rule in RULES.values():
            click.echo(f"{rule.id}: {rule.purpose}")
        ctx.exit()


@click.command("diff")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option(
    "--against",
    metavar="REV",
    help="Compare what is configured with what it was where this branch left REV, "
    "a branch or any other name of a commit.",
)
@click.option(
    "--rules",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_rules,
    help="List every rule with its purpose, and do nothing else.",
)
@click.option(
    "--map-namespace",
    "namespaces",
    metavar="OLD=NEW",
    multiple=True,
    callback=_mapping,
    help="Read an old namespace as a new one; by default those are that differ in a "
    "version alone.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*_FAILING]),
    default="breaking",
    show_default=True,
    help="Which changes make the exit code 1.",
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "markdown", "github", "junit"]),
    default="text",
    show_default=True,
    help="For people, for programs, for a pull request, as annotations, or as tests.",
)
@click.option(
    "--changelog",
    is_flag=True,
    help="Write a part of release notes, in Markdown, for those who use the client.",
)
@config_option
@click.pass_context
def diff_command(
    ctx: click.Context,
    old: str | None,
    new: str | None,
    against: str | None,
    namespaces: Mapping[str, str] | None,
    fail_on: str,
    output_format: str,
    changelog: bool,
    config: Path | None,
) -> None:
    """Tell what changed between two contracts, and whom it breaks.

    \b
    Examples:
      typedsoap diff old/orders.wsdl orders.wsdl
      typedsoap diff git:HEAD~1:wsdl wsdl --fail-on any
      typedsoap diff --against origin/main
      typedsoap diff --rules

    OLD and NEW: a WSDL, a folder or zip that holds some, or git:REV:path. What the WSDLs
    and the overlays beside them say is compared, not their texts. Nothing is fetched or
    written. With OLD and NEW only the list of ignored changes of a configuration is used.

    Exit code 0: nothing of what --fail-on names; 1: something; 2: an error.
    """
    if output_format == "github":
        annotate(ctx)
    before, after, rules = _sides(old, new, against, config)
    unfitting = check_fitting(before.values(), after.values())
    found = compare_all(before, after, namespaces)
    changes, warnings = without_ignored(found, rules, datetime.now(UTC).date())
    echo_diagnostics((*unfitting, *warnings))
    failing = _FAILING[fail_on]
    _echo(changes, "changelog" if changelog else output_format, failing)
    ctx.exit(1 if any(c.severity in failing for c in changes.changes) else 0)


def _sides(
    old: str | None, new: str | None, against: str | None, config: Path | None
) -> tuple[Mapping[str, Overlaid], Mapping[str, Overlaid], Sequence[IgnoreRule]]:
    reader = ContractReader()
    if against is not None and old is None:
        settings = choose_config((), file=config)
        before = contracts_before(settings, against, reader)
        return before, contracts_now(settings, reader), settings.ignored
    if against is not None or old is None or new is None:
        raise click.UsageError("give OLD and NEW, or --against REV")
    return read_side(old, reader), read_side(new, reader), ignored_changes(config)


def _echo(changes: Changes, output_format: str, failing: Collection[Verdict]) -> None:
    if output_format == "json":
        echo_json(as_data(changes))
        return
    if output_format == "github":
        echo_commands(as_annotations(changes))
        return
    formats: Mapping[str, Callable[[Changes], Iterable[str]]] = {
        "text": as_text,
        "markdown": as_markdown,
        "changelog": as_changelog,
        "junit": partial(as_junit, failing=failing),
    }
    for line in formats[output_format](changes):
        echo_line(line)
