"""Masking secrets in text that may be broken in any way."""

from __future__ import annotations

import pytest

from tests.unit.runtime.orders._runtime.redaction import Redactor, mask_values

REDACTOR = Redactor(elements=("Token", "Key1"), keys=("pin", "a&b"))
SECRET = "7T:s3cret=="


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"<Token>{SECRET}</Token>", "<Token>***</Token>"),
        (f"<a:Token x='1'>{SECRET}</a:Token>b", "<a:Token x='1'>***</a:Token>b"),
        (f'<Token x="a>b/>">{SECRET}</Token >', '<Token x="a>b/>">***</Token >'),
        (f"<Token\n>{SECRET}</b:Token>", "<Token\n>***</b:Token>"),
        ("<Token/><b>x</b>", "<Token/><b>x</b>"),
        ("<Token a='/'></Token><b>x</b>", "<Token a='/'></Token><b>x</b>"),
        ("<Tokens>x</Tokens><MyToken>y</MyToken>",) * 2,
        (f"<Token><x>{SECRET}</x><y/></Token>z", "<Token>***</Token>z"),
        (f"<Token><Token>{SECRET}</Token>{SECRET}</Token>z", "<Token>***</Token>z"),
        (f"<Token><![CDATA[</Token>{SECRET}]]></Token>z", "<Token>***</Token>z"),
        (f"<Token><!--</Token>-->{SECRET}</Token>z", "<Token>***</Token>z"),
        (f"<Token><Token/>{SECRET}</Token>z", "<Token>***</Token>z"),
        # cut off
        (f"<a><Token>{SECRET}", "<a><Token>***"),
        (f"<a><Token>{SECRET}</Tok", "<a><Token>***"),
        (f"<a><Token><![CDATA[{SECRET}", "<a><Token>***"),
        # ill-formed: everything after it is masked
        (f"<Token>{SECRET}</Wrong><b>1</b>", "<Token>***"),
        (f'<Token x="a>{SECRET}</Token>', "<Token***"),
        (f"<Token {SECRET}", "<Token***"),
        # quoted inside another text
        (
            f"<a><![CDATA[<Token>{SECRET}</Token>]]></a>",
            "<a><![CDATA[<Token>***</Token>]]></a>",
        ),
        (
            f"<a>&lt;Token&gt;{SECRET}&lt;/Token&gt;</a>",
            "<a>&lt;Token&gt;***&lt;/Token&gt;</a>",
        ),
        (f"<!-- <Token>{SECRET}</Token> -->", "<!-- <Token>***</Token> -->"),
        ("a < b && c > d", "a < b && c > d"),
        ("", ""),
    ],
)
def test_elements_are_masked(text: str, masked: str) -> None:
    assert REDACTOR.text(text) == masked
    assert REDACTOR.text(text.encode()) == masked
    assert REDACTOR.text(masked) == masked
    assert SECRET not in masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("<K>pin</K><V>0000</V>", "<K>pin</K><V>***</V>"),
        ("<a:K>\n PIN </a:K>\n <a:V>0000</a:V>", None),
        ("<K>pin</K><!-- x --><V>0000</V>", None),
        ("<K><![CDATA[pin]]></K><V><![CDATA[0000]]></V>", None),
        ("<K>p&#105;n</K><V>0000</V>", None),
        ("<K>a&amp;b</K><V>0000</V>", None),
        ("<V>0000</V><K>pin</K>", "<V>***</V><K>pin</K>"),
        ("<P><V>0000</V> <K>pin</K></P>", None),
        ("<K>pin</K><V>0000", "<K>pin</K><V>***"),
        ("<K>pin<V>0000</V>", None),
        ("<K>pin</K><V x='0000", None),
        ("<K>pin</K><V><x>0000</x></V>", None),
        ("<K>pin</K><V/><b>1</b>", "<K>pin</K><V/><b>1</b>"),
        ("<P><K>pin</K></P><b>1</b>", "<P><K>pin</K></P><b>1</b>"),
        (
            "<P><K>pins</K><V>1</V></P><P><K>pin</K><V>0000</V></P><P><K>b</K></P>",
            "<P><K>pins</K><V>1</V></P><P><K>pin</K><V>***</V></P><P><K>b</K></P>",
        ),
        (
            "<P><V>1</V></P><P><K>pin</K><V>0000</V></P>",
            "<P><V>1</V></P><P><K>pin</K><V>***</V></P>",
        ),
    ],
)
def test_values_of_secret_keys_are_masked(text: str, masked: str | None) -> None:
    found = REDACTOR.text(text)
    assert "0000" not in found
    if masked is not None:
        assert found == masked


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_other_encodings_are_read(encoding: str) -> None:
    data = f"<a><Token>{SECRET}</Token></a>".encode(encoding)
    assert REDACTOR.text(data) == "<a><Token>***</Token></a>"


def test_bytes_that_are_no_text_are_shown_somehow() -> None:
    assert "***" in REDACTOR.text(b"\xff<Token>\xff</Token>\x00")


def test_secrets_of_a_message_are_found() -> None:
    text = (
        "<a><Token>one</Token><x>no</x><Key1><![CDATA[t<o]]></Key1><Token/>"
        "<Key1><x>th&amp;ree</x><y> four </y></Key1><K>pin</K><V>five</V></a>"
    )
    assert REDACTOR.secrets(text) == {"one", "t<o", "th&ree", "four", "five"}


def test_known_values_are_masked_anywhere() -> None:
    assert (
        mask_values("key=abcd; a&amp;bc a&bc", ["abcd", "a&bc"]) == "key=***; *** ***"
    )
    assert mask_values("abcdef abcd", ["abcd", "abcdef"]) == "*** ***"
    assert mask_values("a cat at a mat", ["a", ""]) == "*** cat at *** mat"
    assert REDACTOR.text("the token abcd is old", ["abcd"]) == "the token *** is old"


def test_every_cut_of_a_message_hides_its_secrets() -> None:
    text = (
        f"<a:x><a:Token n='1'>{SECRET}</a:Token><a:P><a:K>pin</a:K><a:V>{SECRET}</a:V>"
        f"</a:P><a:Key1><![CDATA[{SECRET}]]></a:Key1></a:x>"
    )
    for end in range(len(text)):
        assert "s3c" not in REDACTOR.text(text[:end])


def test_no_secrets_mask_nothing() -> None:
    text = "<Token>1</Token><K>pin</K><V>2</V>"
    assert Redactor().text(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ('<a Password="geheim" b="1">x</a>', '<a Password="***" b="1">x</a>'),
        ("<a n:Password = 'geheim'/>", "<a n:Password = '***'/>"),
        ('<a Password="gehe', '<a Password="***"'),
        ('<a b="1">x</a>', '<a b="1">x</a>'),
    ],
)
def test_attributes_are_masked_like_elements(text: str, masked: str) -> None:
    assert Redactor(elements=["Password"]).text(text) == masked
