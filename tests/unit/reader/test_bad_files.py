"""Files that are no WSDL: each with its code, its line and a hint."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.support.modules import ROOT
from tests.support.wsdl_texts import codes, errors, failures, line_of, write, wsdl
from typedsoap.errors import Location, TypedSoapError
from typedsoap.source.documents import load
from typedsoap.source.limits import Limits

GOOD = wsdl()


def test_missing_file(tmp_path: Path) -> None:
    (found,) = failures(tmp_path / "absent.wsdl")
    assert found.code == "TS001"
    assert found.where == Location("absent.wsdl")
    assert "does not exist" in found.message


def test_folder_is_no_file(tmp_path: Path) -> None:
    (found,) = failures(tmp_path)
    assert found.code == "TS001"
    assert "a folder" in found.message


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wsdl")
    (found,) = failures(tmp_path / "pipe.wsdl")
    assert found.code == "TS001"
    assert "not a regular file" in found.message


def test_endless_links(tmp_path: Path) -> None:
    (tmp_path / "a.wsdl").symlink_to(tmp_path / "b.wsdl")
    (tmp_path / "b.wsdl").symlink_to(tmp_path / "a.wsdl")
    (found,) = failures(tmp_path / "a.wsdl")
    assert found.code == "TS001"


def test_impossible_path() -> None:
    (found,) = failures(Path("a\0b.wsdl"))
    assert found.code == "TS001"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain words", 1),
        ('{"json": true}', 1),
        ("<a>\n<b>\n</a>", 3),
        ("<a>\n<b x='1' x='2'/></a>", 2),
        ("<a>&undefined;</a>", 1),
        (b"<a>\n\xff\xfe\xfd</a>", 2),
        (b"<?xml version='1.0' encoding='no-such'?><a/>", 1),
        ("<x:a/>", 1),
        ("<a>\n<x:b/><c xmlns='relative'/></a>", 2),
        ("<a>\n<b x:c='1'/><c xmlns='relative'/></a>", 2),
        ("<a/><b/>", 1),
        ("<a>\n<b xmlns:x='http://a b/%zz'/></a>", 2),
        ("<a>\n<b xmlns='::no'/></a>", 2),
        ("<a xml:id='1 2'/>", 1),
        ("<a xmlns:x=''/>", 1),
    ],
)
def test_not_xml(text: str | bytes, line: int, tmp_path: Path) -> None:
    (found,) = errors(tmp_path, text)
    assert found.code == "TS002"
    assert found.where == Location("orders.wsdl", line)
    assert found.hint == (
        "a WSDL is an XML document; open the file and look at this line"
    )


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<html><head><title>Sign in</title><br></head></html>",
        "<html><body><p>Not found</body></html>",
        "\n<HTML><BODY>x</BODY></HTML>",
        '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"'
        ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html/>',
    ],
)
def test_html(text: str, tmp_path: Path) -> None:
    (found,) = errors(tmp_path, text)
    assert found.code == "TS003"
    assert "HTML" in found.message
    assert found.hint is not None
    assert "?wsdl" in found.hint


@pytest.mark.parametrize("twentieth", range(20))
def test_truncated(twentieth: int, tmp_path: Path) -> None:
    text = (ROOT / "wsdl" / "messaging.wsdl").read_bytes().rstrip()
    cut = text[: max(1, len(text) * twentieth // 20)]
    (found,) = errors(tmp_path, cut)
    assert found.code == "TS004"
    assert found.where is not None
    assert found.where.line is not None
    assert 0 < found.where.line <= cut.count(b"\n") + 1
    assert found.hint == "the file is cut off; fetch or save it again"


@pytest.mark.parametrize("missing", [1, 2, 5, 19, 21])
def test_truncated_within_the_last_tag(missing: int, tmp_path: Path) -> None:
    (found,) = errors(tmp_path, GOOD[:-missing])
    assert found.code == "TS004"


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_empty(text: str, tmp_path: Path) -> None:
    (found,) = errors(tmp_path, text)
    assert found.code == "TS005"


ENTITY = "<!DOCTYPE x [\n<!ENTITY {}>\n]>\n"


@pytest.mark.parametrize(
    "prolog",
    [
        "<!DOCTYPE x>",
        ENTITY.format('e "text"'),
        ENTITY.format('e SYSTEM "file:///etc/hostname"'),
        ENTITY.format('% p SYSTEM "http://localhost:9/e.dtd"> %p; <!ENTITY e "x"'),
        '<!DOCTYPE x SYSTEM "http://localhost:9/e.dtd">',
        "<!DOCTYPE x [\n"
        + '<!ENTITY a "aaaaaaaaaa">\n'
        + "".join(
            f'<!ENTITY {b} "{f"&{a};" * 10}">\n'
            for a, b in zip("abcdefghi", "bcdefghij", strict=True)
        )
        + "]>\n",
    ],
)
def test_document_type_or_entity(prolog: str, tmp_path: Path) -> None:
    for use in ("", "&j;", "&e;"):
        text = "\n" + prolog + GOOD.replace("urn:place", f"urn:place{use}")
        (found,) = errors(tmp_path, text)
        assert found.code == "TS006"
        assert found.where == Location("orders.wsdl", 2)


def test_depth_is_limited(tmp_path: Path) -> None:
    (found,) = errors(tmp_path, "<a>" * 10_000 + "</a>" * 10_000)
    assert found.code == "TS007"


def test_size_is_limited(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    with pytest.raises(TypedSoapError, match="TS007"):
        load(path, limits=Limits(bytes=len(GOOD) - 1))
    load(path, limits=Limits(bytes=len(GOOD)))


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ('<description xmlns="http://www.w3.org/ns/wsdl"/>', "TS011", "WSDL 2.0"),
        (
            '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>',
            "TS012",
            "an XML Schema",
        ),
        ("<definitions/>", "TS012", "definitions"),
        ("<feed/>", "TS012", "feed"),
    ],
)
def test_other_xml(text: str, code: str, word: str, tmp_path: Path) -> None:
    (found,) = errors(tmp_path, f"\n\n{text}")
    assert found.code == code
    assert word in found.message
    assert found.where == Location("orders.wsdl", 3)


def test_draft_of_xml_schema(tmp_path: Path) -> None:
    text = wsdl(schemas='\n<schema xmlns="http://www.w3.org/1999/XMLSchema"/>')
    found = errors(tmp_path, text)
    assert codes(found)[0] == "TS014"
    assert found[0].where == Location("orders.wsdl", line_of(text, "<schema"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>' + GOOD.replace(
        "http://localhost/orders", "http://localhost/ordres-passés"
    )
    path = write(tmp_path, text.encode(encoding))
    assert load(path).root.target_namespace == "urn:example:orders"


def test_messages_name_the_file_as_the_user_did(tmp_path: Path) -> None:
    write(tmp_path, "<a>")
    with pytest.raises(TypedSoapError) as caught:
        load(tmp_path / "orders.wsdl", display="wsdl/orders.wsdl")
    assert str(caught.value).startswith("wsdl/orders.wsdl:1: error TS004: ")
