"""`typedsoap verify` on pages that show attributes and simple content."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import Completed, typedsoap
from typedsoap.config.arguments import config_from_arguments
from typedsoap.output.files import FileSet
from typedsoap.verify.client import plan_client
from typedsoap.verify.pages import read_pages
from typedsoap.verify.verification import verify

WSDL = Path(__file__).parents[1] / "golden" / "attributes" / "in.wsdl"

STORE = """## Store Request

```xml
<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:xsd="http://www.w3.org/2001/XMLSchema"
 xmlns:m="urn:example:orders:mark" xmlns:o="urn:example:orders">
 <E:Body>
  <o:Store trace="a &amp; b">
   <o:Item xsi:type="o:Item" version="1.0" id="7" sizes="1 2" kind="o:Fruit"
     others="o:A m:B" xml:lang="nb" m:origin="urn:x" m:checked="true">
    <o:name xsi:type="xsd:string"> Pear </o:name>
    <o:price xsi:type="o:Money" currency="NOK" rounding="0">1.50</o:price>
    <o:code>o:Pear</o:code>
    <o:replaces>m:C o:D</o:replaces>
   </o:Item>
   <o:Price currency="EUR">2</o:Price>
  </o:Store>
 </E:Body>
</E:Envelope>
```

## Store Response

```xml
<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:o="urn:example:orders">
 <E:Body>
  <o:StoreResponse count="2">
   <o:Items>
    <o:Item id="7"><o:name>Pear</o:name><o:price currency="NOK">1.5</o:price></o:Item>
    <o:Item id="8" name="A" base="o:Fruit"><o:name/></o:Item>
   </o:Items>
  </o:StoreResponse>
 </E:Body>
</E:Envelope>
```
"""
PRICE = """## Price Request

```xml
<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/" xmlns:o="urn:o">
 <E:Body><x:Ask xmlns:x="urn:example:orders">o:Pear</x:Ask></E:Body>
</E:Envelope>
```

## Price Response

```xml
<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/">
 <E:Body>
  <Amount xmlns="urn:example:orders" currency="EUR" value="two">2.00</Amount>
 </E:Body>
</E:Envelope>
```
"""


def verified(folder: Path, name: str, text: str, wsdl: Path = WSDL) -> Completed:
    (folder / f"{name}.md").write_text(text, "utf-8")
    return typedsoap("verify", f"{name}.md", "--wsdl", str(wsdl), folder=folder)


@pytest.mark.parametrize(("name", "text"), [("Store", STORE), ("Price", PRICE)])
def test_page_holds(tmp_path: Path, name: str, text: str) -> None:
    done = verified(tmp_path, name, text)
    assert (done.exit_code, done.stderr) == (0, ""), done.stdout
    assert done.stdout.splitlines()[-1] == "1 of 1 operation holds: 2 envelopes"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (' id="7" sizes', ' id="07x" sizes', "Item has an attribute id that its type"),
        (' id="7" sizes', " sizes", "Item lacks the required attribute id"),
        (' id="7" sizes', ' o:id="7" sizes', "has an attribute that is not declared"),
        ('sizes="1 2"', 'sizes="1 b"', "Item has an attribute sizes that its type"),
        ('sizes="1 2"', 'size="1 2"', "has an attribute that is not declared: size"),
        ('version="1.0"', 'version="1"', "not '1.0', which is fixed"),
        ('currency="NOK" rounding', 'currency="USD" rounding', "an attribute currency"),
        (">1.50<", "><", "price holds what its type does not allow"),
        (">1.50<", "><o:a/><", "price holds what its type does not allow"),
        ('count="2"', 'count="two"', "StoreResponse has an attribute count"),
        ('kind="o:Fruit"', 'kind="x:Fruit"', "attribute kind"),
    ],
)
def test_page_that_the_contract_forbids(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert STORE.count(old) == 1
    done = verified(tmp_path, "Store", STORE.replace(old, new))
    assert done.exit_code == 1, done.stdout
    assert message in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "side"),
    [
        (b'write_attribute(out, "sizes"', b'write_attribute(out, "size"', "request"),
        (b'"kind", value.kind, ', b'"kind", value.base, ', "request"),
        (b"reader, _LANG, read_string", b"reader, _NAME_2, read_string", "response"),
        (b'_ROUNDING, read_int, "2"', b'_ROUNDING, read_int, "3"', "response"),
    ],
)
def test_client_that_is_wrong_about_an_attribute(
    tmp_path: Path, old: bytes, new: bytes, side: str
) -> None:
    client = plan_client(config_from_arguments([WSDL], None, "orders_client"))
    found = client.plan.files
    files = {path: code.replace(old, new) for path, code in found.files.items()}
    assert files != dict(found.files)
    (tmp_path / "Store.md").write_text(STORE, "utf-8")
    pages = read_pages(tmp_path)
    wrong = FileSet(found.package, files)
    (verdict,) = verify(pages, client.sources, client.view, wrong).verdicts
    assert verdict.request if side == "request" else verdict.response


def test_absent_attributes_have_their_defaults(tmp_path: Path) -> None:
    """The reading applies them as the client does, or else the page would not hold."""
    text = WSDL.read_text("utf-8")
    for old, new in (('default="2"', 'default="3"'), ('fixed="1.0"', 'default="1.0"')):
        assert old in text
        text = text.replace(old, new)
    wsdl = tmp_path / "orders.wsdl"
    wsdl.write_text(text, "utf-8")
    done = verified(tmp_path, "Store", STORE, wsdl)
    assert done.exit_code == 0, done.stdout


def test_request_without_a_fixed_attribute(tmp_path: Path) -> None:
    done = verified(tmp_path, "Store", STORE.replace(' version="1.0"', ""))
    assert done.exit_code == 0, done.stdout


def test_empty_simple_content(tmp_path: Path) -> None:
    """N6 is for it too, where it has no attributes."""
    optional = STORE.replace('<o:Price currency="EUR">2</o:Price>', "<o:Price/>")
    done = verified(tmp_path, "Store", optional)
    assert done.exit_code == 0, done.stdout
    assert "N6 1)" in done.stdout
