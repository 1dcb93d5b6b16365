"""Whether a message is valid by a contract's schemas, and what two messages both say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from lxml.etree import _Element as Node  # pyright: ignore[reportPrivateUsage]

from tests.corpus.envelopes import Envelope, wrappers
from tests.corpus.node_names import XSI
from tests.corpus.schemas import compiled
from typedsoap.contract import Contract


class Judge:
    """The schemas of a WSDL, compiled by libxml2."""

    def __init__(self, wsdl: Path, contract: Contract) -> None:
        with TemporaryDirectory(prefix="verdicts-") as name:
            self._schema = compiled(wsdl, Path(name), wrappers(contract))

    def problem(self, envelope: Envelope, *, open_enumerations: bool) -> str:
        """What is wrong with what a message holds, "" for nothing.

        Args:
            open_enumerations: Whether an unknown member is nothing wrong.
        """
        for element in envelope.elements:
            if not self._schema.validate(etree.ElementTree(deepcopy(element))):
                entries = [*self._schema.error_log]
                unknown = {e.line for e in entries if "ENUMERATION" in e.type_name}
                for entry in entries:
                    if not (open_enumerations and entry.line in unknown):
                        return str(entry.message)
        return ""


def facts(envelope: Envelope) -> Counter[str]:
    """Every text and attribute that a message has, with the path to it.

    What is nil says nothing, and of an array only that it is there if it is empty.
    """
    return Counter(
        fact for element in envelope.elements for fact in _facts(element, "")
    )


def _facts(element: Node, path: str) -> Iterator[str]:
    if element.get(f"{{{XSI}}}nil") in ("true", "1"):
        return
    inside = f"{path}/{element.tag!s}"
    for name, value in element.attrib.items():
        if not str(name).startswith(f"{{{XSI}}}"):
            yield f"{inside}/@{name!s} = {value!s}"
    text = element.text or ""
    if len(element) == 0 or text.strip():
        yield f"{inside} = {text}"
    for child in element:
        yield from _facts(child, inside)
