"""A corpus of a few files, for the tests of what counts one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.corpus.index import NAME
from tests.support.wsdl_texts import BINDING, write, wsdl

COLUMNS: Final = [
    "path",
    "kind",
    "bindings",
    "styles",
    "uses",
    "imports",
    "soap_operations",
    "xs_types",
    "header_parts",
    "faults",
    "accepted_by_of_3",
]
ENCODED: Final = BINDING.replace('use="literal"', 'use="encoded"')

FILES: Final = {
    "good.wsdl": (wsdl(), "soap11 document literal local 1 0 0 0 3"),
    "encoded.wsdl": (wsdl(binding=ENCODED), "soap11 document encoded none 1 0 0 0 2"),
    "broken.wsdl": ("<a>", "soap11 document literal malformed 1 0 0 0 0"),
    "doubted.wsdl": (wsdl(), "soap11 document literal none 1 0 0 0 1"),
}


def write_corpus(folder: Path) -> None:
    """Write the files and their list."""
    lines = ["\t".join(COLUMNS)]
    for path, (text, facts) in FILES.items():
        write(folder, text, path)
        lines.append("\t".join([path, "wsdl11", *facts.split()]))
    (folder / NAME).write_text("\n".join(lines) + "\n", "utf-8")
