"""Two contracts compared: no fact forgotten, directions, namespaces, fingerprints."""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import typedsoap.contract
import typedsoap.overlay
from tests.support.goldens import GOLDEN
from tests.support.modules import GENERATOR, ROOT
from typedsoap.changes import RULES, Change, Changes, Verdict, compare
from typedsoap.changes.facts import FACTS, NODES, PAIRS
from typedsoap.contract import Contract
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

MESSAGING = (ROOT / "wsdl" / "messaging.wsdl").read_text("utf-8")
ENCODED = (GOLDEN / "rpc-encoded" / "in.wsdl").read_text("utf-8")
ORDERS = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
NODE_TYPES = [
    node
    for module in (typedsoap.contract, typedsoap.overlay)
    for name in module.__all__
    if is_dataclass(node := getattr(module, name)) and inspect.isclass(node)
]


def contract(text: str, folder: Path) -> Contract:
    path = folder / "some.wsdl"
    path.write_text(text, "utf-8")
    return read_contract(load(path))[0]


def changed(old: str, new: str, folder: Path) -> Changes:
    return compare(contract(old, folder), contract(new, folder))


def edited(text: str, *edits: tuple[str, str]) -> str:
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("node", NODE_TYPES, ids=lambda node: node.__name__)
def test_every_fact_has_a_rule(node: type) -> None:
    """A new field needs an entry in `typedsoap.changes.facts`; of an overlay as well."""
    facts = FACTS[node]
    names = {item.name for item in fields(node)}
    compared = {
        item.name
        for item in fields(node)
        if item.compare or item.name == "documentation"
    }
    assert compared <= facts.keys() <= names
    assert {rule for rule in facts.values() if rule not in (PAIRS, NODES)} <= set(RULES)


def test_every_rule_is_used() -> None:
    """Each id stands in the source, whole or as a format with words that do."""
    trees = [
        ast.walk(ast.parse(path.read_text("utf-8")))
        for path in (GENERATOR / "changes").glob("*.py")
        if path.name != "rules.py"
    ]
    nodes = [node for tree in trees for node in tree]
    words = {node.value for node in nodes if isinstance(node, ast.Constant)}
    formats = [
        re.compile(
            "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)"
                for part in node.values
            )
        )
        for node in nodes
        if isinstance(node, ast.JoinedStr)
    ]
    composed = {
        rule
        for rule in RULES
        for form in formats
        if (found := form.fullmatch(rule)) and words.issuperset(found.groups())
    }
    assert RULES.keys() - words - composed == set()


def test_the_same_has_no_changes(tmp_path: Path) -> None:
    assert not changed(MESSAGING, MESSAGING, tmp_path)


@pytest.mark.parametrize("version", ["75", "80", "90", "100"])
def test_another_release_is_one_change(version: str, tmp_path: Path) -> None:
    other = MESSAGING.replace("NetServer/Services86", f"NetServer/Services{version}")
    found = changed(MESSAGING, other, tmp_path)
    assert [change.rule for change in found.changes] == ["namespace-version-changed"]
    assert found.severity is Verdict.BREAKING
    assert len(found.namespaces) == 1


def test_a_namespace_that_is_not_there_is_not_read_as_another(tmp_path: Path) -> None:
    """Of several WSDLs that are compared, a mapping may be about one alone."""
    sides = contract(ORDERS, tmp_path), contract(ORDERS, tmp_path)
    found = compare(*sides, {"urn:elsewhere": "urn:example:orders"})
    assert (found.changes, found.namespaces) == ((), ())


