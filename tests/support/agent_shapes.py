"""Agents that between them have every type and shape a data contract can have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tests.support.agents import (
    BUILT_IN,
    SERIALIZATION,
    UNUSUAL,
    Agent,
    array,
    dictionary,
    enumeration,
    field,
    flags,
    record,
)

TYPES: Final = (
    *(f"xs:{name}" for name in BUILT_IN),
    *(f"ser:{name}" for name in SERIALIZATION),
)
_SCALARS: Final = TYPES + tuple(f"xs:{name}" for name in UNUSUAL)


def agents() -> Iterator[Agent]:
    """All of them: together they are one package."""
    yield scalars()
    yield collections()
    yield structures()


def _title(type_name: str) -> str:
    prefix, _, name = type_name.partition(":")
    kind = f"{name[0].upper()}{name[1:]}"
    return f"Ser{kind}" if prefix == "ser" else kind


def scalars() -> Agent:
    """Every simple type: as a field, as a parameter, as a result, as one of several."""
    members = [field(f"{_title(name)}Value", name) for name in _SCALARS]
    kinds = [
        field("Kind", "t:EKind"),
        field("Rights", "t:ERights"),
        field("Nothing", "t:ENothing"),
    ]
    required = [field(f"{_title(name)}Value", name, required=True) for name in _SCALARS]
    operations = [
        (f"Give{_title(name)}", (field("Value", name),), (field("Response", name),))
        for name in _SCALARS
    ]
    several = tuple(field(f"{_title(name)}Value", name) for name in _SCALARS)
    return Agent(
        "Scalars",
        record("Carrier", field("Allowed", "t:ERights"))
        + record("Everything", *members, *kinds, base="Carrier")
        + record("Demanding", *required)
        + enumeration("EKind", "None", "Import", "import", "self", "2D")
        + enumeration("ENothing", "")
        + flags("ERights", "None", "Read", "Write"),
        (
            *operations,
            ("Exchange", (field("Everything", "t:Everything"),), several),
            (
                "Demand",
                (field("Demanding", "t:Demanding"),),
                (field("Response", "t:Demanding"),),
            ),
            ("GetKind", (field("Kind", "t:EKind"),), (field("Response", "t:EKind"),)),
            (
                "GetRights",
                (field("Rights", "t:ERights"),),
                (field("Response", "t:ERights"),),
            ),
            ("Ping", (), ()),
            ("Note", (field("Text", "xs:string"),), ()),
            ("Tell", (field("Text", "xs:string"),), ()),
        ),
        one_way=frozenset(("Tell",)),
    )


def collections() -> Agent:
    """Lists and dictionaries of everything, and of one another."""
    in_arrays = [name for name in TYPES if name != "xs:base64Binary"]
    arrays = [array(name.partition(":")[2], name) for name in TYPES]
    nested = array("ArrayOfint", "arr:ArrayOfint", "ArrayOfArrayOfint")
    objects = array("anyType", "xs:anyType")
    values = [
        dictionary(f"Dictionary{_title(name)}", "xs:string", name) for name in TYPES
    ]
    operations = [
        (
            f"List{_title(name)}",
            (field("Items", f"arr:ArrayOf{name.partition(':')[2]}"),),
            (field("Response", f"arr:ArrayOf{name.partition(':')[2]}"),),
        )
        for name in in_arrays
        if name != "xs:duration"
    ]
    maps = [
        (
            f"Map{_title(name)}",
            (field("Items", f"t:Dictionary{_title(name)}"),),
            (field("Response", f"t:Dictionary{_title(name)}"),),
        )
        for name in TYPES
    ]
    others = [
        ("Nested", "arr:ArrayOfArrayOfint"),
        ("Objects", "arr:ArrayOfanyType"),
        ("Links", "t:ArrayOfLink"),
        ("LinksByName", "t:DictionaryLink"),
        ("Tables", "t:DictionaryOfDictionaries"),
        ("ListsByName", "t:DictionaryOfLists"),
        ("Kinds", "t:ArrayOfEColour"),
        ("NamesById", "arr:ArrayOfKeyValueOfintstring"),
        ("LinksByColour", "t:LinksByColour"),
    ]
    return Agent(
        "Collections",
        record("Link", field("Link", "xs:string"), field("Links", "t:ArrayOfLink"))
        + array("Link", "t:Link")
        + enumeration("EColour", "Red", "Green")
        + array("EColour", "t:EColour")
        + "".join(values)
        + dictionary("LinksByColour", "t:EColour", "t:Link")
        + dictionary("DictionaryLink", "xs:string", "t:Link")
        + dictionary("DictionaryOfDictionaries", "xs:string", "t:DictionaryInt")
        + dictionary("DictionaryOfLists", "xs:string", "arr:ArrayOfstring"),
        (
            *operations,
            *maps,
            *(
                (f"Get{name}", (field("Given", kind),), (field("Response", kind),))
                for name, kind in others
            ),
        ),
        arrays="".join(arrays)
        + nested
        + objects
        + dictionary("ArrayOfKeyValueOfintstring", "xs:int", "xs:string"),
    )


def structures() -> Agent:
    """Nested and recursive carriers, a field named as its type, derived types, any XML."""
    return Agent(
        "Structures",
        record("Carrier", field("Allowed", "t:ERights"))
        + flags("ERights", "None", "Read", "Write")
        + record(
            "Folder",
            field("Folder", "t:Folder"),
            field("Entries", "t:ArrayOfEntry"),
            field("ByName", "t:Entries"),
            field("ByDate", "t:EntriesByDate"),
            field("Opened", "ser:duration"),
            field("Created", "xs:dateTime"),
            field("Size", "xs:int"),
            field("Hidden", "xs:boolean"),
            field("Rights", "t:ERights"),
            field("Numbers", "arr:ArrayOfint"),
            field("Names", "arr:ArrayOfstring"),
            field("Tags", "t:Tags"),
            base="Carrier",
        )
        + record(
            "Entry",
            field("Entry", "xs:string"),
            field("Parent", "t:Folder"),
            field("Length", "ser:duration", required=True),
            field("Changed", "xs:dateTime", required=True),
        )
        + array("Entry", "t:Entry")
        + dictionary("Entries", "xs:string", "t:Entry")
        + dictionary("EntriesByDate", "xs:dateTime", "t:Entry")
        + dictionary("Tags", "xs:string", "xs:anyType")
        + record("NamedFolder", field("None", "xs:string"), base="Folder")
        + record("Blob", field("Data", "xs:base64Binary"), field("Id", "ser:guid"))
        + record("Loose", field("Value", "xs:anyType"), field("After", "xs:int")),
        (
            (
                "Open",
                (field("Folder", "t:Folder"),),
                (field("Response", "t:NamedFolder"),),
            ),
            (
                "Split",
                (field("Entry", "t:Entry"), field("At", "ser:duration")),
                (field("First", "t:Entry"), field("Second", "t:Entry")),
            ),
            (
                "TryRead",
                (field("Id", "ser:guid"),),
                (field("Response", "xs:boolean"), field("Blob", "t:Blob")),
            ),
            ("SetLoose", (field("Loose", "t:Loose"),), (field("Was", "t:Loose"),)),
            ("GetObject", (field("Of", "xs:anyType"),), (field("Is", "xs:anyType"),)),
            ("GetData", (field("Id", "xs:int"),), (_data_set("Response"),)),
            ("GetXml", (), (_any_xml("Response"),)),
        ),
        arrays=array("int", "xs:int") + array("string", "xs:string"),
    )


def _data_set(name: str) -> str:
    return (
        f'<xs:element name="{name}" minOccurs="0" nillable="true"><xs:complexType>'
        '<xs:sequence><xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/>'
        "</xs:sequence></xs:complexType></xs:element>"
    )


def _any_xml(name: str) -> str:
    return (
        f'<xs:element name="{name}" minOccurs="0" nillable="true"><xs:complexType>'
        '<xs:sequence><xs:any processContents="lax" minOccurs="0"/>'
        "</xs:sequence></xs:complexType></xs:element>"
    )
