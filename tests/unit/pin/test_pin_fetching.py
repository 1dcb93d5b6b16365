"""`typedsoap pin` against a vendor's server: what it stores, and what it tells."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.command import typedsoap
from tests.unit.pin.vendor import (
    CHANGED,
    ORDERS,
    XSD,
    Project,
    Vendor,
    importing,
    page,
    redirect,
    zipped,
)
from typedsoap.pinning.lock import digest, read_lock


def test_a_first_pin_and_what_follows(tmp_path: Path) -> None:
    with Vendor({"/orders?wsdl": page(ORDERS)}) as vendor:
        project = Project(tmp_path, vendor.at("/orders?wsdl"))
        checked = project.pin("--check")
        assert (checked.exit_code, project.files()) == (1, {})
        done = project.pin()
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout.splitlines() == [
            f"orders: not pinned yet; {vendor.at('/orders?wsdl')}",
            "add    wsdl/orders.wsdl",
            "add    wsdl/typedsoap.lock",
        ]
        stored = project.files()
        pin = read_lock(project.wsdls)["orders.wsdl"]
        (file,) = pin.files.values()
        assert file.source == vendor.at("/orders?wsdl")
        assert file.sha256 == digest(project.wsdl.read_bytes())
        assert pin.retrieved.endswith("Z")

        for arguments in ([], ["--check"], ["orders"]):
            again = project.pin(*arguments)
            assert (again.exit_code, again.stderr) == (0, "")
            url = vendor.at("/orders?wsdl")
            assert again.stdout == f"orders: unchanged; {url}\n"
        assert project.files() == stored


def test_a_changed_contract(tmp_path: Path) -> None:
    with Vendor({"/orders?wsdl": page(ORDERS)}) as vendor:
        project = Project(tmp_path, vendor.at("/orders?wsdl"))
        project.pin()
        before = project.files()
        vendor.pages["/orders?wsdl"] = page(CHANGED)

        checked = project.pin("--check")
        assert (checked.exit_code, checked.stderr) == (1, "")
        lines = checked.stdout.splitlines()
        assert lines[:5] == [
            f"orders: the contract has changed; {vendor.at('/orders?wsdl')}",
            "1 change: 1 breaking, 0 warning, 0 safe",
            "",
            "Place",
            "  breaking element-made-required: type Order / element Rating:"
            " optional -> required",
        ]
        assert project.files() == before

        told = project.pin("--check", "--format", "json")
        (change,) = json.loads(told.stdout)["changes"]
        assert (told.exit_code, change["rule"]) == (1, "element-made-required")
        assert told.stderr.startswith("orders: the contract has changed; ")
        issue = project.pin("--check", "--format", "markdown")
        assert issue.stdout.startswith("**1 change: 1 breaking, 0 warning, 0 safe**\n")

        done = project.pin()
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout.splitlines()[:5] == lines[:5]
        assert done.stdout.endswith(
            "\nupdate wsdl/orders.wsdl\nupdate wsdl/typedsoap.lock\n"
        )
        assert project.pin("--check").exit_code == 0


def test_another_text_is_no_other_contract(tmp_path: Path) -> None:
    with Vendor({"/orders?wsdl": page(ORDERS)}) as vendor:
        project = Project(tmp_path, vendor.at("/orders?wsdl"))
        project.pin()
        stored = project.files()
        vendor.pages["/orders?wsdl"] = page(
            ORDERS.replace(">\n", ">\r\n\t\t").replace("<xs:seq", "<!-- 42 --><xs:seq")
        )
        assert project.pin().stdout.startswith("orders: unchanged; ")
        assert project.files() == stored
        prefix = ORDERS.replace("tns:", "t:").replace("xmlns:tns", "xmlns:t")
        vendor.pages["/orders?wsdl"] = page(prefix)
        checked = project.pin("--check")
        assert checked.exit_code == 0
        assert "the contract is the same, its text has changed" in checked.stdout
        assert project.pin().exit_code == 0
        assert b'type="t:Order"' in project.wsdl.read_bytes()


def test_imports_are_stored_beside_it_and_removed_when_they_go(tmp_path: Path) -> None:
    pages = {
        "/api/orders?wsdl": page(importing("orders?xsd=xsd0")),
        "/api/orders?xsd=xsd0": page(XSD),
    }
    with Vendor(pages) as vendor:
        project = Project(tmp_path, vendor.at("/api/orders?wsdl"))
        assert project.pin().exit_code == 0
        assert sorted(project.files()) == [
            "wsdl/orders.example-orders.xsd",
            "wsdl/orders.wsdl",
            "wsdl/typedsoap.lock",
        ]
        assert (
            b'schemaLocation="orders.example-orders.xsd"' in project.wsdl.read_bytes()
        )
        files = read_lock(project.wsdls)["orders.wsdl"].files
        source = files["orders.example-orders.xsd"].source
        assert source == vendor.at("/api/orders?xsd=xsd0")

        vendor.pages["/api/orders?wsdl"] = page(ORDERS)
        done = project.pin()
        assert "the contract is the same, its text has changed" in done.stdout
        assert "remove wsdl/orders.example-orders.xsd\n" in done.stdout
        assert sorted(project.files()) == ["wsdl/orders.wsdl", "wsdl/typedsoap.lock"]


def test_import_loops_are_read_once(tmp_path: Path) -> None:
    loop = XSD.replace(
        "<xs:complexType", '<xs:include schemaLocation="b.xsd"/><xs:complexType', 1
    )
    include = '<xs:include schemaLocation="./../api/a.xsd#x"/>'
    other = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        f' targetNamespace="urn:example:orders">{include}</xs:schema>'
    )
    pages = {
        "/api/o.wsdl": page(importing("a.xsd")),
        "/api/a.xsd": page(loop),
        "/api/b.xsd": page(other),
    }
    with Vendor(pages) as vendor:
        project = Project(tmp_path, vendor.at("/api/o.wsdl"))
        done = project.pin()
        assert (done.exit_code, done.stderr) == (0, "")
        assert vendor.asked == ["/api/o.wsdl", "/api/a.xsd", "/api/b.xsd"]
        schemas = [name for name in project.files() if name.endswith(".xsd")]
        assert schemas == [
            "wsdl/orders.example-orders.b.xsd",
            "wsdl/orders.example-orders.xsd",
        ]


def test_imports_belong_to_where_a_redirect_led(tmp_path: Path) -> None:
    pages = {
        "/orders?wsdl": redirect("/v2/orders?wsdl", "307 Temporary Redirect"),
        "/v2/orders?wsdl": page(importing("types.xsd")),
        "/v2/types.xsd": page(XSD),
    }
    with Vendor(pages) as vendor:
        project = Project(tmp_path, vendor.at("/orders?wsdl"))
        done = project.pin()
        assert (done.exit_code, done.stderr) == (0, "")
        assert vendor.asked == ["/orders?wsdl", "/v2/orders?wsdl", "/v2/types.xsd"]


def test_two_addresses_of_one_document_are_one(tmp_path: Path) -> None:
    second = '<xs:import namespace="urn:example:orders" schemaLocation="/t.xsd"/>'
    wsdl = importing("old.xsd").replace("</xs:schema>", f"{second}</xs:schema>", 1)
    pages = {
        "/orders?wsdl": page(wsdl),
        "/old.xsd": redirect("/t.xsd", "301 Moved Permanently"),
        "/t.xsd": page(XSD),
    }
    with Vendor(pages) as vendor:
        project = Project(tmp_path, vendor.at("/orders?wsdl"))
        done = project.pin()
        assert (done.exit_code, done.stderr) == (0, "")
        assert project.wsdl.read_text("utf-8").count("orders.example-orders.xsd") == 2


def test_a_server_that_calls_itself_http_is_asked_by_https(tmp_path: Path) -> None:
    pages = {"/t.xsd": page(XSD)}
    with Vendor(pages) as vendor:
        plain = vendor.at("/t.xsd").replace("https:", "http:")
        vendor.pages["/orders?wsdl"] = page(importing(plain))
        project = Project(tmp_path, vendor.at("/orders?wsdl"))
        assert project.pin().exit_code == 0
        assert vendor.asked == ["/orders?wsdl", "/t.xsd"]


def test_what_every_tool_knows_is_not_fetched(tmp_path: Path) -> None:
    known = (
        '<xs:import namespace="http://www.w3.org/XML/1998/namespace"'
        ' schemaLocation="http://www.w3.org/2001/xml.xsd"/>'
    )
    text = ORDERS.replace("<xs:complexType", f"{known}<xs:complexType", 1)
    with Vendor({"/orders?wsdl": page(text)}) as vendor:
        project = Project(tmp_path, vendor.at("/orders?wsdl"))
        done = project.pin()
        assert (done.exit_code, done.stderr) == (0, "")
        assert vendor.asked == ["/orders?wsdl"]
        assert b"http://www.w3.org/2001/xml.xsd" in project.wsdl.read_bytes()


def test_a_reply_in_gzip_coding(tmp_path: Path) -> None:
    with Vendor({"/orders?wsdl": zipped(ORDERS.encode())}) as vendor:
        project = Project(tmp_path, vendor.at("/orders?wsdl"))
        assert project.pin().exit_code == 0
        assert b"\r\nAccept-Encoding: gzip\r\n" in vendor.requests[0]
        assert b"PlaceResponse" in project.wsdl.read_bytes()


def test_what_is_pinned_generates(tmp_path: Path) -> None:
    pages = {"/o": page(importing("/t.xsd")), "/t.xsd": page(XSD)}
    with Vendor(pages) as vendor:
        Project(tmp_path, vendor.at("/o")).pin()
    (tmp_path / "orders.wsdl").write_text(ORDERS, "utf-8")
    same = typedsoap("diff", "orders.wsdl", "wsdl/orders.wsdl", folder=tmp_path)
    assert (same.exit_code, same.stdout) == (0, "no changes\n")
    made = typedsoap("generate", "--no-cache", folder=tmp_path)
    assert (made.exit_code, made.stderr) == (0, "")
