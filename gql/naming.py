"""All names of the GraphQL schema, decided before anything of it is built."""
from __future__ import annotations

import re
from collections.abc import Iterable

from gql import vocabulary
from gql.namespace import Namespace
from gql.words import camel, capitalize, constant, lower_first, pascal, plural, split
from models.catalogue import Catalogue, Field, Kind, ObjectType, Referrer

_SERVICE_PREFIX = re.compile(r"(?:BS|CS|HS|MS|NS|OS)_(?=.)")


class Names:
    """The GraphQL names of one catalogue.

    Raises CatalogueError where two things would get one name; the text names both.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._types: dict[str, str] = {}
        self._nouns = {t.name: lower_first(_type_name(t)) for t in catalogue}
        self._roots: dict[str, tuple[str, str]] = {}
        self._fields: dict[tuple[str, str], str] = {}
        self._edges: dict[tuple[str, str, str], str] = {}
        self._values: dict[tuple[str, str], dict[str, str]] = {}
        self._ids: dict[tuple[str, str], str] = {}
        self._constants: dict[str, str] = {}
        self._name_types()
        self._name_roots()
        self._name_members()
        self._name_constants()
        self._name_values()

    def type(self, type_name: str) -> str:
        """The object type: `Account`."""
        return self._types[type_name]

    def singular(self, type_name: str) -> str:
        """The root field that gives one object: `account`."""
        return self._roots[type_name][0]

    def plural(self, type_name: str) -> str:
        """The root field that lists the objects: `accounts`."""
        return self._roots[type_name][1]

    def arguments(self, type_name: str) -> tuple[str, ...]:
        """The arguments that look up one object by its natural key: `("display",)`. Empty: it has no key."""
        key = self._catalogue[type_name].key
        return vocabulary.ARGUMENTS.get(type_name) or tuple(self.field(type_name, name) for name in key)

    def field(self, type_name: str, field_name: str) -> str:
        """The field of an object type: `private` for channel.CS_PRIVATE."""
        return self._fields[type_name, field_name]

    def backward(self, target_type: str, referrer: Referrer) -> str:
        """The field of the target's type that goes back along a reference: `nicks` on Account for nick.nc."""
        return self._edges[target_type, referrer.type.name, referrer.field.name]

    def enum(self, type_name: str, field_name: str) -> str:
        """The enum type of an enum field: `BadWordType` for badword.type."""
        return self._types[type_name] + capitalize(self._fields[type_name, field_name])

    def value(self, type_name: str, field_name: str, value: str) -> str:
        """One value of an enum field, without the word that all its values begin with: `ANY` for BW_ANY."""
        return self._values[type_name, field_name][value]

    def reference_id(self, type_name: str, field_name: str) -> str:
        """What a filter calls the id that a reference holds: `founderId` for channel.founder."""
        return self._ids[type_name, field_name]

    def constant(self, type_name: str) -> str:
        """The type as a value of the enum of all types: `ACCOUNT`."""
        return self._constants[type_name]

    def _name_types(self) -> None:
        wanted = {t.name: _type_name(t) for t in self._catalogue}
        parts = {form.format(name) for name in wanted.values() for form in vocabulary.DERIVED_TYPES}
        enums = {wanted[t.name] + capitalize(_field_names(t, f)[0])
                 for t in self._catalogue for f in t.fields if f.kind is Kind.ENUM}
        filters = {vocabulary.ENUM_FILTER.format(name) for name in enums}
        names = Namespace(vocabulary.RESERVED_TYPES | parts | enums | filters)
        for type_ in _built_in_first(self._catalogue):
            self._types[type_.name] = names.claim([wanted[type_.name]], f"type {type_.name}", found=type_.discovered)

    def _name_roots(self) -> None:
        names = Namespace(vocabulary.RESERVED_ROOTS)
        for type_ in _built_in_first(self._catalogue):
            one = self._nouns[type_.name]
            many = plural(one) if plural(one) != one else f"all{capitalize(one)}"
            self._roots[type_.name] = (
                names.claim([one], f"one {type_.name}", found=type_.discovered),
                names.claim([many], f"all of {type_.name}", found=type_.discovered))

    def _name_members(self) -> None:
        """Name what stands on each type: built-in fields, built-in ways back, then those that were found."""
        places = {t.name: Namespace(_reserved(t), f" on {t.name}") for t in self._catalogue}
        for found in (False, True):
            for type_ in self._catalogue:
                self._name_fields(type_, places[type_.name], found=found)
            for type_ in self._catalogue:
                self._name_edges(type_, places[type_.name], found=found)
        for found in (False, True):
            for type_ in self._catalogue:
                self._name_ids(type_, places[type_.name], found=found)

    def _name_fields(self, type_: ObjectType, names: Namespace, *, found: bool) -> None:
        wanted = {f.name: _field_names(type_, f) for f in type_.fields if _is_found(type_, f) == found}
        for field_name in sorted(wanted, key=lambda name: len(wanted[name])):
            self._fields[type_.name, field_name] = names.claim(
                wanted[field_name], f"{type_.name}.{field_name}", found=found)

    def _name_edges(self, target: ObjectType, names: Namespace, *, found: bool) -> None:
        for referrer in self._catalogue.referrers(target.name):
            source, field = referrer.type, referrer.field
            if _is_found(source, field) == found:
                self._edges[target.name, source.name, field.name] = names.claim(
                    self._wanted_edges(target, referrer), f"the way back along {source.name}.{field.name}", found=found)

    def _name_ids(self, type_: ObjectType, names: Namespace, *, found: bool) -> None:
        """Filters have these beside the names of the type, so they give way to all of them."""
        for field, _ in type_.references:
            if _is_found(type_, field) == found:
                wanted = f"{self._fields[type_.name, field.name]}Id"
                self._ids[type_.name, field.name] = names.claim(
                    [wanted, f"{wanted}_"], f"the id in {type_.name}.{field.name}", found=found)

    def _name_constants(self) -> None:
        names = Namespace((), " in TypeName")
        for type_ in _built_in_first(self._catalogue):
            wanted = constant(split(self._types[type_.name]))
            self._constants[type_.name] = names.claim(
                [wanted, f"{wanted}_"], f"type {type_.name}", found=type_.discovered)

    def _wanted_edges(self, target: ObjectType, referrer: Referrer) -> list[str]:
        """The name of a way back, and a longer one for where that is taken.

        The rule: all tickets that refer to an account by `account` or `owner` are its `tickets`; those
        that do by `assignee` are its `ticketsAsAssignee`.
        """
        noun = plural(self._nouns[referrer.type.name])
        role = self._fields[referrer.type.name, referrer.field.name]
        names_target = referrer.reference.target is not None and role == self._nouns[target.name]
        qualified = f"{noun}As{capitalize(role)}"
        plain = noun if names_target or role in vocabulary.POSSESSORS else qualified
        return [vocabulary.EDGES.get((referrer.type.name, referrer.field.name), plain), qualified]

    def _name_values(self) -> None:
        for type_ in self._catalogue:
            for field in type_.fields:
                if field.kind is Kind.ENUM:
                    self._values[type_.name, field.name] = _value_names(type_, field)


