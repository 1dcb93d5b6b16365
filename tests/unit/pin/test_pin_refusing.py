"""What `typedsoap pin` must not do, and that a pin that fails leaves all as it was."""

from __future__ import annotations

import gzip
import re
import time
from pathlib import Path

import pytest

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
from tests.unit.runtime.loopback import (
    Answer,
    Server,
    cut,
    hang,
    http,
    reset,
    sending,
    trickling,
)

WSDL = "/orders?wsdl"
BOMB = gzip.compress(bytes(1 << 30 - 2), 9)
LOGIN = "<!DOCTYPE html><html><body><form>Sign in</form></body></html>"

REPLIES: dict[str, tuple[Answer, str, str]] = {
    "cut": (cut(http(ORDERS[:900].encode(), length=len(ORDERS))), "TS620", "cut off"),
    "cut without a length": (
        cut(b"HTTP/1.1 200 OK\r\n\r\n" + ORDERS[:900].encode()),
        "TS004",
        "ends too early",
    ),
    "cut in its head": (cut(b"HTTP/1.1 200 OK\r\nContent-"), "TS005", ""),
    "no reply": (reset, "TS620", "no complete reply"),
    "no HTTP": (cut(b"220 mail.example.com ESMTP\r\n"), "TS620", "no HTTP"),
    "20 MB": (page(ORDERS + " " * (20 << 20)), "TS007", "exceed 16777216 bytes"),
    "a gzip bomb": (
        page(BOMB, "Content-Encoding: gzip\r\n"),
        "TS007",
        "exceed 16777216 bytes",
    ),
    "damaged gzip": (
        page(ORDERS, "Content-Encoding: gzip\r\n"),
        "TS620",
        "gzip coding is damaged",
    ),
    "half a gzip": (
        page(gzip.compress(ORDERS.encode())[:-20], "Content-Encoding: gzip\r\n"),
        "TS620",
        "gzip coding ends too early",
    ),
    "two gzips": (
        page(gzip.compress(b"<a/>") * 2, "Content-Encoding: gzip\r\n"),
        "TS620",
        "something follows",
    ),
    "an unknown coding": (
        page(ORDERS, "Content-Encoding: br\r\n"),
        "TS620",
        "the content coding 'br' is not supported",
    ),
    "a login page": (page(LOGIN), "TS003", "HTML page"),
    "a zipped login page": (zipped(LOGIN.encode()), "TS003", "HTML page"),
    "401": (sending(http(status="401 Unauthorized")), "TS618", "HTTP status 401"),
    "404": (sending(http(status="404 Not Found")), "TS618", "HTTP status 404"),
    "500": (sending(http(ORDERS.encode(), "500 Oops")), "TS618", "HTTP status 500"),
    "304": (sending(http(status="304 Not Modified")), "TS618", "HTTP status 304"),
    "a schema": (page(XSD), "TS012", "an XML Schema, not a WSDL"),
    "an entity": (
        page('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
        "TS006",
        "document type declaration",
    ),
    "redirected to itself": (redirect(WSDL), "TS619", "more than 5 times"),
    "redirected to nowhere": (
        sending(http(status="302 Found")),
        "TS618",
        "HTTP status 302",
    ),
    "redirected to http": (
        redirect("http://127.0.0.1/orders?wsdl"),
        "TS619",
        "has the scheme 'http', not https",
    ),
    "redirected to a file": (redirect("file:///etc/passwd"), "TS619", "'file'"),
    "redirected to another host": (
        redirect("https://evil.example/orders?wsdl"),
        "TS619",
        "is of a host that is not named",
    ),
    "redirected with a user": (
        redirect("https://me:geheim@127.0.0.1/orders?wsdl"),
        "TS619",
        "names a user",
    ),
    "importing from another host": (
        page(importing("https://evil.example/x.xsd?token=geheim")),
        "TS616",
        "'https://evil.example/x.xsd?token=***' is of a host that is not named",
    ),
    "importing a file": (page(importing("file:///etc/passwd")), "TS616", "'file'"),
    "importing from a user": (
        page(importing("//me:geheim@127.0.0.1/x.xsd")),
        "TS616",
        "names a user",
    ),
    "importing what is not there": (page(importing("none.xsd")), "TS618", "404"),
}


@pytest.mark.parametrize("reply", REPLIES)
def test_nothing_changes(reply: str, tmp_path: Path) -> None:
    answer, code, told = REPLIES[reply]
    with Vendor({WSDL: page(ORDERS)}) as vendor:
        project = Project(tmp_path, vendor.at(WSDL))
        assert project.pin().exit_code == 0
        vendor.pages[WSDL] = answer
        for arguments in ([], ["--check"]):
            errors = project.refused(code, *arguments)
            assert told in errors
            assert "geheim" not in errors


@pytest.mark.parametrize(
    "answer", [hang, trickling(http(ORDERS.encode())), trickling(b" " * 9999)]
)
def test_time_is_up(answer: Answer, tmp_path: Path) -> None:
    with Vendor({WSDL: answer}) as vendor:
        project = Project(tmp_path, vendor.at(WSDL), "timeout = 1")
        start = time.monotonic()
        assert "was not there when the time was up" in project.refused("TS621")
        assert time.monotonic() - start < 10


def test_a_server_that_never_speaks_tls(tmp_path: Path) -> None:
    with Server(hang, at_once=True) as server:
        url = server.url.replace("http:", "https:")
        Project(tmp_path, url, "timeout = 1").refused("TS621")


def test_nobody_listens(tmp_path: Path) -> None:
    with Vendor({}) as vendor:
        url = vendor.at(WSDL)
    errors = Project(tmp_path, url).refused("TS617")
    assert f"{url!r} cannot be reached: Connection refused" in errors


def test_a_certificate_that_is_not_trusted(tmp_path: Path) -> None:
    with Vendor({WSDL: page(ORDERS)}) as vendor:
        project = Project(tmp_path, vendor.at(WSDL))
        configuration = tmp_path / "pyproject.toml"
        lines = configuration.read_text("utf-8").splitlines()
        kept = [line for line in lines if not line.startswith("ca_file")]
        configuration.write_text("\n".join(kept), "utf-8")
        errors = project.refused("TS617")
        assert "has no trusted connection: unable to get local issuer" in errors
        assert vendor.requests == []


def test_a_certificate_of_another_name(tmp_path: Path) -> None:
    with Vendor({WSDL: page(ORDERS)}) as vendor:
        url = vendor.at(WSDL).replace("127.0.0.1", "localhost")
        errors = Project(tmp_path, url).refused("TS617")
        assert "has no trusted connection: Hostname mismatch" in errors
        assert vendor.requests == []


def test_a_ca_file_that_is_none(tmp_path: Path) -> None:
    project = Project(tmp_path, "https://127.0.0.1/orders?wsdl")
    configuration = tmp_path / "pyproject.toml"
    text = configuration.read_text("utf-8")
    for name in ("none.pem", "pyproject.toml"):
        lines = [
            f'ca_file = "{name}"' if line.startswith("ca_file") else line
            for line in text.splitlines()
        ]
        configuration.write_text("\n".join(lines), "utf-8")
        assert "the ca_file cannot be used" in project.refused("TS617")


def test_too_many_documents(tmp_path: Path) -> None:
    pages = {WSDL: page(importing("/0.xsd"))}
    for number in range(9):
        include = f'<xs:include schemaLocation="/{number + 1}.xsd"/>'
        pages[f"/{number}.xsd"] = page(
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
            f' targetNamespace="urn:example:orders">{include}</xs:schema>'
        )
    with Vendor(pages) as vendor:
        limits = "[tool.typedsoap.limits]\nfiles = 5\n"
        project = Project(tmp_path, vendor.at(WSDL), more=limits)
        assert "more than 5 files" in project.refused("TS007")
        assert len(vendor.asked) == 5


def test_the_limit_is_for_all_documents_together(tmp_path: Path) -> None:
    pages = {WSDL: page(importing("/t.xsd")), "/t.xsd": page(XSD)}
    with Vendor(pages) as vendor:
        size = len(importing("/t.xsd")) + len(XSD)
        limits = f"[tool.typedsoap.limits]\nbytes = {size - 1}\n"
        project = Project(tmp_path, vendor.at(WSDL), more=limits)
        project.refused("TS007")
        limits = f"[tool.typedsoap.limits]\nbytes = {size}\n"
        project = Project(tmp_path, vendor.at(WSDL), more=limits)
        assert project.pin().exit_code == 0


def test_a_normal_form_that_is_over_the_limit(tmp_path: Path) -> None:
    text = re.sub(r">\s+<", "><", ORDERS)
    with Vendor({WSDL: page(text)}) as vendor:
        limits = f"[tool.typedsoap.limits]\nbytes = {len(text)}\n"
        project = Project(tmp_path, vendor.at(WSDL), more=limits)
        assert f"exceed {len(text)} bytes" in project.refused("TS007")


def test_a_redirect_to_a_host_that_is_named(tmp_path: Path) -> None:
    pages = {WSDL: page(importing("t.xsd")), "/t.xsd": page(XSD)}
    with Vendor(pages) as other, Vendor({WSDL: redirect(other.at(WSDL))}) as vendor:
        project = Project(tmp_path, vendor.at(WSDL))
        assert "is of a host that is not named" in project.refused("TS619")
        assert other.requests == []
        named = f'hosts = ["127.0.0.1:{other.port}"]'
        project = Project(tmp_path, vendor.at(WSDL), named)
        done = project.pin()
        assert (done.exit_code, done.stderr) == (0, "")
        assert other.asked == [WSDL, "/t.xsd"]


def test_a_broken_pin_of_one_service_stores_none(tmp_path: Path) -> None:
    with Vendor({WSDL: page(ORDERS)}) as vendor:
        second = f"""
[[tool.typedsoap.services]]
wsdl = "wsdl/stock.wsdl"

[tool.typedsoap.services.pin]
url = "{vendor.at("/stock?wsdl")}"
ca_file = "ca.pem"
"""
        project = Project(tmp_path, vendor.at(WSDL), second)
        ca = Path(__file__).parent / "certificates" / "ca.pem"
        (tmp_path / "ca.pem").write_bytes(ca.read_bytes())
        project.refused("TS618")
        vendor.pages["/stock?wsdl"] = page(CHANGED)
        done = project.pin()
        assert done.exit_code == 0
        assert (project.wsdls / "stock.wsdl").exists()
        only = project.pin("stock", "--check")
        assert only.stdout.startswith("stock: unchanged; ")
        assert "orders" not in only.stdout.partition(";")[0]
