"""What the templates see of a contract: names, literals, requirements, sharing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    BINDING,
    ELEMENTS,
    MESSAGES,
    NAMESPACE,
    PORT_TYPE,
    SERVICE,
    wsdl,
)
from tests.unit.views.packages import service, view
from typedsoap.errors import TypedSoapError

CUSTOMER = """
<xs:complexType name="Customer"><xs:sequence>
  <xs:element name="Name" type="xs:string" minOccurs="0"/>
</xs:sequence></xs:complexType>"""
PLACE_CUSTOMER = ELEMENTS.replace(
    '<xs:element name="Item" type="xs:string"/>',
    '<xs:element name="Customer" type="tns:Customer"/>',
)
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


def test_a_header_block_is_a_keyword_and_can_stand_for_one_member(
    tmp_path: Path,
) -> None:
    header = '<soap:header message="tns:Headers" part="Token" use="literal"/>'
    text = wsdl(
        elements=ELEMENTS.replace(
            '<xs:element name="Token" type="xs:string"/>',
            '<xs:element name="Token" type="tns:Customer"/>',
        ),
        types=CUSTOMER,
        messages=MESSAGES,
        binding=BINDING.replace("<wsdl:input>", f"<wsdl:input>{header}"),
    )
    overlay = '[headers.request.Token]\nflatten = "Name"\nsecret = true\n'

    plain = view(tmp_path, service(tmp_path, text, module="plain"))
    flat = view(tmp_path, service(tmp_path, text, overlay))

    assert [b.value.argument for b in plain.services[0].request_blocks] == [
        "Customer | None"
    ]
    (block,) = flat.services[0].request_blocks
    assert (block.value.name, block.value.argument) == ("name", "str | None")
    assert block.value.secret
    assert flat.services[0].secret_elements == ('"Token"',)


def test_an_inherited_member_of_a_header_block_can_be_its_keyword(
    tmp_path: Path,
) -> None:
    header = '<soap:header message="tns:Headers" part="Token" use="literal"/>'
    login = """<xs:complexType name="Login"><xs:complexContent>
      <xs:extension base="tns:Customer"/></xs:complexContent></xs:complexType>"""
    text = wsdl(
        elements=ELEMENTS.replace(
            '<xs:element name="Token" type="xs:string"/>',
            '<xs:element name="Token" type="tns:Login"/>',
        ),
        types=CUSTOMER + login,
        binding=BINDING.replace("<wsdl:input>", f"<wsdl:input>{header}"),
    )
    overlay = """
[headers.request.Token]
flatten = "Name"
[types.Customer.fields.Name]
documentation = "Who."
secret = true
"""
    (only,) = view(tmp_path, service(tmp_path, text, overlay)).services
    (block,) = only.request_blocks
    assert (block.value.name, block.value.argument) == ("name", "str | None")
    assert (block.value.text, block.value.secret) == ("Who.", True)


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


def circle(tmp_path: Path, *, closed: bool) -> list[tuple[str, list[str]]]:
    """The modules of two namespaces of which one, or each, refers to the other."""
    back = '<xs:element name="Back" type="tns:Here" minOccurs="0"/>' if closed else ""
    here = f"""<xs:schema targetNamespace="{NAMESPACE}" elementFormDefault="qualified"
        xmlns:there="urn:example:there">{PLACE_CUSTOMER.replace("tns:Customer", "tns:Here")}
      <xs:import namespace="urn:example:there"/>
      <xs:complexType name="Here"><xs:sequence>
        <xs:element name="There" type="there:There" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:schema>"""
    there = f"""<xs:schema targetNamespace="urn:example:there"
        elementFormDefault="qualified"><xs:import namespace="{NAMESPACE}"/>
      <xs:complexType name="There"><xs:sequence>{back}</xs:sequence></xs:complexType>
      </xs:schema>"""
    package = view(tmp_path, service(tmp_path, wsdl(schemas=here + there)))
    return [
        (namespace.module, [record.class_name for record in namespace.records])
        for namespace in package.namespaces
    ]


def test_each_namespace_has_a_module(tmp_path: Path) -> None:
    assert circle(tmp_path, closed=False) == [
        ("orders", ["Here"]),
        ("there", ["There"]),
    ]


def test_namespaces_that_refer_to_each_other_share_a_module(tmp_path: Path) -> None:
    # Two modules that import names from each other cannot be imported.
    assert circle(tmp_path, closed=True) == [
        ("orders", ["Here", "There"]),
        ("there", []),
    ]


def test_types_may_refer_to_types_to_any_depth(tmp_path: Path) -> None:
    types = "".join(
        f'<xs:complexType name="T{number}"><xs:sequence>'
        f'<xs:element name="Next" type="tns:T{number + 1}"/></xs:sequence></xs:complexType>'
        for number in range(1500)
    )
    last = '<xs:complexType name="T1500"><xs:sequence/></xs:complexType>'
    elements = PLACE_CUSTOMER.replace("tns:Customer", "tns:T0")

    package = view(
        tmp_path, service(tmp_path, wsdl(types=types + last, elements=elements))
    )

    assert len(package.namespaces[0].records) == 1501
