"""What must hold for every reply, and how a reply is judged by it."""

from __future__ import annotations

import logging
import pickle
import warnings
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from time import process_time
from typing import Any, Final

from services86 import errors
from services86.errors import SoapError, SoapFault
from services86.transport import HttpRequest, HttpResponse
from tests.fuzz.mutants import Mutant
from tests.fuzz.nasty import TYPES
from tests.fuzz.plain_reading import differences
from tests.fuzz.round_trip import round_trip_problem
from tests.fuzz.second_parser import Outline, outline
from tests.fuzz.targets import REPLACES_ILLEGAL, TARGETS
from tests.fuzz.typed_values import problems

VALUE: Final = "value"
_SLOW: Final = 10.0  # seconds of CPU for one reply
_DOCUMENTED: Final = {
    cls
    for name in errors.__all__
    if isinstance(cls := getattr(errors, name), type) and issubclass(cls, SoapError)
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant.

    Attributes:
        outcome: `value`, or the name of the error's class.
        well_formed: Whether a second parser reads it.
        problems: Every property that does not hold.
    """

    outcome: str
    well_formed: bool
    problems: tuple[str, ...]


class _Answer:
    """A transport that answers with a mutant."""

    def __init__(self, mutant: Mutant) -> None:
        headers = {"Content-Type": mutant.content_type} if mutant.content_type else {}
        self._response = HttpResponse(
            status=mutant.status, headers=headers, body=mutant.body
        )

    def send(self, request: HttpRequest) -> HttpResponse:
        """Answer whatever was asked."""
        return self._response

    def close(self) -> None:
        """Nothing to release."""


class _Log(logging.Handler):
    """Keeps what the client logs."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def judge(mutant: Mutant, *, logged: bool = False) -> Verdict:
    """Call the client, and look at what comes of it.

    Args:
        logged: Look at what the client logs as well, which takes longer.
    """
    document = outline(mutant.body, mutant.content_type)
    started = process_time()
    log = _Log()
    logger = logging.getLogger("services86")
    if logged:
        logger.addHandler(log)
        logger.setLevel(logging.DEBUG)
        logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            outcome, found = _called(mutant, document)
    finally:
        logger.removeHandler(log)
        logger.setLevel(logging.NOTSET)
        logger.propagate = True
    for line in log.lines:
        found += _leaks(mutant, "the log", line)
    if (seconds := process_time() - started) > _SLOW:
        found.append(f"took {seconds:.1f} s")
    return Verdict(outcome, not document.problem, tuple(found))


def _called(mutant: Mutant, document: Outline) -> tuple[str, list[str]]:
    try:
        reply = mutant.target.call(
            _Answer(mutant),
            strict=mutant.strict,
            replace_illegal=mutant.replace_illegal,
        )
    except SoapError as error:
        return type(error).__name__, _noted(_of_error(error, mutant, document))
    except Exception as error:
        name = type(error).__name__
        return name, [f"raised {name}: {error}"]
    return VALUE, _noted(_of_value(reply, mutant, document))


def _noted(looked_at: Iterator[str]) -> list[str]:
    """All problems; that one cannot look, as with a repr that raises, is one as well."""
    found: list[str] = []
    try:
        found.extend(looked_at)
    except Exception as error:
        found.append(f"raised {type(error).__name__} when looked at: {error}")
    return found


def _of_error(error: SoapError, mutant: Mutant, document: Outline) -> Iterator[str]:
    if type(error) not in _DOCUMENTED:
        yield f"{type(error).__name__} is not a documented error"
    charset = mutant.content_type.lower().partition("charset=")[2].strip("\"'")
    told = document.is_fault and charset in ("", "utf-8")
    if told and not mutant.body.startswith(BOM_UTF8) and type(error) is not SoapFault:
        yield f"a fault was told as {type(error).__name__}: {error}"
    if error.http_status != mutant.status or error.operation != mutant.operation:
        yield "the error does not tell its call"
    if error.outcome == "not_sent":
        yield "the error says that nothing was sent"
    for where, text in _texts(error):
        yield from _leaks(mutant, where, text)
    try:
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own)
    except Exception as failure:
        yield f"cannot be pickled: {type(failure).__name__}: {failure}"
    else:
        if (type(copy), str(copy)) != (type(error), str(error)):
            yield "is another error after pickling"


def _texts(error: SoapError) -> Iterator[tuple[str, str]]:
    """Every text that the error or its traceback shows."""
    yield "str", str(error)
    yield "repr", repr(error)
    yield "excerpt", error.excerpt or ""
    yield "args", repr(error.args)
    if isinstance(error, SoapFault):
        yield "fault", repr((error.code, error.code_namespace, error.actor))
        for item in error.detail:
            yield "detail", item.name + item.data.decode()
    if isinstance(error, errors.OperationFailed):
        yield "info", repr(error.info)
    chained = _shown_before(error)
    while chained is not None:
        yield "a chained error", f"{chained} {chained!r}"
        chained = _shown_before(chained)


def _shown_before(error: BaseException) -> BaseException | None:
    """The error that a traceback shows before this one."""
    context = None if error.__suppress_context__ else error.__context__
    return error.__cause__ or context


def _leaks(mutant: Mutant, where: str, text: str) -> Iterator[str]:
    for secret in mutant.target.secrets:
        if secret in text:
            yield f"a secret of the request shows in {where}"
        elif secret in unescape(text):
            yield f"a secret of the request, spelt with references, shows in {where}"


def _of_value(reply: Any, mutant: Mutant, document: Outline) -> Iterator[str]:
    target = mutant.target
    if not 200 <= mutant.status <= 299:
        yield f"a value at HTTP {mutant.status}"
    if mutant.replace_illegal and REPLACES_ILLEGAL:
        document = outline(mutant.body, mutant.content_type, replace_illegal=True)
    (response,) = _expanded(target.response)
    refusals = document.refusals(response, _BLOCKS, _expanded(*target.results))
    yield from (f"accepted, but {why}" for why in refusals)
    wrong = [*problems(reply, _result(target.name))]
    yield from wrong
    if document.plain and not (refusals or wrong or mutant.replace_illegal):
        read = differences(target, reply, mutant.body)
        yield from (f"read otherwise: {difference}" for difference in read)
    if not wrong and (problem := round_trip_problem(target, reply, mutant.strict)):
        yield problem


def _expanded(*names: str) -> tuple[str, ...]:
    return tuple(f"{{{TYPES}}}{name}" for name in names)


_BLOCKS: Final = _expanded("ExceptionInfo", "ExtraInfo", "Succeeded", "TimeZone")


@cache
def _result(operation: str) -> Any:
    return TARGETS[operation].result
