"""What an overlay says of bare values and of parts holds for them as for members."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.messages.packages import imported

BARE = """
[operations.Comment]
required = ["Remark"]
[operations.Comment.parameters.Remark]
name = "text"
[operations.Comment.result.Latest]
required = true
"""
RPC = """
[operations.Push.parameters.from]
name = "sender"
secret = true
"""
NIL = (
    '<n1:Latest xmlns:n1="urn:example:orders" xsi:nil="true"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)


def test_a_bare_value(tmp_path: Path) -> None:
    with imported("bare-messages", tmp_path, BARE) as package:
        order = package.orders.Order(number=1)
        client = package.client(comment=lambda given: order if given.text else None)
        assert client.comment(text="a") == order
        with pytest.raises(package.errors.EncodeError) as refused:
            client.comment(text=None)
        assert refused.value.path == ("text",)
        with pytest.raises(package.errors.ProtocolError) as missing:
            package.answered(NIL).comment(text="a")
        assert missing.value.path == "Body/Latest"


def test_a_part(tmp_path: Path) -> None:
    with imported("rpc-literal", tmp_path, RPC) as package:

        def push(_: object) -> None:
            raise package.errors.SoapFault("Client", "the key t0p-secret is wrong")

        client = package.client(push=push)
        with pytest.raises(package.errors.SoapFault) as caught:
            client.push(sender="t0p-secret")
        assert b"<from>t0p-secret</from>" in package.sent
        assert "t0p-secret" not in str(caught.value)
        assert "t0p-secret" not in caught.value.excerpt


def test_an_anonymous_enumeration_by_its_path(tmp_path: Path) -> None:
    overlay = """
        [types."Parcel/Kind"]
        name = "Sort"
        [types."Parcel/@Kind".members.a]
        name = "FIRST"
    """
    with imported("anonymous-enumerations", tmp_path, overlay) as package:
        assert package.types.Sort.BOX == "box"
        assert package.types.ParcelKind.FIRST == "a"
