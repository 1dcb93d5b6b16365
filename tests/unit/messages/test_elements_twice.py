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
from tests.unit.messages.packages import Package
from typedsoap.serve.samples import complete

CASE = "elements-twice"
NAMESPACE = "urn:example:orders"
NS = f'xmlns:n1="{NAMESPACE}"'
DAY = date(2024, 1, 2)
PRICE = "<n1:Price>1</n1:Price>"


def _booked(package: Package, **arguments: Any) -> Any:
    """What the handler has seen of a call, which is what was passed."""
    got: list[Any] = []
    response = package.orders.BookResponse(price=Decimal(1), price_2=Decimal(2))

    def book(given: Any) -> Any:
        got.append(given)
        return response

    arguments = {"day": DAY, "route": _route(package), **arguments}
    assert package.client(book=book).book(**arguments) == response
    assert package.body(package.answer.body) == (
        f"<n1:BookResponse {NS}>{PRICE}<n1:Price>2</n1:Price></n1:BookResponse>"
    )
    for name, value in arguments.items():
        assert getattr(got[0], name) == value
    return got[0]


def _route(package: Package, **fields: Any) -> Any:
    return package.types.Route(**{"stop": "a", "stop_2": "b", **fields})


def _sent(package: Package, element: str) -> str:
    """The content of an element of the last request, without prefixes."""
    body = package.body()
    start = body.index(f"<n1:{element}")
    inner = body[body.index(">", start) + 1 : body.rindex(f"</n1:{element}>")]
    return inner.replace("n1:", "")


def test_parameters_of_one_element(package: Package) -> None:
    _booked(package, day_2=date(2024, 1, 3))
    body = package.body().replace("n1:", "")
    assert body.startswith('<Book xmlns:n1="urn:example:orders"><Day>2024-01-02</Day>')
    assert body.endswith("</Route><Day>2024-01-03</Day></Book>")
    assert _booked(package).day_2 is None


@pytest.mark.parametrize("via", [[], ["x"], ["x", "y"]])
def test_fields_of_one_element(package: Package, via: list[str]) -> None:
    _booked(package, route=_route(package, via=via, id=7))
    between = "".join(f"<Via>{name}</Via>" for name in via)
    assert _sent(package, "Route") == f"<Stop>a</Stop>{between}<Stop>b</Stop>"


@pytest.mark.parametrize("stops", [[], ["c"], ["c", "d"]])
def test_an_extension_repeats_an_element_of_its_base(
    package: Package, stops: list[str]
) -> None:
    tour = package.types.Tour(stop="a", via=["x"], stop_2="b", guide="g", stop_3=stops)
    _booked(package, route=tour)
    assert _sent(package, "Route") == (
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
    _booked(package, traveller=traveller)
    assert _sent(package, "Traveller") == (
        "<Number>3</Number><Name>Inc</Name><Comment>first</Comment>"
        "<Since>2024-01-02</Since><Comment>second</Comment>"
        '<other xmlns="urn:example:other"></other>'
    )


def test_an_element_before_a_group_that_has_it(package: Package) -> None:
    item = package.types.ScaleItem
    _booked(package, scale=package.types.Scale(mark=0))
    scale = package.types.Scale(
        mark=0, items=[item(step=1, mark=2), item(step=3, mark=4)]
    )
    _booked(package, scale=scale)
    assert _sent(package, "Scale") == (
        "<Mark>0</Mark><Step>1</Step><Mark>2</Mark><Step>3</Step><Mark>4</Mark>"
    )


def test_an_element_twice_in_a_repeated_group(package: Package) -> None:
    item = package.types.RangesItem
    items = [
        item(bound=1, bound_2=2),
        item(bound=3, label="x", bound_2=4),
        item(bound=5, bound_2=6),
    ]
    _booked(package, ranges=package.types.Ranges(items=items))
    bounds = _sent(package, "Ranges").replace("<Label>x</Label>", "")
    assert bounds == "".join(f"<Bound>{number}</Bound>" for number in range(1, 7))


def test_a_repeated_choice_whose_alternatives_share_an_element(
    package: Package,
) -> None:
    item = package.types.SettingsItem
    items = [
        item(flag=True),
        item(key="k", value="v"),
        item(flag=False, value="w"),
        item(key="l", value="x"),
    ]
    _booked(package, settings=package.types.Settings(items=items))
    assert _sent(package, "Settings") == (
        "<Flag>true</Flag><Key>k</Key><Value>v</Value><Flag>false</Flag>"
        "<Value>w</Value><Key>l</Key><Value>x</Value>"
    )


def test_an_element_twice_in_the_first_alternative_of_a_repeated_choice(
    package: Package,
) -> None:
    types = package.types
    item = types.DirectionsItem
    choices = [
        item(turn="l", street="s", turn_2="r"),
        types.DirectionsWait(3),
        item(turn="r", street="t", turn_2="l"),
        item(turn="l", street="u", turn_2="l"),
        types.DirectionsFerry(True),
    ]
    _booked(package, directions=types.Directions(choices=choices))
    assert _sent(package, "Directions") == (
        "<Turn>l</Turn><Street>s</Street><Turn>r</Turn><Wait>3</Wait>"
        "<Turn>r</Turn><Street>t</Street><Turn>l</Turn>"
        "<Turn>l</Turn><Street>u</Street><Turn>l</Turn><Ferry>true</Ferry>"
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
                client.book(day=DAY, route=_route(package), **{parameter: value})
                assert package.body() == text, names
            else:
                with pytest.raises(package.errors.EncodeError):
                    client.book(day=DAY, route=_route(package), **{parameter: value})
                assert package.sent == b"", names
    assert accepted == valid


def _answer(package: Package, content: str) -> Any:
    client = package.answered(f"<n1:BookResponse {NS}>{content}</n1:BookResponse>")
    return client.book(day=DAY, route=_route(package))


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


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "one of key, value, flag is required"),
        ({"key": "k"}, "value is required where key is given"),
        ({"value": "v"}, "key is required where value is given"),
        ({"key": "k", "flag": True}, "key, flag exclude each other"),
        (
            {"key": "k", "flag": True, "value": "v"},
            "key, value, flag exclude each other",
        ),
    ],
)
def test_alternatives_of_a_repeated_choice_that_no_instance_has(
    package: Package, fields: dict[str, Any], message: str
) -> None:
    items = [
        package.types.SettingsItem(flag=True),
        package.types.SettingsItem(**fields),
    ]
    settings = package.types.Settings(items=items)
    package.sent = b""
    with pytest.raises(package.errors.EncodeError) as caught:
        package.client().book(day=DAY, route=_route(package), settings=settings)
    assert f"settings.items[1]: {message}" in str(caught.value)
    assert package.sent == b""


def test_the_samples_of_the_mock_server_are_valid(package: Package) -> None:
    handler, samples = complete(package.server.OrdersHandler, None)
    assert samples == ["book"]
    client = package.client(book=lambda given: handler.book(**vars(given)))
    found = client.book(day=DAY, route=_route(package))
    assert found.price is not None
    assert "<n1:Price>" in package.body(package.answer.body)
