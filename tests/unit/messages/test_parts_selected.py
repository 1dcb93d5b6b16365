"""The `parts` of soap:body: one part is the body, others are header blocks or unused."""

from __future__ import annotations

from typing import Any

from tests.unit.messages.packages import Package

CASE = "parts-selected"
NS = 'xmlns:n1="urn:example:orders"'


def test_another_part_is_a_header_block(package: Package) -> None:
    seen: list[Any] = []

    def place(given: Any) -> int:
        call = package.current_call()
        seen.append((given.item, call.request_headers.token))
        call.reply_headers.token = "t2"
        return 5

    client = package.client(place=place).with_headers(token="t1")
    reply = client.with_response.place(item="Bolt")
    assert seen == [("Bolt", "t1")]
    assert (reply.value, reply.headers.token) == (5, "t2")
    assert package.body() == f"<n1:Place {NS}><n1:Item>Bolt</n1:Item></n1:Place>"
    assert b"<soap:Header><n1:Token>t1</n1:Token></soap:Header>" in package.sent


def test_another_part_is_not_sent(package: Package) -> None:
    client = package.client(load=lambda given: f"{given.load}!")
    assert client.load(load=5) == "5!"
    assert package.body() == f"<n1:Load {NS}>5</n1:Load>"


def test_no_part_is_selected(package: Package) -> None:
    assert package.client(wait=lambda _: "done").wait() == "done"
    assert package.body() == ""
