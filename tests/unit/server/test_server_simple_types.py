"""Every simple type through client and server, held against the schema by lxml."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Generator, Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN, generate
from tests.support.schema_validation import schema_of
from tests.support.wsgi import SOAP, call

CASE = "builtin-types"
PACKAGE = "builtin_types"
NAMESPACE = "urn:example:orders"

# Values of the types that have no strategy below.
PLAIN: Mapping[str, object] = {
    "string_value": " a\n",
    "normalized_string_value": "a b",
    "token_value": "a b",
    "language_value": "nb-NO",
    "name_value": "a:b",
    "nc_name_value": "a",
    "any_uri_value": "urn:a",
    "boolean_value": True,
    "byte_value": -128,
    "short_value": 1,
    "int_value": 1,
    "long_value": 1,
    "integer_value": 10**30,
    "unsigned_byte_value": 255,
    "unsigned_short_value": 1,
    "unsigned_int_value": 1,
    "unsigned_long_value": 1,
    "positive_integer_value": 1,
    "non_negative_integer_value": 0,
    "negative_integer_value": -1,
    "non_positive_integer_value": 0,
    "float_value": 0.5,
    "double_value": 0.1,
    "date_time_value": datetime(2024, 2, 29, 12, tzinfo=UTC),
    "base64_binary_value": b"\0\xff",
    "code": "A1",
}
ZONES = st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
NAMES = st.sampled_from(["a", "B.1", "\u00e5-_"])


class Orders:
    """The generated package; its client is answered by its own application."""

    def __init__(self) -> None:
        self.types = import_module(f"{PACKAGE}.types.orders")
        self.values = import_module(f"{PACKAGE}.values")
        self._server = import_module(f"{PACKAGE}.orders.server")
        self._transport = import_module(f"{PACKAGE}.transport")
        self._client = import_module(f"{PACKAGE}.orders").OrdersClient
        self._schema = schema_of(GOLDEN / CASE / "in.wsdl")

    def echo(self, everything: Any) -> Any:
        """What the client gets of a handler that answers with what it got."""

        def answer(**arguments: Any) -> Any:
            return arguments["everything"]

        handler = SimpleNamespace(echo=answer)
        self._application = self._server.OrdersApplication(handler)
        with self._client("http://localhost/", transport=self) as client:
            return client.echo(everything=everything, since=None)

    def send(self, request: Any) -> Any:
        """Answer as a transport does; both messages have to be valid."""
        self._validate(request.body)
        answer = call(self._application, request.body, request.headers)
        self._validate(answer.body)
        return self._transport.HttpResponse(
            status=answer.status, headers=answer.headers, body=answer.body
        )

    def close(self) -> None:
        """Nothing to release."""

    def _validate(self, message: bytes) -> None:
        (content,) = etree.fromstring(message).iterfind(f"{{{SOAP}}}Body/*")
        # Its own document, with the declarations that it needs.
        root = etree.fromstring(etree.tostring(content))
        self._schema.assertValid(etree.ElementTree(root))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the golden case and what it gives."""
    path = tmp_path_factory.mktemp("simple-types")
    assert generate(CASE, path).completed.exit_code == 0
    return path


@pytest.fixture(scope="module")
def orders(folder: Path) -> Generator[Orders]:
    """The generated package, importable while the tests run."""
    sys.path.insert(0, str(folder / "out"))
    yield Orders()
    sys.path.remove(str(folder / "out"))
    for name in [*sys.modules]:
        if name.partition(".")[0] == PACKAGE:
            del sys.modules[name]


