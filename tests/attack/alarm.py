"""An ear for what generated code has no business with."""

from __future__ import annotations

import ast
import os
import sys
from typing import Any, Final

FORBIDDEN: Final = (
    *("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.symlink", "os.link"),
    *("os.chmod", "os.truncate", "os.putenv", "os.kill", "subprocess.Popen", "pty."),
    *("shutil.", "tempfile.", "socket.connect", "socket.sendto", "socket.getaddrinfo"),
    *("ctypes.", "urllib.Request", "webbrowser.", "pickle."),
)


class Alarm:
    """An audit hook that notes what generated code has no business with."""

    def __init__(self, folder: str, canary: str) -> None:
        self.raised: list[str] = []
        self._folder = folder
        self._canary = canary
        self._judging = False
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._is_alarming(event, arguments):
            self.raised.append(f"{event}: {arguments!r:.300}")
            raise PermissionError(event)

    def _is_alarming(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if event == "open":
            _, mode, flags = arguments
            written = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
            return bool(set("wax+") & set(mode or "")) or bool(flags & written)
        if event == "compile":
            # A module's own source holds the text; nothing else that is compiled may.
            source, filename = arguments
            text = source.decode() if isinstance(source, bytes) else str(source)
            inside = str(filename).startswith(self._folder)
            return self._canary in text and not inside and not self._is_literal(text)
        return event.startswith(FORBIDDEN)

    def _is_literal(self, text: str) -> bool:
        """Whether it is an annotation that has the canary as a value of Literal alone.

        `typing.get_type_hints` compiles annotations, but never what Literal holds.
        """
        if self._judging:
            return True
        self._judging = True
        try:
            nodes = [*ast.walk(ast.parse(text, mode="eval"))]
        finally:
            self._judging = False
        values = [
            node.slice
            for node in nodes
            if isinstance(node, ast.Subscript)
            and isinstance(node.value, ast.Name)
            and node.value.id == "Literal"
        ]
        others = [
            getattr(node, field, "")
            for node in nodes
            if node not in values
            for field in ("id", "attr", "arg", "value")
        ]
        return not any(self._canary in str(other) for other in others)
