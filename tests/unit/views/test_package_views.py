"""What the templates see of a contract: names, literals, requirements, sharing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    BINDING,
    ELEMENTS,
    NAMESPACE,
    PORT_TYPE,
    SERVICE,
    wsdl,
)
from tests.unit.views.packages import CUSTOMER, PLACE_CUSTOMER, service, view
from typedsoap.errors import TypedSoapError

TWO_OPERATIONS = {
    "port_type": PORT_TYPE.replace(
        "</wsdl:portType>",
        '<wsdl:operation name="Repeat"><wsdl:input message="tns:PlaceIn"/>'
        '<wsdl:output message="tns:PlaceOut"/></wsdl:operation></wsdl:portType>',
    ),
    "binding": BINDING.replace(
        "</wsdl:binding>",
        '<wsdl:operation name="Repeat"><soap:operation soapAction="urn:repeat"/>'
        '<wsdl:input><soap:body use="literal"/></wsdl:input>'
        '<wsdl:output><soap:body use="literal"/></wsdl:output>'
        "</wsdl:operation></wsdl:binding>",
    ),
}


def renamed(text: str, namespace: str) -> str:
    """The same WSDL in another namespace, for a second service."""
    return text.replace(NAMESPACE, namespace)


def test_an_operation_has_its_names_literals_and_signature(tmp_path: Path) -> None:
    package = view(tmp_path, service(tmp_path, wsdl()))

    (only,) = package.services
    (operation,) = only.operations
    assert (only.client, only.replies) == ("OrdersClient", "OrdersReplies")
    assert (operation.method, operation.constant) == ("place", "PLACE")
    assert operation.action == '"urn:place"'
    assert operation.signature == "place(*, item: str) -> int"
    (member,) = operation.request.members
    assert member.open == '"<n1:Item>"'
    assert member.tag.literal == '"{urn:example:orders}Item"'
    assert only.namespaces == (('"n1"', '"urn:example:orders"'),)


def test_a_type_named_like_the_client_does_not_take_its_place(tmp_path: Path) -> None:
    text = wsdl(
        types=CUSTOMER.replace("Customer", "OrdersClient"),
        elements=PLACE_CUSTOMER.replace("tns:Customer", "tns:OrdersClient"),
    )

    package = view(tmp_path, service(tmp_path, text))

    (namespace,) = package.namespaces
    assert [record.class_name for record in namespace.records] == ["OrdersClient"]
    assert package.services[0].client == "OrdersClient_"


def test_a_parameter_never_hides_a_function_of_the_codec(tmp_path: Path) -> None:
    names = ("WriteString", "Self", "Tag", "Out", "Value", "ReadOptional")
    elements = "".join(
        f'<xs:element name="{name}" type="xs:string"/>' for name in names
    )
    text = wsdl(
        elements=ELEMENTS.replace(
            '<xs:element name="Item" type="xs:string"/>', elements
        )
    )

    package = view(tmp_path, service(tmp_path, text))

    (operation,) = package.services[0].operations
    assert [member.name for member in operation.request.members] == [
        "write_string_",
        "self_",
        "tag",
        "out",
        "value",
        "read_optional_",
    ]


def test_services_share_one_class_a_type(tmp_path: Path) -> None:
    text = wsdl(types=CUSTOMER, elements=PLACE_CUSTOMER)
    package = view(
        tmp_path,
        service(tmp_path, text, module="first"),
        service(tmp_path, text, module="second"),
    )

    (namespace,) = package.namespaces
    assert [record.class_name for record in namespace.records] == ["Customer"]
    assert [s.names["Customer"].module for s in package.services] == [
        ".types.orders"
    ] * 2


def test_one_type_defined_in_two_ways_is_refused_with_both_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = wsdl(types=CUSTOMER, elements=PLACE_CUSTOMER)
    other = text.replace('name="Name" type="xs:string"', 'name="Name" type="xs:int"')

    with pytest.raises(TypedSoapError) as caught:
        view(
            tmp_path,
            service(tmp_path, text, module="first"),
            service(tmp_path, other, module="second"),
        )

    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "TS303"
    assert "Customer" in diagnostic.message
    assert "wsdl/first.wsdl:" in diagnostic.message
    assert str(diagnostic.where).startswith("wsdl/second.wsdl:")


def test_adding_a_service_renumbers_no_prefix_and_renames_no_class(
    tmp_path: Path,
) -> None:
    text = wsdl(types=CUSTOMER, elements=PLACE_CUSTOMER)
    first = service(tmp_path, text, module="first")
    second = service(tmp_path, renamed(text, "urn:example:other"), module="second")

    alone = view(tmp_path, first)
    both = view(tmp_path, first, second)

    assert both.namespaces[0] == alone.namespaces[0]
    assert both.services[0].namespaces == alone.services[0].namespaces
    assert [record.class_name for record in both.namespaces[1].records] == [
        "Customer_2"
    ]


def test_operations_that_share_a_wrapper_must_be_described_alike(
    tmp_path: Path,
) -> None:
    overlay = '[operations.Repeat.parameters.Item]\ndocumentation = "What to repeat."\n'

    with pytest.raises(TypedSoapError) as caught:
        view(tmp_path, service(tmp_path, wsdl(**TWO_OPERATIONS), overlay))

    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "TS304"
    assert "'Repeat'" in diagnostic.message
    assert "'Place'" in diagnostic.message


def test_operations_that_share_a_wrapper_share_its_functions(tmp_path: Path) -> None:
    overlay = '[operations."*".parameters.Item]\ndocumentation = "What to order."\n'

    package = view(tmp_path, service(tmp_path, wsdl(**TWO_OPERATIONS), overlay))

    (only,) = package.services
    assert [operation.method for operation in only.operations] == ["place", "repeat"]
    assert len(only.requests) == len(only.results) == 1


@pytest.mark.parametrize(
    ("occurrence", "annotation", "default"),
    [
        ("", "str", None),
        ('nillable="true"', "str | None", None),
        ('minOccurs="0"', "str | None", "None"),
        ('minOccurs="0" nillable="true"', "str | None", "None"),
        ('maxOccurs="unbounded"', "Sequence[str]", None),
        ('minOccurs="0" maxOccurs="unbounded"', "Sequence[str]", "()"),
    ],
)
def test_occurrence_and_nillability_decide_the_parameter(
    tmp_path: Path, occurrence: str, annotation: str, default: str | None
) -> None:
    elements = ELEMENTS.replace(
        '<xs:element name="Item" type="xs:string"/>',
        f'<xs:element name="Item" type="xs:string" {occurrence}/>',
    )

    package = view(tmp_path, service(tmp_path, wsdl(elements=elements)))

    (member,) = package.services[0].operations[0].request.members
    assert (member.argument, member.default) == (annotation, default)


def test_an_overlay_requirement_narrows_the_type_and_not_the_wire(
    tmp_path: Path,
) -> None:
    elements = ELEMENTS.replace(
        '<xs:element name="Item" type="xs:string"/>',
        '<xs:element name="Item" type="xs:string" minOccurs="0" nillable="true"/>',
    )
    overlay = '[operations.Place]\nrequired = ["Item"]\n'

    package = view(tmp_path, service(tmp_path, wsdl(elements=elements), overlay))

    (member,) = package.services[0].operations[0].request.members
    assert (member.argument, member.default) == ("str", None)
    assert member.optional
    assert member.nillable


def test_the_endpoint_has_a_default_only_where_the_configuration_says_so(
    tmp_path: Path,
) -> None:
    plain = service(tmp_path, wsdl())
    assert view(tmp_path, plain).services[0].endpoint is None

    text = SERVICE.replace("http://localhost/orders", "http://localhost/a?b=1")
    given = service(tmp_path, wsdl(service=text), module="other")
    chosen = type(given)(
        wsdl=given.wsdl, display=given.display, module="other", default_endpoint=True
    )
    (only,) = view(tmp_path, chosen).services
    assert only.endpoint == '"http://localhost/a?b=1"'
    assert only.address_path == "/a"


def test_flags_of_a_named_enumeration_have_its_class(tmp_path: Path) -> None:
    types = """
<xs:simpleType name="Colour"><xs:restriction base="xs:string">
  <xs:enumeration value="Red"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Colours"><xs:list itemType="tns:Colour"/></xs:simpleType>"""
    elements = ELEMENTS.replace('"Item" type="xs:string"', '"Item" type="tns:Colours"')

    package = view(tmp_path, service(tmp_path, wsdl(types=types, elements=elements)))

    (namespace,) = package.namespaces
    assert [view.class_name for view in namespace.enumerations] == ["Colour"]
    (only,) = package.services
    assert only.operations[0].signature == "place(*, item: Set[Colour]) -> int"
    assert "Colour" in {export.name for export in only.exports}
    assert "Colours" not in {export.name for export in only.exports}
