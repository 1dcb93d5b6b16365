"""Who does less than the others is found before anybody is timed."""

from __future__ import annotations

import pytest

from tests.benchmarks.comparing import (
    Mismatch,
    assert_same_decoded,
    assert_same_encoded,
)
from tests.benchmarks.payloads import Plain, statuses

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def _envelope(content: str, head: str = "") -> bytes:
    return (
        f'<s:Envelope xmlns:s="{SOAP}" xmlns:i="{XSI}" xmlns="urn:a">'
        f"<s:Header>{head}</s:Header><s:Body>{content}</s:Body></s:Envelope>"
    ).encode()


def test_equal_records_pass() -> None:
    assert_same_decoded("decode", statuses(3), {"ours": statuses(3)})


def _cut(records: list[Plain]) -> None:
    records.pop()


def _lose_a_member(records: list[Plain]) -> None:
    del records[1]["StatusDescription"]


def _leave_a_number_as_text(records: list[Plain]) -> None:
    records[1]["Status"] = str(records[1]["Status"])


@pytest.mark.parametrize("change", [_cut, _lose_a_member, _leave_a_number_as_text])
def test_another_result_is_a_mismatch(change: object) -> None:
    assert callable(change)
    records = statuses(3)
    change(records)
    with pytest.raises(Mismatch, match="decode: peer read"):
        assert_same_decoded(
            "decode", statuses(3), {"ours": statuses(3), "peer": records}
        )


def test_prefixes_header_blocks_and_nil_members_do_not_count() -> None:
    ours = _envelope("<A><B>1</B></A>")
    peer = _envelope(
        '<p:A xmlns:p="urn:a"><p:C i:nil="true"/><p:B>1</p:B></p:A>', "<Other/>"
    )
    assert_same_encoded("encode", {"ours": ours, "peer": peer})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<A><B>2</B><C/></A>", "'2'"),
        ("<A><C/><B>1</B></A>", "}C'"),
        ("<A><B>1</B></A>", "1 elements"),
        ('<A xmlns="urn:b"><B>1</B><C/></A>', "{urn:b}A"),
    ],
)
def test_another_content_is_a_mismatch(content: str, message: str) -> None:
    ours = _envelope("<A><B>1</B><C/></A>")
    with pytest.raises(Mismatch, match=r"encode: peer wrote") as caught:
        assert_same_encoded("encode", {"ours": ours, "peer": _envelope(content)})
    assert message in str(caught.value)


def test_an_envelope_without_body_is_a_mismatch() -> None:
    with pytest.raises(Mismatch, match="without Body"):
        assert_same_encoded("encode", {"ours": b"<A/>"})
