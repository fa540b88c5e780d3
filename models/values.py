"""The stores of the XMPP side: what the /data door reads and writes."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models import audit_entries
from models.audit import Actor, AuditLog
from models.base import Tables
from models.database import INDEXED_BYTES, Database
from models.errors import InvalidValue
from models.kinds import is_unicode
from models.lua import literal, prosody_json
from models.lua.value import Table, Value, is_empty
from models.xmpp import rows, text
from models.xmpp.conflicts import Vanished, retried
from models.xmpp.definitions import ITEM_TABLE
from models.xmpp.hosts import Hosts
from models.xmpp.stanza import ArchiveRow
from models.xmpp.statements import Statements

NAMED_BYTES = 2_500
"""How long the names are together at most."""

Names = tuple[str, str, str]
"""Host, user and store."""

KEYVAL_COLUMNS = ("host", "user", "store", "store_id", "key", "type", "value")
ARCHIVE_COLUMNS = ("host", "user", "store", "store_id", "key", "when", "with", "type", "value")
ITEM_COLUMNS = ("store_id", "type", "value")


class XmppStores:
    """The keyvals and lists of one network.

    A store is named by host, user and its own name; the user of a host's own stores is empty. All methods are
    synchronous and run on the connection of the calling thread. Every write is one transaction (a savepoint
    inside a caller's): a refused one changes nothing at all. Of what an `actor` changes the audit log has the keys.
    """

    def __init__(self, tables: Tables) -> None:
        self.database: Database = tables.database
        self.statements = Statements(self.database, tables.prefix)
        self._hosts = Hosts(self.database, self.statements.select_hosts)
        self._audit = AuditLog(self.database)

    # ------------------------------------------------------------------------------------------ reading

    def hosts(self) -> frozenset[str]:
        """The hosts that the data holds; on servers those of a second ago."""
        return self._hosts.current()

    def hosts_at_hand(self) -> frozenset[str] | None:
        """The same, if that is known without asking the database."""
        return self._hosts.at_hand()

    def keyval(self, host: str, user: str, store: str) -> Value:
        """The keyval of a store, None if there is none."""
        return rows.decode_keyval(self._keyval_rows(host, user, store))

    def items(self, host: str, user: str, store: str) -> list[Value]:
        """The list of a store: its archive, as items, then what was appended."""
        return self.archived(host, user, store) + self.appended(host, user, store)

    def archived(self, host: str, user: str, store: str) -> list[Value]:
        """The items of a list that are rows of Prosody's archive."""
        found = self._rows(self.statements.select_archive, host, user, store)
        return list(rows.decode_archive(map(ArchiveRow._make, found)))

    def appended(self, host: str, user: str, store: str) -> list[Value]:
        """The items of a list that were appended here."""
        return list(rows.decode_items(self._rows(self.statements.select_items, host, user, store)))

    def json(self, host: str, user: str, store: str) -> bytes | None:
        """What a GET answers in JSON: the keyval if there is one, else the list as an array; None for neither."""
        found = self._keyval_rows(host, user, store)
        if found:
            return text.keyval_json(found)
        items = self.items(host, user, store)
        return prosody_json.dumps(Table.of(items, {})) if items else None

    def lua(self, host: str, user: str, store: str) -> bytes | None:
        """What a GET answers as Lua, likewise."""
        found = self._keyval_rows(host, user, store)
        if found:
            return text.keyval_lua(found)
        items = self.items(host, user, store)
        return literal.dumps(Table.of(items, {})) if items else None

    # ------------------------------------------------------------------------------------------ writing

    def put(self, host: str, user: str, store: str, value: Value, actor: Actor | None = None) -> None:
        """Set the keyval of a store; an empty value removes it. Raises InvalidValue."""
        if is_empty(value):
            retried(self.database, lambda: self._remove(
                (host, user, store), self.statements.delete_keyval, actor=actor, action="put"))
        else:
            self.restore(host, user, store, value, actor)

    def restore(self, host: str, user: str, store: str, value: Value, actor: Actor | None = None) -> None:
        """Set the keyval of a store; an empty value is one, too. Raises InvalidValue."""
        room = INDEXED_BYTES - _checked_length(host, user, store)
        written = rows.encode_keyval(value, room)
        retried(self.database, lambda: self._replace((host, user, store), written, actor))

    def append(self, host: str, user: str, store: str, value: Value, actor: Actor | None = None) -> None:
        """Put an item at the end of a store's list. Raises InvalidValue."""
        self.extend(host, user, store, [value], actor)

    def extend(
        self, host: str, user: str, store: str, values: Sequence[Value], actor: Actor | None = None,
    ) -> None:
        """Put items at the end of a store's list. Raises InvalidValue."""
        _checked_length(host, user, store)
        cells = [rows.encode(value) for value in values]
        retried(self.database, lambda: self._append((host, user, store), cells, actor))

    def archive(self, host: str, user: str, store: str, items: Sequence[ArchiveRow]) -> None:
        """Put rows at the end of a store's archive; each replaces the one with its key. Raises InvalidValue."""
        room = INDEXED_BYTES - _checked_length(host, user, store)
        for row in items:
            if len(row.key + row.with_) > room:
                raise InvalidValue("key", f"an archived item has a key and a name of more than {room} bytes")
        retried(self.database, lambda: self._archive((host, user, store), items))

    def delete(self, host: str, user: str, store: str, actor: Actor | None = None) -> None:
        """Remove the keyval and the list of a store; the store's object and its id stay."""
        statements = self.statements
        retried(self.database, lambda: self._remove(
            (host, user, store), statements.delete_keyval, statements.delete_archive, statements.delete_items,
            actor=actor, action="delete",
        ))

    # ---------------------------------------------------------------------------------------- the parts

    def _keyval_rows(self, host: str, user: str, store: str) -> list[rows.StoredRow]:
        return self._rows(self.statements.select_keyval, host, user, store)

    def _rows(self, sql: str, *names: str) -> list[Any]:
        return list(self.database.execute_sql(sql, names).fetchall())

    def _replace(self, names: Names, written: Sequence[rows.KeyRow], actor: Actor | None) -> None:
        store_id = self._require(*names)
        self._lock(store_id)
        if actor:
            changed = rows.differing(self._keyval_rows(*names), written)
            self._audit.record(actor, audit_entries.stored("put", store_id, changed))
        self.database.execute_sql(self.statements.delete_keyval, (store_id,))
        self.statements.insert("prosody", KEYVAL_COLUMNS, [(*names, store_id, *row) for row in written])

    def _append(self, names: Names, cells: Sequence[rows.Cell], actor: Actor | None) -> None:
        store_id = self._require(*names)
        if actor:
            self._audit.record(actor, audit_entries.stored("append", store_id))
        self.statements.insert(ITEM_TABLE, ITEM_COLUMNS, [(store_id, *cell) for cell in cells])

    def _archive(self, names: Names, items: Sequence[ArchiveRow]) -> None:
        store_id = self._require(*names)
        self._lock(store_id)
        present = {key for key, *_ in self._rows(self.statements.select_archive, *names)}
        for row in items:
            if row.key in present:
                self.database.execute_sql(self.statements.delete_archive_key, (store_id, row.key.decode()))
        self.statements.insert("prosodyarchive", ARCHIVE_COLUMNS, [
            (*names, store_id, row.key.decode(), row.when, row.with_.decode(), row.type, row.value.decode())
            for row in items
        ])

    def _remove(self, names: Names, *statements: str, actor: Actor | None, action: str) -> None:
        store_id = self._find(*names)
        if store_id is not None:
            self._lock(store_id)
            if actor:
                changed = rows.differing(self._keyval_rows(*names), ())
                self._audit.record(actor, audit_entries.stored(action, store_id, changed))
            for statement in statements:
                self.database.execute_sql(statement, (store_id,))

    def _find(self, *names: str) -> int | None:
        """The id of a store, if there is one."""
        row = self.database.execute_sql(self.statements.select_id, names).fetchone()
        return int(row[0]) if row else None

    def _require(self, *names: str) -> int:
        """The id of a store, which is made with its user and host if there is none."""
        store_id = self._find(*names)
        if store_id is None:
            store_id = self.statements.make_store(names)
            self._hosts.forget()
        return store_id

    def _lock(self, store_id: int) -> None:
        """Keep others from writing the store until the end of the transaction. SQLite has one writer anyway."""
        if self.database.engine == "sqlite":
            return
        if not self.database.execute_sql(self.statements.lock, (store_id,)).fetchone():
            raise Vanished("the store was deleted meanwhile; try again")


def _checked_length(host: str, user: str, store: str) -> int:
    """How many bytes the names have; raises InvalidValue when no engine can be sure to hold them."""
    for field_name, name in (("host", host), ("user", user), ("store", store)):
        if "\0" in name or not is_unicode(name):
            raise InvalidValue(field_name, "give a text without NUL characters")
    length = len((host + user + store).encode())
    if length > NAMED_BYTES:
        raise InvalidValue("store", f"host, user and store have {length} bytes together, give at most {NAMED_BYTES}")
    return length
