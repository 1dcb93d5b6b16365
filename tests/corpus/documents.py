"""Random elements: hypothesis strategies made from the declarations of a contract.

Source: XML Schema 1.0 Part 1, what an element's type allows (§3.4, §3.8, §3.9).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element as Node  # pyright: ignore[reportPrivateUsage]

from tests.corpus.derivation import contributing, every_attribute
from tests.corpus.node_names import XSI, clark, say_type
from tests.corpus.texts import PREFIX, NoValues, texts
from tests.corpus.wildcards import OTHER, allows, unknown_name
from typedsoap.contract import (
    XSD_NAMESPACE,
    Attribute,
    ComplexType,
    Compositor,
    Element,
    Group,
    Particle,
    QName,
    Schema,
    TypeReference,
    Wildcard,
)
from typedsoap.contract.shapes import derived_types, lineage

_DEEP: Final = 5
_MANY: Final = 300
ANY_TYPE: Final = QName(XSD_NAMESPACE, "anyType")


class Documents:
    """Makes elements of one schema.

    Attributes:
        full: Whether all that may be there is there, where nothing repeats itself.
        nil_items: Whether items of lists may be nil; by design that is refused unless an
            overlay allows it.
        nil_options: Whether elements of choices may be nil, and all of an optional
            sequence; these have to be given as NIL to be sent again as what they were.
        other_attributes: Whether attributes are drawn that none is declared for.
        mixed_text: Whether text is drawn before the elements of mixed content.
        empty_defaults: Whether an element that has a default may be empty, which stands for
            the default (XML Schema Part 1 §3.3.1).

    Args:
        whole: What is declared for mixed content, of which a reduced schema has nothing.
    """

    nil_items = False
    nil_options = False
    other_attributes = False
    mixed_text = False
    empty_defaults = False

    def __init__(
        self, schema: Schema, *, full: bool, whole: Schema | None = None
    ) -> None:
        self.full = full
        self._in_mixed = self if whole is None else type(self)(whole, full=full)
        self._schema = schema
        self._derived = derived_types(schema.types)
        self._exact: Element | None = None
        self._made = 0

    def element(self, draw: Any, declaration: Element, *, exact: bool = False) -> Node:
        """An element of a global declaration, as the root of a document.

        It is the one that is declared, and none that may stand for it.

        Args:
            exact: Whether it may not be of a derived type.
        """
        self._made = 0
        self._exact = declaration if exact else None
        return self._element(draw, declaration, None, 0)

    @property
    def schema(self) -> Schema:
        """What declares them."""
        return self._schema

    def declared(self, name: QName) -> Element:
        """A global element."""
        return self._schema.elements[name]

    def _element(
        self,
        draw: Any,
        particle: Element,
        parent: Node | None,
        depth: int,
        *,
        nil: bool = True,
    ) -> Node:
        declaration = self._schema.declaration(particle)
        if particle.reference:
            declaration = self._substitute(draw, declaration)
        self._made += 1
        name = self._name(declaration, parent)
        spaces: dict[str | None, str] = {PREFIX: OTHER} if parent is None else {}
        if parent is None:
            node = etree.Element(name, nsmap=spaces)
        else:
            node = etree.SubElement(parent, name)
        if declaration.fixed is not None:
            node.text = declaration.fixed
        elif nil and self._may_be_nil(particle, declaration) and draw(st.booleans()):
            node.set(f"{{{XSI}}}nil", "true")
        else:
            self._content(draw, node, declaration, depth)
        return node

    def _name(self, declaration: Element, parent: Node | None) -> str:
        return clark(declaration.name)

    def _may_be_nil(self, particle: Element, declaration: Element) -> bool:
        definition = self._schema.definition(declaration.type)
        if isinstance(definition, ComplexType):
            attributes = every_attribute(lineage(definition, self._schema))
            # These would have to be there, or `xsi:type`; nothing is said by nil then.
            if definition.abstract or any(a.required for a in attributes):
                return False
        allowed = self.nil_items or not particle.repeated
        return declaration.nillable and not self.full and allowed

    def _substitute(self, draw: Any, declaration: Element) -> Element:
        """The element itself, or one of its substitution group."""
        group = [*self._substitutes(declaration.name)]
        if not group:
            return declaration
        own = [] if declaration.abstract else [declaration]
        chosen: Element = draw(st.sampled_from([*own, *group]))
        return chosen

    def _substitutes(self, head: QName) -> Iterator[Element]:
        for element in self._schema.elements.values():
            if element.substitution_group == head:
                if not element.abstract:
                    yield element
                yield from self._substitutes(element.name)

    def _content(self, draw: Any, node: Node, declaration: Element, depth: int) -> None:
        definition = self._schema.definition(declaration.type)
        if isinstance(definition, ComplexType):
            exact = declaration is self._exact
            chosen = definition if exact else self._type(draw, definition, depth)
            if chosen is not definition and chosen.name is not None:
                say_type(node, chosen.name)
            maker = self._in_mixed if chosen.mixed else self
            maker._complex(draw, node, chosen, depth)
        elif definition is not None or declaration.type != ANY_TYPE:
            node.text = draw(texts(declaration.type, self._schema))
            if not node.text and not self.empty_defaults:
                node.text = declaration.default

    def _type(self, draw: Any, definition: ComplexType, depth: int) -> ComplexType:
        """The type itself, or one derived from it."""
        found = [] if definition.abstract else [definition]
        if definition.abstract or depth < _DEEP:
            found += self._descendants(definition)
        if not found:
            raise NoValues(f"a value of the abstract {definition.name}")
        return draw(st.sampled_from(found)) if len(found) > 1 else found[0]

    def _descendants(self, definition: ComplexType) -> Iterator[ComplexType]:
        if definition.name is None:
            return
        for name in self._derived.get(definition.name, ()):
            derived = self._schema.types[name]
            if isinstance(derived, ComplexType) and not derived.anonymous:
                if not derived.abstract:
                    yield derived
                yield from self._descendants(derived)

    def _complex(
        self, draw: Any, node: Node, definition: ComplexType, depth: int
    ) -> None:
        links = lineage(definition, self._schema)
        for attribute in every_attribute(links):
            if attribute.required or self._wanted(draw, depth):
                self._attribute(draw, node, attribute)
        if self.other_attributes and any(link.wildcard_attributes for link in links):
            node.set(f"{{{OTHER}}}any", "other")
        if self.mixed_text and definition.mixed:
            node.text = "text"
        if definition.simple_content:
            base: TypeReference | None = links[0].base
            narrowed = next((t.text for t in reversed(links) if t.text), None)
            if narrowed is not None:
                # It may give facets alone: they are of what it narrows.
                base = replace(narrowed, base=narrowed.base or base)
            assert base is not None
            node.text = draw(texts(base, self._schema))
            return
        for link in contributing(links):
            if link.content is not None:
                for _ in range(self._times(draw, link.content, depth)):
                    self._group(draw, node, link.content, depth)
        if definition.mixed and len(node) == 0:
            node.text = "text"

    def _attribute(self, draw: Any, node: Node, attribute: Attribute) -> None:
        text = attribute.fixed
        if text is None:
            text = draw(texts(attribute.type, self._schema))
        node.set(clark(attribute.name), text)

    def _group(
        self, draw: Any, node: Node, group: Group, depth: int, *, sure: bool = True
    ) -> None:
        """What a group holds once.

        Args:
            sure: Whether the groups around it say that it is there.
        """
        chosen = group.compositor is Compositor.CHOICE
        sure = group.repeated or (sure and group.min_occurs > 0 and not chosen)
        # Beside what is there, None means nil; alone, it would mean absent.
        nil = (
            sure
            or self.nil_options
            or (not chosen and any(map(_is_there, group.particles)))
        )
        if group.sole_particle is not None:
            nil = nil and self.nil_items
        particles = group.particles
        if chosen and particles:
            particles = (draw(st.sampled_from(particles)),)
        for particle in particles:
            for _ in range(self._times(draw, particle, depth)):
                if isinstance(particle, Element):
                    self._element(draw, particle, node, depth + 1, nil=nil)
                elif isinstance(particle, Group):
                    self._group(draw, node, particle, depth, sure=sure)
                else:
                    self._wildcard(draw, node, particle, depth)

    def _wildcard(self, draw: Any, node: Node, particle: Wildcard, depth: int) -> None:
        """An element that may be there: an unknown one, or one that is declared."""
        unknown = unknown_name(particle)
        if unknown.namespace == OTHER and particle.process_contents != "strict":
            etree.SubElement(node, clark(unknown)).text = "anything"
            return
        declared = [
            element
            for element in self._schema.elements.values()
            if allows(particle, element.name.namespace) and not element.abstract
        ]
        if declared and depth <= _DEEP:
            self._element(draw, draw(st.sampled_from(declared)), node, depth + 1)
        elif particle.min_occurs > 0:
            # Where it is strict and nothing declared comes to an end, none is valid.
            etree.SubElement(node, clark(unknown)).text = "anything"

    def _times(self, draw: Any, particle: Particle, depth: int) -> int:
        least, most = particle.min_occurs, particle.max_occurs
        if least == 0 and isinstance(particle, Element) and not self._exists(particle):
            return 0
        if depth > _DEEP or self._made > _MANY or most == least:
            return least
        upper = least + 2 if most is None else min(most, least + 2)
        if self.full:
            return min(upper, max(least, 1))
        times: int = draw(st.integers(least, upper))
        return times

    def _exists(self, particle: Element) -> bool:
        """Whether there is a type that is not abstract for it."""
        definition = self._schema.definition(particle.type)
        return (
            not isinstance(definition, ComplexType)
            or not definition.abstract
            or next(self._descendants(definition), None) is not None
        )

    def _wanted(self, draw: Any, depth: int) -> bool:
        return self.full or (depth <= _DEEP and draw(st.booleans()))


def _is_there(particle: Particle) -> bool:
    """Whether what is read of an element cannot be None."""
    return (
        isinstance(particle, Element)
        and particle.min_occurs > 0
        and not particle.nillable
    )
