"""Measures the generated client: prints the table, and writes it with more as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.benchmarks.allocator import give_memory_back
from tests.benchmarks.calls import call_rows
from tests.benchmarks.children import ChildFailed
from tests.benchmarks.codec import (
    Task,
    codec_rows,
    decode_tasks,
    encode_tasks,
    measure,
)
from tests.benchmarks.comparing import Mismatch
from tests.benchmarks.contenders.ours import Ours
from tests.benchmarks.contenders.suds_peer import Suds
from tests.benchmarks.contenders.xsdata_peer import Xsdata
from tests.benchmarks.contenders.zeep_peer import Zeep
from tests.benchmarks.effort import FULL, QUICK, Effort
from tests.benchmarks.environment import environment, load
from tests.benchmarks.importing import import_rows
from tests.benchmarks.measures import Measure
from tests.benchmarks.memory import memory_rows
from tests.benchmarks.report import json_report, text_report, with_section
from tests.benchmarks.rows import Row
from tests.support.modules import ROOT

PARTS: Final = ("decode", "encode", "call", "memory", "import")
DOCUMENT: Final = ROOT / "docs" / "performance.md"
RESULTS: Final = ROOT / ".bench" / "results.json"


def main(arguments: Sequence[str]) -> int:
    """Run what was asked for; 1 if a contender does not do what the others do."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer, smaller samples")
    parser.add_argument("--markdown", action="store_true", help="print as Markdown")
    parser.add_argument(
        "--no-peers", action="store_true", help="only this client and lxml's bare parse"
    )
    parser.add_argument("--only", choices=PARTS, action="append", help="repeatable")
    parser.add_argument(
        "--document", action="store_true", help="put the table into docs/performance.md"
    )
    parser.add_argument("--json", type=Path, default=RESULTS, metavar="FILE")
    options = parser.parse_args(arguments)
    # Before the run: the tree may be another one when it ends.
    facts = environment(peers=not options.no_peers)
    facts["allocator"] = give_memory_back()
    measures: list[Measure] = []

    def keep(measured: Measure) -> Measure:
        print(f"measured: {measured.title}", file=sys.stderr)
        measures.append(measured)
        return measured

    try:
        rows = measured_rows(
            options.only or PARTS,
            QUICK if options.quick else FULL,
            keep,
            with_peers=not options.no_peers,
        )
    except (Mismatch, ChildFailed) as problem:
        print(problem, file=sys.stderr)
        return 1
    facts["load afterwards"] = load()
    print(text_report(rows, measures, facts, markdown=options.markdown))
    if options.document:
        section = text_report(rows, measures, facts, markdown=True)
        text = with_section(DOCUMENT.read_text("utf-8"), section)
        DOCUMENT.write_text(text, "utf-8")
    options.json.parent.mkdir(parents=True, exist_ok=True)
    report = json_report(rows, measures, facts)
    options.json.write_text(json.dumps(report, indent=1, ensure_ascii=False), "utf-8")
    return 0


def measured_rows(
    parts: Sequence[str],
    effort: Effort,
    keep: Callable[[Measure], Measure],
    *,
    with_peers: bool,
) -> list[Row]:
    """Measure some parts.

    Args:
        parts: Of `PARTS` those to measure.
        effort: How much is done.
        keep: Takes each measure, and gives it back.
        with_peers: Whether zeep, suds and xsdata take part; they must be installed then.
    """
    ours = Ours()
    rows: list[Row] = []
    tasks: list[Task] = []
    if "decode" in parts:
        tasks += decode_tasks(effort.large)
    if "encode" in parts:
        tasks += encode_tasks(effort.large)
    # Last those that keep memory: what they keep would be there for all others.
    alone = {
        task.title: keep(measure(task, ours, (), effort))
        for task in sorted(tasks, key=lambda task: task.kept)
    }
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        callers = (Zeep(), Suds()) if with_peers else ()
        codecs = (*callers, Xsdata(folder)) if with_peers else ()
        for task in tasks:
            beside = (
                keep(measure(task, ours, codecs, effort))
                if codecs and not task.kept
                else None
            )
            rows += codec_rows(task, alone[task.title], beside)
        if "call" in parts:
            rows += call_rows(callers, effort, keep)
        if "memory" in parts:
            rows += memory_rows(folder, effort.repeats, with_zeep=with_peers)
        if "import" in parts:
            loaders = [peer.name for peer in callers]
            rows += import_rows(folder, loaders, effort.children)
    return rows


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
