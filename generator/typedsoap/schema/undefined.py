"""What may help where a reference is to something that is nowhere defined."""

from __future__ import annotations

from collections.abc import Iterable

from typedsoap.contract import XSD_NAMESPACE, QName
from typedsoap.schema.builtins import BUILT_IN_TYPES
from typedsoap.suggestions import nearest


def undefined_hint(
    name: QName, known: Iterable[QName], namespaces: Iterable[str], correct: str
) -> str:
    """A name that is like it, or else that its namespace is not there.

    Args:
        name: What is referred to.
        known: What could have been meant.
        namespaces: The target namespaces of the schemas.
        correct: What has to be corrected if nothing was forgotten.
    """
    candidates = (*known, *BUILT_IN_TYPES)
    like = nearest(
        name.name,
        (other.name for other in candidates if other.namespace == name.namespace),
    )
    if like is not None:
        return f"did you mean {like!r}?"
    if name.namespace == XSD_NAMESPACE:
        return "XML Schema has nothing of that name"
    if name.namespace not in namespaces:
        return (
            f"no schema here has the target namespace {name.namespace!r};"
            " import it with a schemaLocation"
        )
    return f"define it in a schema, or correct {correct}"