def _built_in_first(types: Iterable[ObjectType]) -> list[ObjectType]:
    return sorted(types, key=lambda t: t.discovered)


def _reserved(type_: ObjectType) -> frozenset[str]:
    return vocabulary.RESERVED_FIELDS | vocabulary.ADDED_FIELDS.get(type_.name, frozenset())


def _is_found(type_: ObjectType, field: Field) -> bool:
    return type_.discovered or field.discovered


def _type_name(type_: ObjectType) -> str:
    return vocabulary.TYPES.get(type_.name) or pascal(split(type_.name))


def _field_names(type_: ObjectType, field: Field) -> list[str]:
    """The short name of a field, if it has one, and the full one for where that is taken."""
    full = camel(_spelled_out(field.name))
    short = vocabulary.FIELDS.get((type_.name, field.name)) or _short_name(field)
    return [short, full] if short else [full]


def _short_name(field: Field) -> str | None:
    words = _spelled_out(field.name)
    if field.reference:
        return vocabulary.REFERENCES.get(field.name) or (camel(words[:-1]) if words[1:] and words[-1] == "id" else None)
    prefix = _SERVICE_PREFIX.match(field.name)
    return camel(_spelled_out(field.name[prefix.end():])) if prefix else None


def _spelled_out(name: str) -> list[str]:
    return [word for part in split(name) for word in vocabulary.WORDS.get(part, part).split()]


def _value_names(type_: ObjectType, field: Field) -> dict[str, str]:
    words = {value: split(value) for value, _ in field.values}
    firsts = {parts[0] for parts in words.values()}
    has_prefix = len(words) > 1 and len(firsts) == 1 and all(parts[1:] for parts in words.values())
    names = Namespace((), f" in {type_.name}.{field.name}")
    return {value: names.claim([constant(parts[1:] if has_prefix else parts)], value, found=False)
            for value, parts in words.items()}
