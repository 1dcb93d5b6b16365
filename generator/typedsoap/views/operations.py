"""Operations: methods, signatures and docstrings."""

from __future__ import annotations

from typing import Final

from typedsoap.contract import Operation
from typedsoap.overlay import OperationOverlay
from typedsoap.quoting import quote
from typedsoap.views.body_model import ResultView, WrapperView
from typedsoap.views.docstrings import (
    Section,
    docstring,
    members_section,
    paragraphs,
    sentence,
)
from typedsoap.views.model import MemberView
from typedsoap.views.service_model import (
    FaultView,
    HeaderSetView,
    OperationView,
)

_ONE_WAY: Final = (
    "One-way: a return says that the server has taken the request, no more."
)


def operation_view(
    operation: Operation,
    overlay: OperationOverlay,
    *,
    method: str,
    request: WrapperView,
    result: ResultView,
    header_set: HeaderSetView,
    reply_header_set: HeaderSetView,
    faults: tuple[FaultView, ...],
    header_faults: tuple[FaultView, ...],
) -> OperationView:
    """One operation with its finished docstrings.

    Args:
        method: The method's name.
    """
    told = paragraphs(overlay.documentation or operation.documentation)
    summary, *about = told or [f"Call the operation {operation.name}."]
    arguments = members_section("Args", request.members)
    errors = [("EncodeError", "An argument cannot be sent; nothing was sent.")]
    if result.failure is not None:
        errors.append((result.failure.error, "The reply says so."))
    answers = "The server answers with this fault."
    named = dict.fromkeys(fault.class_name for fault in (*faults, *header_faults))
    errors += [(class_name, answers) for class_name in named]
    errors.append(("SoapError", "Any other failure; see the module `errors`."))
    returns = _returns(overlay, result)
    return OperationView(
        name=operation.name,
        method=method,
        literal=quote(operation.name),
        action=quote(operation.action),
        one_way=operation.output is None,
        request=request,
        result=result,
        header_set=header_set,
        reply_header_set=reply_header_set,
        faults=faults,
        header_faults=header_faults,
        idempotent=overlay.idempotent,
        signature=signature(method, request.members, result.annotation),
        docstring=docstring(
            summary,
            indent=8,
            details=[*about, _ONE_WAY if operation.output is None else ""],
            sections=[arguments, *returns, Section("Raises", tuple(errors))],
        ),
        short_docstring=docstring(summary, indent=8, details=about),
        reply_docstring=docstring(
            f"Like the client's `{method}`; returns the whole reply.",
            indent=8,
        ),
    )


def signature(method: str, members: tuple[MemberView, ...], returns: str) -> str:
    """The method's signature as a person reads it."""
    parameters = [
        f"{member.name}: {member.argument}"
        + (f" = {member.default}" if member.default is not None else "")
        for member in members
    ]
    listed = f"*, {', '.join(parameters)}" if parameters else ""
    return f"{method}({listed}) -> {returns}"


def _returns(overlay: OperationOverlay, result: ResultView) -> list[Section]:
    if result.annotation == "None":
        return []
    only = result.only
    text = sentence(overlay.returns) or (only.text if only else "")
    return [Section("Returns", ((result.annotation, text or "The reply's content."),))]
