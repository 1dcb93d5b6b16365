"""WSDLs of made-up services, deterministic: one as large as any, and a set that shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tests.scale.families import FAMILY_SIZE, Type, common_types, family

NAMESPACE: Final = "http://example.org/scale/Services"
SERVICES: Final = 56
SHARED_FAMILIES: Final = 17
CONFLICTING_WRAPPERS: Final = 25
LARGEST_OPERATIONS: Final = 260
LARGEST_OWN_TYPES: Final = 106
LARGEST_SHARED_FAMILIES: Final = 4

_SMALL_OPERATIONS: Final = 24
_SMALL_OWN_TYPES: Final = 6
_ARRAYS: Final = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"


@dataclass(frozen=True, slots=True)
class Service:
    """One WSDL of the set.

    Attributes:
        types: Its named types, shared ones included.
        operations: Wrapper elements and their content, by the operation's name.
    """

    name: str
    types: tuple[Type, ...]
    operations: tuple[Operation, ...]

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"{self.name.lower()}.wsdl"


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation: its parameters, as name and type, and the type of its result."""

    name: str
    parameters: tuple[tuple[str, str], ...]
    result: str | None


def services() -> tuple[Service, ...]:
    """The set of 56: 612 types, 175 of them shared, 25 wrapper elements in conflict."""
    return (largest(), *(_small(number) for number in range(1, SERVICES)))


def largest() -> Service:
    """The largest service: 260 operations and 151 named types."""
    shared = [
        member
        for number in range(LARGEST_SHARED_FAMILIES)
        for member in family(f"Shared{number:02}")
    ]
    own = _own_types("Largest", LARGEST_OWN_TYPES)
    return _service("Largest", own, shared, LARGEST_OPERATIONS, number=0)


def with_conflict(sources: Iterable[Service]) -> tuple[Service, ...]:
    """The same services, but that two of them define one shared type differently."""
    found: list[Service] = []
    for service in sources:
        types = service.types
        if service.name == "Agent17":
            types = tuple(
                (
                    Type(
                        member.name,
                        member.definition.replace("DateTimeValue3", "Since"),
                    )
                    if member.name == "Shared00Entity"
                    else member
                )
                for member in types
            )
        found.append(Service(service.name, types, service.operations))
    return tuple(found)


def _small(number: int) -> Service:
    name = f"Agent{number:02}"
    # One service has one more, so that all together there are 612.
    own = _own_types(name, _SMALL_OWN_TYPES + (number == 1))
    shared = family(f"Shared{number % SHARED_FAMILIES:02}")
    return _service(name, own, shared, _SMALL_OPERATIONS, number=number)


