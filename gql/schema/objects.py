"""The object types: values, edges along references and back, and the interfaces that all have."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import strawberry

from gql.naming import Names
from gql.schema import descriptions, edges, quirks, refs
from gql.schema.connections import TOTAL, Connections
from gql.schema.enums import build_enums, build_type_names
from gql.schema.filters import Filters
from gql.schema.loading import Record
from gql.schema.quirks import Resolve
from gql.schema.referrers import back_to, back_to_any
from gql.schema.stored import Form, Read, enum_form, form_of
from gql.schema.xmpp import add_xmpp
from models.catalogue import Catalogue, Field, Kind, ObjectType, Reference, Referrer

ReadValue = Callable[[Record], Any]


class Objects:
    """The object types of one catalogue.

    `types` has them by the catalogue's names; `node` and `object` are the interfaces of all. `read` is the
    schema's default resolver: it reads the fields that are no edges. `connections` has the lists.
    """

    def __init__(self, catalogue: Catalogue, names: Names, account_host: str = "") -> None:
        self.catalogue, self.names = catalogue, names
        self.node = quirks.shell("Node")
        self.object = quirks.shell("Object", self.node)
        self.types = {t.name: quirks.shell(names.type(t.name), self.object) for t in catalogue}
        self.enums = build_enums(catalogue, names)
        self.connections = Connections(catalogue, names, self.types, Filters(catalogue, names, self.enums))
        self._readers: dict[str, dict[str, ReadValue]] = {t.name: {quirks.attribute("id"): _read_id} for t in catalogue}
        self._add_interfaces()
        for type_ in catalogue:
            self._add_fields(type_)
            self._add_ways_back(type_)
        add_xmpp(catalogue, self.types, account_host)
        self._freeze()

    def read(self, source: Any, attribute: str) -> Any:
        """The value of a field, by its Python name; of what is no object, what it has under that name."""
        if isinstance(source, Record):
            return self._readers[source.type][attribute](source)
        return getattr(source, attribute)

    def _add_interfaces(self) -> None:
        quirks.add_value(self.node, "id", strawberry.ID, descriptions.ID)
        self._add_refs()
        self._common = frozenset(r for r in back_to_any(self.catalogue) if self._has_one_name(r))
        for referrer in back_to_any(self.catalogue):
            if referrer in self._common:
                self._add_backward(self.object, self.catalogue.types[0], referrer)

    def _add_refs(self) -> None:
        arguments = refs.arguments(build_type_names(self.catalogue, self.names))
        quirks.add_field(self.object, "refs", quirks.list_of(self.object), descriptions.REFS,
                         refs.refs(self.catalogue), arguments)

    def _has_one_name(self, referrer: Referrer) -> bool:
        """Whether the way back is called alike on all types, so that their interface can have it."""
        return len({self.names.backward(type_.name, referrer) for type_ in self.catalogue}) == 1

    def _add_fields(self, type_: ObjectType) -> None:
        for position, field in enumerate(type_.fields):
            if field.secret:
                continue
            if field.reference:
                self._add_forward(type_, field, field.reference, position)
            else:
                self._add_value(type_, field, position)

    def _add_value(self, type_: ObjectType, field: Field, position: int) -> None:
        name, form = self.names.field(type_.name, field.name), self._form(type_, field)
        quirks.add_value(self.types[type_.name], name, form.annotation, descriptions.of_field(field))
        self._readers[type_.name][quirks.attribute(name)] = _reader(position, form.read)

    def _form(self, type_: ObjectType, field: Field) -> Form:
        return enum_form(field, self.enums[type_.name, field.name]) if field.kind is Kind.ENUM else form_of(field)

    def _add_forward(self, type_: ObjectType, field: Field, reference: Reference, position: int) -> None:
        name = self.names.field(type_.name, field.name)
        target = self.object if reference.target is None else self.types[reference.target]
        resolve = edges.forward(self.catalogue, position, reference)
        quirks.add_field(self.types[type_.name], name, quirks.optional(target), descriptions.of_field(field), resolve)

    def _add_ways_back(self, type_: ObjectType) -> None:
        for referrer in back_to(self.catalogue, type_.name):
            if referrer not in self._common:
                self._add_backward(self.types[type_.name], type_, referrer)

    def _add_backward(self, shell: type, target: ObjectType, referrer: Referrer) -> None:
        source, field = referrer.type.name, referrer.field.name
        text = descriptions.of_backward(referrer, self.names.type(source), self.names.field(source, field))
        self.add_connection(
            shell, self.names.backward(target.name, referrer), source, text, edges.backward(self.connections, referrer))

    def add_connection(self, shell: type, name: str, type_name: str, text: str, resolve: Resolve) -> None:
        """Give a shell a field that is a list of objects of a type."""
        quirks.add_field(shell, name, self.connections.types[type_name], text, resolve,
                         self.connections.arguments(type_name), (TOTAL,))

    def _freeze(self) -> None:
        quirks.freeze_interface(self.node, "Node", descriptions.NODE, self._type_of)
        quirks.freeze_interface(self.object, "Object", descriptions.OBJECT, self._type_of)
        for type_ in self.catalogue:
            quirks.freeze_type(self.types[type_.name], self.names.type(type_.name), descriptions.of_type(type_))

    def _type_of(self, record: Record) -> str:
        return self.names.type(record.type)


def _read_id(record: Record) -> str:
    return f"{record.type}:{record.id}"


def _reader(position: int, read: Read) -> ReadValue:
    return lambda record: read(record.values[position])
