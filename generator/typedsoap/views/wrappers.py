"""What Body holds: an operation's parameters, and what it returns."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Final

from typedsoap import naming
from typedsoap.contract.bodies import Body
from typedsoap.overlay import MemberOverlay, OperationOverlay
from typedsoap.quoting import quote
from typedsoap.views.attributes import AttributeViews, placed
from typedsoap.views.body_model import ResultFailureView, ResultView, WrapperView
from typedsoap.views.content_models import with_positions
from typedsoap.views.docstrings import docstring, members_section
from typedsoap.views.encoding import EncodedMembers
from typedsoap.views.members import member_views
from typedsoap.views.model_groups import group_views
from typedsoap.views.type_table import TypeTable
from typedsoap.views.xml_names import XmlNames

_NO_BODY: Final = WrapperView(
    suffix="nothing",
    tag=None,
    bare=False,
    members_constant="",
    open=quote(""),
    close=quote(""),
    empty=quote(""),
    members=(),
    groups=(),
)


class WrapperBuilder:
    """Builds what Body holds, members in the contract's order."""

    def __init__(self, table: TypeTable, xml_names: XmlNames) -> None:
        self._table = table
        self._xml_names = xml_names
        self._encoded = EncodedMembers(table, xml_names)
        self._suffixes = naming.Scope()

    def request(
        self,
        body: Body,
        key: Hashable,
        overlays: Mapping[str, MemberOverlay],
        reserved: Iterable[str],
    ) -> WrapperView:
        """The content of a request; its members are the method's parameters.

        Args:
            key: What tells apart elements of one name that hold different things.
        """
        return self._wrapper(body, key, overlays, reserved, result=False)

    def result(
        self,
        body: Body,
        key: Hashable,
        overlay: OperationOverlay,
        reserved: Iterable[str],
        classes: naming.Scope,
        *,
        ending: str = "",
    ) -> ResultView:
        """The content of a reply, which is what the method returns.

        Args:
            key: What tells apart elements of one name that hold different things.
            ending: What the name of a class for several members ends in.
        """
        wrapper = self._wrapper(body, key, overlay.result, reserved, result=True)
        local = "" if body.name is None else body.name.name
        class_name = None
        annotation = "None"
        if len(wrapper.members) == 1:
            annotation = wrapper.members[0].annotation
        elif wrapper.members:
            class_name = classes.claim(
                (body.name, key), naming.class_name(local) + ending
            )
            annotation = class_name
        return ResultView(
            wrapper=wrapper,
            annotation=annotation,
            class_name=class_name,
            failure=_failure(wrapper, overlay),
            docstring=docstring(
                f"The content of {local}.",
                indent=4,
                sections=[members_section("Attributes", wrapper.members)],
            ),
        )

    def _wrapper(
        self,
        body: Body,
        key: Hashable,
        overlays: Mapping[str, MemberOverlay],
        reserved: Iterable[str],
        *,
        result: bool,
    ) -> WrapperView:
        if body.name is None:
            return _NO_BODY
        name = body.name
        qualified = "" if body.direct else self._xml_names.qualified(name)
        scope = naming.Scope(reserved)
        attributed = bool(body.attributes) or body.other_attributes
        members = member_views(
            self._table,
            self._xml_names,
            body.particles,
            overlays,
            scope,
            result=result and len(body.particles) == 1 and not attributed,
            content=body.content,
        )
        content, members = with_positions(body.content, members)
        by_key = {member.key: member for member in members}
        builder = AttributeViews(self._table, self._xml_names, scope)
        members = placed(
            members + builder.views(body.attributes, others=body.other_attributes)
        )
        start = qualified
        named = ""
        if body.encoding is not None and body.bare:
            (element,) = body.members
            (member,) = members
            members = (self._encoded.root(member, element.type, body.encoding),)
        elif body.encoding is not None:
            members = self._encoded.of(members, body.members)
            start = f'{qualified} soap:encodingStyle="{body.encoding}"'
            if result and len(members) == 1:
                named = self._encoded.result_name(body.encoding, members[0])
        empty = quote("" if body.direct else f"<{start}/>")
        if body.bare and members[0].nillable:
            empty = members[0].nil
        return WrapperView(
            suffix=self._suffixes.claim(
                (body.name, key), naming.snake_case(body.name.name)
            ),
            tag=None if body.direct else self._xml_names.tag(name),
            bare=body.bare,
            members_constant=(
                "" if body.bare else self._xml_names.members(body.name, key)
            ),
            open=quote("" if body.direct else f"<{start}>{named}"),
            close=quote("" if body.direct else f"</{qualified}>"),
            empty=empty,
            members=members,
            groups=group_views(
                body.content,
                by_key,
                lambda number: self._xml_names.group(name, (key, number)),
            ),
            encoding=body.encoding,
            content=content,
        )


def _failure(
    wrapper: WrapperView, overlay: OperationOverlay
) -> ResultFailureView | None:
    rule = overlay.failure
    for member in wrapper.members:
        if rule is not None and member.xml_name == rule.element:
            return ResultFailureView(member=member.name, error=rule.error)
    return None
