"""Formatted modules: formatting takes longer than all the rest of a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from typedsoap.cache.store import Store
from typedsoap.child_formatting import format_all
from typedsoap.formatting import STYLE


def formatted(texts: Iterable[str], store: Store | None) -> Mapping[str, str]:
    """Each text with what black makes of it, kept from earlier runs where it can be.

    Raises:
        ValueError: A text is no Python.
    """
    wanted = dict.fromkeys(texts)
    known: dict[str, str] = {}
    if store is not None:
        for text in wanted:
            content = store.get(f"{STYLE} {text}")
            if content is not None:
                known[text] = content.decode()
    missing = [text for text in wanted if text not in known]
    made = dict(zip(missing, format_all(missing), strict=True))
    if store is not None:
        for text, result in made.items():
            store.put(f"{STYLE} {text}", result.encode())
    return known | made
