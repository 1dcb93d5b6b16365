"""A small contract, made by hand: no WSDL is read in these tests."""

from __future__ import annotations

from typedsoap.contract import (
    XSD_NAMESPACE,
    Binding,
    ComplexType,
    Compositor,
    Contract,
    Derivation,
    Element,
    Enumeration,
    Group,
    Header,
    Message,
    Operation,
    Part,
    Port,
    PortType,
    QName,
    Schema,
    Service,
    SimpleType,
    SoapVersion,
    TypeReference,
    Variety,
)

NAMESPACE = "urn:example:orders"
OTHER_NAMESPACE = "urn:example:shared"


def name(local: str) -> QName:
    return QName(NAMESPACE, local)


def xsd(local: str) -> QName:
    return QName(XSD_NAMESPACE, local)


def element(
    local: str,
    type_: TypeReference,
    *,
    repeated: bool = False,
    min_occurs: int = 0,
) -> Element:
    return Element(
        name=name(local),
        type=type_,
        min_occurs=min_occurs,
        max_occurs=None if repeated else 1,
    )


def record(
    local: str | None,
    *elements: Element,
    base: str | None = None,
    dictionary: bool = False,
) -> ComplexType:
    return ComplexType(
        name=name(local) if local else None,
        base=name(base) if base else None,
        derivation=Derivation.EXTENSION if base else None,
        content=Group(compositor=Compositor.SEQUENCE, particles=elements),
        is_dictionary=dictionary,
    )


def _operation(local: str) -> Operation:
    def message(wrapper: str, blocks: tuple[str, ...]) -> Message:
        return Message(
            name=name(f"{wrapper}Message"),
            parts=(Part(name="parameters", element=name(wrapper)),),
            body=("parameters",),
            headers=tuple(
                Header(
                    message=name(f"{wrapper}Headers"), part=block, element=name(block)
                )
                for block in blocks
            ),
        )

    return Operation(
        name=local,
        action=f"{NAMESPACE}/{local}",
        input=message(local, ("Token", "Login", "Options", "Session")),
        output=message(f"{local}Response", ("Done", "Problem")),
    )


def orders() -> Contract:
    """Two operations, header blocks, a record and its base, a list, a dictionary."""
    wrappers = {
        "Place": record(
            None, element("Order", name("Order")), element("Fast", xsd("boolean"))
        ),
        "PlaceResponse": record(
            None, element("Number", xsd("int")), element("Accepted", xsd("boolean"))
        ),
        "Count": record(None),
        "CountResponse": record(None, element("Total", xsd("int"))),
    }
    blocks: dict[str, TypeReference] = {
        "Token": xsd("string"),
        "Login": name("Login"),
        "Options": name("Texts"),
        "Session": name("Session"),
        "Done": xsd("boolean"),
        "Problem": name("Problem"),
    }
    types: tuple[ComplexType | SimpleType, ...] = (
        record("Base", element("Rights", name("Rights"))),
        record(
            "Order",
            element("Customer", xsd("string")),
            element("Lines", name("ArrayOfLine")),
            base="Base",
        ),
        record(
            "Login", element("Secret", xsd("string")), element("Who", name("Order"))
        ),
        record("Session", element("Place", xsd("int"), min_occurs=1), base="Login"),
        record("Problem", element("Message", xsd("string"))),
        record("ArrayOfLine", element("Line", xsd("string"), repeated=True)),
        record("Lines", element("Line", xsd("string"), repeated=True)),
        record("Texts", element("Pair", record(None), repeated=True), dictionary=True),
        SimpleType(
            name=name("Rights"),
            variety=Variety.LIST,
            item=SimpleType(
                name=None,
                variety=Variety.ATOMIC,
                base=xsd("string"),
                enumerations=(Enumeration(value="Read"), Enumeration(value="Write")),
            ),
        ),
        record("Twice"),
    )
    by_name = {definition.name: definition for definition in types if definition.name}
    twice = QName(OTHER_NAMESPACE, "Twice")
    return Contract(
        name="Orders",
        target_namespace=NAMESPACE,
        services=(
            Service(
                name=name("OrderService"),
                ports=(
                    Port(
                        name="Orders",
                        binding=name("Binding"),
                        address="https://orders.example/Orders",
                    ),
                ),
            ),
        ),
        bindings=(
            Binding(
                name=name("Binding"),
                port_type=name("Orders"),
                soap_version=SoapVersion.SOAP_1_1,
                transport="http://schemas.xmlsoap.org/soap/http",
                operations=(_operation("Place"), _operation("Count")),
            ),
        ),
        port_types=(PortType(name=name("Orders"), operations=("Place", "Count")),),
        schema=Schema(
            namespaces=(NAMESPACE, OTHER_NAMESPACE),
            elements={
                **{name(n): Element(name=name(n), type=t) for n, t in wrappers.items()},
                **{name(n): Element(name=name(n), type=t) for n, t in blocks.items()},
            },
            types={**by_name, twice: ComplexType(name=twice)},
        ),
    )