@pytest.mark.parametrize(
    ("edit", "rule", "inverse"),
    [
        (
            ('"Rating" type="xs:int" minOccurs="0"', '"Rating" type="xs:int"'),
            "element-made-required",
            "element-made-optional",
        ),
        (
            ('"Amount" type="xs:int"', '"Amount" type="xs:long"'),
            "integer-type-widened",
            "integer-type-narrowed",
        ),
        (
            ('"Amount" type="xs:int"', '"Amount" type="xs:decimal"'),
            "element-type-changed",
            "element-type-changed",
        ),
        (
            ('"Amount" type="xs:int"', '"Amount" type="xs:int" maxOccurs="unbounded"'),
            "element-made-repeated",
            "element-made-single",
        ),
        (
            ('<xs:element name="Amount" type="xs:int"/>', ""),
            "required-element-removed",
            "required-element-added",
        ),
        (
            ('<xs:element name="Rating" type="xs:int" minOccurs="0"/>', ""),
            "optional-element-removed",
            "optional-element-added",
        ),
    ],
)
def test_an_edit_is_one_change_and_its_inverse_another(
    edit: tuple[str, str], rule: str, inverse: str, tmp_path: Path
) -> None:
    other = edited(ORDERS, edit)
    (there,) = changed(ORDERS, other, tmp_path).changes
    (back,) = changed(other, ORDERS, tmp_path).changes
    assert (there.rule, back.rule) == (rule, inverse)
    assert (there.old, there.new) == (back.new, back.old)
    assert there.operations == ("Place",)
    assert there.old_location is not None
    assert there.new_location is not None


def test_verdicts_follow_the_direction(tmp_path: Path) -> None:
    element = '<xs:element name="Rush" type="xs:boolean"/>'
    (change,) = changed(ORDERS, edited(ORDERS, (element, "")), tmp_path).changes
    assert change.reached.requests == {"Place"}
    assert change.reached.replies == frozenset()
    verdicts = change.request, change.reply, change.python
    assert verdicts == (Verdict.WARNING, Verdict.SAFE, Verdict.BREAKING)


def test_a_fingerprint_outlives_other_changes(tmp_path: Path) -> None:
    first = '"Rating" type="xs:int" minOccurs="0"', '"Rating" type="xs:int"'
    second = (
        '<xs:element name="Number" type="xs:string"/>',
        '<!-- a\nline -->\n<xs:element name="First" type="xs:int" minOccurs="0"/>'
        '<xs:element name="Number" type="xs:string"/>',
    )

    def rating(*edits: tuple[str, str]) -> Change:
        found = changed(ORDERS, edited(ORDERS, *edits), tmp_path).changes
        assert len(found) == len(edits)
        (change,) = (c for c in found if c.rule == "element-made-required")
        return change

    assert rating(first).fingerprint == rating(first, second).fingerprint
    assert rating(first).new_location != rating(first, second).new_location


def test_a_sibling_of_a_derived_type_is_not_reached(tmp_path: Path) -> None:
    """Both extend one base, which no element is declared with."""
    key = '<xs:element name="SessionKey" type="xs:string"'
    new = edited(MESSAGING, (key, key.replace("SessionKey", "Session")))

    found = changed(MESSAGING, new, tmp_path)

    assert {
        change.reached.requests | change.reached.replies for change in found.changes
    } == {frozenset({"CreateMessage"})}


def test_items_of_encoded_arrays_are_reached(tmp_path: Path) -> None:
    """`wsdl:arrayType` names the type; the schema has no element for it."""
    cell = '<xs:element name="Cell" type="xs:{}"/>'
    row = f'<xs:complexType name="Row"><xs:all>{cell}</xs:all></xs:complexType>'
    encoded = edited(
        ENCODED,
        ('wsdl:arrayType="tns:Words[]"', 'wsdl:arrayType="tns:Row[]"'),
        ('<xs:complexType name="Table">', f'{row}<xs:complexType name="Table">'),
    )
    old, new = encoded.replace("{}", "double"), encoded.replace("{}", "string")

    (change,) = changed(old, new, tmp_path).changes

    assert change.rule == "element-type-changed"
    assert change.reached.replies == {"Tag"}
    assert change.reply is Verdict.BREAKING
