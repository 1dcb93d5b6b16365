"""Wrappers whose types have names, as JAX-WS writes them."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from tests.support.goldens import GOLDEN
from tests.unit.messages.packages import Package, Zeep

CASE = "named-wrappers"
OVERLAY = (GOLDEN / CASE / "in.overlay.toml").read_text("utf-8")
NS = 'xmlns:n1="urn:example:orders"'


def test_both_ways(package: Package) -> None:
    order = package.types.Order(number=7)
    client = package.client(place=lambda given: given.arg0)
    assert client.place(arg0=order) == order
    assert package.body() == (
        f"<n1:place {NS}><arg0><number>7</number></arg0></n1:place>"
    )
    assert package.body(package.answer.body) == (
        f"<n1:placeResponse {NS}><return><number>7</number></return></n1:placeResponse>"
    )


def test_types_that_only_wrappers_have_are_no_classes(package: Package) -> None:
    assert package.types.__all__ == ["Order", "PlaceResponse"]


def test_a_wrapper_s_type_that_others_have_is_a_class(package: Package) -> None:
    answer = [package.types.PlaceResponse(return_=package.types.Order(number=1))]
    client = package.client(repeat=lambda _: answer)
    assert client.repeat(arg0=1) == answer
    assert package.body() == f"<n1:repeat {NS}><arg0>1</arg0></n1:repeat>"
    assert package.body(package.answer.body) == (
        f"<n1:repeatResponse {NS}><return><return><number>1</number></return></return>"
        "</n1:repeatResponse>"
    )


def test_secrets_of_a_wrapper_s_type_are_masked(
    package: Package, caplog: pytest.LogCaptureFixture
) -> None:
    client: Any = package.client(place=lambda _: None)
    with caplog.at_level(logging.DEBUG):
        client.place(password="hunter2")
    assert "***" in caplog.text
    assert "hunter2" not in caplog.text


def test_zeep_sends_and_reads_the_same(package: Package) -> None:
    types = package.types
    zeep = Zeep(
        package,
        place=lambda given: given.arg0,
        repeat=lambda given: [
            types.PlaceResponse(return_=types.Order(number=number))
            for number in range(given.arg0)
        ],
    )
    order = {"number": 7}
    assert package.body(zeep.request("place", arg0=order, password="hunter2")) == (
        f"<n1:place {NS}><arg0><number>7</number></arg0>"
        "<password>hunter2</password></n1:place>"
    )
    # What holds one element alone is that element to zeep.
    assert zeep.service.place(arg0=order) == 7
    assert [found["return"].number for found in zeep.service.repeat(2)] == [0, 1]
