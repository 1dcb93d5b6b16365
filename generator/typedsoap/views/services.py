"""One service: its client, its operations and the other side of the same contract."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from typedsoap import naming, reserved
from typedsoap.contract import (
    Operation,
    QName,
    Style,
)
from typedsoap.contract.bodies import Body, reply_body, request_body
from typedsoap.contract.encodings import common_encoding
from typedsoap.contract.fault_entries import (
    FaultEntry,
    fault_body,
    fault_entries,
    header_fault_entries,
)
from typedsoap.errors import TypedSoapError, error
from typedsoap.overlay import OperationOverlay
from typedsoap.quoting import quote
from typedsoap.views.body_model import ResultView, WrapperView
from typedsoap.views.encoded_types import encoding_namespaces
from typedsoap.views.headers import HeaderBuilder
from typedsoap.views.inputs import ServiceInput
from typedsoap.views.method_names import constant_names, method_names
from typedsoap.views.model import Name
from typedsoap.views.module_names import fixed_functions, service_names
from typedsoap.views.operations import operation_view
from typedsoap.views.ports import address_path, default_endpoint, port_views
from typedsoap.views.reach import attribute_names, reached_elements, reached_types
from typedsoap.views.secrets import secret_elements, secret_keys
from typedsoap.views.service_docstrings import service_docstrings
from typedsoap.views.service_model import (
    FaultView,
    HeaderFailureView,
    OperationView,
    ServiceView,
)
from typedsoap.views.type_table import TypeTable
from typedsoap.views.wrappers import WrapperBuilder
from typedsoap.views.xml_names import XmlNames

V = TypeVar("V", WrapperView, ResultView)


class ServiceBuilder:
    """Builds the view of one service."""

    def __init__(
        self,
        service: ServiceInput,
        table: TypeTable,
        xml_names: XmlNames,
        faults: Mapping[QName, str],
    ) -> None:
        self._service = service
        self._fault_classes = faults
        self._faults: dict[QName, FaultView] = {}
        self._table = table
        self._xml_names = xml_names
        contract, overlay = service.contract, service.overlay
        self._types = reached_types([service])
        self._hidden = {*reserved.PARAMETERS, *fixed_functions(), *table.names()}
        self._wrappers = WrapperBuilder(table, xml_names)
        self._encoding = common_encoding(service.binding.operations)
        self._request_headers = HeaderBuilder(
            table,
            xml_names,
            contract.schema,
            overlay.request_headers,
            reserved.CLIENT_OPTIONS | reserved.FIELDS,
            self._encoding,
        )
        self._reply_headers = HeaderBuilder(
            table,
            xml_names,
            contract.schema,
            overlay.response_headers,
            reserved.FIELDS,
            self._encoding,
        )
        self._taken = (
            reserved.CLASSES
            | reserved.CONSTANTS
            | table.taken_names()
            | {*faults.values()}
        )
        self._classes = naming.Scope(self._taken, ignore_case=True)
        self._requests: dict[Hashable, WrapperView] = {}
        self._results: dict[Hashable, ResultView] = {}

    def service(self) -> ServiceView:
        """The finished view."""
        source, overlay = self._service, self._service.overlay
        port_type = naming.class_name(source.port_type.name.name)
        client = self._classes.claim("Client", overlay.client or f"{port_type}Client")
        replies, handler, application = (
            self._classes.claim(role, f"{port_type}{role}")
            for role in ("Replies", "Handler", "Application")
        )
        declared = source.binding.operations
        methods = method_names(declared, overlay.operations)
        unnamed = [
            self._operation(operation, method)
            for operation, method in zip(declared, methods, strict=True)
        ]
        results = tuple(self._results.values())
        failure = self._header_failure()
        result_classes = [r.class_name for r in results if r.class_name]
        # A module that uses a class may use the constant of an operation, too.
        classes = {*result_classes, client, replies, handler, application}
        constants = constant_names(methods, self._taken | classes)
        operations = tuple(
            replace(operation, constant=constant)
            for operation, constant in zip(unnamed, constants, strict=True)
        )
        errors = {r.failure.error for r in results if r.failure is not None}
        faults = {fault.class_name for fault in self._faults.values()}
        names = service_names(
            self._table,
            source.config.module,
            client,
            constants=constants,
            results=result_classes,
            errors=sorted(
                errors | faults | ({"OperationFailed"} if failure else set())
            ),
        )
        return ServiceView(
            module=source.config.module,
            source=source.config.display,
            client=client,
            replies=replies,
            handler=handler,
            application=application,
            name=source.port_type.name.name,
            title=quote(source.port_type.name.name),
            namespaces=self._namespaces(),
            ports=port_views(source),
            endpoint=default_endpoint(source),
            address_path=address_path(source.port.address or ""),
            docstrings=service_docstrings(
                source,
                client,
                self._request_headers.blocks,
                self._reply_headers.blocks,
            ),
            request_blocks=self._request_headers.blocks,
            response_blocks=self._reply_headers.blocks,
            header_sets=self._request_headers.sets,
            reply_header_sets=self._reply_headers.sets,
            header_failure=failure,
            requests=tuple(self._requests.values()),
            results=results,
            operations=operations,
            faults=_each_once(fault for o in operations for fault in o.faults),
            header_faults=_each_once(
                fault for o in operations for fault in o.header_faults
            ),
            secret_elements=secret_elements(source, self._types),
            secret_keys=secret_keys(source, self._types),
            names=names,
            exports=self._exports(names, [client, *result_classes]),
        )

    def _operation(self, operation: Operation, method: str) -> OperationView:
        overlay = self._service.overlay.operations.get(
            operation.name, OperationOverlay()
        )
        schema = self._service.contract.schema
        sent, answered = request_body(operation, schema), reply_body(operation, schema)
        request = self._wrappers.request(
            sent, _kind(sent, operation), overlay.parameters, self._hidden
        )
        result = self._wrappers.result(
            answered,
            _kind(answered, operation),
            overlay,
            reserved.FIELDS,
            self._classes,
        )
        _share(self._requests, sent, request, operation, overlay)
        _share(self._results, answered, result, operation, overlay)
        return operation_view(
            operation,
            overlay,
            method=method,
            request=request,
            result=result,
            header_set=self._request_headers.header_set(
                operation.input, "request_headers"
            ),
            reply_header_set=self._reply_headers.header_set(
                operation.output, "reply_headers"
            ),
            faults=tuple(map(self._fault, fault_entries(operation, schema))),
            header_faults=tuple(
                map(self._fault, header_fault_entries(operation, schema))
            ),
        )

    def _fault(self, entry: FaultEntry) -> FaultView:
        key = entry.key
        if key not in self._faults:
            result = self._wrappers.result(
                fault_body(entry, self._service.contract.schema, self._encoding),
                ("fault", key),
                OperationOverlay(),
                reserved.FIELDS,
                self._classes,
                ending="Detail",
            )
            self._results["fault", key] = result
            kind = entry.element.type
            type_ = str(kind.written if isinstance(kind, QName) else kind)
            self._faults[key] = FaultView(
                name=entry.element.name.name,
                class_name=self._fault_classes[key],
                result=result,
                local_names=tuple(map(quote, entry.local_names)),
                type=quote(type_) if entry.local_names else None,
            )
        return self._faults[key]

    def _header_failure(self) -> HeaderFailureView | None:
        rule = self._service.overlay.header_failure
        if rule is None:
            return None
        return HeaderFailureView(
            flag=self._reply_headers.attribute(rule.flag),
            detail=self._reply_headers.attribute(rule.detail),
        )

    def _namespaces(self) -> tuple[tuple[str, str], ...]:
        """Prefix and namespace literals for everything that the service can write."""
        elements = reached_elements([self._service], self._types)
        names = [*self._types, *(element.name for element in elements)]
        wrappers = [*self._requests.values()]
        wrappers += [result.wrapper for result in self._results.values()]
        names += attribute_names([self._service], self._types)
        names += [wrapper.tag.name for wrapper in wrappers if wrapper.tag is not None]
        namespaces = {name.namespace for name in names}
        if self._encoding is not None:
            namespaces |= encoding_namespaces(self._encoding, elements, self._types)
        return self._xml_names.literals(namespaces)

    def _exports(
        self, names: Mapping[str, Name], own: Iterable[str]
    ) -> tuple[Name, ...]:
        """The public names of the service's package: its own, and the types it uses."""
        used = (
            self._table.types[name].class_name
            for name in self._types
            if name in self._table.types
        )
        public = {"ReplyHeaders", "Reply", "RequestHeaders", *own, *used}
        return tuple(names[name] for name in sorted(public & names.keys()))


def _each_once(faults: Iterable[FaultView]) -> tuple[FaultView, ...]:
    return tuple({fault.class_name: fault for fault in faults}.values())


def _kind(body: Body, operation: Operation) -> Hashable:
    """What tells apart elements of one name in Body that hold different things."""
    if operation.style is Style.RPC:
        return operation.signature
    if body.bare and body.element is not None:
        return "bare", body.element.type
    return "direct" if body.direct else "element"


def _share(
    known: dict[Hashable, V],
    body: Body,
    view: V,
    operation: Operation,
    overlay: OperationOverlay,
) -> None:
    """Note the view of an element in Body; operations that share one must agree on it."""
    if body.name is None:
        return
    key = body.name, _kind(body, operation)
    if known.setdefault(key, view) != view:
        raise TypedSoapError(
            [
                error(
                    "TS304",
                    f"the overlay says of operation '{operation.name}' other things "
                    f"than of one that shares its element '{body.name.name}'",
                    where=overlay.location or operation.location,
                    hint='say it of all of them, in [operations."*"]',
                )
            ]
        )
