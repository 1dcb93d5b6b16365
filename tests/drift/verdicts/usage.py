"""Code as users of the old client have written it: ordinary code, and thorough code.

Ordinary code builds arguments, calls the operation, reads every field of what comes back,
tells the members of enumerations apart, and catches the declared faults and the failures
that an overlay tells. Thorough code also reads arguments and builds replies, as helpers
and tests do, has type checkers prove that it tells all members of an enumeration apart,
and counts on what is tried again where a connection breaks.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib import import_module
from typing import Any, Final

from tests.corpus.sides import Called, Pair
from tests.drift.verdicts.source_text import Source, classes_in
from tests.support.annotations import annotations_of

_HEAD: Final = (
    '"""Written for the old client."""\n\nfrom __future__ import annotations\n'
)


def ordinary(
    package: str,
    pair: Pair,
    calls: Sequence[Called],
    name: str,
    failures: Sequence[Any] = (),
) -> str:
    """The module `use(transport)`, which makes the calls one after the other.

    Args:
        package: The package of the old client.
        name: The operation's name in the contract.
        failures: Errors that tell a failure by a rule of the overlay.
    """
    source = _Usage(package)
    hints = annotations_of(getattr(pair.client, calls[0].method))
    result = hints.pop("return")
    headers = _headers(pair, calls[0].method)
    faults = [*_faults(pair, name)]
    classes: dict[str, Any] = {type(f).__name__: f for f in failures}
    caught = [*classes.values()]
    body: list[str] = []
    for number, called in enumerate(calls):
        body += source.call(number, pair, called, result, headers, faults, caught)
    infos = [annotations_of(fault.__init__)["info"] for fault in faults]
    functions = [
        *source.readers([result, headers, *infos]),
        *source.matches([result, headers, *infos, *hints.values()], exhaustive=False),
    ]
    body += ["def use(transport: Transport) -> None:"]
    body += [f"    call_{number}(transport)" for number in range(len(calls))]
    return source.module([*functions, *body])


def thorough(
    package: str, pair: Pair, called: Called, name: str, made: Sequence[Any]
) -> str:
    """The module `use(transport)`, which calls nobody but where that is tried again.

    Args:
        name: The operation's name in the contract.
        made: Replies that tests make.
    """
    source = _Usage(package)
    hints = annotations_of(getattr(pair.client, called.method))
    result = hints.pop("return")
    functions = [
        *source.readers([*hints.values()]),
        *source.matches([result, *hints.values()], exhaustive=True),
    ]
    body = ["def use(transport: Transport) -> None:", "    assert transport"]
    if _operation(pair, name).idempotent:
        functions += source.broken()
        body += source.tried_again(pair, called)
    for number, reply in enumerate(made):
        expression = source.value(reply.value)
        if reply.value is not None:
            hint = source.hint(result)
            body.append(f"    value_{number}: {hint} = {expression}")
            body.append(f"    assert value_{number} is not None")
    return source.module([*functions, *body])


class _Usage(Source):
    def __init__(self, package: str) -> None:
        super().__init__(package)
        self._transport = f"from {package}.transport import Transport"

    def module(self, lines: list[str]) -> str:
        """A whole module."""
        text = "\n".join(lines)
        needed = [*self.imports(), self._transport]
        if "assert_never(" in text:
            needed.append("from typing import assert_never")
        return "\n".join([_HEAD, *needed, "", text, ""])

    def call(
        self,
        number: int,
        pair: Pair,
        called: Called,
        result: Any,
        headers: Any,
        faults: list[Any],
        failures: list[Any],
    ) -> Iterator[str]:
        """A function with one call, and what is done with what comes back."""
        yield f"def call_{number}(transport: Transport) -> None:"
        yield f"    client = {self._client(pair, called, 'transport=transport')}"
        yield "    try:"
        call = f"{called.method}({self.keywords(called.arguments)})"
        yield f"        reply = client.with_response.{call}"
        for number, fault in enumerate(faults):
            yield f"    except {self.name(fault)} as fault:"
            info = annotations_of(fault.__init__)["info"]
            yield f"        info_{number}: {self.hint(info)} = fault.info"
            yield from self._read(info, f"info_{number}", 8)
            yield "        raise"
        for failure in failures:
            attribute = "result" if hasattr(failure, "result") else "info"
            told = getattr(failure, attribute)
            yield f"    except {self.name(type(failure))} as failure:"
            if told is not None:
                # Others have errors of the same class that hold other things.
                yield f"        told = failure.{attribute}"
                yield f"        assert isinstance(told, {self.name(type(told))})"
                yield from self._read(type(told), "told", 8)
            yield "        return"
        if not faults and not failures:
            yield "    finally:"
            yield "        client.close()"
        if result is not type(None):
            yield f"    value: {self.hint(result)} = reply.value"
            yield from self._read(result, "value", 4)
        yield f"    headers: {self.hint(headers)} = reply.headers"
        yield from self._read(headers, "headers", 4)
        yield ""

    def broken(self) -> Iterator[str]:
        """A transport whose first connection breaks, when the request has been sent."""
        module = import_module(f"{self._package}.errors")
        lost = self.name(module.ConnectionLost)
        sent, answer = (
            self.name(getattr(import_module(f"{self._package}.transport"), name))
            for name in ("HttpRequest", "HttpResponse")
        )
        yield "class Broken:"
        yield "    def __init__(self, transport: Transport) -> None:"
        yield "        self._transport = transport"
        yield "        self._broken = False"
        yield ""
        yield f"    def send(self, request: {sent}) -> {answer}:"
        yield "        if not self._broken:"
        yield "            self._broken = True"
        yield f'            raise {lost}("the connection broke")'
        yield "        return self._transport.send(request)"
        yield ""
        yield "    def close(self) -> None:"
        yield "        self._transport.close()"
        yield ""

    def tried_again(self, pair: Pair, called: Called) -> Iterator[str]:
        """A call that may be tried again."""
        options = "transport=Broken(transport), retries=1"
        yield f"    client = {self._client(pair, called, options)}"
        yield f"    client.{called.method}({self.keywords(called.arguments)})"

    def _client(self, pair: Pair, called: Called, options: str) -> str:
        arguments = ['"http://localhost/"', options]
        arguments += [self.keywords(called.headers)] if called.headers else []
        return f"{self.name(pair.client)}({', '.join(arguments)})"

    def readers(self, hints: list[Any]) -> Iterator[str]:
        """A function for each dataclass that is reached, which reads all of it."""
        for found in _reached(hints):
            if issubclass(found, Enum):
                continue
            yield f"def read_{found.__name__}(whole: {self.name(found)}) -> None:"
            inside = annotations_of(found)
            for field in fields(found):
                name, hint = field.name, inside[field.name]
                yield f"    its_{name}: {self.hint(hint)} = whole.{name}"
                yield from self._read(hint, f"its_{name}", 4)
            yield "    return"
            yield ""

    def matches(self, hints: list[Any], *, exhaustive: bool) -> Iterator[str]:
        """A function for each enumeration that is reached, which tells its members."""
        for found in _reached(hints):
            if issubclass(found, Enum):
                yield from self._match(found, exhaustive=exhaustive)

    def _match(self, found: type[Enum], *, exhaustive: bool) -> Iterator[str]:
        name = self.name(found)
        yield f"def read_{name}(value: {name}) -> str:"
        yield "    match value:"
        for member in found:
            yield f"        case {name}.{member.name}:"
            yield f"            return {str(member.value)!r}"
        yield "        case _:"
        yield f"            {'assert_never(value)' if exhaustive else 'return value'}"
        yield ""

    def _read(self, hint: Any, name: str, depth: int) -> Iterator[str]:
        """Read what a variable holds."""
        pad = " " * depth
        arguments = typing.get_args(hint)
        if type(None) in arguments:
            kind, *rest = (a for a in arguments if a is not type(None))
            inner = [] if rest else [*self._read(kind, name, depth + 4)]
            yield from [f"{pad}if {name} is not None:", *inner] if inner else ()
        elif typing.get_origin(hint) in (list, frozenset):
            inner = [*self._read(arguments[0], f"{name}_item", depth + 4)]
            yield from [f"{pad}for {name}_item in {name}:", *inner] if inner else ()
        elif typing.get_origin(hint) is dict:
            inner = [*self._read(arguments[1], f"{name}_item", depth + 4)]
            loop = f"{pad}for {name}_item in {name}.values():"
            yield from [loop, *inner] if inner else ()
        elif isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, Enum)):
            yield f"{pad}read_{hint.__name__}({name})"


def _reached(hints: list[Any]) -> list[Any]:
    return [*dict.fromkeys(c for hint in hints for c in classes_in(hint))]


def _headers(pair: Pair, method: str) -> Any:
    """The class of the reply's header blocks."""
    replies = inspect.getmodule(pair.client)
    found = getattr(replies, pair.client.__name__.removesuffix("Client") + "Replies")
    return typing.get_args(annotations_of(getattr(found, method))["return"])[1]


def _faults(pair: Pair, operation: str) -> Iterator[Any]:
    """The classes of the declared faults of an operation."""
    known = _operation(pair, operation)
    declared = known.declared_faults
    yield from (f.error for f in known.faults if f.name in declared)


def _operation(pair: Pair, name: str) -> Any:
    """What the client's module knows of an operation."""
    return next(
        known
        for known in vars(inspect.getmodule(pair.client)).values()
        if getattr(known, "name", None) == name and hasattr(known, "faults")
    )
