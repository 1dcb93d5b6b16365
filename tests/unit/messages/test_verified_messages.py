"""`typedsoap verify` on pages of operations that follow other than the wrapper style."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.command import Completed, typedsoap
from tests.support.goldens import GOLDEN
from tests.support.wsgi import SOAP

NS = 'xmlns:o="urn:example:orders"'
RPC = 'xmlns:r="urn:example:orders:rpc"'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
ORDER = "<o:Number>7</o:Number><o:Note>n</o:Note>"
PARCEL = (
    '<o:Parcel packing="box"><o:Carrier>x:a</o:Carrier><o:Wish>Bike</o:Wish>'
    "<o:Wish>any</o:Wish><o:Wishes>box any</o:Wishes></o:Parcel>"
)

# Case, operation, the content of the request's Body, and that of the reply's.
PAGES = {
    "a simple type and a record": (
        ("bare-messages", "Load"),
        f"<o:OrderNumber {NS}>7</o:OrderNumber>",
        f"<o:Order {NS}>{ORDER}</o:Order>",
    ),
    "lists": (
        ("bare-messages", "Sort"),
        f"<o:Orders {NS}><o:Order>{ORDER}</o:Order></o:Orders>",
        f"<o:Orders {NS}/>",
    ),
    "nil": (
        ("bare-messages", "Comment"),
        f'<o:Remark {NS} {XSI} xsi:nil="true"/>',
        f'<o:Latest {NS} {XSI} xsi:nil="true"/>',
    ),
    "parts": (
        ("rpc-literal", "Store"),
        f"<r:Store {RPC} {NS}><order>{ORDER}</order><kind>Open</kind><rush>true</rush>"
        "</r:Store>",
        f"<r:StoreResponse {RPC}><number>1</number></r:StoreResponse>",
    ),
    "several parts in the reply": (
        ("rpc-literal", "Split"),
        f"<r:Split {RPC} {NS}><order>{ORDER}</order></r:Split>",
        f"<r:SplitResponse {RPC} {NS}><first>{ORDER}</first><Rest/></r:SplitResponse>",
    ),
    "several parts in Body": (
        ("body-parts", "Place"),
        f"<o:Order {NS}>{ORDER}</o:Order><o:Priority {NS}>2</o:Priority>"
        f"<o:Remark {NS}>soon</o:Remark>",
        f"<o:Receipt {NS}><o:Code>R1</o:Code><o:Issued>2026-11-26</o:Issued></o:Receipt>"
        f"<o:Order {NS}>{ORDER}</o:Order>",
    ),
    "a type that is that of Body": (
        ("body-parts", "Find"),
        f"<o:Text {NS}>t</o:Text><o:After {NS}>2026-01-01</o:After>"
        f"<o:Tag {NS}>x</o:Tag><o:Tag {NS}>y</o:Tag>",
        f"<o:Order {NS}>{ORDER}</o:Order><o:Order {NS}>{ORDER}</o:Order>",
    ),
    "unions": (
        ("unions", "Ship"),
        f"<o:Ship {NS}>{PARCEL}</o:Ship>",
        f"<o:ShipResponse {NS}>{PARCEL}</o:ShipResponse>",
    ),
    "nothing": (("empty-messages", "Reset"), "", ""),
    "no type": (
        ("empty-messages", "Version"),
        f"<o:Version {NS}/>",
        f"<o:VersionResponse {NS}><o:Number>1</o:Number></o:VersionResponse>",
    ),
}


def verified(folder: Path, case: str, operation: str, *contents: str) -> Completed:
    """A run over one page of a golden case's operation."""
    shutil.copy(GOLDEN / case / "in.wsdl", folder / "in.wsdl")
    page = f"# {operation}\n" + "".join(
        f"\n## {operation} {direction}\n\n```xml\n"
        f'<s:Envelope xmlns:s="{SOAP}"><s:Body>{content}</s:Body></s:Envelope>\n```\n'
        for direction, content in zip(("Request", "Response"), contents, strict=True)
    )
    (folder / f"{operation}.md").write_text(page, "utf-8")
    return typedsoap("verify", f"{operation}.md", "--wsdl", "in.wsdl", folder=folder)


@pytest.mark.parametrize("name", PAGES)
def test_page_that_holds(name: str, tmp_path: Path) -> None:
    (case, operation), request, reply = PAGES[name]
    done = verified(tmp_path, case, operation, request, reply)
    assert (done.exit_code, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize(
    ("name", "side", "old", "new"),
    [
        ("a simple type and a record", 0, "OrderNumber", "Order"),
        ("a simple type and a record", 1, "<o:Number>7</o:Number>", ""),
        ("lists", 0, "o:Order>", "o:Other>"),
        ("several parts in Body", 0, "Priority", "Prior"),
        ("several parts in Body", 1, "Receipt", "Receipts"),
        ("a type that is that of Body", 0, "o:Text", "o:Title"),
        ("parts", 0, "kind", "Kind"),
        ("parts", 1, "StoreResponse", "Store"),
        ("nothing", 0, "", f"<o:Version {NS}/>"),
        ("no type", 0, f"<o:Version {NS}/>", ""),
    ],
)
def test_page_that_does_not(
    name: str, side: int, old: str, new: str, tmp_path: Path
) -> None:
    (case, operation), *contents = PAGES[name]
    contents[side] = contents[side].replace(old, new) if old else new
    done = verified(tmp_path, case, operation, *contents)
    assert done.exit_code == 1, done.stdout
