"""Wildcards (`xs:any`) as members: XML fragments, in the order of the message."""

from __future__ import annotations

from collections.abc import Sequence

from typedsoap.contract import QName, Wildcard
from typedsoap.quoting import quote
from typedsoap.views.docstrings import sentence
from typedsoap.views.model import MemberView, TagView
from typedsoap.views.places import Place
from typedsoap.views.scalars import FRAGMENT
from typedsoap.views.xml_names import XmlNames


def wildcard_name(wildcard: Wildcard) -> str:
    """The Python name of a wildcard where no other member has it."""
    return "any_elements" if wildcard.repeated else "any_element"


def wildcard_member(
    xml_names: XmlNames,
    wildcard: Wildcard,
    key: QName,
    *,
    name: str,
    documentation: str,
    alternative: bool,
) -> MemberView:
    """One wildcard.

    Args:
        key: What tells it from other members.
        name: Its Python name.
        documentation: What the overlay says that it means; empty for nothing.
        alternative: Whether it is an alternative of a choice, and not the first.
    """
    optional = wildcard.min_occurs == 0
    required = not optional and not wildcard.repeated
    stored, passed, default = FRAGMENT.stored, FRAGMENT.passed, "None"
    if wildcard.repeated:
        stored, passed, default = f"list[{stored}]", f"Sequence[{passed}]", "()"
    none = " | None" if optional and not wildcard.repeated else ""
    return MemberView(
        name=name,
        xml_name="(any)",
        local=quote("(any)"),
        tag=TagView(xml_names.wildcard(key, _source(wildcard)), key),
        type=FRAGMENT,
        optional=optional,
        repeated=wildcard.repeated,
        required=required,
        annotation=stored + none,
        argument=passed + none,
        default=default if optional else None,
        # Where any value would do, there is none: nobody knows what may be there.
        alternative=alternative or optional,
        text=f"{sentence(documentation)} {_text(wildcard)}".strip(),
        place=Place.WILDCARD,
        namespace="" if optional else _namespace(wildcard),
    )


def _source(wildcard: Wildcard) -> str:
    arguments = [quote(wildcard.namespace)]
    if "##other" in wildcard.namespace or "##target" in wildcard.namespace:
        arguments.append(quote(wildcard.target_namespace))
    if wildcard.min_occurs > 0:
        arguments.append(f"least={wildcard.min_occurs}")
    if wildcard.max_occurs is not None:
        arguments.append(f"most={wildcard.max_occurs}")
    return f"Wildcard({', '.join(arguments)})"


def _namespace(wildcard: Wildcard) -> str:
    """Literal of the first namespace that it lists; empty where it lists none."""
    if wildcard.namespace in ("##any", "##other"):
        return ""
    return quote(_namespaces(wildcard)[0])


def _namespaces(wildcard: Wildcard) -> list[str]:
    special = {"##local": "", "##targetNamespace": wildcard.target_namespace}
    return [special.get(word, word) for word in wildcard.namespace.split()]


def _text(wildcard: Wildcard) -> str:
    """What may stand for it, as one line of plain text."""
    what, order = "Any element", ""
    if wildcard.repeated:
        what, order = "Any elements", ", in their order"
    match wildcard.namespace:
        case "##any":
            where = ""
        case "##other" if wildcard.target_namespace:
            where = f" of other namespaces than `{wildcard.target_namespace}`"
        case "##other":
            where = " of any namespace"
        case _:
            where = f" of {_listed(_namespaces(wildcard))}"
    return f"{what}{where}{order}."


def _listed(namespaces: Sequence[str]) -> str:
    return " or ".join(
        f"the namespace `{name}`" if name else "no namespace" for name in namespaces
    )
