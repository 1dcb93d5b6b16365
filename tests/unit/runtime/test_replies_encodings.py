"""Encodings of replies, said by mark, declaration and charset: who is believed."""

from __future__ import annotations

import pytest

from tests.unit.runtime.answered import answered, failure, listed, orders
from tests.unit.runtime.orders._runtime.errors import ProtocolError
from tests.unit.runtime.orders._runtime.limits import Limits
from tests.unit.runtime.orders._runtime.parsing import parse_xml

TEXT = "h\u00e9"
BODY = listed(f"<Number>1</Number><From>{TEXT}</From>").decode()


def _declared(encoding: str) -> str:
    return f"<?xml version='1.0' encoding='{encoding}'?>\n{BODY}"


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (BODY.encode(), ""),
        (BODY.encode(), "utf-8"),
        (BODY.encode(), '"UTF-8"'),
        (BODY.encode(), "utf8"),
        (BODY.encode("utf-8-sig"), ""),
        (BODY.encode("utf-8-sig"), "iso-8859-1"),
        (_declared("utf-8").encode(), ""),
        (_declared("UTF-8").encode(), "utf-8"),
        (BODY.encode("utf-16"), ""),
        (BODY.encode("utf-16"), "utf-8"),
        (_declared("utf-16").encode("utf-16"), "utf-16"),
        (BODY.encode("utf-16-be"), "utf-16be"),
        (BODY.encode("utf-16-be"), "utf-16le"),
        (BODY.encode("utf-16-le"), ""),
        (BODY.encode("latin-1"), "iso-8859-1"),
        (BODY.encode("latin-1"), "ISO_8859-1"),
        (_declared("iso-8859-1").encode("latin-1"), ""),
        (_declared("iso-8859-15").encode("latin-1"), "iso-8859-15"),
        (_declared("windows-1252").encode("cp1252"), "windows-1252"),
        (_declared("us-ascii").encode("ascii", "xmlcharrefreplace"), "us-ascii"),
        # Two that disagree: UTF-8 is believed if the bytes are valid, the other else.
        (_declared("utf-8").encode(), "iso-8859-1"),
        (_declared("iso-8859-1").encode(), "utf-8"),
        (_declared("utf-8").encode("latin-1"), "iso-8859-1"),
        (_declared("iso-8859-1").encode("latin-1"), "utf-8"),
        # The declaration otherwise.
        (_declared("iso-8859-1").encode("latin-1"), "us-ascii"),
        # Written as a str, with the declaration of a str.
        (_declared("utf-16").encode(), "utf-8"),
    ],
)
def test_who_is_believed(body: bytes, charset: str) -> None:
    content_type = f"text/xml; charset={charset}" if charset else "text/xml"
    (order,) = orders(answered(body, content_type=content_type))
    assert order.from_ == TEXT


@pytest.mark.parametrize(
    ("body", "charset", "message"),
    [
        (BODY.encode("latin-1"), "utf-8", "not valid UTF-8 (byte "),
        (BODY.encode("latin-1"), "", "not valid UTF-8 (byte "),
        (_declared("utf-8").encode("latin-1"), "utf-8", "not valid UTF-8 (byte "),
        (BODY.encode(), "us-ascii", "the reply is not valid us-ascii"),
        (BODY.encode("utf-16")[:-1], "", "the reply is not valid utf-16"),
        (_declared("utf-7").encode(), "", "the encoding 'utf-7' is not supported"),
        (BODY.encode(), "ebcdic", "the encoding 'ebcdic' is not supported"),
        (_declared("utf-16").encode(), "", "the reply declares utf-16, and is not"),
        (
            f"<?xml version='1.0' encoding='utf-16' a='b'?>{BODY}".encode("utf-16"),
            "",
            "not well-formed XML",
        ),
        (BODY.encode("utf-32"), "", "the encoding 'utf-32' is not supported"),
    ],
)
def test_what_is_not_what_it_says_is_refused(
    body: bytes, charset: str, message: str
) -> None:
    content_type = f"text/xml; charset={charset}" if charset else "text/xml"
    error = failure(answered(body, content_type=content_type))
    assert type(error) is ProtocolError
    assert message in error.message
    assert error.outcome == "unknown"


def test_both_forms_of_a_message_count() -> None:
    data = f"<a>{'x' * 1000}</a>".encode("utf-16")
    assert parse_xml(data, limits=Limits(size=4000)).tag == "a"
    with pytest.raises(ProtocolError, match="reply_limit=3000"):
        parse_xml(data, limits=Limits(size=3000))
