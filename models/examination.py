"""What is broken in a database: found by one statement a table or reference, whatever the number of objects."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from models.catalogue import Field, ObjectID, ObjectType, Reference
from models.database import quoted
from models.introspection import read_tables
from models.living import TABLE, Living
from models.xmpp.definitions import ITEM_TABLE, PROSODY_TABLES

STORE_ROWS: Mapping[str, str] = {
    **dict.fromkeys(PROSODY_TABLES, "they get the store that they name"),
    ITEM_TABLE: "they are deleted",
}
"""The tables with rows of stores, and what becomes of rows whose store is gone: only Prosody's name it."""


class Finding(NamedTuple):
    """Something broken: its kind, where it is, and how it is mended."""

    kind: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.what}; {self.mend}"


@dataclass
class Examination:
    """What was found, and what mends it.

    `entered`: rows that get an entry among the objects; `retyped`: entries that get the type of their row;
    `doubles`: rows whose id is another object's; `unset`: references that lose their value, as (object, field);
    `dead`: objects that go; `orphans`: entries that go; `homeless`: for each table with rows of stores, the
    store_ids in it that are no store's.
    """

    living: Living
    findings: list[Finding] = field(default_factory=list)
    entered: list[ObjectID] = field(default_factory=list)
    retyped: list[ObjectID] = field(default_factory=list)
    doubles: list[ObjectID] = field(default_factory=list)
    unset: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    dead: list[ObjectID] = field(default_factory=list)
    orphans: list[ObjectID] = field(default_factory=list)
    homeless: dict[str, list[int]] = field(default_factory=dict)

    def examine(self) -> None:
        """Look at everything; changes nothing but the table of the living."""
        self._spare_foreign_types()
        for type_ in self.living.tables.catalogue:
            self._rows_without_object(type_)
        self._orphans()
        while self._dependants():
            pass
        for type_, found, reference in self._references(depends=False):
            self._strays(type_, found, reference)
        for table, mend in STORE_ROWS.items():
            self._homeless(table, mend)

    def _spare_foreign_types(self) -> None:
        """Objects of a table that is there, but no type, are none of ours: count them among the living."""
        tables, prefix = read_tables(self.living.database), self.living.tables.prefix
        for name in tables:
            type_name = name.removeprefix(prefix)
            if name.startswith(prefix) and type_name != "objects" and type_name not in self.living.tables.catalogue:
                self.living.run(
                    f"INSERT INTO {TABLE} (id, type) SELECT id, type FROM {self.living.table('objects')} "
                    "WHERE type = %s", type_name,
                )

    def _rows_without_object(self, type_: ObjectType) -> None:
        found = self.living.rows(
            f"SELECT t.id, o.type, a.id FROM {self.living.table(type_.name)} t "
            f"LEFT JOIN {self.living.table('objects')} o ON o.id = t.id LEFT JOIN {TABLE} a ON a.id = t.id "
            "WHERE o.type IS NULL OR o.type <> %s ORDER BY t.id", type_.name,
        )
        for id_, actual, living in found:
            self._row_without_object(ObjectID(type_.name, id_), actual, is_taken=living is not None)

    def _row_without_object(self, row: ObjectID, actual: str | None, *, is_taken: bool) -> None:
        if is_taken:
            self.doubles.append(row)
            self._note("row without an object", f"{row}, whose id is another object's", "the row is deleted")
            return
        self.living.add(row.id, row.type)
        if actual is None:
            self.entered.append(row)
            self._note("row without an object", str(row), "it becomes one again")
        else:
            self.retyped.append(row)
            self._note("row without an object", f"{row}, listed as {actual}", f"it is listed as {row.type}")

    def _orphans(self) -> None:
        found = self.living.rows(
            f"SELECT o.id, o.type FROM {self.living.table('objects')} o LEFT JOIN {TABLE} a ON a.id = o.id "
            "WHERE a.id IS NULL ORDER BY o.id"
        )
        for id_, type_name in found:
            orphan = ObjectID(str(type_name), id_)
            self.orphans.append(orphan)
            self._note("orphan", f"{orphan} has no row", "it is deleted, its id is never given again")

    def _dependants(self) -> bool:
        """One look at what depends on something that does not live; True if anything was found."""
        before = len(self.dead)
        for type_, found, reference in self._references(depends=True):
            start = len(self.dead)
            if type_.unique and found.name in type_.key:
                self._ownerless(type_, found)
            self._strays(type_, found, reference)
            self.living.remove([object_id.id for object_id in self.dead[start:]])
        return len(self.dead) > before

    def _ownerless(self, type_: ObjectType, owner: Field) -> None:
        column = self._column(owner)
        for id_, in self.living.rows(
            f"SELECT t.id FROM {self.living.table(type_.name)} t JOIN {TABLE} a ON a.id = t.id AND a.type = %s "
            f"WHERE t.{column} IS NULL ORDER BY t.id", type_.name,
        ):
            self.dead.append(ObjectID(type_.name, id_))
            self._note("without an owner", f"{type_.name}:{id_} has no {owner.name}", "it is deleted")

    def _strays(self, type_: ObjectType, found: Field, reference: Reference) -> None:
        """The references in one field that point at nothing, or at an object of a type that they do not take."""
        column, wrong = self._column(found), "" if reference.target is None else "OR a.type <> %s"
        targets = () if reference.target is None else (reference.target,)
        rows = self.living.rows(
            f"SELECT t.id, t.{column}, a.type FROM {self.living.table(type_.name)} t "
            f"JOIN {TABLE} b ON b.id = t.id AND b.type = %s LEFT JOIN {TABLE} a ON a.id = t.{column} "
            f"WHERE t.{column} IS NOT NULL AND (a.id IS NULL {wrong}) ORDER BY t.id", type_.name, *targets,
        )
        for id_, target, actual in rows:
            self._stray(ObjectID(type_.name, id_), found, target, actual)

    def _stray(self, referrer: ObjectID, found: Field, target: object, actual: str | None) -> None:
        if found.reference and found.reference.depends:
            self.dead.append(referrer)
            mend = f"{referrer} is deleted, as it depends on it"
        else:
            self.unset.setdefault((referrer.type, found.name), []).append(referrer.id)
            mend = "the reference is unset"
        kind = "reference to nothing" if actual is None else "reference to the wrong type"
        self._note(kind, f"{referrer}.{found.name} refers to {actual or 'object'}:{target}", mend)

    def _homeless(self, table: str, mend: str) -> None:
        """Rows of stores whose store is none. Those without any are given one when the database is opened."""
        for store_id, number in self.living.rows(
            f"SELECT r.store_id, count(*) FROM {table} r LEFT JOIN {TABLE} a ON a.id = r.store_id "
            "AND a.type = 'xmppstore' WHERE r.store_id IS NOT NULL AND a.id IS NULL GROUP BY r.store_id ORDER BY 1"
        ):
            self.homeless.setdefault(table, []).append(store_id)
            self._note("row without a store", f"{number} of {table} with the store_id {store_id}", mend)

    def _references(self, *, depends: bool) -> Iterator[tuple[ObjectType, Field, Reference]]:
        for type_ in self.living.tables.catalogue:
            for found, reference in type_.references:
                if reference.depends is depends:
                    yield type_, found, reference

    def _column(self, found: Field) -> str:
        return quoted(self.living.database, found.name)

    def _note(self, kind: str, what: str, mend: str) -> None:
        self.findings.append(Finding(kind, what, mend))
