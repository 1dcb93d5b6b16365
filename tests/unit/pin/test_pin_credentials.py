"""Credentials: sent to the vendor's own host, and never shown or stored."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.unit.pin.vendor import (
    ORDERS,
    XSD,
    Project,
    Vendor,
    importing,
    page,
    redirect,
)
from tests.unit.runtime.loopback import http, sending

WSDL = "/orders?wsdl"
BASIC = 'user_env = "VENDOR_USER"\npassword_env = "VENDOR_PASSWORD"\n'
HEADER = 'header = "X-Api-Key"\nheader_env = "VENDOR_KEY"\n'
PAIR = base64.b64encode(b"ann:geheim").decode()


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENDOR_USER", "ann")
    monkeypatch.setenv("VENDOR_PASSWORD", "geheim")
    monkeypatch.setenv("VENDOR_KEY", "Bearer geheim")


def sent(vendor: Vendor) -> list[bytes]:
    return [
        line
        for request in vendor.requests
        for line in request.split(b"\r\n")
        if line.startswith((b"Authorization:", b"X-Api-Key:"))
    ]


def test_both_are_sent_with_every_request(tmp_path: Path) -> None:
    pages = {WSDL: page(importing("t.xsd")), "/t.xsd": page(XSD)}
    with Vendor(pages) as vendor:
        project = Project(tmp_path, vendor.at(WSDL), BASIC + HEADER)
        done = project.pin()
        assert (done.exit_code, done.stderr) == (0, "")
        lines = [f"Authorization: Basic {PAIR}", "X-Api-Key: Bearer geheim"]
        assert sent(vendor) == [line.encode() for line in lines] * 2
        for content in (done.stdout.encode(), *project.files().values()):
            assert b"geheim" not in content
            assert PAIR.encode() not in content


def test_no_other_host_gets_them(tmp_path: Path) -> None:
    with Vendor({WSDL: page(ORDERS)}) as other:
        with Vendor({WSDL: redirect(other.at(WSDL))}) as vendor:
            named = f'hosts = ["127.0.0.1:{other.port}"]\n'
            project = Project(tmp_path, vendor.at(WSDL), named + BASIC + HEADER)
            assert project.pin().exit_code == 0
            assert len(sent(vendor)) == 2
        assert len(other.requests) == 1
        assert sent(other) == []


def test_a_server_that_repeats_them(tmp_path: Path) -> None:
    location = "https://evil.example/geheim/?a=geheim&b=Bearer%20geheim"
    with Vendor({WSDL: redirect(location)}) as vendor:
        project = Project(tmp_path, vendor.at(WSDL), HEADER)
        errors = project.refused("TS619")
        assert "geheim" not in errors
        assert "https://evil.example/***/" in errors


def test_what_looks_secret_in_a_query_is_masked(tmp_path: Path) -> None:
    target = "/t.xsd?xsd=1&sig=abc123"
    pages = {WSDL: page(importing(target.replace("&", "&amp;"))), target: page(XSD)}
    with Vendor(pages) as vendor:
        project = Project(tmp_path, vendor.at(WSDL))
        assert project.pin().exit_code == 0
        assert vendor.asked == [WSDL, target]
        lock = project.lock.read_text("utf-8")
        assert "/t.xsd?xsd=1&sig=***" in lock
        assert "abc123" not in str(project.files())


def test_401_tells_of_the_variables(tmp_path: Path) -> None:
    with Vendor({WSDL: sending(http(status="401 Unauthorized"))}) as vendor:
        errors = Project(tmp_path, vendor.at(WSDL), BASIC).refused("TS618")
        assert "hint: name the variables with credentials" in errors
        assert "geheim" not in errors


@pytest.mark.parametrize("value", [None, "", "a\r\nX: b", "a:b"])
def test_a_variable_that_cannot_be_used(
    value: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if value is None:
        monkeypatch.delenv("VENDOR_USER")
    else:
        monkeypatch.setenv("VENDOR_USER", value)
    with Vendor({WSDL: page(ORDERS)}) as vendor:
        errors = Project(tmp_path, vendor.at(WSDL), BASIC).refused("TS622")
        assert "the environment variable 'VENDOR_USER' " in errors
        assert "a:b" not in errors
        assert vendor.requests == []


def test_a_header_that_cannot_be_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VENDOR_KEY", "schlüssel")
    with Vendor({WSDL: page(ORDERS)}) as vendor:
        errors = Project(tmp_path, vendor.at(WSDL), HEADER).refused("TS622")
        assert "schl" not in errors
        assert vendor.requests == []


def test_neither_proxies_nor_netrc_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password geheim")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with Vendor({WSDL: page(ORDERS)}) as vendor:
        project = Project(tmp_path, vendor.at(WSDL))
        assert project.pin().exit_code == 0
        assert sent(vendor) == []