def values(orders: Orders) -> Mapping[str, st.SearchStrategy[object]]:
    """What each field may hold."""
    duration = orders.values.Duration

    def zoned(day: date, zone: timezone) -> object:
        return orders.values.ZonedDate(day.year, day.month, day.day, zone)

    q_names = st.builds(orders.values.QName, st.sampled_from(["", "urn:a&b"]), NAMES)
    dates = st.dates() | st.builds(zoned, st.dates(), ZONES)
    spans = st.timedeltas(timedelta(days=-10675199), timedelta(days=10675199))
    lasting = st.timedeltas(timedelta(0), timedelta(days=10**8))
    sizes = st.lists(st.integers(-(2**31), 2**31 - 1))
    return {
        "any_simple_type_value": st.sampled_from(["", " 1 ", "<&>"]),
        "decimal_value": st.decimals(-(10**30), 10**30, places=9),
        "date": dates,
        "time": st.times(timezones=st.none() | ZONES),
        "duration_value": st.builds(duration, st.integers(0, 10**5), lasting),
        "g_year_value": st.sampled_from(["2024", "-0044+14:00", "12024Z"]),
        "g_year_month_value": st.sampled_from(["2024-12", "2024-02-05:00"]),
        "g_month_value": st.sampled_from(["--01", "--12Z"]),
        "g_month_day_value": st.sampled_from(["--02-29", "--12-31Z"]),
        "g_day_value": st.sampled_from(["---31", "---01-14:00"]),
        "hex_binary_value": st.binary(),
        "q_name_value": q_names,
        "q_names": st.lists(q_names),
        "nmtokens_value": st.lists(st.sampled_from(["a", "1", "-"]), min_size=1),
        "char_value": st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]),
        "time_span_value": spans,
        "guid_value": st.uuids(),
        "sizes": sizes,
        "two_sizes": st.none() | st.just([1, 2]),
        "days": st.none() | st.lists(dates),
        "rows": st.lists(sizes),
        "length": st.sampled_from(["unbounded", "7"]),
        "level": st.integers(-128, 2**32 - 1),
    }


def test_any_value_comes_back(orders: Orders) -> None:
    cls = orders.types.Everything
    strategies = values(orders)
    assert {field.name for field in fields(cls)} == {*PLAIN, *strategies}

    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(st.fixed_dictionaries({**strategies}))
    def check(found: dict[str, object]) -> None:
        everything = cls(**PLAIN, **found)
        assert orders.echo(everything) == everything

    check()


def test_an_error_tells_the_place_in_a_list(orders: Orders) -> None:
    errors = import_module(f"{PACKAGE}.errors")
    everything = example(orders)
    for change, place in (
        ({"rows": [[1], [2, 2**31]]}, "everything.rows[1][1]: "),
        ({"days": [date(2024, 1, 1), None]}, "everything.days[1]: "),
        ({"q_names": [orders.values.QName("", ":")]}, "everything.q_names[0]: "),
        ({"q_name_value": None}, "everything.q_name_value: "),
    ):
        with pytest.raises(errors.EncodeError) as caught:
            orders.echo(replace(everything, **change))
        assert str(caught.value).startswith(f"Echo: {place}")


def example(orders: Orders) -> Any:
    """One value of everything."""
    return orders.types.Everything(
        **PLAIN,
        any_simple_type_value="1",
        decimal_value=Decimal("1.50"),
        date=orders.values.ZonedDate(2024, 2, 29, UTC),
        time=time(12),
        duration_value=orders.values.Duration(14, timedelta(hours=1)),
        g_year_value="2024",
        g_year_month_value="2024-02",
        g_month_value="--02",
        g_month_day_value="--02-29",
        g_day_value="---29",
        hex_binary_value=b"\x0f",
        q_name_value=orders.values.QName("urn:a", "b"),
        q_names=[orders.values.QName("urn:c", "d"), orders.values.QName("", "e")],
        nmtokens_value=["a", "b"],
        char_value="x",
        time_span_value=timedelta(minutes=-1),
        guid_value=UUID(int=10),
        sizes=[1, 2],
        two_sizes=[3, 4],
        days=[date(2024, 2, 29)],
        rows=[[1], []],
        length="unbounded",
        level=7,
    )


def test_verify_holds_every_type_against_pages(orders: Orders, folder: Path) -> None:
    sent: list[bytes] = []
    send = orders.send

    def keep(request: Any) -> Any:
        answer = send(request)
        sent.extend([request.body, answer.body])
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(orders, "send", keep)
        orders.echo(example(orders))
    # With prefixes of its own, as a page of another maker has them.
    request, response = (
        message.decode().replace("xmlns:q=", "xmlns:z=").replace(">q:", ">z:")
        for message in sent
    )
    page = folder / "Echo.md"
    page.write_text(
        f"## Echo Request\n\n```xml\n{request}\n```\n\n"
        f"## Echo Response\n\n```xml\n{response}\n```\n",
        "utf-8",
    )
    completed = typedsoap("verify", "Echo.md", folder=folder)
    assert completed.exit_code == 0, completed.stdout
    wrong = folder / "wrong"
    wrong.mkdir()
    shutil.copy(page, wrong / "Echo.md")
    text = page.read_text("utf-8").replace("urn:a", "urn:b", 1).replace("1.50", "1,5")
    (wrong / "Echo.md").write_text(text, "utf-8")
    completed = typedsoap("verify", "wrong", folder=folder)
    assert completed.exit_code == 1
    assert "DecimalValue holds what its type does not allow" in completed.stdout
