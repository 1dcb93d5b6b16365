"""Packages of golden cases, imported, with both sides of a call in this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import etree

from tests.support import soap_encoding
from tests.support.goldens import GOLDEN, package_name
from tests.support.schema_validation import schema_of
from tests.support.wsgi import SOAP, Answer, call
from typedsoap.cache.store import Store
from typedsoap.config.loading import load_config
from typedsoap.output.writing import write_changes
from typedsoap.pipeline import plan

Method = Callable[[Any], Any]
"""A handler's method; its argument has the method's keyword arguments as attributes."""

ENDPOINT = "http://localhost/"
START = f'<soap:Envelope xmlns:soap="{SOAP}"><soap:Body>'
PREFIXES = {"n1": "urn:example:orders", "n2": "urn:example:orders:rpc"}
XML_ATTRIBUTES = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" type="xs:language"/>
</xs:schema>"""
XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
END = "</soap:Body></soap:Envelope>"


class Package:
    """A generated package whose client talks to an application in this process.

    Attributes:
        wsdl: The case's WSDL.
        orders: The service's module.
        server: Its server side.
        errors: The module of errors.
        sent: The client's last request.
        answer: The last answer.
        current_call: The server side's own function.
    """

    def __init__(self, case: str) -> None:
        package = package_name(case)
        self.wsdl = GOLDEN / case / "in.wsdl"
        self.orders: Any = import_module(f"{package}.orders")
        self.errors: Any = import_module(f"{package}.errors")
        self.sent = b""
        self.answer = Answer(0, {}, b"")
        self.server: Any = import_module(f"{package}.orders.server")
        self.current_call: Callable[[], Any] = self.server.current_call
        self._response: Any = import_module(f"{package}.transport").HttpResponse
        self._respond: Callable[[Any], Answer]

    def runtime(self, module: str) -> Any:
        """A module of the package's runtime."""
        package = self.orders.__name__.partition(".")[0]
        return import_module(f"{package}._runtime.{module}")

    @property
    def types(self) -> Any:
        """The module of the types of the namespace `urn:example:orders`."""
        return import_module(f"{self.orders.__name__.partition('.')[0]}.types.orders")

    def application(self, **methods: Method) -> Any:
        """A strict application whose handler has these methods."""
        handler = SimpleNamespace(**{n: _taking(m) for n, m in methods.items()})
        return self.server.OrdersApplication(handler, strict=True)

    def client(self, **methods: Method) -> Any:
        """A strict client of such an application."""
        return self.client_of(self.application(**methods))

    def client_of(self, application: Any) -> Any:
        """A strict client of an application."""
        self.serve(application)
        return self._client(self._respond)

    def serve(self, application: Any) -> None:
        """Answer what is sent by an application from now on."""
        self._respond = lambda r: call(application, r.body, r.headers)

    def answered(
        self,
        body: str,
        status: int = 200,
        *,
        whole: bool = False,
        media_type: str = "text/xml",
    ) -> Any:
        """A strict client that is answered with this content of Body, or whole text."""
        data = body if whole else START + body + END
        headers = {"Content-Type": f"{media_type}; charset=utf-8"}
        return self._client(lambda _: Answer(status, headers, data.encode()))

    def send(self, request: Any) -> Any:
        """Answer as a transport does."""
        self.sent = request.body
        self.answer = answer = self._respond(request)
        return self._response(
            status=answer.status, headers=answer.headers, body=answer.body
        )

    def close(self) -> None:
        """Nothing to release."""

    def body(self, data: bytes | None = None) -> str:
        """The content of Body of an envelope, of the last request by default.

        It is canonical XML with the prefixes of `PREFIXES`, and valid by the WSDL's
        schema where that declares it.
        """
        root = etree.fromstring(self.sent if data is None else data)
        (body,) = root.findall(f"{{{etree.QName(root).namespace}}}Body")
        schema = schema_of(self.wsdl)
        for child in body:
            if etree.QName(child).namespace == "urn:example:orders":
                schema.assertValid(etree.ElementTree(child))
            _use_own_prefixes(child)
        # Only now: it drops declarations that nothing but a value needs.
        etree.cleanup_namespaces(root, top_nsmap=PREFIXES)
        texts: list[str] = []
        for child in body:
            texts.append(etree.tostring(child, method="c14n", exclusive=True).decode())
        return "".join(texts)

    def _client(self, respond: Callable[[Any], Answer]) -> Any:
        self._respond = respond
        return self.orders.OrdersClient(ENDPOINT, transport=self, strict=True)


