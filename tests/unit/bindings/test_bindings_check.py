"""Whatever xsdata's model says otherwise than the contract ends the generation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from xsdata.codegen.models import Attr, Class

from tests.support.schemas import shop, wsdl_with
from typedsoap.bindings import binding as bindings_module
from typedsoap.bindings.binding import bind
from typedsoap.bindings.xsdata_classes import load_classes
from typedsoap.contract import XSD_NAMESPACE, Schema
from typedsoap.errors import Diagnostic, Severity, TypedSoapError
from typedsoap.schema.texts import schema_texts
from typedsoap.source.documents import load
from typedsoap.support.operations import unsupported
from typedsoap.wsdl.reading import read_contract

Texts = tuple[tuple[str, bytes], ...]
Spoil = Callable[[dict[str, Class]], None]


@pytest.fixture
def inputs(tmp_path: Path) -> tuple[Texts, Schema]:
    documents = load(wsdl_with(tmp_path), display="shop.wsdl")
    contract, _ = read_contract(documents)
    return schema_texts(documents), unsupported(contract).contract.schema


@pytest.fixture
def differences(
    inputs: tuple[Texts, Schema], monkeypatch: pytest.MonkeyPatch
) -> Callable[[Spoil], list[Diagnostic]]:
    """Spoil xsdata's classes, by "Tag Name", and see what is found."""

    def find(spoil: Spoil) -> list[Diagnostic]:
        def spoiled(schemas: Iterable[tuple[str, bytes]]) -> list[Class]:
            classes = load_classes(schemas)
            named = {f"{found.tag} {found.name}": found for found in classes}
            spoil(named)
            return list(named.values())

        monkeypatch.setattr(bindings_module, "load_classes", spoiled)
        with pytest.raises(TypedSoapError) as caught:
            bind(*inputs)
        return list(caught.value.diagnostics)

    return find


def attr(owner: Class, name: str) -> Attr:
    return next(found for found in owner.attrs if found.name == name)


def remove_attr(classes: dict[str, Class]) -> None:
    del classes["ComplexType Order"].attrs[1]


def add_attr(classes: dict[str, Class]) -> None:
    extra = attr(classes["ComplexType Line"], "Line").clone(local_name="Extra")
    classes["ComplexType Order"].attrs.append(extra)


def repeat_attr(classes: dict[str, Class]) -> None:
    order = classes["ComplexType Order"]
    order.attrs.append(attr(order, "Note"))


def move_attr(classes: dict[str, Class]) -> None:
    attrs = classes["ComplexType Order"].attrs
    attrs.insert(0, attrs.pop())


def rename_attr(classes: dict[str, Class]) -> None:
    attr(classes["ComplexType Order"], "Note").local_name = "Remark"


def move_namespace(classes: dict[str, Class]) -> None:
    attr(classes["ComplexType Order"], "Note").namespace = "urn:other"


def make_required(classes: dict[str, Class]) -> None:
    attr(classes["ComplexType Order"], "Note").restrictions.min_occurs = 1


def bound_array(classes: dict[str, Class]) -> None:
    attr(classes["ComplexType ArrayOfLine"], "Line").restrictions.max_occurs = 9


def make_nillable(classes: dict[str, Class]) -> None:
    attr(classes["ComplexType Line"], "Flags").restrictions.nillable = True


def change_type(classes: dict[str, Class]) -> None:
    attr(classes["ComplexType Order"], "Zone").types[
        0
    ].qname = f"{{{XSD_NAMESPACE}}}long"


def name_pair(classes: dict[str, Class]) -> None:
    attr(classes["ComplexType Settings"], "Setting").types[0].forward = False


def swap_pair(classes: dict[str, Class]) -> None:
    classes["ComplexType Settings"].inner[0].attrs.reverse()


def remove_wrapper_attr(classes: dict[str, Class]) -> None:
    classes["Element Place"].attrs.pop()


def remove_base(classes: dict[str, Class]) -> None:
    classes["ComplexType UrgentOrder"].extensions.clear()


def remove_record(classes: dict[str, Class]) -> None:
    del classes["ComplexType Line"]


def remove_element(classes: dict[str, Class]) -> None:
    del classes["Element Token"]


def change_header_type(classes: dict[str, Class]) -> None:
    classes["Element Token"].extensions[0].type.qname = f"{{{XSD_NAMESPACE}}}int"


def change_header_nillable(classes: dict[str, Class]) -> None:
    classes["Element Token"].nillable = False


def remove_value(classes: dict[str, Class]) -> None:
    classes["SimpleType Colour"].attrs.pop(0)


def swap_flags(classes: dict[str, Class]) -> None:
    classes["SimpleType Flags"].inner[0].attrs.reverse()