def _own_types(name: str, count: int) -> list[Type]:
    found: list[Type] = []
    while len(found) < count:
        letter = chr(ord("A") + len(found) // FAMILY_SIZE)
        found += family(f"{name}{letter}", min(FAMILY_SIZE, count - len(found)))
    return found


def _service(
    name: str, own: Iterable[Type], shared: Iterable[Type], count: int, *, number: int
) -> Service:
    types = (*own, *shared)
    operations = [
        _operation(name, index, types)
        for index in range(count - (number <= 2 * CONFLICTING_WRAPPERS and number > 0))
    ]
    if 0 < number <= CONFLICTING_WRAPPERS:
        operations.append(
            Operation(f"GetStatus{number:02}", (("StatusId", "xs:int"),), "xs:string")
        )
    elif CONFLICTING_WRAPPERS < number <= 2 * CONFLICTING_WRAPPERS:
        operations.append(
            Operation(
                f"GetStatus{number - CONFLICTING_WRAPPERS:02}",
                (("Name", "xs:string"), ("Deep", "xs:boolean")),
                "xs:int",
            )
        )
    return Service(name, (*common_types(), *types), tuple(operations))


def _operation(service: str, index: int, types: tuple[Type, ...]) -> Operation:
    """Every type is the result of an operation, and the parameter of another."""
    result = types[index % len(types)].name
    given = types[(index * 7 + 3) % len(types)].name
    verb = ("Get", "Save", "Find", "Create")[index % 4]
    parameters = [("EntityId", "xs:int"), (given, f"t:{given}")]
    if index % 3 == 0:
        parameters.append(("Names", "arr:ArrayOfstring"))
    return Operation(
        f"{verb}{service}{result}{index:03}",
        tuple(parameters[: 1 + index % 3] if index % 3 else parameters),
        None if index % 13 == 12 and index >= len(types) else f"t:{result}",
    )


def wsdl_text(service: Service) -> str:
    """The service's WSDL, as WCF would write it but for its formatting."""
    return "\n".join(_wsdl(service)) + "\n"


def _wsdl(service: Service) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<definitions name="{service.name}" targetNamespace="{NAMESPACE}" '
        'xmlns="http://schemas.xmlsoap.org/wsdl/" '
        f'xmlns:t="{NAMESPACE}" xmlns:arr="{_ARRAYS}" '
        'xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema">'
    )
    yield "<types>"
    yield (
        f'<xs:schema targetNamespace="{NAMESPACE}" elementFormDefault="qualified">\n'
        f'<xs:import namespace="{_ARRAYS}"/>'
    )
    for name, type_name in _HEADERS.items():
        nillable = "" if type_name == "xs:boolean" else ' nillable="true"'
        yield f'<xs:element name="{name}" type="{type_name}"{nillable}/>'
    for operation in service.operations:
        yield _wrapper(operation.name, operation.parameters)
        result = (("Response", operation.result),) if operation.result else ()
        yield _wrapper(f"{operation.name}Response", result)
    for member in service.types:
        yield member.definition
    yield "</xs:schema>"
    yield _ARRAYS_SCHEMA
    yield "</types>"
    for name in _HEADERS:
        yield f'<message name="{name}"><part name="{name}" element="t:{name}"/></message>'
    for operation in service.operations:
        for end in ("", "Response"):
            yield (
                f'<message name="{operation.name}{end}">'
                f'<part name="parameters" element="t:{operation.name}{end}"/></message>'
            )
    yield f'<portType name="{service.name}">'
    for operation in service.operations:
        yield (
            f'<operation name="{operation.name}"><input message="t:{operation.name}"/>'
            f'<output message="t:{operation.name}Response"/></operation>'
        )
    yield "</portType>"
    yield f'<binding name="{service.name}Binding" type="t:{service.name}">'
    yield '<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>'
    for operation in service.operations:
        yield (
            f'<operation name="{operation.name}">'
            f'<soap:operation soapAction="{NAMESPACE}/{service.name}/{operation.name}"/>'
        )
        yield f'<input>{_blocks(_REQUEST)}<soap:body use="literal"/></input>'
        yield f'<output>{_blocks(_REPLY)}<soap:body use="literal"/></output>'
        yield "</operation>"
    yield "</binding>"
    yield (
        f'<service name="{service.name}Service">'
        f'<port name="{service.name}Port" binding="t:{service.name}Binding">'
        f'<soap:address location="http://example.org/{service.name}.svc"/>'
        "</port></service>"
    )
    yield "</definitions>"


_HEADERS: Final = {
    "ApplicationToken": "xs:string",
    "Credentials": "t:Credentials",
    "TimeZone": "t:TimeZone",
    "ExceptionInfo": "t:ExceptionInfo",
    "ExtraInfo": "t:ExtraInfo",
    "Succeeded": "xs:boolean",
}
_REQUEST: Final = ("ApplicationToken", "Credentials", "TimeZone")
_REPLY: Final = ("ExceptionInfo", "ExtraInfo", "Succeeded", "TimeZone")


def _blocks(names: Iterable[str]) -> str:
    return "".join(
        f'<soap:header message="t:{name}" part="{name}" use="literal"/>'
        for name in names
    )


def _wrapper(name: str, members: Iterable[tuple[str, str]]) -> str:
    lines = [f'<xs:element name="{name}">', "<xs:complexType>", "<xs:sequence>"]
    for member, type_name in members:
        value = type_name.startswith("xs:") and type_name != "xs:string"
        nillable = "" if value else ' nillable="true"'
        lines.append(
            f'<xs:element name="{member}" type="{type_name}" minOccurs="0"{nillable}/>'
        )
    lines += ["</xs:sequence>", "</xs:complexType>", "</xs:element>"]
    return "\n".join(lines)


def _array_of(kind: str) -> str:
    return (
        f'<xs:complexType name="ArrayOf{kind}">\n<xs:sequence>\n'
        f'<xs:element name="{kind}" type="xs:{kind}" minOccurs="0" '
        'maxOccurs="unbounded"/>\n</xs:sequence>\n</xs:complexType>'
    )


_ARRAYS_SCHEMA: Final = "\n".join(
    [
        f'<xs:schema targetNamespace="{_ARRAYS}" elementFormDefault="qualified">',
        _array_of("int"),
        _array_of("string"),
        "</xs:schema>",
    ]
)