def _use_own_prefixes(element: Any) -> None:
    """Name types as `PREFIXES` does: prefixes in values are not canonical."""
    own = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    for typed in element.iter():
        prefix, _, local = typed.get(XSI_TYPE, "").rpartition(":")
        if typed.nsmap.get(prefix) in own:
            typed.set(XSI_TYPE, f"{own[typed.nsmap[prefix]]}:{local}")


def _taking(method: Method) -> Callable[..., Any]:
    def taken(**arguments: object) -> Any:
        return method(SimpleNamespace(**arguments))

    return taken


@contextmanager
def imported(case: str, folder: Path, overlay: str = "") -> Generator[Package]:
    """The package of a golden case, importable while the block runs.

    Args:
        overlay: The text of an overlay for it.
    """
    (folder / "in.overlay.toml").write_text(overlay, "utf-8")
    configuration = load_config(_copied(case, folder))
    store = Store(Path(os.environ["TYPEDSOAP_CACHE_DIR"]))
    files = plan(configuration, store=store).files
    write_changes(configuration.output, files.files, ())
    sys.path.insert(0, str(configuration.output))
    try:
        yield Package(case)
    finally:
        sys.path.remove(str(configuration.output))
        for name in [*sys.modules]:
            if name.partition(".")[0] == files.package:
                del sys.modules[name]


def _copied(case: str, folder: Path) -> Path:
    source = GOLDEN / case
    for path in (source / "in.wsdl", *source.glob("*.xsd")):
        (folder / path.name).write_bytes(path.read_bytes())
    configuration = folder / "pyproject.toml"
    configuration.write_bytes((source / "options.toml").read_bytes())
    return configuration


def _without_network(load: Callable[[str], bytes]) -> Callable[[str], bytes]:
    """What loads documents for zeep, with the schema of SOAP encoding at hand."""

    def loaded(url: str) -> bytes:
        if url == soap_encoding.NAMESPACE:
            return soap_encoding.SCHEMA.encode()
        return load(url)

    return loaded


class Zeep:
    """zeep as the client of an application in this process; skips without zeep.

    Attributes:
        application: What answers, which may be changed.
    """

    def __init__(self, package: Package, **methods: Method) -> None:
        zeep: Any = pytest.importorskip("zeep", reason="zeep is in the extra 'bench'")
        requests: Any = import_module("requests")
        self.application = package.application(**methods)

        def post(address: str, message: bytes, headers: Any) -> Any:
            answer = call(self.application, message, headers)
            response = requests.Response()
            response.status_code = answer.status
            response.headers.update(answer.headers)
            response._content = answer.body
            return response

        transport = zeep.Transport()
        known = transport.load

        def load(url: str) -> Any:
            # What schemas import from the web must not depend on there being one.
            return XML_ATTRIBUTES if url.endswith("/2001/xml.xsd") else known(url)

        transport.load = load
        transport.post = post
        transport.load = _without_network(transport.load)
        self.client = zeep.Client(str(package.wsdl), transport=transport)

    @property
    def service(self) -> Any:
        """The operations, as zeep has them."""
        return self.client.service

    def request(self, operation: str, *values: Any, **named: Any) -> bytes:
        """The envelope that zeep would send."""
        service = self.client.service
        message = self.client.create_message(service, operation, *values, **named)
        return etree.tostring(message)
