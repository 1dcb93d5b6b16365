"""Documentation pages in Markdown that show example envelopes.

A page is recognised by its headings: `<Operation> Request` and `<Operation> Response`, at
any level, each followed by a fenced block with one envelope before the next heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from typedsoap.errors import Diagnostic, Location, TypedSoapError, error

_HEADING: Final = re.compile(r"#{1,6}\s+(?P<title>.*?)\s*#*\s*")
_EXAMPLE: Final = re.compile(r"(?P<operation>\S+)\s+(?P<kind>Request|Response)")
_FENCE: Final = re.compile(r"\s{0,3}(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)")


@dataclass(frozen=True, slots=True)
class Example:
    """An example envelope as it is printed.

    Attributes:
        where: The line on which the text begins.
    """

    text: str
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The examples of one operation.

    Attributes:
        operation: The operation's name, from the headings.
        folder: The name of the page's folder: pages of one service share it.
        response: None where the page shows a request alone.
    """

    operation: str
    folder: str
    where: Location
    request: Example
    response: Example | None


@dataclass(frozen=True, slots=True)
class Pages:
    """What a file or folder holds.

    Attributes:
        pages: In the order of the files' names.
        skipped: The files without example envelopes.
        unusable: What is wrong with the files that cannot be used.
    """

    pages: tuple[Page, ...]
    skipped: tuple[str, ...]
    unusable: tuple[Diagnostic, ...] = ()


def read_pages(path: Path) -> Pages:
    """Read one page, or every `*.md` file in a folder and its subfolders.

    One that cannot be used leaves the others as they are.

    Raises:
        TypedSoapError: There is nothing to read (TS501), or there is no page but what
            cannot be read (TS501), lacks its request or has two examples of one kind
            (TS502).
    """
    found: list[Page] = []
    skipped: list[str] = []
    unusable: list[Diagnostic] = []
    for file in _files(path):
        try:
            page = _page(file)
        except TypedSoapError as problem:
            unusable.extend(problem.diagnostics)
            continue
        if page is None:
            skipped.append(file.as_posix())
        else:
            found.append(page)
    if unusable and not found:
        raise TypedSoapError(unusable)
    return Pages(tuple(found), tuple(skipped), tuple(unusable))


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        # A pipe or a device would block or never end.
        files = sorted(file for file in path.rglob("*.md") if file.is_file())
        if not files:
            raise _unreadable(path, "no Markdown page (*.md) in this folder")
        return files
    if not path.exists():
        raise _unreadable(path, "there is no such file or folder")
    if not path.is_file():
        raise _unreadable(path, "it is not a regular file")
    return [path]


def _unreadable(path: Path, message: str) -> TypedSoapError:
    hint = "name a page, or a folder of pages"
    return TypedSoapError(
        [error("TS501", message, where=Location(path.as_posix()), hint=hint)]
    )


def _page(file: Path) -> Page | None:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise _unreadable(file, problem.strerror or "cannot be read") from None
    except UnicodeDecodeError:
        raise _unreadable(file, "the page is not UTF-8 text") from None
    examples: dict[tuple[str, str], Example] = {}
    for operation, kind, example in _examples(text, file.as_posix()):
        if (operation, kind) in examples:
            raise _misshapen(example.where, f"a second {operation} {kind}")
        examples[operation, kind] = example
    if not examples:
        return None
    operations = sorted({operation for operation, _ in examples})
    where = next(iter(examples.values())).where
    if len(operations) > 1:
        names = ", ".join(operations)
        raise _misshapen(where, f"examples of several operations: {names}")
    request = examples.get((operations[0], "Request"))
    if request is None:
        raise _misshapen(where, f"a response of {operations[0]} without its request")
    return Page(
        operation=operations[0],
        folder=file.resolve().parent.name,
        where=where,
        request=request,
        response=examples.get((operations[0], "Response")),
    )


def _misshapen(where: Location, message: str) -> TypedSoapError:
    hint = "a page shows one request and one response of one operation"
    return TypedSoapError([error("TS502", message, where=where, hint=hint)])


def _examples(text: str, file: str) -> Iterator[tuple[str, str, Example]]:
    """Operation, kind and text of the first fenced block under each example heading."""
    heading: tuple[str, str] | None = None
    fence = ""
    block: list[str] = []
    start = 0
    # Only line feeds count as line ends, as they do for the XML parser.
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if fence:
            if line.strip() and not line.strip().strip(fence[0]) and fence in line:
                fence = ""
                if heading is not None:
                    if not "".join(block).strip():
                        raise _misshapen(Location(file, start - 1), "an empty block")
                    example = Example("\n".join(block), Location(file, start))
                    yield (*heading, example)
                    heading = None
            else:
                block.append(line)
        elif opening := _FENCE.fullmatch(line):
            fence, block, start = opening["fence"], [], number + 1
        elif title := _HEADING.fullmatch(line):
            example_title = _EXAMPLE.fullmatch(title["title"])
            heading = (
                (example_title["operation"], example_title["kind"])
                if example_title
                else None
            )
    if fence:
        raise _misshapen(Location(file, start - 1), "this block has no end")
