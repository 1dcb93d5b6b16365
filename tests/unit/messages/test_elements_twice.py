"""Content in which an element stands twice: in branches of a choice, or one after another.

What is sent either way is held against the schema by lxml (`Package.body`).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from lxml import etree

from tests.support.schema_validation import schema_of
from tests.unit.messages.elements_twice import DAY, NS, PRICE, booked, route_of, sent
from tests.unit.messages.packages import Package
from typedsoap.serve.samples import complete

CASE = "elements-twice"


def test_parameters_of_one_element(package: Package) -> None:
    booked(package, day_2=date(2024, 1, 3))
    body = package.body().replace("n1:", "")
    assert body.startswith('<Book xmlns:n1="urn:example:orders"><Day>2024-01-02</Day>')
    assert body.endswith("</Route><Day>2024-01-03</Day></Book>")
    assert booked(package).day_2 is None


@pytest.mark.parametrize("via", [[], ["x"], ["x", "y"]])
def test_fields_of_one_element(package: Package, via: list[str]) -> None:
    booked(package, route=route_of(package, via=via, id=7))
    between = "".join(f"<Via>{name}</Via>" for name in via)
    assert sent(package, "Route") == f"<Stop>a</Stop>{between}<Stop>b</Stop>"


@pytest.mark.parametrize("stops", [[], ["c"], ["c", "d"]])
def test_an_extension_repeats_an_element_of_its_base(
    package: Package, stops: list[str]
) -> None:
    tour = package.types.Tour(stop="a", via=["x"], stop_2="b", guide="g", stop_3=stops)
    booked(package, route=tour)
    assert sent(package, "Route") == (
        "<Stop>a</Stop><Via>x</Via><Stop>b</Stop><Guide>g</Guide>"
        + "".join(f"<Stop>{name}</Stop>" for name in stops)
    )


def test_a_reference_and_a_declaration_of_one_element(package: Package) -> None:
    fragment = package.runtime("fragments").XmlFragment.parse
    traveller = package.types.Traveller(
        number=3,
        name="Inc",
        comment="first",
        since=DAY,
        comment_2="second",
        any_elements=[fragment('<other xmlns="urn:example:other"></other>')],
    )
    booked(package, traveller=traveller)
    assert sent(package, "Traveller") == (
        "<Number>3</Number><Name>Inc</Name><Comment>first</Comment>"
        "<Since>2024-01-02</Since><Comment>second</Comment>"
        '<other xmlns="urn:example:other"></other>'
    )


PAYMENT = {
    "card": ("Card", "c"),
    "voucher": ("Voucher", "v"),
    "amount": ("Amount", Decimal(1)),
    "issuer": ("Issuer", "i"),
    "free": ("Free", True),
}
TRAVELLER = {
    "first_name": ("FirstName", "f"),
    "number": ("Number", 1),
    "name": ("Name", "n"),
    "comment": ("Comment", "c"),
    "since": ("Since", DAY),
    "comment_2": ("Comment", "d"),
}


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(
    ("parameter", "kind", "fields", "valid"),
    [
        ("payment", "Payment", PAYMENT, 4),
        ("traveller", "Traveller", TRAVELLER, 4),
    ],
)
def test_exactly_the_combinations_that_the_schema_has(
    package: Package,
    parameter: str,
    kind: str,
    fields: dict[str, tuple[str, Any]],
    valid: int,
) -> None:
    """Every set of fields is sent if lxml finds the element valid, and refused if not."""
    client = package.client(
        book=lambda _: package.orders.BookResponse(price=Decimal(1))
    )
    schema = schema_of(package.wsdl)
    accepted = 0
    for size in range(len(fields) + 1):
        for names in combinations(fields, size):
            content = "".join(
                f"<n1:{fields[name][0]}>{_text(fields[name][1])}</n1:{fields[name][0]}>"
                for name in names
            )
            text = (
                f"<n1:Book {NS}><n1:Day>2024-01-02</n1:Day><n1:Route><n1:Stop>a</n1:Stop>"
                f"<n1:Stop>b</n1:Stop></n1:Route><n1:{kind}>{content}</n1:{kind}></n1:Book>"
            )
            expected = schema.validate(etree.fromstring(text))
            values = dict.fromkeys(fields) | {name: fields[name][1] for name in names}
            value = getattr(package.types, kind)(**values)
            package.sent = b""
            if expected:
                accepted += 1
                client.book(day=DAY, route=route_of(package), **{parameter: value})
                assert package.body() == text, names
            else:
                with pytest.raises(package.errors.EncodeError):
                    client.book(day=DAY, route=route_of(package), **{parameter: value})
                assert package.sent == b"", names
    assert accepted == valid


def _answer(package: Package, content: str) -> Any:
    client = package.answered(f"<n1:BookResponse {NS}>{content}</n1:BookResponse>")
    return client.book(day=DAY, route=route_of(package))


@pytest.mark.parametrize(
    ("content", "prices"),
    [
        ("<n1:Price>1</n1:Price>", (1, None)),
        ("<n1:Price>1</n1:Price><n1:Price>2</n1:Price>", (1, 2)),
        ("<n1:Price>1</n1:Price><n1:Discount>d</n1:Discount>", (1, None)),
        ("<n1:Price>1</n1:Price><n1:Discount/><n1:Price>2</n1:Price>", (1, 2)),
        # Not valid, but clear enough.
        ("<n1:Discount/><n1:Price>1</n1:Price><n1:Price>2</n1:Price>", (1, 2)),
    ],
)
def test_replies(
    package: Package, content: str, prices: tuple[int, int | None]
) -> None:
    found = _answer(package, content)
    assert (found.price, found.price_2) == prices


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (PRICE * 3, "the element occurs too often"),
        ("", "a required value is missing"),
        # By its place it is the second one.
        ("<n1:Discount/><n1:Price>2</n1:Price>", "a required value is missing"),
        (f"{PRICE}<n1:Tax/>", "the contract does not know this element"),
    ],
)
def test_replies_that_do_not_fit(package: Package, content: str, message: str) -> None:
    with pytest.raises(package.errors.ProtocolError, match=message):
        _answer(package, content)


def test_the_samples_of_the_mock_server_are_valid(package: Package) -> None:
    handler, samples = complete(package.server.OrdersHandler, None)
    assert samples == ["book"]
    client = package.client(book=lambda given: handler.book(**vars(given)))
    found = client.book(day=DAY, route=route_of(package))
    assert found.price is not None
    assert "<n1:Price>" in package.body(package.answer.body)
