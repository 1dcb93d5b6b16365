"""`typedsoap verify` on pages with choices, repeated groups and elements of one name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import Completed, typedsoap
from typedsoap.config.arguments import config_from_arguments
from typedsoap.output.files import FileSet
from typedsoap.verify.client import plan_client
from typedsoap.verify.pages import read_pages
from typedsoap.verify.verification import verify

GOLDEN = Path(__file__).parents[1] / "golden"

DRAW = (
    """<o:Draw>
 <o:Drawing>
  <o:Title>T</o:Title>
  <o:Scale>0.50</o:Scale>
  <o:Circle><o:Color>red</o:Color><o:Radius>1</o:Radius></o:Circle>
  <o:Caption xsi:nil="true"/>
  <o:From>1</o:From><o:To>2</o:To>
  <o:From>3</o:From>
  <o:Square><o:Side>2</o:Side></o:Square>
  <o:Points><o:Point>4</o:Point><o:Point>5</o:Point></o:Points>
  <o:Label/>
  <o:Frame><o:Width>9</o:Width></o:Frame>
  <o:Circle><o:Radius>1</o:Radius></o:Circle>
  <o:Author>A</o:Author>
 </o:Drawing>
 <o:Settings version="2">
  <o:Key>a</o:Key><o:Number>1</o:Number><o:Hint>x</o:Hint><o:Hint>y</o:Hint>
  <o:Key>b</o:Key>
  <o:Key>c</o:Key><o:Text>t</o:Text>
 </o:Settings>
</o:Draw>""",
    """<o:DrawResponse>
 <o:Lines><o:Line>1</o:Line><o:Line>2</o:Line></o:Lines>
 <o:Settings><o:Key>k</o:Key></o:Settings>
 <o:Drawing><o:Title>U</o:Title><o:From>1</o:From><o:To>2</o:To></o:Drawing>
 <o:Lines/>
</o:DrawResponse>""",
)
SAVE = (
    """<o:Save>
 <o:Id>1</o:Id>
 <o:GiftCard><o:Amount>1</o:Amount><o:Number>2</o:Number><o:From>X</o:From></o:GiftCard>
 <o:Note>n</o:Note><o:Code xsi:nil="true"/><o:Warning>w</o:Warning><o:Note/>
</o:Save>""",
    """<o:SaveResponse>
 <o:Credit><o:Amount>1</o:Amount><o:Number>2</o:Number></o:Credit>
</o:SaveResponse>""",
)
BOOK = (
    """<o:Book>
 <o:Day>2026-01-01</o:Day>
 <o:Route id="3"><o:Stop>A</o:Stop><o:Via>b</o:Via><o:Via>c</o:Via>
  <o:Stop>D</o:Stop></o:Route>
 <o:Day>2026-01-02</o:Day>
 <o:Payment><o:Voucher>V</o:Voucher><o:Amount>1</o:Amount><o:Issuer>I</o:Issuer></o:Payment>
 <o:Traveller>
  <o:Number>7</o:Number><o:Name>N</o:Name><o:Comment>1</o:Comment>
  <o:Since>2020-02-02</o:Since><o:Comment>2</o:Comment>
  <any xmlns="urn:other">x</any>
 </o:Traveller>
 <o:Scale>
  <o:Mark>0</o:Mark><o:Step>1</o:Step><o:Mark>2</o:Mark><o:Step>3</o:Step><o:Mark>4</o:Mark>
 </o:Scale>
 <o:Ranges>
  <o:Bound>1</o:Bound><o:Bound>2</o:Bound><o:Bound>3</o:Bound><o:Label/><o:Bound>4</o:Bound>
 </o:Ranges>
 <o:Settings>
  <o:Flag>true</o:Flag><o:Key>k</o:Key><o:Value>v</o:Value>
  <o:Flag>false</o:Flag><o:Value>w</o:Value>
 </o:Settings>
 <o:Directions>
  <o:Wait>1</o:Wait>
  <o:Turn>l</o:Turn><o:Street>s</o:Street><o:Turn>r</o:Turn>
  <o:Ferry>true</o:Ferry>
 </o:Directions>
</o:Book>""",
    """<o:BookResponse>
 <o:Price>1.5</o:Price><o:Discount>none</o:Discount><o:Price>2</o:Price>
