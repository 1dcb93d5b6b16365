"""Names that a module imports later, or for type checkers alone."""

from __future__ import annotations

from collections.abc import Iterable

from typedsoap.render_names import evaluated_names, used_names
from typedsoap.views.model import Name
from typedsoap.views.service_model import PackageView


def is_type(name: Name) -> bool:
    """Whether a name is that of a contract's type."""
    return name.module.startswith(".types.")


def is_codec(name: Name) -> bool:
    """Whether a name is that of a function that writes or reads a type."""
    return name.module.startswith(("._codec.", "._encoded."))


def named_in_annotations(text: str, names: Iterable[Name]) -> frozenset[str]:
    """The types among `names` that only annotations of a module's text name.

    Args:
        names: What the text uses.
    """
    types = frozenset(name.name for name in names if is_type(name))
    return types - evaluated_names(text) if types else types


def named_in_errors(package: PackageView) -> frozenset[str]:
    """What the module of errors needs only in annotations.

    The modules of results raise these errors, and the types of faults would be imported
    whichever service is used.
    """
    results = {r.class_name for s in package.services for r in s.results}
    results |= {name.alias for name in package.names.values()}
    details = {name for f in package.faults for name in used_names(f.annotation)}
    types = {
        name for name in details & package.names.keys() if is_type(package.names[name])
    }
    later = types - used_names(package.failure_detail)
    return frozenset(later | {name for name in results if name is not None})
