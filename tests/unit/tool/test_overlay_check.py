from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.tool.tool_contracts import NAMESPACE, OTHER_NAMESPACE, orders
from typedsoap.errors import Diagnostic
from typedsoap.overlay import MemberOverlay, Overlay, ResultFailure
from typedsoap.overlay.check import check_overlay, check_shared_types
from typedsoap.overlay.expand import expand
from typedsoap.overlay.loading import load_overlay


def overlay(folder: Path, text: str) -> Overlay:
    path = folder / "orders.overlay.toml"
    path.write_text(text, encoding="utf-8")
    return load_overlay(path, "o.toml")


def check(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    return check_overlay(overlay(folder, text), orders())


GOOD = f"""
[service]
client = "Shop"
[failure]
flag = "Done"
detail = "Problem"
[headers.request.Login]
flatten = "Secret"
[headers.response.Problem]
documentation = "Why not."
[operations."*".result.Total]
required = true
[operations.Place]
required = ["Order"]
failure = {{ element = "Accepted", error = "Refused" }}
[types.Order.fields.Customer]
name = "customer"
[types."{{{NAMESPACE}}}Twice"]
documentation = "One of two."
[types.Texts]
secret_keys = ["password"]
[types.Rights.members.Read]
documentation = "May look."
"""


def test_what_the_contract_has_is_accepted(tmp_path: Path) -> None:
    assert check(tmp_path, GOOD) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[operations.Plac]",
            "o.toml:1: error TS221: the contract has no operation called 'Plac'\n"
            "    hint: did you mean 'Place'?",
        ),
        (
            "[operations.Place]\nrequired = ['order']",
            "o.toml:2: error TS221: the contract has no parameter of operation 'Place' "
            "called 'order'\n    hint: did you mean 'Order'?",
        ),
        (
            "[operations.Count.result.Number]\nrequired = true",
            "o.toml:1: error TS221: the contract has no result member of operation "
            "'Count' called 'Number'\n    hint: known here: Total",
        ),
        (
            "[operations.'*'.parameters.Nothing]",
            "o.toml:1: error TS221: the contract has no parameter of any operation "
            "called 'Nothing'\n    hint: known here: Fast, Order",
        ),
        (
            "[operations.'*']\nname = 'all'",
            "o.toml:1: error TS224: one name cannot be every operation's",
        ),
        (
            "[headers.request.Done]",
            "o.toml:1: error TS221: the contract has no request header block called "
            "'Done'\n    hint: known here: Login, Options, Session, Token",
        ),
        (
            "[headers.request.Token]\nflatten = 'Secret'",
            "o.toml:1: error TS222: header block 'Token' is no record, so there is "
            "nothing to flatten",
        ),
        (
            "[headers.request.Options]\nflatten = 'Pair'",
            "o.toml:1: error TS222: header block 'Options' is no record, so there is "
            "nothing to flatten",
        ),
        (
            "[headers.request.Login]\nflatten = 'Who'",
            "o.toml:1: error TS222: 'Who' of header block 'Login' is no single simple "
            "value\n    hint: leave 'flatten' out; the keyword then takes the whole "
            "block",
        ),
        (
            "[headers.request.Login]\nflatten = 'Secrets'",
            "o.toml:1: error TS221: the contract has no member of 'Login' called "
            "'Secrets'\n    hint: did you mean 'Secret'?",
        ),
        (
            "[headers.request.Session]\nflatten = 'Secret'",
            "o.toml:1: error TS222: header block 'Session' cannot be sent without "
            "'Place'\n    hint: leave 'flatten' out; the keyword then takes the whole "
            "block",
        ),
        (
            "[failure]\nflag = 'Problem'",
            "o.toml:1: error TS223: 'flag' names 'Problem', which is no boolean",
        ),
        (
            "[failure]\ndetail = 'Token'",
            "o.toml:1: error TS221: the contract has no response header block called "
            "'Token'\n    hint: known here: Done, Problem",
        ),
        (
            "[operations.Place.failure]\nelement = 'Number'\nerror = 'Refused'",
            "o.toml:1: error TS223: 'element' names 'Number', which is no boolean",
        ),
        (
            "[operations.Place.failure]\nelement = 'Accepted'\nerror = 'refused.x'",
            "o.toml:1: error TS224: 'refused.x' cannot be a class name here\n"
            "    hint: use ASCII letters and digits, a capital letter first, "
            "no keyword",
        ),
        (
            "[operations.Place]\nname = 'class'",
            "o.toml:1: error TS224: 'class' cannot be a Python name here\n"
            "    hint: use ASCII letters, digits and underscores, a letter first, "
            "no keyword",
        ),
        (
            "[types.Order.fields.Customer]\nname = '__class__'",
            "o.toml:1: error TS224: '__class__' cannot be a Python name here\n"
            "    hint: use ASCII letters, digits and underscores, a letter first, no "
            "keyword",
        ),
        (
            "[service]\nclient = 'shop'",
            "o.toml:2: error TS224: 'shop' cannot be a class name here\n"
            "    hint: use ASCII letters and digits, a capital letter first, "
            "no keyword",
        ),
        (
            "[types.Ordr]",
            "o.toml:1: error TS221: the contract has no type called 'Ordr'\n"
            "    hint: did you mean 'Order'?",
        ),
        (
            "[types.Order.fields.Rights]",
            "o.toml:1: error TS221: the contract has no field of 'Order' itself called "
            "'Rights'\n    hint: known here: Customer, Lines",
        ),
        (
            "[types.Rights.members.Red]",
            "o.toml:1: error TS221: the contract has no value of 'Rights' called "
            "'Red'\n"
            "    hint: did you mean 'Read'?",
        ),
        (
            "[types.Order]\nsecret_keys = ['x']",
            "o.toml:1: error TS225: 'secret_keys' means nothing for 'Order', which is "
            "of kind record",
        ),
        (
            "[types.Texts.fields.Pair]",
            "o.toml:1: error TS225: 'fields' means nothing for 'Texts', which is of "
            "kind dictionary",
        ),
        (
            "[types.ArrayOfLine]\nnullable_items = true",
            "o.toml:1: error TS225: the contract forbids nil items in array 'ArrayOfLine'",
        ),
        (
            # Called like no array, so that it becomes a record.
            "[types.Lines]\nnullable_items = true",
            "o.toml:1: error TS225: 'nullable_items' means nothing for 'Lines', which is"
            " of kind record",
        ),
        (
            "[types.Lines.fields.Line]\nnullable_items = true",
            "o.toml:1: error TS225: the contract forbids nil items in 'Line'",
        ),
        (
            "[types.Order.fields.Lines]\nnullable_items = true",
            "o.toml:1: error TS225: 'nullable_items' means nothing for 'Lines', which may"
            " not be repeated\n    hint: of an array, say it of the array's type",
        ),
        (
            "[types.Twice]",
            "o.toml:1: error TS226: several types are called 'Twice'\n    hint: write "
            f'"{{{NAMESPACE}}}Twice" or "{{{OTHER_NAMESPACE}}}Twice"',
        ),
    ],
)
def test_what_means_nothing_is_an_error(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert [str(d) for d in check(tmp_path, text)] == [expected]


def test_what_is_said_of_every_operation_reaches_those_that_have_it(
    tmp_path: Path,
) -> None:
    text = """
[operations."*"]
documentation = "Common."
[operations."*".failure]
element = "Accepted"
error = "Refused"
[operations."*".result.Total]
required = true
[operations."*".parameters.Fast]
documentation = "Common."
secret = true
[operations.Place]
documentation = "Own."
[operations.Place.parameters.Fast]
documentation = "Own."
"""
    expanded = expand(overlay(tmp_path, text), orders())
    assert sorted(expanded.operations) == ["Count", "Place"]
    place, count = expanded.operations["Place"], expanded.operations["Count"]
    assert (place.documentation, count.documentation) == ("Own.", "Common.")
    assert place.failure == ResultFailure(element="Accepted", error="Refused")
    assert count.failure is None
    assert place.parameters == {
        "Fast": MemberOverlay(documentation="Own.", secret=True)
    }
    assert count.parameters == {}
    assert count.result == {"Total": MemberOverlay(required=True)}
    assert place.result == {}


def test_an_operation_is_idempotent_by_either_entry(tmp_path: Path) -> None:
    for text, expected in (
        ("[operations.Place]\nidempotent = true", {"Place": True}),
        ('[operations."*"]\nidempotent = true', {"Place": True, "Count": True}),
        (
            "[operations.Place]\nidempotent = true\n"
            '[operations."*"]\ndocumentation = "Common."',
            {"Place": True, "Count": False},
        ),
    ):
        expanded = expand(overlay(tmp_path, text), orders())
        found = {name: o.idempotent for name, o in expanded.operations.items()}
        assert found == expected


def test_an_overlay_without_common_entries_is_left_as_it_is(tmp_path: Path) -> None:
    plain = overlay(tmp_path, "[operations.Place]\nname = 'order'")
    assert expand(plain, orders()) is plain


def test_types_of_two_services_are_described_alike(tmp_path: Path) -> None:
    one = overlay(tmp_path, "[types.Order]\ndocumentation = 'One.'")
    same = overlay(
        tmp_path, f"\n[types.'{{{NAMESPACE}}}Order']\ndocumentation = 'One.'"
    )
    other = overlay(tmp_path, "[types.Order]\ndocumentation = 'Other.'")
    none = Overlay()
    contract = orders()
    assert check_shared_types([(one, contract), (same, contract)]) == ()
    assert check_shared_types([(one, contract), (none, contract)]) == ()
    (problem,) = check_shared_types([(one, contract), (other, contract)])
    assert problem.code == "TS227"
    assert str(problem.where) == "o.toml:1"
