"""`typedsoap verify` on pages whose elements say `xsi:type` of a derived type."""

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
PAGE = """## Draw Request

```xml
<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:example:orders">
 <E:Body>
  <o:Draw>
   <o:Shape xsi:type="o:Ring">
    <o:Name xsi:type="xsd:string">A</o:Name>
    <o:Radius>2.0</o:Radius>
    <o:Hole xsi:type="xsd:double">1.0</o:Hole>
   </o:Shape>
   <o:Shapes xsi:type="o:ArrayOfShape">
    <o:Shape xsi:type="o:Shape"><o:Name>B</o:Name></o:Shape>
    <o:Shape xsi:type="o:Circle"><o:Radius>0.0</o:Radius></o:Shape>
   </o:Shapes>
   <o:Other xsi:type="o:Other"/>
  </o:Draw>
 </E:Body>
</E:Envelope>
```

## Draw Response

```xml
<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:x="urn:example:orders">
 <E:Body>
  <x:DrawResponse>
   <x:Shapes>
    <x:Shape xsi:type="x:Circle"><x:Name/><x:Radius>1.5</x:Radius></x:Shape>
    <x:Shape/>
   </x:Shapes>
  </x:DrawResponse>
 </E:Body>
</E:Envelope>
```
"""


def verified(folder: Path, text: str, case: str = "polymorphism-xsi-type") -> Completed:
    (folder / "page.md").write_text(text, "utf-8")
    wsdl = GOLDEN / case / "in.wsdl"
    return typedsoap("verify", "page.md", "--wsdl", str(wsdl), folder=folder)


def test_page_holds(tmp_path: Path) -> None:
    done = verified(tmp_path, PAGE)
    assert (done.exit_code, done.stderr) == (0, ""), done.stdout
    # Only what names the declared type is dropped.
    assert "N4: 5 times" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"o:Ring"', '"o:Other"', "is not its declared type"),
        ('"o:Ring"', '"o:Circle"', "Hole is not declared in Shape"),
        ('"o:Ring"', '"o:ArrayOfShape"', "is not its declared type"),
        ('"o:Ring"', '"Ring"', "is not its declared type"),
        (
            '<o:Hole xsi:type="xsd:double">1.0</o:Hole>',
            "<o:Whole>1.0</o:Whole>",
            "Whole is not declared in Shape",
        ),
        ('<o:Shape xsi:type="o:Circle">', "<o:Shape>", "Radius is not declared"),
        ('"x:Circle"><x:Name/>', '"x:Ring"><x:Name/>', "lacks the required Hole"),
        ('"o:Other"', '"o:Shape"', "is not its declared type"),
    ],
)
def test_page_that_differs(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert PAGE.count(old) == 1
    done = verified(tmp_path, PAGE.replace(old, new))
    assert done.exit_code == 1, done.stderr
    assert message in done.stdout


PAY = """## Pay Request

```xml
<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:o="urn:example:orders">
 <E:Body>
  <o:Pay>
   <o:First xsi:type="o:ByCard" brand="V"><o:Amount>1</o:Amount><o:Card/></o:First>
   <o:Others>
    <o:Payment xsi:type="o:UrgentGiro">
     <o:Amount>2</o:Amount><o:Account>A</o:Account>
    </o:Payment>
   </o:Others>
  </o:Pay>
 </E:Body>
</E:Envelope>
```
"""


def test_abstract_types(tmp_path: Path) -> None:
    response = PAY.replace("Request", "Response").replace("o:Pay>", "o:PayResponse>")
    answer = (
        response[: response.index("   <o:First")]
        + "  "
        + response[response.index("</o:PayResponse>") :]
    )
    done = verified(tmp_path, PAY + answer, "abstract-types")
    assert done.exit_code == 0, done.stdout + done.stderr
    for name in ("o:ByCard", "o:UrgentGiro"):
        plain = PAY.replace(f' xsi:type="{name}"', "")
        done = verified(tmp_path, plain + answer, "abstract-types")
        assert done.exit_code == 1
        assert "is of an abstract type, and names none derived from it" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "side"),
    [
        (b'write_type(out, "n1:Ring")', b'write_type(out, "n1:Circle")', "request"),
        (b'write_type(out, "n1:Circle")', b"pass", "request"),
        (b"return read_circle(element, reader)", b"pass", "response"),
    ],
)
def test_client_that_is_wrong_about_a_type(
    tmp_path: Path, old: bytes, new: bytes, side: str
) -> None:
    wsdl = GOLDEN / "polymorphism-xsi-type" / "in.wsdl"
    client = plan_client(config_from_arguments([wsdl], None, "orders_client"))
    found = client.plan.files
    files = {path: code.replace(old, new) for path, code in found.files.items()}
    assert files != dict(found.files)
    (tmp_path / "page.md").write_text(PAGE, "utf-8")
    wrong = FileSet(found.package, files)
    pages = read_pages(tmp_path)
    (verdict,) = verify(pages, client.sources, client.view, wrong).verdicts
    assert verdict.request if side == "request" else verdict.response
