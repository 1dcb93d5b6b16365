"""Header blocks of replies that must be understood. SOAP 1.1, section 4.2.3."""

from __future__ import annotations

import pytest

from tests.unit.runtime.answered import answered, failure, orders, placed
from tests.unit.runtime.orders._runtime.errors import ProtocolError, SoapFault
from tests.unit.runtime.orders.errors import OperationFailed
from tests.unit.runtime.wire import envelope

ACTION = "<w:Action xmlns:w='urn:w' s:mustUnderstand='{}'{}>a</w:Action>"
FAULT = "<s:Fault><faultcode>s:A</faultcode><faultstring>no</faultstring></s:Fault>"
NEXT = "http://schemas.xmlsoap.org/soap/actor/next"


@pytest.mark.parametrize("must", ["1", "true", " 1 "])
@pytest.mark.parametrize("actor", ["", " s:actor=''", f" s:actor='{NEXT}'"])
def test_a_block_that_must_be_understood_and_is_not(must: str, actor: str) -> None:
    body = placed("<New/>", f"<Done>true</Done>{ACTION.format(must, actor)}")
    error = failure(answered(body))
    assert type(error) is ProtocolError
    assert error.path == "Header/Action"
    assert error.message == (
        "the header block {urn:w}Action must be understood and is not known;"
        " understood_headers can name it"
    )
    assert error.outcome == "unknown"
    client = answered(body, understood_headers=["{urn:w}Action"])
    assert orders(client) == []
    other = client.with_options(understood_headers=["{urn:w}Other"])
    assert isinstance(failure(other), ProtocolError)


@pytest.mark.parametrize(
    "block",
    [
        ACTION.format("0", ""),
        ACTION.format("1", " s:actor='urn:somebody-else'"),
        "<w:Action xmlns:w='urn:w' mustUnderstand='1'/>",
        "<Done s:mustUnderstand='1'>true</Done>",
        "<Problem s:mustUnderstand='1' xsi:nil='true'/>",
    ],
)
def test_a_block_that_is_understood_or_need_not_be(block: str) -> None:
    assert orders(answered(placed("", block))) == []


def test_what_wins_over_it() -> None:
    action = ACTION.format("1", "")
    for status in (200, 500):
        fault = failure(answered(envelope(FAULT, action), status))
        assert isinstance(fault, SoapFault)
        assert fault.outcome == "refused"
        failed = failure(answered(placed("", f"<Done>0</Done>{action}"), status))
        assert isinstance(failed, OperationFailed)


def test_a_one_way_operation_looks_at_it_too() -> None:
    client = answered(envelope("", ACTION.format("1", "")), 202)
    with pytest.raises(ProtocolError, match="must be understood"):
        client.notify()
