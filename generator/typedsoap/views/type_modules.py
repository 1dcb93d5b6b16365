"""Names for the modules of types: a folder a namespace, and in it a file a circle."""

from __future__ import annotations

from collections.abc import Mapping

from typedsoap import naming, reserved
from typedsoap.contract import QName


class TypeModules:
    """Claims module names; what comes later never changes them.

    Args:
        circles: Each type with all that share its module.
    """

    def __init__(self, circles: Mapping[QName, tuple[QName, ...]]) -> None:
        self._circles = circles
        self._folders = naming.Scope(reserved.MODULES, ignore_case=True)
        self._files: dict[str, naming.Scope] = {}
        self._modules: dict[tuple[QName, ...], str] = {}

    def claim(self, name: QName, class_name: str) -> str:
        """The module of a type below `types` and `_codec`: `orders.customer`.

        Of a circle it is named after the type that comes first.
        """
        circle = self._circles[name]
        if circle not in self._modules:
            folder = self.folder(name.namespace)
            files = self._files.setdefault(
                folder, naming.Scope(reserved.DEVICES, ignore_case=True)
            )
            file = files.claim(circle, naming.module_name(class_name))
            self._modules[circle] = f"{folder}.{file}"
        return self._modules[circle]

    def folder(self, namespace: str) -> str:
        """The folder of a namespace."""
        return self._folders.claim(namespace, naming.namespace_module(namespace))
