from __future__ import annotations

from pathlib import Path

import pytest

from typedsoap.errors import Location, TypedSoapError
from typedsoap.overlay import (
    HeaderFailure,
    HeaderOverlay,
    MemberOverlay,
    OperationOverlay,
    Overlay,
    ResultFailure,
    TypeOverlay,
)
from typedsoap.overlay.loading import load_overlay

FULL = '''\
[service]
documentation = """
Takes orders.
"""
client = "Shop"

[failure]
flag = "Done"
detail = "Problem"

[headers.request.Token]
documentation = "Who calls."
name = "key"
secret = true

[headers.request.Login]
flatten = "Secret"

[headers.response.Done]
documentation = "How it went."
name = "went"
secret = true

[operations.Place]
documentation = "Place an order."
name = "order"
returns = "Its number."
idempotent = true
required = ["Order", "Fast"]
failure = { element = "Accepted", error = "Refused", documentation = "No." }

[operations.Place.parameters.Order]
documentation = "What."
name = "what"
secret = true

[operations.Place.result.Number]
documentation = "Its number."
required = true

[types.Order]
documentation = "An order."
name = "Purchase"
required = ["Lines"]

[types.Order.fields.Customer]
documentation = "Who."
required = true

[types.Order.fields.Note]
nullable_items = true

[types.Texts]
secret = true
secret_keys = ["password"]

[types.Lines]
nullable_items = true

[types.Rights.members.Read]
documentation = "May look."
name = "LOOK"
'''


def load(folder: Path, text: str) -> Overlay:
    path = folder / "orders.overlay.toml"
    path.write_text(text, encoding="utf-8")
    return load_overlay(path, "wsdl/orders.overlay.toml")


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(TypedSoapError) as raised:
        load(folder, text)
    return [str(diagnostic) for diagnostic in raised.value.diagnostics]


def test_every_key_arrives_where_it_belongs(tmp_path: Path) -> None:
    assert load(tmp_path, FULL) == Overlay(
        documentation="Takes orders.",
        client="Shop",
        request_headers={
            "Token": HeaderOverlay(documentation="Who calls.", name="key", secret=True),
            "Login": HeaderOverlay(flatten="Secret"),
        },
        response_headers={
            "Done": HeaderOverlay(
                documentation="How it went.", name="went", secret=True
            )
        },
        header_failure=HeaderFailure(flag="Done", detail="Problem"),
        operations={
            "Place": OperationOverlay(
                documentation="Place an order.",
                name="order",
                returns="Its number.",
                idempotent=True,
                parameters={
                    "Order": MemberOverlay(
                        documentation="What.", name="what", required=True, secret=True
                    ),
                    "Fast": MemberOverlay(required=True),
                },
                result={
                    "Number": MemberOverlay(documentation="Its number.", required=True)
                },
                failure=ResultFailure(
                    element="Accepted", error="Refused", documentation="No."
                ),
            )
        },
        types={
            "Order": TypeOverlay(
                documentation="An order.",
                name="Purchase",
                fields={
                    "Customer": MemberOverlay(documentation="Who.", required=True),
                    "Note": MemberOverlay(nullable_items=True),
                    "Lines": MemberOverlay(required=True),
                },
            ),
            "Texts": TypeOverlay(secret=True, secret_keys=("password",)),
            "Lines": TypeOverlay(nullable_items=True),
            "Rights": TypeOverlay(
                members={"Read": MemberOverlay(documentation="May look.", name="LOOK")}
            ),
        },
    )


def test_entries_know_their_line(tmp_path: Path) -> None:
    overlay = load(tmp_path, FULL)
    place = overlay.operations["Place"]
    file = "wsdl/orders.overlay.toml"
    assert place.location == Location(file, 24)
    assert place.parameters["Order"].location == Location(file, 32)
    assert place.parameters["Fast"].location == Location(file, 29)
    assert overlay.location == Location(file, 5)


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, "") == Overlay()


def test_all_mistakes_are_told_at_once_by_line(tmp_path: Path) -> None:
    text = """\
[service]
documentaton = "x"

[operations.Place]
returns = 3
required = ["Order", 1]

[operations.Place.failure]
element = "Accepted"

[types.Order]
fields = "Customer"
secret = "yes"

[failure]
"""
    file = "wsdl/orders.overlay.toml"
    assert problems(tmp_path, text) == [
        f"{file}:2: error TS203: unknown key 'documentaton' in [service]\n"
        "    hint: did you mean 'documentation'?",
        f"{file}:5: error TS204: 'returns' in [operations.Place] must be a string, "
        "not an integer",
        f"{file}:6: error TS204: 'required' in [operations.Place] must be an array of "
        "strings",
        f"{file}:8: error TS205: [operations.Place.failure] needs 'error'",
        f"{file}:12: error TS204: 'fields' in [types.Order] must be a table, "
        "not a string",
        f"{file}:13: error TS204: 'secret' in [types.Order] must be true or false, "
        "not a string",
        f"{file}:15: error TS205: [failure] needs 'flag', 'detail' or both",
    ]


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(TypedSoapError, match=r"^x\.toml: error TS201: cannot read"):
        load_overlay(tmp_path / "none.toml", "x.toml")


def test_not_toml_names_the_line(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "[service]\ndocumentation = \n")
    assert problem.startswith("wsdl/orders.overlay.toml:2: error TS202: not TOML: ")


def test_not_utf8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "o.toml"
    path.write_bytes(b"[service]\n# \xff\n")
    with pytest.raises(TypedSoapError, match=r"^o\.toml:2: error TS202: not UTF-8"):
        load_overlay(path, "o.toml")


def test_only_request_header_blocks_can_be_flattened(tmp_path: Path) -> None:
    text = "[headers.response.Done]\nflatten = 'Secret'\n"
    assert problems(tmp_path, text) == [
        "wsdl/orders.overlay.toml:2: error TS203: unknown key 'flatten' in "
        "[headers.response.Done]\n    hint: known here: documentation, name, secret"
    ]
