"""Operations that share a name and differ in their messages."""

from __future__ import annotations

import pytest

from tests.unit.messages.packages import Package

CASE = "overloaded-operations"


def test_each_has_a_method_of_its_own(package: Package) -> None:
    client = package.client(
        find=lambda given: f"by {given.number}",
        find_by_name_2=lambda given: f"by {given.name}",
        find_2=lambda _: None,
        find_by_name=lambda _: "last",
    )
    assert client.find(number=5) == "by 5"
    assert client.find_by_name_2(name="Bolt") == "by Bolt"
    assert client.with_response.find_2(number=5).http.status == 202
    assert client.find_by_name() == "last"


def test_each_is_sent_as_its_own_element(package: Package) -> None:
    client = package.client(find_by_name_2=lambda given: given.name)
    client.find_by_name_2(name="Bolt")
    assert package.body() == (
        '<n1:FindByName xmlns:n1="urn:example:orders"><n1:Name>Bolt</n1:Name>'
        "</n1:FindByName>"
    )


def test_errors_name_the_operation_of_the_contract(package: Package) -> None:
    client = package.client(find_by_name_2=lambda _: None)
    with pytest.raises(package.errors.SoapFault) as caught:
        client.find_by_name_2(name="Bolt")
    assert caught.value.operation == "Find"
