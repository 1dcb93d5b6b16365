"""The docstrings of one service's modules and classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from typedsoap.views.docstrings import Section, docstring, members_section, paragraphs
from typedsoap.views.inputs import ServiceInput
from typedsoap.views.ports import has_default_endpoint
from typedsoap.views.service_model import HeaderBlockView

_OPTIONS: Final = (
    (
        "timeout",
        "Seconds for a whole call, with all its attempts; None waits forever.",
    ),
    (
        "connect_timeout",
        "Seconds to connect: name look-up, TCP, proxy and TLS; None is `timeout` alone.",
    ),
    (
        "read_timeout",
        "Seconds that the server may stay silent; None is `timeout` alone.",
    ),
    (
        "retries",
        "Further attempts, within `timeout`, of a call that was not sent, or whose "
        "operation is declared idempotent; 0.1 s apart, then twice that, up to 2 s.",
    ),
    ("http_headers", "Further HTTP headers of every request."),
    ("strict", "Refuse replies with anything that the contract lacks."),
    ("validate", "Refuse arguments that the facets of their types do not allow."),
    (
        "illegal_characters",
        'What becomes of characters in a reply that XML forbids; "replace" reads '
        "U+FFFD for each.",
    ),
    (
        "understood_headers",
        "Names (`{namespace}local`) of reply header blocks to be taken as understood "
        "where they must be.",
    ),
    ("reply_limit", "Bytes of a reply, unpacked; 64 MiB by default."),
    ("element_limit", "Elements in a reply."),
    ("ca_file", "PEM file of the CAs to trust, in place of the system's."),
    (
        "client_certificate",
        "PEM file with certificate and key, or a tuple of two such files.",
    ),
    ("ssl_context", "How TLS is done, in place of the two above; it has to verify."),
    ("proxy", "URL of an HTTP proxy, with its credentials if it wants them."),
    (
        "trust_env",
        "Use the environment's proxy, and netrc's entry for the endpoint's host.",
    ),
    ("transport", "What sends the requests, in place of the built-in transport."),
)

_APPLICATION_OPTIONS: Final = (
    ("handler", "Serves the operations."),
    ("strict", "Refuse requests with anything that the contract lacks."),
    ("max_request", "How many bytes a request may have."),
)


def service_docstrings(
    service: ServiceInput,
    client: str,
    request_blocks: Sequence[HeaderBlockView],
    reply_blocks: Sequence[HeaderBlockView],
) -> dict[str, str]:
    """Finished docstrings by the name of what they belong to."""
    name = service.port_type.name.name
    text = service.overlay.documentation or service.port_type.documentation
    keywords = [block.value for block in request_blocks]
    arguments = Section(
        "Args",
        (*_places(service), *members_section("", keywords).entries, *_OPTIONS),
    )
    kept = "What is not given stays as it is; None leaves the header block out."
    return {
        "package": docstring(
            f"The service {name}: `{client}` and the types that it uses.", indent=0
        ),
        "client_module": docstring(f"The client of the service {name}.", indent=0),
        "client": docstring(
            f"Client of the service {name}.", indent=4, details=paragraphs(text)
        ),
        "init": docstring(
            "Prepare a client; nothing is sent yet.",
            indent=8,
            sections=[
                arguments,
                Section(
                    "Raises",
                    (("ValueError", "The endpoint or an option is not usable."),),
                ),
            ],
        ),
        "with_headers": docstring(
            "A copy that sends other header blocks, on the same connections.",
            indent=8,
            details=[kept],
            sections=[members_section("Args", keywords)],
        ),
        "with_response": docstring(
            "The same operations; each returns its whole `Reply`.",
            indent=8,
        ),
        "replies": docstring(
            f"The operations of `{client}`; each returns a whole `Reply`.", indent=4
        ),
        "headers_module": docstring(
            f"The header blocks of the service {name}.", indent=0
        ),
        "request_headers": docstring(
            "The header blocks of a request; None is not sent.",
            indent=4,
            sections=[members_section("Attributes", keywords)],
        ),
        "reply_headers": docstring(
            "The header blocks of a reply; None is absent or nil.",
            indent=4,
            sections=[
                members_section("Attributes", [block.value for block in reply_blocks])
            ],
        ),
        "operations": docstring(
            f"How the operations of the service {name} are written and read.", indent=0
        ),
        "codecs": docstring(
            f"What writes and reads the types in messages of the service {name}.",
            indent=0,
        ),
        "results": docstring(
            f"What operations of the service {name} return where it is more than one "
            "value.",
            indent=0,
        ),
        "server": docstring(
            f"The other side of the service {name}: a handler and a WSGI application.",
            indent=0,
        ),
        "handler": docstring(
            f"What serves the operations of {name}; `{client}` is one as well.",
            indent=4,
            details=[
                "A handler returns what the client's method returns and fails by "
                "raising the client's errors. `current_call()` gives it the header "
                "blocks."
            ],
        ),
        "current_call": docstring(
            "The call that a handler is serving, with its header blocks.",
            indent=4,
            sections=[
                Section("Raises", (("RuntimeError", "No call is being served here."),))
            ],
        ),
        "application": docstring(
            f"A WSGI application that serves {name} with a handler.", indent=4
        ),
        "init_application": docstring(
            "Serve with a handler; threads may call it at the same time.",
            indent=8,
            sections=[Section("Args", _APPLICATION_OPTIONS)],
        ),
    }


def _places(service: ServiceInput) -> Iterator[tuple[str, str]]:
    """The arguments that say where a client calls."""
    text = "The service's URL."
    if has_default_endpoint(service):
        text = "The service's URL; the contract's own address by default."
    yield "endpoint", text
    if len(service.ports) > 1:
        spoken = " and ".join(
            f"`{port.name}` for SOAP {service.version(port)}" for port in service.ports
        )
        yield "port", f"The port that the endpoint is of: {spoken}."
