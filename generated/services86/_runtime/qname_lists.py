"""Lists of `xs:QName`."""

from __future__ import annotations

from collections.abc import Sequence

from .errors import EncodeError
from .lists import read_list
from .qnames import QName, read_q_name, write_q_name
from .reading import Element, Reader
from .writing import expect_sequence


def write_q_names(value: Sequence[QName], out: list[str], prefix: str = "q") -> None:
    """Append names with a blank between, and what declares their prefixes before them.

    Args:
        out: Its last text is the start tag, which gets the declarations.
        prefix: What the prefixes begin with; each name has one of its own.
    """
    texts: list[str] = []
    for index, item in enumerate(expect_sequence(value)):
        written = [out[-1]]
        try:
            write_q_name(item, written, f"{prefix}.{index}")
        except EncodeError as error:
            raise error.inside(index) from error.__cause__
        out[-1], text = written
        texts.append(text)
    out.append(" ".join(texts))


def read_q_names(element: Element, reader: Reader) -> list[QName]:
    """The names, none for an empty element; see `read_q_name`."""
    return read_list(element, reader, read_q_name) or []
