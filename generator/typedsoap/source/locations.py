"""What an import location means: a file beside the importing one, or an error."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from typedsoap.errors import Location
from typedsoap.reporting import Report

_REMOTE: Final = frozenset(("http", "https", "ftp", "ftps"))


def local_path(
    location: str, importer: Path, where: Location, report: Report
) -> Path | None:
    """The path that a relative location names, seen from the importing file.

    Reports TS008 (remote, never fetched) or TS009 (another scheme, an absolute path or
    no URI at all) and gives None.
    """
    try:
        parts = urlsplit(location)
    except ValueError:
        parts = None
    if parts is None:
        report.error(
            "TS009", f"the import location {location!r} is no URI", where, _RELATIVE
        )
    elif is_remote(location):
        report.error(
            "TS008",
            f"the import location {location!r} is remote, and nothing is fetched",
            where,
            "save that document beside this one and make the location relative, or let"
            " 'typedsoap pin' do both",
        )
    elif parts.scheme:
        report.error(
            "TS009",
            f"the import location {location!r} has the scheme {parts.scheme!r}",
            where,
            _RELATIVE,
        )
    elif _path(location).startswith("/") or "\0" in _path(location):
        report.error(
            "TS009",
            f"the import location {location!r} is not a relative path",
            where,
            _RELATIVE,
        )
    elif not parts.path:
        report.error(
            "TS009", f"the import location {location!r} names no file", where, _RELATIVE
        )
    else:
        return importer.parent / _path(location)
    return None


def is_remote(location: str) -> bool:
    """Whether a location names another machine."""
    try:
        parts = urlsplit(location)
    except ValueError:
        return False
    return parts.scheme in _REMOTE or (not parts.scheme and bool(parts.netloc))


def display_name(location: str, importer: str) -> str:
    """What messages call an imported file: its path from where the user stands."""
    return posixpath.normpath(
        posixpath.join(posixpath.dirname(importer), _path(location))
    )


def _path(location: str) -> str:
    """The path in a location; tools of Windows write it with backslashes."""
    return unquote(urlsplit(location).path.replace("\\", "/"))


_RELATIVE: Final = "use the path of a local file, relative to this one"
