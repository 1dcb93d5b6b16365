"""Compares what a client did with what the examples say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from typedsoap.errors import TypedSoapError
from typedsoap.source.parsing import parse
from typedsoap.verify.infoset import Node, first_difference, infoset, side_by_side
from typedsoap.verify.masking import Masking
from typedsoap.verify.program import Answer
from typedsoap.verify.samples import Sample
from typedsoap.verify.translation import Outcome
from typedsoap.verify.trees import Tree, aligned, as_node


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference.

    Attributes:
        message: What differs, in one line.
        detail: The two sides beside each other; empty where there are no two sides.
    """

    message: str
    detail: str = ""


def request_findings(
    sample: Sample, answer: Answer, http_headers: Mapping[str, str], masking: Masking
) -> Iterator[Finding]:
    """How what was sent differs from the example of a request.

    Args:
        http_headers: Those that must go with it, names in lower case.
    """
    yield from _problems(sample)
    if answer.sent is None:
        yield Finding(f"nothing was sent: {answer.error}: {answer.message}")
        yield from _against_contract(sample, masking)
        return
    try:
        sent = infoset(parse(answer.sent, "the request"), sample.named)
    except TypedSoapError as problem:
        yield Finding(f"what was sent is no XML: {problem}")
        return
    yield from _difference(sample.envelope, sent, ("example", "sent"), masking)
    for name, value in http_headers.items():
        found = answer.http_headers.get(name)
        if found != value:
            yield Finding(f"HTTP header {name}: {value!r} against {found!r}")


def response_findings(
    sample: Sample, expected: Outcome | None, answer: Answer, masking: Masking
) -> Iterator[Finding]:
    """How what the client made of a reply differs from the example of it.

    Args:
        expected: What the independent reading says; None where nothing could be read.
    """
    yield from _problems(sample)
    yield from _against_contract(sample, masking)
    if expected is None:
        yield Finding("the example's Body could not be read")
        return
    if answer.sent is None:
        yield Finding("the client was not asked to read it, for it sent nothing")
        return
    if answer.error != expected.error:
        said = expected.error or "no error"
        raised = f"{answer.error}: {answer.message}" if answer.error else "no error"
        yield Finding(f"the call should end with {said}, and ended with {raised}")
        if answer.value is None:
            return
    titles = ("example", "client")
    value = aligned(expected.value, answer.value)
    yield from _difference(_shown(value), _shown(answer.value), titles, masking)
    if expected.error is None and answer.error is None:
        yield from _difference(
            as_node("headers", expected.headers),
            as_node("headers", answer.headers),
            titles,
            masking,
        )


def _shown(tree: Tree) -> Node:
    return as_node("result", tree)


def _problems(sample: Sample) -> Iterator[Finding]:
    for problem in sample.problems:
        yield Finding(str(problem))


def _against_contract(sample: Sample, masking: Masking) -> Iterator[Finding]:
    titles = ("example", "contract")
    yield from _difference(sample.envelope, sample.contract_form, titles, masking)


def _difference(
    left: Node, right: Node, titles: tuple[str, str], masking: Masking
) -> Iterator[Finding]:
    difference = first_difference(left, right)
    if difference is None:
        return
    shown = masking.masked(left), masking.masked(right)
    place = difference.partition(": ")[0]
    told = first_difference(*shown) or f"{place}: a masked value"
    yield Finding(
        f"{titles[0]} against {titles[1]}: {told}", side_by_side(*shown, titles)
    )
