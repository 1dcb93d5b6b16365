"""Package views of small WSDLs, as the pipeline builds them."""

from __future__ import annotations

from pathlib import Path

from tests.support.wsdl_texts import ELEMENTS, write
from typedsoap.config import Config, ServiceConfig
from typedsoap.pipeline import build_view
from typedsoap.service_source import read_services
from typedsoap.views.service_model import PackageView

CUSTOMER = """
<xs:complexType name="Customer"><xs:sequence>
  <xs:element name="Name" type="xs:string" minOccurs="0"/>
</xs:sequence></xs:complexType>"""
PLACE_CUSTOMER = ELEMENTS.replace(
    '<xs:element name="Item" type="xs:string"/>',
    '<xs:element name="Customer" type="tns:Customer"/>',
)


def service(
    folder: Path, text: str, overlay: str | None = None, module: str = "orders"
) -> ServiceConfig:
    """A service from the texts of its WSDL and its overlay."""
    display = f"wsdl/{module}.wsdl"
    path = write(folder, text, display)
    if overlay is None:
        return ServiceConfig(wsdl=path, display=display, module=module)
    shown = f"wsdl/{module}.overlay.toml"
    return ServiceConfig(
        wsdl=path,
        display=display,
        module=module,
        overlay=write(folder, overlay, shown),
    )


def config(folder: Path, *services: ServiceConfig) -> Config:
    """A run that generates these services into the package `sample`."""
    return Config(
        root=folder,
        output=folder / "out",
        package="sample",
        distribution="sample",
        services=services,
    )


def view(folder: Path, *services: ServiceConfig) -> PackageView:
    """The view of a package with these services."""
    return build_view(config(folder, *services), read_services(services))
