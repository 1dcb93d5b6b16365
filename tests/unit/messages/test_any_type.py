"""Elements of type xs:anyType and of mixed content: XML that is kept as it is."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import canonicalize

import pytest
from lxml import etree

from tests.unit.messages.packages import Package, Zeep
from typedsoap.serve.samples import complete

CASE = "any-type-and-mixed"
NS = 'xmlns:n1="urn:example:orders"'
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XSD = "http://www.w3.org/2001/XMLSchema"
INT = f'xmlns:xs="{XSD}" xmlns:xsi="{XSI}" xsi:type="xs:int"'


def _fragment(package: Package, xml: str) -> Any:
    return package.runtime("fragments").XmlFragment.parse(xml)


def _same(one: bytes, other: str) -> bool:
    texts = (one.decode(), other)
    found, expected = (canonicalize(text, rewrite_prefixes=True) for text in texts)
    return found == expected


def _sent(package: Package, fragment: Any) -> Any:
    """What a server reads of a fragment that is sent as Render, whatever its name."""
    got: list[Any] = []
    answer = _fragment(package, "<r>one <b xmlns='urn:b'>two</b> three</r>")

    def render(given: Any) -> Any:
        got.append(given.render)
        return answer

    client = package.client(render=render)
    back = client.render(render=fragment)
    assert back.name == "{urn:example:orders}RenderResponse"
    assert back.text == "one  three"
    assert got[0].name == "{urn:example:orders}Render"
    package.body()
    package.body(package.answer.body)
    return got[0]


def test_a_value_with_its_type(package: Package) -> None:
    got = _sent(package, _fragment(package, f"<v {INT}>5</v>"))
    assert got.text == "5"
    assert got.attributes == {f"{{{XSI}}}type": "xs:int"}
    # The prefix in the attribute's value still means what it meant.
    root = etree.fromstring(got.data)
    assert root.nsmap["xs"] == XSD


def test_text_between_elements(package: Package) -> None:
    xml = '<p lang="en">one <b>two</b> three &amp; four<i/>\n</p>'
    got = _sent(package, _fragment(package, xml))
    assert _same(
        got.data,
        f'<n1:Render {NS} lang="en">one <b>two</b> three &amp; four<i/>\n</n1:Render>',
    )
    assert got.text == "one  three & four\n"


def test_prefixes_that_mean_something_else_in_the_envelope(package: Package) -> None:
    xml = (
        '<n1:a xmlns:n1="urn:other" xmlns:soap="urn:soap" n1:x="soap:y">'
        "<n1:b/><c xmlns='urn:c'>n1:d</c></n1:a>"
    )
    got = _sent(package, _fragment(package, xml))
    root = etree.fromstring(got.data)
    assert [child.tag for child in root] == ["{urn:other}b", "{urn:c}c"]
    assert (root.nsmap["n1"], root.nsmap["soap"]) == ("urn:other", "urn:soap")
    assert root.items() == [("{urn:other}x", "soap:y")]


def test_what_was_read_can_be_sent_and_is_the_same_again(package: Package) -> None:
    first = _sent(package, _fragment(package, f'<v {INT} xmlns:un="urn:u">7</v>'))
    assert b"urn:u" not in first.data
    assert _sent(package, first) == first


def test_fields_lists_arrays_and_dictionaries(package: Package) -> None:
    nil = package.runtime("nil").NIL
    setting = package.types.Setting(
        name="n",
        value=_fragment(package, f"<v {INT}>1</v>"),
        default=nil,
        former=[_fragment(package, "<a>2</a>"), _fragment(package, "<b><c/></b>")],
        remark=_fragment(
            package, f"<r {NS} lang='no'>A <n1:Bold>bold</n1:Bold> one</r>"
        ),
    )
    got: list[Any] = []

    def change(given: Any) -> Any:
        got.append(given)
        return package.orders.ChangeResponse(
            setting=given.setting, values=given.values, properties=given.properties
        )

    back = package.client(change=change).change(
        setting=setting,
        values=[_fragment(package, "<i>x</i>")],
        properties={"k": _fragment(package, "<v>y</v>"), "none": None},
    )
    assert [found.text for found in got[0].values] == ["x"]
    assert got[0].properties["k"].text == "y"
    assert got[0].properties["none"] is None
    assert got[0].setting.default is None
    assert [found.name for found in back.setting.former] == [
        "{urn:example:orders}Former"
    ] * 2
    assert back.setting.remark.attributes == {"lang": "no"}
    assert back.setting == got[0].setting
    package.body()
    package.body(package.answer.body)


def test_a_header_block(package: Package) -> None:
    client = package.client(change=lambda _: package.orders.ChangeResponse())
    client.with_headers(context=_fragment(package, "<x><y/></x>")).change()
    root = etree.fromstring(package.sent)
    (block,) = root.iterfind(".//{urn:example:orders}Context")
    assert [child.tag for child in block] == ["y"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        b"<a>",
        b"<a/><b/>",
        b"<a>&nbsp;</a>",
        b"<a>\x00</a>",
        b"<p:a/>",
        b"<a><o:b/><c xmlns='relative'/></a>",
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b"<a>\xff</a>",
    ],
)
def test_what_is_no_element_is_not_sent(package: Package, data: bytes) -> None:
    fragments = package.runtime("fragments")
    with pytest.raises(ValueError, match=r"well-formed|DOCTYPE"):
        fragments.XmlFragment.parse(data)
    client = package.client(render=lambda _: None)
    package.sent = b""
    with pytest.raises(package.errors.EncodeError, match=r"well-formed|DOCTYPE"):
        client.render(render=fragments.XmlFragment("a", data))
    assert package.sent == b""


@pytest.mark.parametrize("value", [None, "<a/>", b"<a/>", 5])
def test_what_is_no_fragment_is_not_sent(package: Package, value: object) -> None:
    client = package.client(render=lambda _: None)
    with pytest.raises(package.errors.EncodeError, match="XmlFragment"):
        client.render(render=value)
    with pytest.raises(package.errors.EncodeError, match=r"values\[1\]: "):
        client.change(values=[_fragment(package, "<a/>"), value])


def test_comments_and_instructions_are_left_out(package: Package) -> None:
    got = _sent(package, _fragment(package, "<a>1<!-- 2 --><?do it?>3</a>"))
    assert got.text == "13"
    assert b"do it" not in package.sent


def test_a_namespace_that_is_no_absolute_uri(package: Package) -> None:
    """Canonical XML has no form for it, so it is kept in another one."""
    fragment = _fragment(package, '<a><b xmlns="b"/><größe/></a>')
    back = package.client(render=lambda given: given.render).render(render=fragment)
    assert [child.tag for child in etree.fromstring(back.data)] == ["{b}b", "größe"]
    assert b"soap" not in back.data


@pytest.mark.parametrize("count", [90, 110])
def test_many_declarations_in_a_fragment(package: Package, count: int) -> None:
    inner = "".join(f"<b xmlns:p{n}='urn:{n}' k='p{n}:x'/>" for n in range(count))
    fragment = _fragment(package, f"<a>{inner}</a>")
    back = package.client(render=lambda given: given.render).render(render=fragment)
    found = etree.fromstring(back.data)
    assert [child.nsmap[f"p{n}"] for n, child in enumerate(found)] == [
        f"urn:{n}" for n in range(count)
    ]


def test_too_many_namespaces_around_a_fragment(package: Package) -> None:
    spaces = "".join(f" xmlns:p{n}='urn:{n}'" for n in range(101))
    reply = f"<n1:RenderResponse {NS}{spaces}>text</n1:RenderResponse>"
    with pytest.raises(package.errors.ProtocolError, match="more than 100 namespaces"):
        package.answered(reply).render(render=_fragment(package, "<a/>"))


def test_samples_can_be_sent(package: Package) -> None:
    handler, samples = complete(package.server.OrdersHandler, object())
    assert samples == ["change", "render"]
    client = package.client_of(package.server.OrdersApplication(handler, strict=True))
    assert client.change().setting.value.name == "{urn:example:orders}Value"
    client.render(render=_fragment(package, "<a/>"))


def test_zeep_sends_and_reads_typed_values(package: Package) -> None:
    xsd: Any = pytest.importorskip("zeep.xsd", reason="zeep is in the extra 'bench'")
    got: list[Any] = []

    def change(given: Any) -> Any:
        got.append(given)
        value = _fragment(package, f"<v {INT}>8</v>")
        answered = package.types.Setting(name="a", value=value, default=value)
        return package.orders.ChangeResponse(setting=answered, values=[value])

    reply = Zeep(package, change=change).service.Change(
        Setting={
            "Name": "n",
            "Value": xsd.AnyObject(xsd.Int(), 5),
            "Former": [xsd.AnyObject(xsd.String(), "x"), xsd.AnyObject(xsd.Int(), 6)],
            "Untyped": xsd.AnyObject(xsd.Boolean(), True),
        }
    )
    (given,) = got
    assert [found.text for found in given.setting.former] == ["x", "6"]
    assert given.setting.value.text == "5"
    assert given.setting.untyped.text == "true"
    root = etree.fromstring(given.setting.value.data)
    prefix, _, local = (root.get(f"{{{XSI}}}type") or "").partition(":")
    assert (root.nsmap[prefix], local) == (XSD, "int")
    assert reply["Setting"]["Value"] == reply["Setting"]["Default"] == 8
    assert reply["Values"]["Item"] == [8]
