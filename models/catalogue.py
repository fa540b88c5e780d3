"""Object types, their fields and references: the facts that every door reads."""
from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from models.errors import CatalogueError, UnknownField, UnknownType


class Kind(Enum):
    """What a field can hold; the names are those of the /rest contract's type table."""

    STRING = "string"
    BOOL = "bool"
    TIME = "time"
    INT16 = "int16"
    INT32 = "int32"
    UINT32 = "uint32"
    INT64 = "int64"
    ENUM = "enum"
    REFERENCE = "reference"

    __hash__ = object.__hash__  # members are each alone; Enum's own is written in Python, and asked for all the time


INTEGER_RANGES: Mapping[Kind, range] = {
    Kind.TIME: range(-(2**63), 2**63),
    Kind.INT16: range(-(2**15), 2**15),
    Kind.INT32: range(-(2**31), 2**31),
    Kind.UINT32: range(2**32),
    Kind.INT64: range(-(2**63), 2**63),
}
"""The whole numbers that each kind of number can hold (contract/rest/types.json, "kinds"; INT64: found columns)."""


class ObjectID(NamedTuple):
    """The name of an object in every door: its type and its number, printed as `type:id`."""

    type: str
    id: int

    def __str__(self) -> str:
        return f"{self.type}:{self.id}"


@dataclass(frozen=True)
class Reference:
    """Where a reference field points and what a delete of the target does.

    `target` is the name of a type, or None where any object will do. `depends`: the referring
    object is deleted along (ON DELETE CASCADE), else the field is unset (ON DELETE SET NULL).
    """

    target: str | None
    depends: bool


@dataclass(frozen=True)
class Field:
    """One field of an object type.

    `optional` fields are left out of /rest answers until a value was stored; the others stand there
    with a default. `secret` fields never leave through GraphQL. `values` are an enum's names with
    their numbers. `discovered` ones were found in the database. A `duration` is a number of seconds,
    not a moment, though its kind is TIME.
    """

    name: str
    kind: Kind
    description: str = ""
    optional: bool = False
    secret: bool = False
    reference: Reference | None = None
    values: tuple[tuple[str, int], ...] = ()
    discovered: bool = False
    duration: bool = False

    @property
    def default(self) -> str:
        """What /rest prints for a value that was never set."""
        return "0" if self.kind is Kind.BOOL or self.kind in INTEGER_RANGES else ""

    @property
    def is_text(self) -> bool:
        """Whether the columns that edgewise makes for the field hold text."""
        return self.kind in (Kind.STRING, Kind.ENUM)

    @property
    def is_number(self) -> bool:
        """Whether the field holds a whole number (times are numbers, flags are not)."""
        return self.kind in INTEGER_RANGES


@dataclass(frozen=True)
class ObjectType:
    """One type of objects: what is one row of one table, and one node of the graph.

    `key` names the fields that identify an object to people (an account's display). `unique`: the
    database refuses a second object with the same key. `module` says who owns the type.
    """

    name: str
    module: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()
    unique: bool = False
    discovered: bool = False
    by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the fields by name.

        Raises CatalogueError for a field named twice and for a key that is no field.
        """
        by_name = {f.name: f for f in self.fields}
        if len(by_name) != len(self.fields) or "id" in by_name:
            raise CatalogueError(f"type {self.name}: two fields have one name, or one is called id; rename one")
        if missing := [name for name in self.key if name not in by_name]:
            raise CatalogueError(f"type {self.name}: its key names {missing[0]}, which is no field")
        object.__setattr__(self, "by_name", by_name)

    def field(self, name: str) -> Field:
        """The field of that name; raises UnknownField."""
        try:
            return self.by_name[name]
        except KeyError:
            raise UnknownField(self.name, name) from None

    @cached_property
    def references(self) -> tuple[tuple[Field, Reference], ...]:
        """The reference fields and what they refer to, in catalogue order."""
        return tuple((f, f.reference) for f in self.fields if f.reference)


class Referrer(NamedTuple):
    """A field through which objects of one type refer to objects of another."""

    type: ObjectType
    field: Field
    reference: Reference


class Catalogue:
    """All object types, in the order in which /rest/types names them."""

    def __init__(self, types: Iterable[ObjectType]) -> None:
        self.types = tuple(types)
        self._by_name = {t.name: t for t in self.types}
        if len(self._by_name) != len(self.types):
            names = [t.name for t in self.types]
            twice = next(name for name in names if names.count(name) > 1)
            raise CatalogueError(f"two types are called {twice}; rename one of them")
        self._check_targets()

    def _check_targets(self) -> None:
        for type_ in self.types:
            for f, ref in type_.references:
                if ref.target is not None and ref.target not in self._by_name:
                    raise CatalogueError(f"{type_.name}.{f.name} refers to {ref.target}, which is no type")

    def __iter__(self) -> Iterator[ObjectType]:
        return iter(self.types)

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __getitem__(self, name: str) -> ObjectType:
        """The type of that name; raises UnknownType."""
        try:
            return self._by_name[name]
        except KeyError:
            raise UnknownType(name) from None

    @cached_property
    def _referrers(self) -> dict[str, tuple[Referrer, ...]]:
        found: dict[str, list[Referrer]] = {t.name: [] for t in self.types}
        for type_ in self.types:
            for f, ref in type_.references:
                for target in found if ref.target is None else (ref.target,):
                    found[target].append(Referrer(type_, f, ref))
        return {name: tuple(referrers) for name, referrers in found.items()}

    def referrers(self, type_name: str) -> tuple[Referrer, ...]:
        """The fields of all types that may refer to an object of this type, in catalogue order."""
        return self._referrers[self[type_name].name]

    @cached_property
    def fingerprint(self) -> str:
        """A short text that differs when any fact of the catalogue differs."""
        return hashlib.blake2b(repr(self.types).encode(), digest_size=8).hexdigest()


def string(name: str, description: str, *, optional: bool = False, secret: bool = False) -> Field:
    """A field of text."""
    return Field(name, Kind.STRING, description, optional=optional, secret=secret)


def flag(name: str, description: str, *, optional: bool = False) -> Field:
    """A field that is on or off."""
    return Field(name, Kind.BOOL, description, optional=optional)


def time(name: str, description: str) -> Field:
    """A field of seconds since 1970."""
    return Field(name, Kind.TIME, description)


def seconds(name: str, description: str) -> Field:
    """A field of kind TIME that holds how long something takes, in seconds."""
    return Field(name, Kind.TIME, description, duration=True)


def number(name: str, kind: Kind, description: str) -> Field:
    """A field of whole numbers in the range of `kind`."""
    return Field(name, kind, description)


def enum(name: str, description: str, **values: int) -> Field:
    """A field with one of a few names, each with its number."""
    return Field(name, Kind.ENUM, description, values=tuple(values.items()))


def reference(name: str, target: str | None, description: str, *, depends: bool = False) -> Field:
    """A field that refers to an object of type `target` (None: of any type)."""
    return Field(name, Kind.REFERENCE, description, reference=Reference(target, depends))
