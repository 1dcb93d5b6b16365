"""What every check of an overlay needs: known and usable names, a list of findings."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Collection, Iterable, Mapping

from typedsoap.errors import Diagnostic, Location, error, warning
from typedsoap.overlay import MemberOverlay, OperationOverlay, TypeOverlay
from typedsoap.suggestions import did_you_mean

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_CLASS_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")


class OverlayReport:
    """What was found so far."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []

    def refuse(
        self, code: str, message: str, where: Location | None, hint: str | None = None
    ) -> None:
        """Add an error."""
        self.diagnostics.append(error(code, message, where=where, hint=hint))

    def known(
        self, name: str, present: Collection[str], kind: str, where: Location | None
    ) -> bool:
        """Whether `name` is present; TS221 with the nearest name where it is not."""
        if name in present:
            return True
        self.refuse(
            "TS221",
            f"the contract has no {kind} called '{name}'",
            where,
            did_you_mean(name, present),
        )
        return False

    def python_name(self, name: str | None, where: Location | None) -> None:
        """TS224 for a name that no parameter, field or method can have."""
        if name is not None and (not _NAME.fullmatch(name) or keyword.iskeyword(name)):
            self.refuse(
                "TS224",
                f"{name!a} cannot be a Python name here",
                where,
                "use ASCII letters, digits and underscores, a letter first, no keyword",
            )

    def class_name(self, name: str | None, where: Location | None) -> None:
        """TS224 for a name that no class can have."""
        if name is not None and (
            not _CLASS_NAME.fullmatch(name) or keyword.iskeyword(name)
        ):
            self.refuse(
                "TS224",
                f"{name!a} cannot be a class name here",
                where,
                "use ASCII letters and digits, a capital letter first, no keyword",
            )

    def free_names(
        self,
        entries: Mapping[str, MemberOverlay | OperationOverlay | TypeOverlay],
        present: Iterable[str],
        style: Callable[[str], str],
    ) -> None:
        """TS236 for a chosen name that another has by default, which gets a number.

        Args:
            present: All that have a name beside one another.
            style: What makes a name of theirs a Python name.
        """
        renamed = {name for name, entry in entries.items() if entry.name is not None}
        owners = {style(name): name for name in present if name not in renamed}
        for name, entry in entries.items():
            owner = owners.get(entry.name or "")
            if owner is not None:
                message = (
                    f"{entry.name!a}, chosen for '{name}', is the name of '{owner}' as"
                    " well, which is numbered"
                )
                hint = "choose another name, or one for the other too"
                self.diagnostics.append(
                    warning("TS236", message, where=entry.location, hint=hint)
                )
