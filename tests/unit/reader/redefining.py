"""A WSDL that redefines what another schema says."""

from __future__ import annotations

from pathlib import Path

from tests.support.wsdl_texts import NAMESPACE, wsdl, xs

XS = f'xmlns:xs="{xs("x").namespace}" xmlns:t="{NAMESPACE}"'
BASE = f'<xs:schema {XS} targetNamespace="{NAMESPACE}">{{}}</xs:schema>'
T = "<xs:complexType name='T'>{}</xs:complexType>"
ONE = "<xs:sequence><xs:element name='one' type='xs:int'/></xs:sequence>"
TWO = "<xs:sequence><xs:element name='two' type='xs:int'/></xs:sequence>"
DERIVED = "<xs:complexContent><xs:{} base='t:{}'>{}</xs:{}></xs:complexContent>"
STATEMENT = f"<xs:redefine {XS} schemaLocation='{{}}.xsd'>{{}}</xs:redefine>"


def extension(content: str, base: str = "T") -> str:
    """The type `T` as an extension."""
    return T.format(DERIVED.format("extension", base, content, "extension"))


def restriction(content: str, base: str = "T") -> str:
    """The type `T` as a restriction."""
    return T.format(DERIVED.format("restriction", base, content, "restriction"))


def text(folder: Path, change: str, original: str, **others: str) -> str:
    """A WSDL that redefines what another schema says."""
    for file, content in {"base": original, **others}.items():
        (folder / f"{file}.xsd").write_text(BASE.format(content), "utf-8")
    return wsdl(types=STATEMENT.format("base", change))
