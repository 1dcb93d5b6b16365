"""`[tool.typedsoap]` for a project that begins, with comments for usual choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from typedsoap.config import Config, ServiceConfig
from typedsoap.config.names import default_module
from typedsoap.toml.writing import toml_string


def configuration_text(
    config: Config, output: str, wsdls: Iterable[tuple[ServiceConfig, str, str | None]]
) -> str:
    """The section as TOML. Lines that begin with `#` and a key are the other choices.

    Args:
        output: The folder that receives the package, relative to the file.
        wsdls: Each service with the path of its WSDL, and that of its overlay where it
            does not stand beside the WSDL; relative to the file.
    """
    return "\n".join([*_run(config, output), *_services(wsdls), ""])


def _run(config: Config, output: str) -> Iterator[str]:
    yield "[tool.typedsoap]"
    yield "# The import name of the generated package, and the folder that receives it."
    yield f"package = {toml_string(config.package)}"
    yield f"output = {toml_string(output)}"
    yield "# Hand-written files in the package's folder that `check` shall accept."
    yield '# keep = ["extras.py"]'
    yield "# Codes of warnings with which `--strict` does not fail."
    yield '# accept = ["TS151"]'
    if output != ".":
        yield "# A distribution of its own: writes a pyproject.toml beside the package."
        yield (
            f"# distribution = {{ name = {toml_string(config.distribution)},"
            ' version = "0.1.0" }'
        )


def _services(
    wsdls: Iterable[tuple[ServiceConfig, str, str | None]],
) -> Iterator[str]:
    for service, wsdl, overlay in wsdls:
        yield ""
        yield "[[tool.typedsoap.services]]"
        yield f"wsdl = {toml_string(wsdl)}"
        if overlay is not None:
            yield f"overlay = {toml_string(overlay)}"
        comment = "# " if service.module == default_module(service.wsdl.stem) else ""
        yield f"{comment}module = {toml_string(service.module)}"
        yield "# Lets the client be made without an endpoint: the WSDL's address is used."
        yield "# default_endpoint = true"
        yield "# The operations that are wanted, by name; * stands for any text."
        yield '# only = ["*"]'
        yield "# Types that other services define differently are this one's own."
        yield '# types = "own"'
        yield "# Where `typedsoap pin` fetches the WSDL from."
        yield '# pin = { url = "https://vendor.example.com/service?wsdl" }'