</o:BookResponse>""",
)
PAGES = {
    "repeated-groups": ("Draw", *DRAW),
    "substitution-groups": ("Save", *SAVE),
    "elements-twice": ("Book", *BOOK),
}


def page(operation: str, request: str, response: str) -> str:
    """A page with these contents of Body."""
    sides = (("Request", request), ("Response", response))
    return "".join(
        f"## {operation} {side}\n\n```xml\n"
        '<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"\n'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xmlns:o="urn:example:orders">\n'
        f"<E:Body>{body}</E:Body></E:Envelope>\n```\n\n"
        for side, body in sides
    )


def verified(folder: Path, case: str, text: str) -> Completed:
    (folder / "page.md").write_text(text, "utf-8")
    wsdl = GOLDEN / case / "in.wsdl"
    return typedsoap("verify", "page.md", "--wsdl", str(wsdl), folder=folder)


@pytest.mark.parametrize("case", PAGES)
def test_page_holds(tmp_path: Path, case: str) -> None:
    done = verified(tmp_path, case, page(*PAGES[case]))
    assert done.exit_code == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "1 of 1 operation holds: 2 envelopes"


@pytest.mark.parametrize(
    ("case", "old", "new", "message"),
    [
        ("repeated-groups", "<o:From>1</o:From><o:To>", "<o:To>", "To has no place"),
        ("repeated-groups", "<o:Label/>", "<o:Lable/>", "Lable has no place here"),
        ("repeated-groups", "<o:Key>a</o:Key>", "", "lacks the required Key before"),
        (
            "repeated-groups",
            "<o:Key>b</o:Key>",
            "<o:Key>b</o:Key><o:Key>d</o:Key>",
            "Key has no place here",
        ),
        ("repeated-groups", ">0.50<", ">half<", "Scale holds what its type does not"),
        (
            "substitution-groups",
            "<o:Warning>w</o:Warning>",
            "<o:Pay/>",
            "no place here",
        ),
        (
            "substitution-groups",
            "<o:Note>n</o:Note>",
            "<o:Cash/><o:Note>n</o:Note>",
            "Cash has no place here",
        ),
        ("elements-twice", "<o:Stop>D</o:Stop>", "", "Route lacks the required Stop"),
        (
            "elements-twice",
            "<o:Voucher>V</o:Voucher>",
            "<o:Card>C</o:Card>",
            "Issuer has no place here",
        ),
        (
            "elements-twice",
            "<o:Bound>1</o:Bound>",
            "",
            "Label has no place here",
        ),
    ],
)
def test_page_that_the_contract_forbids(
    tmp_path: Path, case: str, old: str, new: str, message: str
) -> None:
    operation, request, response = PAGES[case]
    assert request.count(old) == 1
    done = verified(
        tmp_path, case, page(operation, request.replace(old, new), response)
    )
    assert done.exit_code == 1, done.stderr
    assert message in done.stdout


@pytest.mark.parametrize(
    ("case", "old", "new"),
    [
        (
            "repeated-groups",
            b'"n1:Circle", value, write_circle',
            b'"n1:Square", value, write_circle',
        ),
        ("repeated-groups", b"_FROM: (_TO,)", b"_FROM: ()"),
        ("substitution-groups", b'"<n1:Warning>"', b'"<n1:Note>"'),
        ("elements-twice", b"value.stop_2, ", b"value.stop, "),
        ("elements-twice", b"DirectionsFerry(", b"DirectionsWait("),
    ],
)
def test_client_that_is_wrong_about_a_group(
    tmp_path: Path, case: str, old: bytes, new: bytes
) -> None:
    wsdl = GOLDEN / case / "in.wsdl"
    client = plan_client(config_from_arguments([wsdl], None, "orders_client"))
    found = client.plan.files
    files = {path: code.replace(old, new) for path, code in found.files.items()}
    assert files != dict(found.files)
    (tmp_path / "page.md").write_text(page(*PAGES[case]), "utf-8")
    wrong = FileSet(found.package, files)
    pages = read_pages(tmp_path)
    (verdict,) = verify(pages, client.sources, client.view, wrong).verdicts
    assert verdict.request or verdict.response
