"""Changes as a JUnit report, for services that show such reports as tests.

There is no standard; the elements and attributes are those that Jenkins, GitLab and
pytest agree upon.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator

from typedsoap.changes.model import Change, Changes, Verdict
from typedsoap.changes.report import between, renamed, summary, verdicts, where
from typedsoap.changes.rules import RULES


def as_junit(changes: Changes, failing: Collection[Verdict]) -> Iterator[str]:
    """Lines of an XML document; each change is a test.

    Args:
        failing: Changes of these severities are failures; ignored ones are skipped.
    """
    failures = [c for c in changes.changes if c.severity in failing]
    suite = ET.Element("testsuite", name="typedsoap diff")
    for change in changes.changes:
        case = _case(suite, change)
        if change.severity in failing:
            message = between(change) or RULES[change.rule].purpose
            failure = ET.SubElement(
                case, "failure", type=str(change.severity), message=message
            )
            failure.text = _details(change)
        else:
            ET.SubElement(case, "system-out").text = _details(change)
    for ignored in changes.ignored:
        case = _case(suite, ignored.change)
        ET.SubElement(case, "skipped", message=ignored.reason)
    if len(suite) == 0:
        # A report without tests counts as a failed run in several places.
        name = summary(changes.changes)
        ET.SubElement(suite, "testcase", classname="contract", name=name)
    counts = {
        "tests": len(suite),
        "failures": len(failures),
        "errors": 0,
        "skipped": len(changes.ignored),
    }
    for name, count in counts.items():
        suite.set(name, str(count))
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    # Nothing in it is taken for a command where a CI job's log shows it.
    text = ET.tostring(root, "unicode").replace("##[", "&#35;#[")
    yield from text.split("\n")


def _case(suite: ET.Element, change: Change) -> ET.Element:
    # A class name is cut at its dots.
    name = ", ".join(change.operations).replace(".", "_") or "contract"
    case = ET.SubElement(
        suite, "testcase", classname=name, name=f"{change.rule}: {where(change)}"
    )
    place = change.new_location or change.old_location
    if place is not None:
        case.set("file", place.file)
        if place.line is not None:
            case.set("line", str(place.line))
    return case


def _details(change: Change) -> str:
    facts = [
        RULES[change.rule].purpose,
        between(change),
        renamed(change),
        verdicts(change),
    ]
    return "; ".join([*filter(None, facts), change.fingerprint])
