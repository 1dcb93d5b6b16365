"""Reads one hostile reply and prints what it became and the peak memory in MB.

Run as `python -m tests.unit.runtime.memory_child <case> <operation>`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.unit.runtime.answered import XML, answered
from tests.unit.runtime.orders._runtime.errors import SoapError

LIMIT: Final = 64 * 1024 * 1024
_START: Final = (
    b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"'
    b' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:orders">'
)
_ITEM: Final = b"<Order><Number>1</Number><From>abcdefgh</From></Order>"


def _body(wrapper: str, content: bytes, header: bytes = b"") -> bytes:
    head = _START + b"<s:Header>" + header + b"</s:Header><s:Body>"
    tag = wrapper.encode()
    return b"".join(
        [head, b"<", tag, b">", content, b"</", tag, b"></s:Body></s:Envelope>"]
    )


def _filling(unit: bytes, size: int = LIMIT - 4096) -> bytes:
    return unit * (size // len(unit))


def _list(content: bytes) -> bytes:
    return b"<Response>" + content + b"</Response>"


def _text(text: bytes) -> bytes:
    return (
        b"<Response><Order><Number>1</Number><From>"
        + text
        + b"</From></Order></Response>"
    )


CASES: Final[dict[str, Callable[[], bytes]]] = {
    "four million elements": lambda: b"<a/>" * 4_000_000,
    "as many elements as allowed": lambda: b"<a/>" * 999_990,
    "as many elements with texts": lambda: b"<a>x</a>" * 999_990,
    "elements with attributes": lambda: b'<a b="" c=""/>' * 999_990,
    "as many items as allowed": lambda: _list(_ITEM * 333_000),
    "unknown elements among items": lambda: _list(b"<a/>x" * 999_000),
    "texts between elements": lambda: b"<a/>x" * 999_990,
    "texts between comments": lambda: _filling(b"<!---->x"),
    "texts between sections": lambda: _filling(b"<![CDATA[]]>x"),
    "attributes of one element": lambda: (
        b"<a " + b" ".join(b'a%d=""' % n for n in range(5_000_000)) + b"/>"
    ),
    "namespaces of one element": lambda: (
        b"<a " + b" ".join(b'xmlns:a%d="b"' % n for n in range(3_000_000)) + b"/>"
    ),
    "names": lambda: b"".join(b"<a%d/>" % n for n in range(999_990)),
    "one long name": lambda: b"<" + _filling(b"a") + b"/>",
    "one long text": lambda: _text(_filling(b"x")),
    "one long text of wide characters": lambda: _text(
        _filling(b"x") + "\U0001f600".encode()
    ),
    "one long text of references": lambda: _text(_filling(b"&#65;")),
    "one long comment": lambda: b"<!--" + _filling(b"x") + b"-->",
    "nothing but angle brackets": lambda: _filling(b"<"),
    "nothing but comment starts": lambda: _filling(b"<!--"),
    "levels": lambda: _filling(b"<a>"),
    "illegal characters": lambda: _text(_filling(b"x") + b"&#1;"),
}


def message(case: str, wrapper: str) -> bytes:
    """A hostile reply."""
    if case == "elements in Header":
        return _body(wrapper, b"", b"<a>x</a>" * 999_990)
    if case == "UTF-16":
        text = "<From>" + "\u4e2d" * 15_000_000 + "</From>"
        return _body(wrapper, text.encode()).decode().encode("utf-16")
    if case == "blanks in front":
        return _filling(b" ") + _body(wrapper, b"")
    return _body(wrapper, CASES[case]())


def peak() -> int:
    """The peak of this process's memory in MB."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 // 1_000_000
    raise LookupError("VmHWM")


def main(case: str, operation: str) -> None:
    """Read the reply and print the outcome and the peak."""
    wrapper = {"place_orders": "PlaceOrdersResponse", "sign_in": "SignInResponse"}
    client = answered(message(case, wrapper[operation]), 200, XML)
    # Forget what making the message took.
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    try:
        if operation == "place_orders":
            outcome = f"{len(client.place_orders(orders=[]))} items"
        else:
            outcome = type(client.sign_in()).__name__
    except SoapError as error:
        outcome = f"{type(error).__name__}: {str(error)[:200]}"
    print(peak())
    print(outcome)


if __name__ == "__main__":
    main(*sys.argv[1:])
