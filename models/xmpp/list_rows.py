"""Pages of many users' lists: for each user the first entries in a window, all in one statement."""
from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.query.nodes import Node, all_of, among, parameter, separated, sql
from models.stored import is_storable
from models.xmpp.definitions import ITEM_TABLE
from models.xmpp.places import ARCHIVE, ITEMS, Place
from models.xmpp.store_rows import MOST_IDS, StoreRows, pieces


@dataclass(frozen=True)
class Window:
    """Which entries are wanted: up to `limit` between two places, from the end if `backwards`.

    With a filter only those with that correspondent and from that time to that time, both included, as far as
    columns tell it: the rows of the archive. What was appended has no columns, so all of it comes then.
    """

    limit: int
    after: Place | None = None
    before: Place | None = None
    backwards: bool = False
    with_: str | None = None
    start: int | None = None
    end: int | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether anything depends on what an entry holds."""
        return (self.with_, self.start, self.end) != (None, None, None)


class Entry(NamedTuple):
    """An entry of a list: its place, what the columns of an archive say, and its value."""

    place: Place
    when: int | float | None
    key: bytes | None
    with_: bytes | None
    type: str
    value: bytes


@dataclass(frozen=True)
class _Part:
    """One of the tables that lists are in: its number column, and the columns of text (empty: there is none)."""

    part: int
    table: str
    number: str
    texts: tuple[str, ...]


_PARTS = (
    _Part(ARCHIVE, "prosodyarchive", "sort_id", ("key", "with", "type", "value")),
    _Part(ITEMS, ITEM_TABLE, "id", ("", "", "type", "value")),
)

_FIRST_OF_EACH: Mapping[str, str] = {
    "sqlite": "CROSS JOIN {table} r ON r.{number} IN (SELECT x.{number} FROM {table} x WHERE ...)",
    "postgresql": "CROSS JOIN LATERAL (SELECT x.* FROM {table} x WHERE ...) r",
}
"""How the stores `s` are joined with the first entries `r` of each; MariaDB has no way to."""

MOST_USERS: Mapping[str, int] = {"sqlite": MOST_IDS // 2, "postgresql": MOST_IDS // 2, "mysql": 500}
"""How many users one statement is about: each part names them, on MariaDB in a SELECT for each of them."""


class ListRows:
    """The entries of some users' lists, in the order of their places."""

    def __init__(self, rows: StoreRows) -> None:
        self._rows, self._engine = rows, rows.database.engine
        self._arms: Callable[[_Part, Sequence[int], str, Window], list[Node]] = (
            self._arm_for_each if self._engine == "mysql" else self._arm_for_all)

    def read(self, ids: Collection[int], store: str, window: Window) -> dict[int, list[Entry]]:
        """For each user the entries of a store's list in the window; users without any are left out.

        `backwards` the last entry comes first. There may be more than `limit`, as each part is read up to it.
        One statement for up to MOST_USERS.
        """
        found: dict[int, list[Entry]] = {}
        parts = [part for part in _PARTS if _reaches(window, part.part)]
        if not parts or not is_storable(store) or not is_storable(window.with_ or ""):
            return found
        for some in pieces(ids, MOST_USERS[self._engine]):
            arms = [arm for part in parts for arm in self._arms(part, some, store, window)]
            for owner, part, number, when, key, with_, type_, value in self._rows.run(_united(arms)):
                entry = Entry(Place(part, number), when, key, with_, type_.decode("utf-8", "replace"), value)
                found.setdefault(owner, []).append(entry)
        for entries in found.values():
            entries.sort(key=lambda entry: entry.place, reverse=window.backwards)
        return found

    def _arm_for_all(self, part: _Part, ids: Sequence[int], store: str, window: Window) -> list[Node]:
        """One SELECT that looks for the first entries of each user in turn.

        It finds Prosody's rows by the names of host, user and store, as Prosody's indexes do.
        """
        rows = self._rows
        before, after = _FIRST_OF_EACH[self._engine].format(table=part.table, number=part.number).split("...")
        return [sql(
            "SELECT ", rows.owner, f", {part.part}, {self._columns(part, 'r')} FROM {rows.store} s "
            f"JOIN {rows.user} u ON u.id = ", rows.owner, f" JOIN {rows.host} h ON h.id = u.host {before}",
            self._first(part, self._names(part), window), f"{after} WHERE ", among(rows.owner, ids),
            " AND s.name = ", parameter(store),
        )]

    def _arm_for_each(self, part: _Part, ids: Sequence[int], store: str, window: Window) -> list[Node]:
        """A SELECT for each user: MariaDB reads an index from one place to another only if it knows the store."""
        rows = self._rows
        return [sql(
            f"(SELECT {id_}, {part.part}, {self._columns(part, 'x')} FROM {part.table} x WHERE ",
            self._first(part, sql(
                f"x.store_id = (SELECT s.id FROM {rows.store} s WHERE ", rows.owner, f" = {id_} AND s.name = ",
                parameter(store), ")",
            ), window), ")",
        ) for id_ in ids]

    def _first(self, part: _Part, of_store: Node, window: Window) -> Node:
        """The end of a SELECT from a part as `x`: those of the store that are in the window, in order, so many."""
        filtered = window.is_filtered and part.part == ARCHIVE
        # the plus keeps SQLite from walking along the numbers where an index on the filter leads to few rows
        number = f"{'+' if filtered and self._engine == 'sqlite' else ''}x.{part.number}"
        conditions = [of_store, *_bounds(number, part.part, window), *(self._filters(window) if filtered else ())]
        limit = "" if window.is_filtered and not filtered else f" LIMIT {window.limit}"
        order = f" ORDER BY {number}{' DESC' if window.backwards else ''}{limit}"
        return sql(all_of(conditions), order)

    def _names(self, part: _Part) -> Node:
        if part.part == ITEMS:
            return sql("x.store_id = s.id")
        return sql(f"x.host = h.name AND x.{self._rows.name('user')} = u.name AND x.store = s.name")

    def _filters(self, window: Window) -> list[Node]:
        when, with_ = (f"x.{self._rows.name(name)}" for name in ("when", "with"))
        found = [] if window.with_ is None else [sql(f"{with_} = ", parameter(window.with_))]
        if window.start is not None:
            found.append(sql(f"{when} >= {window.start}"))
        if window.end is not None:
            found.append(sql(f"{when} <= {window.end}"))
        return found

    def _columns(self, part: _Part, alias: str) -> str:
        """What is selected, with NULL for what the part has no column for."""
        texts = [self._rows.bytes(f"{alias}.{name}") if name else "NULL" for name in part.texts]
        when = f"{alias}.{self._rows.name('when')}" if part.part == ARCHIVE else "NULL"
        return ", ".join([f"{alias}.{part.number}", when, *texts])


def _reaches(window: Window, part: int) -> bool:
    """Whether any entry of a part can be in the window."""
    return (window.after is None or window.after.part <= part) and (window.before is None or window.before.part >= part)


def _bounds(number: str, part: int, window: Window) -> list[Node]:
    found = []
    if window.after is not None and window.after.part == part:
        found.append(sql(f"{number} > {window.after.number}"))
    if window.before is not None and window.before.part == part:
        found.append(sql(f"{number} < {window.before.number}"))
    return found


def _united(arms: Sequence[Node]) -> Node:
    return separated(arms, " UNION ALL ")
