"""Which rows of an Anope database can come: decided before anything is written."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from models.base import Tables
from models.catalogue import Field, ObjectType
from models.errors import InvalidValue
from models.importing.cells import as_text, object_id, reference
from models.importing.origin import Origin


class Judge:
    """Says of each id, row and reference of the origin why it cannot come into the target.

    `refused`: the reason for each id that cannot. A row that depends on something that is not there cannot
    come, nor what depends on it in turn; other references to nothing lose their value.
    """

    def __init__(self, origin: Origin, target: Tables, present: Mapping[int, str]) -> None:
        """`present`: the type of each id that the target has."""
        self._origin, self._target = origin, target
        self.refused = {
            id_: f"the database has {present[id_]}:{id_}"
            for id_, type_name in origin.objects.items() if present.get(id_, type_name) != type_name
        }
        self._judge_rows(present)
        while self._judge_dependants():
            pass

    def problem(self, field: Field, cell: Any) -> str | None:
        """Why a reference cannot be kept, None if it can or is unset."""
        try:
            id_ = reference(field, cell)
        except InvalidValue as error:
            return str(error)
        if id_ is None:
            return None
        actual, wanted = self._origin.objects.get(id_), field.reference and field.reference.target
        if actual is None or id_ in self.refused:
            return f"{field.name} refers to {id_}, which is not there"
        if wanted not in (None, actual):
            return f"{field.name} refers to {id_}, which is no {wanted} but a {actual}"
        return None

    def _judge_rows(self, present: Mapping[int, str]) -> None:
        """Rows without an entry among the objects get one, unless their id is another type's."""
        for type_ in self._origin.types():
            taken = self._taken_keys(type_)
            key = [type_.field(name) for name in type_.key] if type_.unique else []
            if not set(key) <= set(self._origin.fields(type_)):
                key = []
            for page in self._origin.pages(type_, key):
                for cell, *values in page:
                    self._judge_row(type_, cell, present)
                    if key:
                        self._judge_key(type_, object_id(cell), values, taken)

    def _judge_row(self, type_: ObjectType, cell: Any, present: Mapping[int, str]) -> None:
        id_ = object_id(cell)
        if id_ is None:
            return
        actual = self._origin.objects.setdefault(id_, type_.name)
        if present.get(id_, actual) != actual:
            self.refused.setdefault(id_, f"the database has {present[id_]}:{id_}")

    def _judge_key(
        self, type_: ObjectType, id_: int | None, values: Sequence[Any], taken: dict[tuple[str, ...], int]
    ) -> None:
        """Of two objects with one key, where that is unique, the one that is there or came first stays."""
        if id_ is None or None in values:
            return
        key = tuple(as_text(value) or "" for value in values)
        owner = taken.setdefault(key, id_)
        if owner != id_:
            self.refused.setdefault(id_, f"{type_.name}:{owner} has the same {' and '.join(type_.key)}")

    def _taken_keys(self, type_: ObjectType) -> dict[tuple[str, ...], int]:
        if not type_.unique or type_.name not in self._target.catalogue:
            return {}
        columns = [self._target.column(type_.name, name) for name in ("id", *type_.key)]
        rows = self._target[type_.name].select(*columns).tuples().iterator()
        return {tuple(as_text(value) or "" for value in values): id_ for id_, *values in rows if None not in values}

    def _judge_dependants(self) -> bool:
        """One look at all references with ON DELETE CASCADE; True if another id was refused."""
        before = len(self.refused)
        for type_ in self._origin.types():
            fields = [f for f in self._origin.fields(type_) if f.reference and f.reference.depends]
            for page in self._origin.pages(type_, fields) if fields else ():
                for cell, *values in page:
                    self._judge_dependant(type_, object_id(cell), fields, values)
        return len(self.refused) > before

    def _judge_dependant(
        self, type_: ObjectType, id_: int | None, fields: Sequence[Field], values: Sequence[Any]
    ) -> None:
        if id_ is None or id_ in self.refused or self._origin.objects[id_] != type_.name:
            return
        reason = next(filter(None, map(self.problem, fields, values)), None)
        if reason:
            self.refused[id_] = reason
