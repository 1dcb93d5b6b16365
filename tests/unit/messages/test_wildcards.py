"""xs:any: elements that the contract does not name, kept in their order."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from tests.unit.messages.packages import Package
from typedsoap.serve.samples import complete

CASE = "wildcards"
NS = 'xmlns:n1="urn:example:orders"'
A = "<a xmlns='urn:a'/>"
DIFFGRAM = """<diffgr:diffgram xmlns:msdata="urn:schemas-microsoft-com:xml-msdata"
 xmlns:diffgr="urn:schemas-microsoft-com:xml-diffgram-v1"><NewDataSet xmlns="">
<Table diffgr:id="Table1" msdata:rowOrder="0"><Id>1</Id></Table>
</NewDataSet></diffgr:diffgram>"""
SCHEMA = """<xs:schema id="NewDataSet" xmlns="" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:msdata="urn:schemas-microsoft-com:xml-msdata"><xs:element name="NewDataSet"
 msdata:IsDataSet="true"/></xs:schema>"""


def _fragment(package: Package, xml: str) -> Any:
    return package.runtime("fragments").XmlFragment.parse(xml)


def _item(package: Package, *elements: str, **fields: Any) -> Any:
    found = [_fragment(package, xml) for xml in elements]
    return package.types.Item(name="n", any_elements=found, **fields)


def _names(fragments: Any) -> list[str]:
    return [fragment.name for fragment in fragments]


def _refusal(package: Package, **parameters: Any) -> str:
    client = package.client(put=lambda _: package.orders.PutResponse())
    package.sent = b""
    with pytest.raises(package.errors.EncodeError) as caught:
        client.put(**{"any_element": _fragment(package, A), **parameters})
    assert package.sent == b""
    return str(caught.value)


def test_both_ways_in_order(package: Package) -> None:
    got: list[Any] = []
    item = _item(package, "<b xmlns='urn:b' k='1'/>", "<a xmlns='urn:a'>x</a>", id=5)
    response = package.orders.PutResponse(
        item=item,
        any_elements=[_fragment(package, f"<{n} xmlns='urn:r'/>") for n in "zay"],
    )

    def put(given: Any) -> Any:
        got.append(given)
        return response

    anything = _fragment(package, "<x xmlns='urn:x' t='1'><y/></x>")
    back = package.client(put=put).put(item=item, any_element=anything)
    assert _names(back.any_elements) == ["{urn:r}z", "{urn:r}a", "{urn:r}y"]
    assert _names(back.item.any_elements) == ["{urn:b}b", "{urn:a}a"]
    assert back.item.any_elements[1].text == "x"
    assert got[0].item == back.item
    assert got[0].any_element.attributes == {"t": "1"}
    assert package.body() == (
        f'<n1:Put {NS}><n1:Item id="5"><n1:Name>n</n1:Name><b xmlns="urn:b" k="1"></b>'
        '<a xmlns="urn:a">x</a></n1:Item><x xmlns="urn:x" t="1"><y></y></x></n1:Put>'
    )
    package.body(package.answer.body)


def test_wildcards_of_a_type_and_its_base(package: Package) -> None:
    got: list[Any] = []
    special = package.types.Special(
        name="n",
        any_elements=[_fragment(package, "<o xmlns='urn:other'/>")],
        reason="r",
        any_element=_fragment(package, f"<n1:Extra {NS}/>"),
    )

    def put(given: Any) -> Any:
        got.append(given.item)
        return package.orders.PutResponse()

    client = package.client(put=put)
    client.put(item=special, any_element=_fragment(package, A))
    assert _names(got[0].any_elements) == ["{urn:other}o"]
    assert got[0].any_element.name == "{urn:example:orders}Extra"
    package.body()


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"any_element": None}, "any_element: an XmlFragment is required"),
        ({"any_element": "<a/>"}, "any_element: expected an XmlFragment, got str"),
        ({"any_element": []}, "any_element: expected an XmlFragment, got list"),
    ],
)
def test_what_is_no_element(
    package: Package, parameters: dict[str, Any], message: str
) -> None:
    assert message in _refusal(package, **parameters)


@pytest.mark.parametrize(
    "xml",
    ["<local/>", "<own xmlns='urn:example:orders'/>", f"<n1:Name {NS}>x</n1:Name>"],
)
def test_another_namespace_is_required(package: Package, xml: str) -> None:
    """`##other` means neither the target namespace nor none."""
    refused = _refusal(package, item=_item(package, "<a xmlns='urn:a'/>", xml))
    assert "item.any_elements[1]: the element " in refused
    assert "is not allowed here" in refused


def test_a_list_of_namespaces(package: Package) -> None:
    special = package.types.Special(
        name="n", reason="r", any_element=_fragment(package, A)
    )
    assert "item.any_element: the element {urn:a}a" in _refusal(package, item=special)


def test_a_choice_of_an_element_and_a_wildcard(package: Package) -> None:
    def payload(count: int, xml: str = "<a/>", text: str | None = None) -> Any:
        many = [_fragment(package, xml)] * count
        return package.types.Payload(text=text, any_elements=many)

    assert "at most 2 are allowed, got 3" in _refusal(package, payload=payload(3))
    assert "any_elements exclude" in _refusal(package, payload=payload(1, text="t"))
    assert "is required" in _refusal(package, payload=payload(0))
    refused = _refusal(package, payload=payload(1, "<a xmlns='urn:a'/>"))
    assert "{urn:a}a is not allowed" in refused
    got: list[Any] = []

    def put(given: Any) -> Any:
        got.append(given.payload)
        return package.orders.PutResponse()

    package.client(put=put).put(payload=payload(2), any_element=_fragment(package, A))
    assert _names(got[0].any_elements) == ["a", "a"]
    package.body()


def test_a_data_set(package: Package) -> None:
    """The idiom of ASP.NET: a schema, and a diffgram that follows it."""
    result = f"<GetDataResult>{SCHEMA}{DIFFGRAM}</GetDataResult>"
    reply = f'<GetDataResponse xmlns="urn:example:orders">{result}</GetDataResponse>'
    found = package.answered(reply).get_data()
    assert found.schema.name == "{http://www.w3.org/2001/XMLSchema}schema"
    assert found.schema.attributes == {"id": "NewDataSet"}
    diffgram = etree.fromstring(found.any_element.data)
    assert diffgram.findtext("NewDataSet/Table/Id") == "1"
    # And from our side, to ourselves.
    assert package.client(get_data=lambda _: found).get_data() == found


def test_a_data_set_without_rows(package: Package) -> None:
    result = f"<n1:GetDataResult>{SCHEMA}</n1:GetDataResult>"
    client = package.answered(f"<n1:GetDataResponse {NS}>{result}</n1:GetDataResponse>")
    with pytest.raises(package.errors.ProtocolError, match="required value") as caught:
        client.get_data()
    assert "GetDataResult/(any)" in str(caught.value)


def test_a_data_table(package: Package) -> None:
    """The idiom of WCF for a DataTable: two wildcards, no element with a name."""
    result = f"<Table>{SCHEMA}{DIFFGRAM}</Table>"
    reply = f'<PutResponse xmlns="urn:example:orders">{result}</PutResponse>'
    anything = _fragment(package, A)
    found = package.answered(reply).put(any_element=anything)
    assert _names(found.table.any_elements) == [
        "{http://www.w3.org/2001/XMLSchema}schema"
    ]
    diffgram = etree.fromstring(found.table.any_element.data)
    assert diffgram.findtext("NewDataSet/Table/Id") == "1"
    # And from our side, to ourselves.
    client = package.client(put=lambda _: found)
    assert client.put(any_element=anything) == found


def test_an_endpoint_reference_of_addressing(package: Package) -> None:
    orders = package.orders
    got: list[Any] = []
    reference = orders.EndpointReferenceType(
        address=orders.AttributedURIType(value="http://localhost/"),
        reference_parameters=orders.ReferenceParametersType(
            any_elements=[_fragment(package, '<k xmlns="urn:k">1</k>')]
        ),
    )

    def put(given: Any) -> Any:
        got.append(given.reply_to)
        return orders.PutResponse()

    package.client(put=put).put(reply_to=reference, any_element=_fragment(package, A))
    assert got == [reference]
    package.body()


def test_what_no_wildcard_allows_is_not_known(package: Package) -> None:
    inner = "<n1:Name>n</n1:Name><n1:New/><o xmlns='urn:o'/><local/>"
    reply = f"<n1:PutResponse {NS}><n1:Item>{inner}</n1:Item></n1:PutResponse>"
    anything = _fragment(package, A)
    with pytest.raises(package.errors.ProtocolError, match="does not know this elem"):
        package.answered(reply).put(any_element=anything)
    lenient = package.answered(reply).with_options(strict=False)
    assert _names(lenient.put(any_element=anything).item.any_elements) == ["{urn:o}o"]


def test_a_named_element_that_is_there_again(package: Package) -> None:
    """A wildcard that allows it takes what the contract has no further place for."""
    result = (
        f"<n1:GetDataResult>{SCHEMA}{SCHEMA.replace('New', 'Old')}</n1:GetDataResult>"
    )
    reply = f"<n1:GetDataResponse {NS}>{result}</n1:GetDataResponse>"
    found = package.answered(reply).get_data()
    assert found.schema.attributes == {"id": "NewDataSet"}
    assert found.any_element.attributes == {"id": "OldDataSet"}
    many = reply.replace("</n1:GetDataResult>", f"{SCHEMA}</n1:GetDataResult>")
    with pytest.raises(package.errors.ProtocolError, match="does not know"):
        package.answered(many).get_data()
    item = "<n1:Item><n1:Name>1</n1:Name><n1:Name>2</n1:Name></n1:Item>"
    with pytest.raises(package.errors.ProtocolError, match="occurs twice"):
        package.answered(f"<n1:PutResponse {NS}>{item}</n1:PutResponse>").put(
            any_element=_fragment(package, A)
        )


def test_samples_leave_them_out_where_they_may(package: Package) -> None:
    handler, _ = complete(package.server.OrdersHandler, object())
    client = package.client_of(package.server.OrdersApplication(handler, strict=True))
    back = client.put(any_element=_fragment(package, A))
    assert back.any_elements == back.item.any_elements == []
    assert back.table.any_elements == []
    assert back.table.any_element.name == (
        "{urn:schemas-microsoft-com:xml-diffgram-v1}sample"
    )
    assert client.get_data().any_element.name == "{urn:example:sample}sample"
