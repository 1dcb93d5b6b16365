"""Wrapper elements: an operation's parameters, and what it returns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from typedsoap import naming
from typedsoap.bindings.binding import Bindings
from typedsoap.contract import Element, Message, QName, Schema
from typedsoap.overlay import MemberOverlay, OperationOverlay
from typedsoap.quoting import quote
from typedsoap.views.docstrings import docstring, members_section
from typedsoap.views.members import member_views
from typedsoap.views.reach import wrapper_type
from typedsoap.views.service_model import ResultFailureView, ResultView, WrapperView
from typedsoap.views.type_table import TypeTable
from typedsoap.views.xml_names import XmlNames


class WrapperBuilder:
    """Builds wrappers, members in the order of the bound class."""

    def __init__(
        self, table: TypeTable, xml_names: XmlNames, bindings: Bindings, schema: Schema
    ) -> None:
        self._table = table
        self._xml_names = xml_names
        self._bindings = bindings
        self._schema = schema
        self._suffixes = naming.Scope()

    def request(
        self,
        message: Message,
        overlays: Mapping[str, MemberOverlay],
        reserved: Iterable[str],
    ) -> WrapperView:
        """The wrapper of a request; its members are the method's parameters."""
        return self._wrapper(message.body_elements[0], overlays, reserved, result=False)

    def result(
        self,
        message: Message,
        overlay: OperationOverlay,
        reserved: Iterable[str],
        classes: naming.Scope,
    ) -> ResultView:
        """The wrapper of a response; its content is what the method returns."""
        name = message.body_elements[0]
        wrapper = self._wrapper(name, overlay.result, reserved, result=True)
        class_name = None
        annotation = "None"
        if len(wrapper.members) == 1:
            annotation = wrapper.members[0].annotation
        elif wrapper.members:
            class_name = classes.claim(name, naming.class_name(name.name))
            annotation = class_name
        return ResultView(
            wrapper=wrapper,
            annotation=annotation,
            class_name=class_name,
            failure=_failure(wrapper, overlay),
            docstring=docstring(
                f"The content of {name.name}.",
                indent=4,
                sections=[members_section("Attributes", wrapper.members)],
            ),
        )

    def _wrapper(
        self,
        name: QName,
        overlays: Mapping[str, MemberOverlay],
        reserved: Iterable[str],
        *,
        result: bool,
    ) -> WrapperView:
        qualified = self._xml_names.qualified(name)
        elements = self._elements(name)
        members = member_views(
            self._table,
            self._xml_names,
            elements,
            overlays,
            naming.Scope(reserved),
            result=result and len(elements) == 1,
        )
        return WrapperView(
            suffix=self._suffixes.claim(name, naming.snake_case(name.name)),
            tag=self._xml_names.tag(name),
            members_constant=self._xml_names.members(name),
            open=quote(f"<{qualified}>"),
            close=quote(f"</{qualified}>"),
            empty=quote(f"<{qualified}/>"),
            members=members,
        )

    def _elements(self, name: QName) -> list[Element]:
        definition = wrapper_type(self._schema, name)
        if definition is None:
            raise LookupError(f"{name} is no wrapper element")
        if definition.name is not None:
            bound = self._bindings.record(definition.name)
        else:
            bound = self._bindings.element(name)
        elements = {element.name: element for element in definition.own_elements()}
        return [elements[member.name] for member in bound.members]


def _failure(
    wrapper: WrapperView, overlay: OperationOverlay
) -> ResultFailureView | None:
    rule = overlay.failure
    for member in wrapper.members:
        if rule is not None and member.xml_name == rule.element:
            return ResultFailureView(member=member.name, error=rule.error)
    return None
