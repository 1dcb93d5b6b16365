"""A described service as text, for `typedsoap show`."""

from __future__ import annotations

from collections.abc import Iterator

from typedsoap.description.needs import WhyData
from typedsoap.description.outline import Description, MemberData


def as_text(description: Description) -> Iterator[str]:
    """The description as lines of text; diagnostics are printed apart."""
    yield f"{description['wsdl']}: {description['target_namespace']}"
    for service in description["services"]:
        yield f"service {service['name']}"
        for port in service["ports"]:
            yield (
                f"  port {port['name']}: SOAP {port['soap_version'] or '?'} at "
                f"{port['address'] or 'no address'}"
            )
    yield ""
    yield f"{description['client']}, port type {description['port_type']}"
    for title, key in (
        ("request headers", description["request_headers"]),
        ("response headers", description["response_headers"]),
    ):
        if key:
            yield f"  {title}"
            yield from (f"    {_member_text(member)}" for member in key)
    yield "  operations"
    for operation in description["operations"]:
        yield f"    {operation['signature']}"
        documentation = operation["documentation"].strip()
        if documentation:
            yield f"        {documentation.splitlines()[0]}"
        if operation["raises"]:
            yield f"        raises {', '.join(operation['raises'])}"
    if description["left_out"]:
        yield "  left out: " + ", ".join(description["left_out"])
    if description["types"]:
        yield ""
        yield "types"
    for type_ in description["types"]:
        base = f"({type_['base']})" if type_["base"] else ""
        yield f"  {type_['name']}{base}"
        yield from (f"    {_member_text(member)}" for member in type_["fields"])
        if type_["members"]:
            yield "    " + ", ".join(type_["members"])


def why_as_text(why: WhyData) -> Iterator[str]:
    """What needs a type, as lines of text, with a line for every message."""
    needed_by = why["needed_by"]
    operations = len({need["operation"] for need in needed_by})
    noun = "operation" if operations == 1 else "operations"
    yield f"{why['type']} is needed by {operations} {noun}"
    for need in needed_by:
        yield f"  {need['operation']}, {need['message']}: {need['path']}"


def _member_text(member: MemberData) -> str:
    facts = [
        fact
        for fact, holds in (
            ("required", member["required"]),
            ("nillable", member["nillable"]),
            ("secret", member["secret"]),
        )
        if holds
    ]
    element = "" if member["element"] == member["name"] else member["element"]
    notes = ", ".join(filter(None, [element, *facts]))
    return f"{member['name']}: {member['type']}" + (f"  ({notes})" if notes else "")
