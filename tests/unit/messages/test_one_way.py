"""One-way operations: no reply, and an empty HTTP body for it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.messages.packages import Package, Zeep

CASE = "one-way"
FAULT = "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>No</faultstring>"


def test_request_and_answer(package: Package) -> None:
    placed: list[str] = []
    client = package.client(place=lambda given: placed.append(given.item))
    reply = client.with_response.place(item="Bolt")
    assert placed == ["Bolt"]
    assert (reply.value, reply.http.status) == (None, 202)
    assert (package.answer.status, package.answer.body) == (202, b"")
    assert package.body() == (
        '<n1:Place xmlns:n1="urn:example:orders"><n1:Item>Bolt</n1:Item></n1:Place>'
    )


@pytest.mark.parametrize("status", [200, 202, 204])
def test_nothing_is_a_success(status: int, package: Package) -> None:
    client = package.answered("", status, whole=True)
    assert client.with_response.place(item="Bolt").value is None


@pytest.mark.parametrize("body", ["", "<ignored/>"])
def test_an_envelope_is_a_success(body: str, package: Package) -> None:
    client = package.answered(body, 202).with_options(strict=False)
    assert client.with_response.place(item="Bolt").value is None


@pytest.mark.parametrize("status", [200, 500])
def test_a_fault_is_raised(status: int, package: Package) -> None:
    client = package.answered(f"{FAULT}</soap:Fault>", status)
    with pytest.raises(package.errors.SoapFault, match="No") as caught:
        client.place(item="Bolt")
    assert caught.value.outcome == "refused"


def test_another_status_is_an_error(package: Package) -> None:
    client = package.answered("", 503, whole=True)
    with pytest.raises(package.errors.HttpError) as caught:
        client.place(item="Bolt")
    assert caught.value.outcome == "unknown"


def test_a_reply_that_should_have_a_body(package: Package) -> None:
    client = package.answered("", 202, whole=True)
    with pytest.raises(package.errors.ProtocolError, match="empty"):
        client.count()


def test_a_handler_can_refuse(package: Package) -> None:
    def place(given: Any) -> None:
        raise package.errors.SoapFault("Client", f"no {given.item}")

    with pytest.raises(package.errors.SoapFault, match="no Bolt"):
        package.client(place=place).place(item="Bolt")


def test_a_failure_of_the_handler_is_a_fault(package: Package) -> None:
    def place(given: Any) -> None:
        raise package.errors.OperationFailed(given.item)

    with pytest.raises(package.errors.SoapFault):
        package.client(place=place).place(item="Bolt")
    assert package.answer.status == 500


def test_zeep_calls_the_server(package: Package) -> None:
    placed: list[str] = []
    zeep = Zeep(
        package,
        place=lambda given: placed.append(given.item),
        count=lambda _: len(placed),
    )
    assert zeep.service.Place(Item="Bolt") is None
    assert zeep.service.Count() == 1
    assert placed == ["Bolt"]


def test_request_is_the_one_that_zeep_sends(package: Package) -> None:
    zeep = Zeep(package)
    package.answered("", 202, whole=True).place(item="Bolt & nut")
    expected = zeep.request("Place", Item="Bolt & nut")
    assert package.body() == package.body(expected)