def remove_flags(classes: dict[str, Class]) -> None:
    del classes["SimpleType Flags"]


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (
            remove_attr,
            {
                "TS312": "member '{urn:shop}Lines' of type '{urn:shop}Order': "
                "the contract has it, the class has not"
            },
        ),
        (
            add_attr,
            {
                "TS312": "member '{urn:shop}Extra' of type '{urn:shop}Order': "
                "the class has it, the contract has not"
            },
        ),
        (
            repeat_attr,
            {"TS312": "member '{urn:shop}Note (2)' of type '{urn:shop}Order'"},
        ),
        (
            move_attr,
            {
                "TS313": "the members of type '{urn:shop}Order': they are in the order "
                "'{urn:shop}Zone', '{urn:shop}Lines', '{urn:shop}Note', "
                "'{urn:shop}Parent' in the contract, in the order "
                "'{urn:shop}Parent', '{urn:shop}Zone', '{urn:shop}Lines', "
                "'{urn:shop}Note' in the class"
            },
        ),
        (rename_attr, {"TS312": "member '{urn:shop}Remark' of type"}),
        (move_namespace, {"TS312": "member '{urn:other}Note' of type"}),
        (
            make_required,
            {
                "TS314": "member '{urn:shop}Note' of type '{urn:shop}Order': it occurs "
                "0 to 1 times in the contract, 1 to 1 times in the class"
            },
        ),
        (
            bound_array,
            {
                "TS314": "it occurs 0 to unbounded times in the contract, "
                "0 to 9 times in the class"
            },
        ),
        (
            make_nillable,
            {"TS314": "nillable is False in the contract, it is True in the class"},
        ),
        (
            change_type,
            {
                "TS314": f"its type is '{{{XSD_NAMESPACE}}}int' in the contract, "
                f"it is '{{{XSD_NAMESPACE}}}long' in the class"
            },
        ),
        (name_pair, {"TS314": "its type is an anonymous type in the contract, it is"}),
        (
            swap_pair,
            {
                "TS313": "the members of the type of member '{urn:shop}Setting' of "
                "type '{urn:shop}Settings'"
            },
        ),
        (
            remove_wrapper_attr,
            {"TS312": "member '{urn:shop}Limit' of element '{urn:shop}Place'"},
        ),
        (
            remove_base,
            {
                "TS311": "type '{urn:shop}UrgentOrder': it is based on "
                "'{urn:shop}Order' in the contract, on nothing in the class"
            },
        ),
        (
            remove_record,
            {
                "TS311": "type '{urn:shop}Line': the contract has it, but no class "
                "was made"
            },
        ),
        (remove_element, {"TS311": "element '{urn:shop}Token': the contract has it"}),
        (change_header_type, {"TS311": "element '{urn:shop}Token': it is based on"}),
        (change_header_nillable, {"TS314": "element '{urn:shop}Token': nillable is"}),
        (
            remove_value,
            {"TS315": "type '{urn:shop}Colour': its values are 'Red', 'red', 'None'"},
        ),
        (
            swap_flags,
            {
                "TS315": "type '{urn:shop}Flags': its values are 'Read', 'Write' in "
                "the contract, they are 'Write', 'Read' in the class"
            },
        ),
        (remove_flags, {"TS315": "they are nothing in the class"}),
    ],
)
def test_a_disagreement_is_an_error(
    differences: Callable[[Spoil], list[Diagnostic]],
    spoil: Spoil,
    expected: dict[str, str],
) -> None:
    found = differences(spoil)
    assert all(diagnostic.severity is Severity.ERROR for diagnostic in found)
    assert all(diagnostic.hint for diagnostic in found)
    for code, part in expected.items():
        assert any(d.code == code and part in d.message for d in found), found


def test_a_difference_has_the_place_of_the_member(
    differences: Callable[[Spoil], list[Diagnostic]],
) -> None:
    [diagnostic] = differences(make_required)
    assert diagnostic.where is not None
    assert diagnostic.where.file == "shop.wsdl"
    assert diagnostic.where.line


def test_every_difference_is_told_at_once(
    differences: Callable[[Spoil], list[Diagnostic]],
) -> None:
    def spoil(classes: dict[str, Class]) -> None:
        move_attr(classes)
        remove_value(classes)
        change_header_nillable(classes)

    found = differences(spoil)
    # Every list of the enumeration differs with it.
    assert sorted(d.code for d in found) == ["TS313", "TS314", "TS315", "TS315"]
    assert found == sorted(found, key=Diagnostic.sort_key)


def test_an_element_merged_with_its_type_is_no_difference(
    inputs: tuple[Texts, Schema],
) -> None:
    assert shop("Nothing") in inputs[1].elements
    bind(*inputs)
