"""Names: every contract name becomes a readable, safe Python identifier."""

from __future__ import annotations

import keyword
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typedsoap.naming import (
    class_name,
    constant_name,
    module_name,
    namespace_module,
    snake_case,
)

STYLES: tuple[Callable[[str], str], ...] = (
    snake_case,
    constant_name,
    class_name,
    module_name,
    namespace_module,
)
names = st.one_of(
    st.text(),
    st.text("aZ9_-. éßøſﬁK名\ud800", max_size=12),
    st.sampled_from([*keyword.kwlist, *(word.title() for word in keyword.kwlist)]),
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("To", "to"),
        ("MessagingId", "messaging_id"),
        ("messagingID", "messaging_id"),
        ("EMailAddress", "e_mail_address"),
        ("SMSId", "sms_id"),
        ("UIHintReadOnly", "ui_hint_read_only"),
        ("EjUserId", "ej_user_id"),
        ("UserIDs", "user_ids"),
        ("URLsSeen", "urls_seen"),
        ("IsDone", "is_done"),
        ("ABTest", "ab_test"),
        ("XMLHTTPRequest", "xmlhttp_request"),
        ("UndefinedValue256", "undefined_value256"),
        ("Sha1sum", "sha1sum"),
        ("UTF8String", "utf8_string"),
        ("UTF8string", "utf8_string"),
        ("X509Certificate", "x509_certificate"),
        ("Line1Text", "line1_text"),
        ("SEND_MESSAGES", "send_messages"),
        ("already_snake_case", "already_snake_case"),
        ("with-dash.and dot", "with_dash_and_dot"),
        ("a·b", "a_b"),
        ("__init__", "init"),
        ("_value", "value"),
        ("Name_", "name"),
        ("a__b", "a_b"),
        ("2ndLine", "x_2nd_line"),
        ("42", "x_42"),
        ("-1", "x_1"),
        ("From", "from_"),
        ("Class", "class_"),
        ("None", "none"),
        ("True", "true"),
        ("match", "match"),
        ("Type", "type"),
        ("Case", "case"),
        ("Größe", "grosse"),
        ("Øl", "ol"),
        ("Æble", "aeble"),
        ("naïve", "naive"),
        ("nai\u0308ve", "naive"),
        ("İd", "id"),
        ("ﬁeld", "field"),
        ("Ｎａｍｅ", "name"),
        ("名前", "x_540d_524d"),
        ("名Name", "name"),
        ("+", "x_2b"),
        ("\ud800", "x_d800"),
        ("", "empty"),
    ],
)
def test_snake_case(name: str, expected: str) -> None:
    assert snake_case(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SMSOrder", "SMSOrder"),
        ("ETableRight", "ETableRight"),
        ("ArrayOfKeyValueOfstringstring", "ArrayOfKeyValueOfstringstring"),
        ("orderLine", "OrderLine"),
        ("ArrayOf_xsd_string", "ArrayOfXsdString"),
        ("some.dotted-name", "SomeDottedName"),
        ("_Hidden", "Hidden"),
        ("__class__", "Class"),
        ("None", "None_"),
        ("True", "True_"),
        ("class", "Class"),
        ("2nd", "X2nd"),
        ("Größe", "Grosse"),
        ("名", "X540d"),
        ("", "Empty"),
    ],
)
def test_class_name(name: str, expected: str) -> None:
    assert class_name(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Unknown", "UNKNOWN"),
        ("UserType", "USER_TYPE"),
        ("None", "NONE"),
        ("UndefinedValue256", "UNDEFINED_VALUE256"),
        ("READ_ONLY", "READ_ONLY"),
        ("256K", "X_256K"),
        ("mro", "MRO"),
        ("__members__", "MEMBERS"),
        ("<none>", "NONE"),
        ("", "EMPTY"),
        (" ", "X_20"),
    ],
)
def test_constant_name(name: str, expected: str) -> None:
    assert constant_name(name) == expected


@pytest.mark.parametrize(
    ("namespace", "expected"),
    [
        ("http://www.example.net/ws/NetServer/Orders12", "orders12"),
        (
            "http://schemas.example.org/2004/07/System.Security.Cryptography",
            "system_security_cryptography",
        ),
        ("http://schemas.example.org/2003/10/Serialization/", "serialization"),
        ("http://schemas.example.org/2003/10/Serialization/Arrays", "arrays"),
        ("http://example.org/orders/v1", "orders"),
        ("http://example.org/orders/1.0/", "orders"),
        ("http://example.org/orders.xsd", "orders"),
        ("http://www.example.org", "example_org"),
        ("http://localhost:8080/", "localhost"),
        ("http://example.org/#part", "part"),
        ("urn:shop:orders", "orders"),
        ("urn:1", "urn"),
        ("Orders", "orders"),
        ("http://example.org/import", "import_"),
        ("1", "x_1"),
        ("", "no_namespace"),
    ],
)
def test_namespace_module(namespace: str, expected: str) -> None:
    assert namespace_module(namespace) == expected


def test_a_module_name_fits_every_file_system() -> None:
    name = module_name("A" + "LongNamespace" * 40)
    assert len(name) <= 60
    assert not name.endswith("_")


@pytest.mark.parametrize("style", STYLES)
@given(name=names)
def test_every_text_gives_a_public_ascii_identifier(
    style: Callable[[str], str], name: str
) -> None:
    result = style(name)
    assert result.isascii()
    assert result.isidentifier()
    assert not keyword.iskeyword(result)
    assert not result.startswith("_")


@pytest.mark.parametrize("style", [snake_case, constant_name, class_name, module_name])
@given(name=names)
def test_a_made_name_is_a_name_of_its_own_style(
    style: Callable[[str], str], name: str
) -> None:
    assert style(style(name)) == style(name)


def test_names_do_not_depend_on_the_hash_seed() -> None:
    program = (
        "from typedsoap.naming import *; print(snake_case('ÅrØñ'), class_name('é'))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert outputs == {b"ar_on E\n"}
