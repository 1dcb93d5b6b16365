"""Every reached type of a package: its module, its Python names and its codec functions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from typedsoap import naming, reserved
from typedsoap.contract import (
    ComplexType,
    QName,
    Schema,
    SimpleType,
    TypeReference,
)
from typedsoap.contract.arrays import array_item
from typedsoap.contract.shapes import (
    dictionary_members,
    list_item,
    listing_members,
)
from typedsoap.overlay import TypeOverlay
from typedsoap.views.choices import Alternative, choice_alternatives
from typedsoap.views.circles import type_circles
from typedsoap.views.kinds import derivable_types, kind_of
from typedsoap.views.model import Kind, Name, TypeView
from typedsoap.views.scalars import SCALAR_VIEWS, scalar
from typedsoap.views.type_modules import TypeModules

_CLASS_KINDS = (Kind.ENUMERATION, Kind.FLAGS, Kind.RECORD)
_TEXT_KINDS = (Kind.ENUMERATION, Kind.FLAGS, Kind.LIST, Kind.UNION)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedType:
    """A reached type with its place in the package.

    Attributes:
        module: Its modules under `types/` and `_codec/`: the folder of a namespace, and
            the name of a file in it.
        class_name: Its class; of an array or a dictionary, which have none, a unique name.
        suffix: What its codec functions' names end in.
    """

    name: QName
    definition: ComplexType | SimpleType
    kind: Kind
    module: str
    class_name: str
    suffix: str
    overlay: TypeOverlay


class TypeTable:
    """Names for all types of a package, and a `TypeView` for every reference.

    Class names and codec functions are unique in the package, so that one module can
    import any of them.

    Attributes:
        folders: The folder of each namespace, in first use.
        types: Every type that has a place of its own.
        schema: A schema of all the types.

    Args:
        reached: The types, in the order of their first use.
        declared: The types that some element is declared with: only there can a derived
            type stand in.
        encoded: The types that encoded messages reach.
    """

    def __init__(
        self,
        reached: Mapping[QName, ComplexType | SimpleType],
        overlays: Mapping[QName, TypeOverlay],
        declared: Collection[QName],
        encoded: Collection[QName] = (),
    ) -> None:
        self._derivable = derivable_types(reached, declared)
        self.schema = Schema(types=dict(reached))
        self.folders: dict[str, str] = {}
        self.types: dict[QName, NamedType] = {}
        modules = TypeModules(type_circles(reached, self._derivable))
        classes = naming.Scope(reserved.CLASSES, ignore_case=True)
        scalars = {view.suffix for view in SCALAR_VIEWS}
        suffixes = naming.Scope(reserved.CODECS | scalars)
        kinds = {
            name: kind_of(definition, self.schema)
            for name, definition in reached.items()
        }
        for name, overlay in overlays.items():
            if overlay.name is not None and kinds[name] in _CLASS_KINDS:
                classes.override(
                    name, overlay.name, naming.class_name, overlay.location
                )
        # The schema's own names go first: a path to an anonymous type takes none of them.
        for name in sorted(reached, key=self._is_anonymous):
            class_name = naming.class_name(name.name)
            if kinds[name] in _CLASS_KINDS:
                class_name = classes.claim(name, class_name)
            if kinds[name] is not None:
                suffixes.claim(name, naming.snake_case(class_name))
                modules.claim(name, class_name)
        for name, definition in reached.items():
            kind = kinds[name]
            if kind is None:
                continue
            self.folders[name.namespace] = modules.folder(name.namespace)
            class_name = naming.class_name(name.name)
            if kind in _CLASS_KINDS:
                class_name = classes.claim(name, class_name)
            self.types[name] = NamedType(
                name=name,
                definition=definition,
                kind=kind,
                module=modules.claim(name, class_name),
                class_name=class_name,
                suffix=suffixes.claim(name, naming.snake_case(class_name)),
                overlay=overlays.get(name, TypeOverlay()),
            )
        self._encoded = {
            name: suffixes.claim(("encoded", name), f"encoded_{named.suffix}")
            for name, named in self.types.items()
            if name in encoded and named.kind in (Kind.RECORD, Kind.ARRAY)
        }

        self._alternatives = {
            named.name: choice_alternatives(
                named.definition,
                self.schema,
                self.view,
                {n for n, told in named.overlay.fields.items() if told.secret},
                classes,
            )
            for named in self.types.values()
            if isinstance(named.definition, ComplexType) and named.kind is Kind.CHOICE
        }

    def _is_anonymous(self, name: QName) -> bool:
        definition = self.schema.types[name]
        return definition.anonymous

    def view(self, reference: TypeReference) -> TypeView:
        """How Python uses the type that a reference means.

        Raises:
            LookupError: The type is not supported; `typedsoap.support` refuses it first.
        """
        if isinstance(reference, QName) and reference in self.types:
            return self._named(self.types[reference])
        found = scalar(self.schema, reference)
        if found is None:
            raise LookupError(f"no Python type for {reference}")
        return found

    def encoded(self, reference: TypeReference) -> TypeView:
        """Like `view`, in SOAP encoding: only what is no text is written otherwise."""
        view = self.view(reference)
        suffix = self._encoded.get(reference) if isinstance(reference, QName) else None
        return view if suffix is None else replace(view, suffix=suffix)

    def overlay(self, reference: TypeReference) -> TypeOverlay:
        """What the overlays say of the type that a reference means."""
        named = self.types.get(reference) if isinstance(reference, QName) else None
        return named.overlay if named else TypeOverlay()

    def names(self) -> dict[str, Name]:
        """Where each class and each codec function is imported from.

        Classes come from the packages of their namespaces.
        """
        found: dict[str, Name] = {}
        for named in self.types.values():
            for class_name in self.class_names(named):
                package = f".types.{self.folders[named.name.namespace]}"
                found[class_name] = Name(package, class_name)
            view = self.view(named.name)
            for name in (view.write, view.read):
                found[name] = Name(f"._codec.{named.module}", name)
        for encoded in self._encoded:
            view, module = self.encoded(encoded), self.types[encoded].module
            for name in (view.write, view.read):
                found[name] = Name(f"._encoded.{module}", name)
        return found

    def alternatives(self, named: NamedType) -> tuple[Alternative, ...]:
        """What an occurrence of a repeated choice may be."""
        return self._alternatives[named.name]

    def class_modules(self) -> dict[str, Name]:
        """The module that each class is defined in."""
        return {
            class_name: Name(f".types.{named.module}", class_name)
            for named in self.types.values()
            for class_name in self.class_names(named)
        }

    def taken_names(self) -> frozenset[str]:
        """What no other class may be called, since one module may import both."""
        types = (named.class_name for named in self.types.values())
        return frozenset((*types, *self.class_modules()))

    def class_names(self, named: NamedType) -> tuple[str, ...]:
        """The classes that are a type's own, those of a choice's alternatives too."""
        if named.kind is Kind.CHOICE:
            tags = (alternative.tag for alternative in self.alternatives(named))
            return tuple(tag for tag in tags if tag is not None)
        return (named.class_name,) if self.has_class(named) else ()

    def has_class(self, named: NamedType) -> bool:
        """Whether a type has a class of its own.

        Flags of an enumeration with a name of its own have that one's class.
        """
        return (
            named.kind in _CLASS_KINDS and self.members_class(named) == named.class_name
        )

    def members_class(self, named: NamedType) -> str:
        """The class of an enumeration's or of flags' members."""
        item = self._item(named)
        if isinstance(item, QName) and item in self.types:
            return self.types[item].class_name
        return named.class_name

    def listed_classes(self, named: NamedType) -> tuple[str, ...]:
        """The classes of the enumerations that are members of a union."""
        members = listing_members(named.definition, self.schema)
        return tuple(self.types[member].class_name for member in members)

    def item_view(self, named: NamedType) -> TypeView:
        """How Python uses the items of a list.

        Raises:
            LookupError: It is no list.
        """
        item = self._item(named)
        if item is None:
            raise LookupError(f"{named.name} is no list")
        return self.view(item)

    def _item(self, named: NamedType) -> TypeReference | None:
        definition = named.definition
        if not isinstance(definition, SimpleType):
            return None
        return list_item(definition, self.schema)

    def _named(self, named: NamedType) -> TypeView:
        stored, passed, empty = self._annotations(named)
        return TypeView(
            kind=named.kind,
            stored=stored,
            passed=passed,
            suffix=named.suffix,
            is_text=named.kind in _TEXT_KINDS,
            empty=empty,
            derivable=named.name in self._derivable,
        )

    def _annotations(self, named: NamedType) -> tuple[str, str, str | None]:
        if named.kind is Kind.FLAGS:
            item = self.members_class(named)
            return f"frozenset[{item}]", f"Set[{item}]", None
        if named.kind is Kind.LIST:
            inner = self.item_view(named)
            return f"list[{inner.stored}]", f"Sequence[{inner.passed}]", "[]"
        if named.kind is Kind.UNION:
            union = " | ".join((*self.listed_classes(named), "str"))
            return union, union, None
        if named.kind is Kind.CHOICE:
            union = " | ".join(found.annotation for found in self.alternatives(named))
            return union, union, None
        if named.kind is Kind.ARRAY:
            inner = self.view(array_item(named.definition).type)
            none = " | None" if named.overlay.nullable_items else ""
            return (
                f"list[{inner.stored}{none}]",
                f"Sequence[{inner.passed}{none}]",
                "[]",
            )
        if named.kind is Kind.DICTIONARY:
            _, key, value = dictionary_members(named.definition)
            keys, inner = self.view(key.type), self.view(value.type)
            none = " | None" if value.nillable or value.min_occurs == 0 else ""
            return (
                f"dict[{keys.stored}, {inner.stored}{none}]",
                f"Mapping[{keys.stored}, {inner.passed}{none}]",
                "{}",
            )
        return named.class_name, named.class_name, None
