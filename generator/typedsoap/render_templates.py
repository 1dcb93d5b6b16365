"""Which file a template is: the tool's own, or one that is put before it."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import jinja2
from jinja2 import meta

from typedsoap.errors import Diagnostic, Location, TypedSoapError, error
from typedsoap.paths import shown
from typedsoap.resources import templates_dir
from typedsoap.suggestions import did_you_mean
from typedsoap.toml.writing import toml_string

RUNTIME: Final = "runtime"
OWN: Final = "typedsoap"
"""What a template's name starts with that always means the tool's own."""
_SUFFIX: Final = ".jinja"


@dataclass(frozen=True, slots=True)
class Templates:
    """Where templates are.

    Attributes:
        own: The tool's folder.
        overriding: A folder whose templates go before the tool's of the same name.
    """

    own: Path
    overriding: Path | None = None

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders in the order that they are searched."""
        return (self.overriding, self.own) if self.overriding else (self.own,)

    def loader(self) -> jinja2.BaseLoader:
        """Finds a template by its path, and the tool's own also below `typedsoap/`."""
        own = jinja2.FileSystemLoader(self.own)
        return jinja2.ChoiceLoader(
            [
                jinja2.FileSystemLoader(self.folders),
                jinja2.PrefixLoader({OWN: own}),
            ]
        )

    def fingerprint(self) -> str:
        """SHA-256 over the names and contents of all files, those before others too."""
        return _fingerprint(reversed(self.folders))

    def overriding_fingerprint(self) -> str | None:
        """That of the templates that go before the tool's; None without any."""
        folder = self.overriding
        return _fingerprint([folder]) if folder and _files(folder) else None


def _fingerprint(folders: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for name in _files(folder):
            content = (folder / name).read_bytes()
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def environment(templates: Templates) -> jinja2.Environment:
    """What finds and compiles templates; the tool's own once for all of a process."""
    # Where others may come to go before them, that would not be noticed.
    return _environment(templates) if templates.overriding else _own(templates)


@functools.cache
def _own(templates: Templates) -> jinja2.Environment:
    return _environment(templates)


def _environment(templates: Templates) -> jinja2.Environment:
    found = jinja2.Environment(
        loader=templates.loader(),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # The output is Python, not HTML; every text in a view is quoted already.
        autoescape=False,  # noqa: S701
    )
    found.filters["toml"] = toml_string
    return found


def choose_templates(overriding: Path | None, own: Path | None = None) -> Templates:
    """The templates of a run.

    Args:
        overriding: What the configuration says, an existing folder.
        own: Another folder in place of the tool's.

    Raises:
        TypedSoapError: A file of `overriding` is no template that the tool has, and no
            other template there uses it (TS321), or is no template at all (TS320).
    """
    templates = Templates(own or templates_dir(), overriding)
    if overriding is not None:
        problems = sorted(_strangers(overriding, templates), key=Diagnostic.sort_key)
        if problems:
            raise TypedSoapError(problems)
    return templates


def _strangers(folder: Path, templates: Templates) -> Iterator[Diagnostic]:
    known = {name for name in _files(templates.own) if name.endswith(_SUFFIX)}
    used: set[str] = set()
    own: list[str] = []
    for name in _files(folder):
        where = Location(shown(folder / name))
        if name.startswith(f"{RUNTIME}/"):
            message = "a module of the runtime cannot be replaced"
            hint = "the runtime is the same in every package; remove this file"
            yield error("TS321", message, where=where, hint=hint)
        elif name.endswith(_SUFFIX):
            own.append(name)
            try:
                text = (folder / name).read_text("utf-8")
                syntax = jinja2.Environment().parse(text)  # noqa: S701 - not rendered
            except (jinja2.TemplateSyntaxError, UnicodeDecodeError) as problem:
                line = getattr(problem, "lineno", None)
                where = Location(shown(folder / name), line)
                yield error("TS320", f"this is no template: {problem}", where=where)
                continue
            used |= {found for found in meta.find_referenced_templates(syntax) if found}
    for name in own:
        if name not in known and name not in used:
            yield error(
                "TS321",
                f"there is no template {name!a} to replace, and no template uses it",
                where=Location(shown(folder / name)),
                hint=did_you_mean(name, known),
            )


def _files(folder: Path) -> list[str]:
    """Every file that could be a template or a module, by its path with `/`."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    ]
