"""Which files are pages, and where their examples begin."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from typedsoap.errors import TypedSoapError
from typedsoap.verify.pages import read_pages

PAGE = """# Place

## Place Request

Some words.

```xml
<a>
## Place Response
</a>
```

## Place Response ##

~~~~
<b/>
~~~
~~~~
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_examples_of_a_page(tmp_path: Path, end: str) -> None:
    path = write(tmp_path, "orders/Place.md", PAGE.replace("\n", end))
    (page,) = read_pages(path).pages
    assert (page.operation, page.folder) == ("Place", "orders")
    assert page.request.text == "<a>\n## Place Response\n</a>"
    assert str(page.request.where) == f"{path.as_posix()}:8"
    assert page.response is not None
    assert (page.response.text, page.response.where.line) == ("<b/>\n~~~", 16)


def test_folder_is_read_in_order_and_to_its_depth(tmp_path: Path) -> None:
    write(tmp_path, "b/Two.md", PAGE.replace("Place", "Two"))
    write(tmp_path, "a/One.md", PAGE.replace("Place", "One"))
    other = write(tmp_path, "index.md", "# Operations\n\n```xml\n<a/>\n```\n")
    write(tmp_path, "notes.txt", PAGE)
    found = read_pages(tmp_path)
    assert [page.operation for page in found.pages] == ["One", "Two"]
    assert found.skipped == (other.as_posix(),)


def test_block_under_another_heading_is_no_example(tmp_path: Path) -> None:
    text = "## Place Request\n\n### Notes\n\n```\n<a/>\n```\n"
    assert read_pages(write(tmp_path, "Place.md", text)).pages == ()


def test_page_with_a_request_alone(tmp_path: Path) -> None:
    text = "\ufeff# Notify Request\n\n```\n<a/>\n```\n"
    (page,) = read_pages(write(tmp_path, "Notify.md", text)).pages
    assert page.response is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("## A Response\n```\n<a/>\n```\n", "a response of A without its request"),
        ("## A Request\n```\n<a/>\n", "this block has no end"),
        ("## A Request\n```\n \n```\n", "an empty block"),
        (PAGE + PAGE, "a second Place Request"),
        (
            PAGE + PAGE.replace("Place", "Move"),
            "examples of several operations: Move, Place",
        ),
    ],
)
def test_misshapen_page(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TypedSoapError, match=f"TS502: {message}"):
        read_pages(write(tmp_path, "A.md", text))


def test_unreadable_pages(tmp_path: Path) -> None:
    (tmp_path / "latin.md").write_bytes(b"\xe6")
    for path, message in (
        (tmp_path / "missing", "there is no such file or folder"),
        (tmp_path / "latin.md", "not UTF-8 text"),
    ):
        with pytest.raises(TypedSoapError, match=f"TS501: .*{message}"):
            read_pages(path)
    (tmp_path / "latin.md").unlink()
    with pytest.raises(TypedSoapError, match="TS501: no Markdown page"):
        read_pages(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "page.md").write_text("# Nothing\n", encoding="utf-8")
    (tmp_path / "folder.md").mkdir()
    assert read_pages(tmp_path).skipped == ((tmp_path / "page.md").as_posix(),)
    with pytest.raises(TypedSoapError, match="TS501: it is not a regular file"):
        read_pages(tmp_path / "pipe.md")
