"""`typedsoap verify` on operations of one name, and on messages that it cannot judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import Completed, typedsoap

GOLDEN = Path(__file__).parents[1] / "golden"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"


def example(kind: str, body: str, operation: str = "Find") -> str:
    """One example under its heading."""
    envelope = (
        f'<E:Envelope xmlns:E="{SOAP}" xmlns:o="urn:example:orders">'
        f"<E:Body>{body}</E:Body></E:Envelope>"
    )
    return f"## {operation} {kind}\n\n```xml\n{envelope}\n```\n\n"


def verified(folder: Path, case: str) -> Completed:
    wsdl = GOLDEN / case / "in.wsdl"
    return typedsoap("verify", "pages", "--wsdl", str(wsdl), folder=folder)


def write(folder: Path, name: str, *examples: str) -> None:
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages" / name).write_text("".join(examples), "utf-8")


def test_operations_of_one_name_are_told_apart_by_the_body(tmp_path: Path) -> None:
    number = "<o:Number>7</o:Number>"
    item = "<o:Item>Pear</o:Item>"
    write(
        tmp_path,
        "first.md",
        example("Request", f"<o:Find>{number}</o:Find>"),
        example("Response", f"<o:FindResponse>{item}</o:FindResponse>"),
    )
    write(
        tmp_path,
        "by-name.md",
        example("Request", "<o:FindByName><o:Name>x</o:Name></o:FindByName>"),
        example("Response", f"<o:FindByNameResponse>{item}</o:FindByNameResponse>"),
    )
    away = f"<o:FindAway>{number}</o:FindAway>"
    write(tmp_path, "one-way.md", example("Request", away))
    done = verified(tmp_path, "overloaded-operations")
    assert (done.exit_code, done.stderr) == (0, ""), done.stdout
    assert done.stdout.splitlines()[-1] == "3 of 3 operations hold: 5 envelopes"


def test_response_of_an_operation_that_has_none(tmp_path: Path) -> None:
    away = "<o:FindAway><o:Number>7</o:Number></o:FindAway>"
    write(tmp_path, "away.md", example("Request", away), example("Response", away))
    done = verified(tmp_path, "overloaded-operations")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "away.md:10: error TS502: Find has no response, and the" in done.stderr


@pytest.mark.parametrize("body", ["<o:Search/>", "<o:Find/><o:FindByName/>"])
def test_page_that_may_be_about_several_operations(body: str, tmp_path: Path) -> None:
    write(
        tmp_path,
        "unknown.md",
        example("Request", body),
        example("Response", "<o:FindResponse><o:Item/></o:FindResponse>"),
    )
    done = verified(tmp_path, "overloaded-operations")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "unknown.md:4: error TS607: 3 operations are called Find" in done.stderr


def test_encoded_messages_are_not_judged(tmp_path: Path) -> None:
    write(
        tmp_path,
        "Sort.md",
        example("Request", "<o:Sort/>", "Sort"),
        example("Response", "<o:SortResponse/>", "Sort"),
    )
    done = verified(tmp_path, "rpc-encoded")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "TS606: the messages of Sort are in SOAP encoding" in done.stderr
