"""`XmlFragment`: a piece of XML that the contract does not describe."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class XmlFragment:
    """One element as it was received, with every namespace it needs declared.

    Attributes:
        name: The element's expanded name, `{namespace}local`.
        data: The element as UTF-8 XML without an XML declaration.
    """

    name: str
    data: bytes

    def __repr__(self) -> str:
        # The content may hold anything, so only its name and size are shown.
        return f"<XmlFragment {self.name} of {len(self.data)} bytes>"
