"""Which texts are addresses, where locations lead, and what messages show of them."""

from __future__ import annotations

import pytest

from typedsoap.fetch.addresses import Address, AddressError, masked, parse_host

BASE = Address.parse("https://vendor.example/a/orders?wsdl")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://Vendor.Example:443/a b?wsdl#c", "https://vendor.example/a%20b?wsdl"),
        ("HTTPS://vendor.example:8443", "https://vendor.example:8443/"),
        ("https://[::1]:4/\u00e6?\u00f8=%20", "https://[::1]:4/%C3%A6?%C3%B8=%20"),
        (" https://vendor.example/\n", "https://vendor.example/"),
    ],
)
def test_an_address(text: str, url: str) -> None:
    assert str(Address.parse(text)) == url
    assert Address.parse(url) == Address.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "orders.wsdl",
        "http://vendor.example/",
        "file:///etc/passwd",
        "https:///x",
        "https://",
        "https://me:pw@vendor.example/",
        "https://@vendor.example/",
        "https://vendor.example\\@evil.example/",
        "https://vendor.example/\x00",
        "https://vendor.ex\tample/",
        "https://vendor.example:0x50/",
        "https://vendor.example:99999/",
        "https://[::1/",
        "https://vend\u00f8r.example/",
        "https://a..b%2f/",
        "//vendor.example/",
        "https://vendor.example/" + "x" * 2048,
    ],
)
def test_no_address(text: str) -> None:
    with pytest.raises(AddressError) as raised:
        Address.parse(text)
    assert "pw" not in str(raised.value)


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("t.xsd", "https://vendor.example/a/t.xsd"),
        ("?xsd=0", "https://vendor.example/a/orders?xsd=0"),
        ("../../../t.xsd", "https://vendor.example/t.xsd"),
        ("/t.xsd", "https://vendor.example/t.xsd"),
        ("//other.example/t", "https://other.example/t"),
        ("https://vendor.example:444/t", "https://vendor.example:444/t"),
        ("http://vendor.example/t", "https://vendor.example/t"),
        ("http://vendor.example:80/t", "https://vendor.example/t"),
        ("http://vendor.example:8080/t", "https://vendor.example:8080/t"),
    ],
)
def test_locations(location: str, url: str) -> None:
    assert str(BASE.follow(location, upgrade=True)) == url


@pytest.mark.parametrize(
    "location", ["http://vendor.example/t", "ftp://a/b", "javascript:1", "\\\\evil\\t"]
)
def test_locations_that_lead_out(location: str) -> None:
    with pytest.raises(AddressError):
        BASE.follow(location)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/b?wsdl", "https://a.example/b?wsdl"),
        ("https://a.example/b?xsd=xsd0&n=1", "https://a.example/b?xsd=xsd0&n=1"),
        ("https://me:pw@a.example/b", "https://a.example/b"),
        (
            "https://a.example/?api_key=x&sig=y",
            "https://a.example/?api_key=***&sig=***",
        ),
        ("https://a.example/?SessionToken=x", "https://a.example/?SessionToken=***"),
        (f"https://a.example/?q={'x' * 41}", "https://a.example/?q=***"),
        (f"https://a.example/?{'x' * 41}", "https://a.example/?***"),
        ("https://a.example/#token", "https://a.example/"),
        ("https://[", "***"),
        (f"https://a.example/{'x' * 9999}", f"https://a.example/{'x' * 2030}"),
    ],
)
def test_masking(url: str, shown: str) -> None:
    assert masked(url) == shown


def test_hosts() -> None:
    assert parse_host("Vendor.Example") == ("vendor.example", 443)
    assert parse_host("vendor.example:8443") == ("vendor.example", 8443)
    assert parse_host("[::1]:1") == ("[::1]", 1)
    for text in ("", "https://a", "a/b", "a:b", "a:0", "a:65536", "me@a", "*.a"):
        with pytest.raises(AddressError):
            parse_host(text)
