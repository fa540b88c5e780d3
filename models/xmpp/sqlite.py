"""The XMPP side's tables and triggers on SQLite."""
from __future__ import annotations

from models.xmpp.definitions import PROSODY_TABLES, Definitions, Names

_PROSODY = {
    # as a real Prosody 0.12.3 makes them
    "prosody": (
        """CREATE TABLE "prosody" ("host" TEXT NOT NULL, "user" TEXT NOT NULL, "store" TEXT NOT NULL,
        "key" TEXT NOT NULL, "type" TEXT NOT NULL, "value" TEXT NOT NULL)""",
        'CREATE INDEX "prosody_index" ON "prosody" ("host", "user", "store", "key")',
    ),
    "prosodyarchive": (
        """CREATE TABLE "prosodyarchive" ("sort_id" INTEGER PRIMARY KEY AUTOINCREMENT, "host" TEXT NOT NULL,
        "user" TEXT NOT NULL, "store" TEXT NOT NULL, "key" TEXT NOT NULL, "when" INTEGER NOT NULL,
        "with" TEXT NOT NULL, "type" TEXT NOT NULL, "value" TEXT NOT NULL)""",
        'CREATE UNIQUE INDEX "prosodyarchive_index" ON "prosodyarchive" ("host", "user", "store", "key")',
        """CREATE INDEX "prosodyarchive_with_when" ON "prosodyarchive" ("host", "user", "store", "with", "when")""",
        'CREATE INDEX "prosodyarchive_when" ON "prosodyarchive" ("host", "user", "store", "when")',
        'CREATE INDEX "prosodyarchive_sort" ON "prosodyarchive" ("host", "user", "store", "sort_id")',
    ),
}


def definitions(names: Names) -> Definitions:
    """All definitions for tables of these names."""
    return Definitions(
        tables=_PROSODY | {"edgewise_item": (
            f"""CREATE TABLE edgewise_item (id INTEGER PRIMARY KEY AUTOINCREMENT,
                store_id INTEGER NOT NULL REFERENCES {names.objects} (id) ON DELETE CASCADE,
                type TEXT NOT NULL, value TEXT NOT NULL)""",
            "CREATE INDEX edgewise_item_store ON edgewise_item (store_id)",
        )},
        column=(
            f"ALTER TABLE {{table}} ADD COLUMN store_id INTEGER REFERENCES {names.objects} (id) ON DELETE CASCADE",
            "CREATE INDEX edgewise_{table}_store ON {table} (store_id)",
        ),
        triggers=(
            *_store_view(names), *map(_fill, PROSODY_TABLES),
            _rename("xmpphost", names.host, "name", f"""
                SELECT s.id FROM {names.user} u JOIN {names.store} s ON s."user" = u.id WHERE u.host = NEW.id"""),
            _rename("xmppuser", names.user, "host, name", f'SELECT id FROM {names.store} WHERE "user" = NEW.id'),
            _rename("xmppstore", names.store, '"user", name', "NEW.id"),
        ),
        backfill=(
            """INSERT INTO edgewise_store (host, "user", store)
            SELECT DISTINCT host, "user", store FROM {table} WHERE store_id IS NULL ORDER BY 1, 2, 3""",
            """UPDATE {table} SET store_id = (SELECT v.id FROM edgewise_store v
            WHERE v.host = {table}.host AND v."user" = {table}."user" AND v.store = {table}.store)
            WHERE store_id IS NULL""",
        ),
    )


def _store_view(names: Names) -> tuple[str, str]:
    """The stores by name; an INSERT makes the store, its user and its host where they are missing.

    New ids come from last_insert_rowid(): inside a trigger, sqlite_sequence lags behind.
    """
    no_host = f"NOT EXISTS (SELECT 1 FROM {names.host} WHERE name = NEW.host)"
    host = f"{names.host} h WHERE h.name = NEW.host"
    no_user = f"""NOT EXISTS (SELECT 1 FROM {names.user} u WHERE u.host = h.id AND u.name = NEW."user")"""
    user = f"""{names.host} h JOIN {names.user} u ON u.host = h.id WHERE h.name = NEW.host AND u.name = NEW."user" """
    no_store = f"""NOT EXISTS (SELECT 1 FROM {names.store} s WHERE s."user" = u.id AND s.name = NEW.store)"""
    return f"""
        CREATE VIEW edgewise_store AS SELECT s.id, h.name AS host, u.name AS "user", s.name AS store
        FROM {names.store} s JOIN {names.user} u ON u.id = s."user" JOIN {names.host} h ON h.id = u.host
        """, f"""
        CREATE TRIGGER edgewise_store_insert INSTEAD OF INSERT ON edgewise_store BEGIN
            INSERT INTO {names.objects} (type) SELECT 'xmpphost' WHERE {no_host};
            INSERT INTO {names.host} (id, name) SELECT last_insert_rowid(), NEW.host WHERE {no_host};
            INSERT INTO {names.objects} (type) SELECT 'xmppuser' FROM {host} AND {no_user};
            INSERT INTO {names.user} (id, host, name)
                SELECT last_insert_rowid(), h.id, NEW."user" FROM {host} AND {no_user};
            INSERT INTO {names.objects} (type) SELECT 'xmppstore' FROM {user} AND {no_store};
            INSERT INTO {names.store} (id, "user", name)
                SELECT last_insert_rowid(), u.id, NEW.store FROM {user} AND {no_store};
        END"""


def _fill(table: str) -> str:
    """The trigger that gives a new row its store_id."""
    store = 'SELECT id FROM edgewise_store WHERE host = NEW.host AND "user" = NEW."user" AND store = NEW.store'
    return f"""
        CREATE TRIGGER edgewise_{table}_insert AFTER INSERT ON {table} WHEN NEW.store_id IS NULL BEGIN
            INSERT INTO edgewise_store (host, "user", store)
                SELECT NEW.host, NEW."user", NEW.store WHERE NOT EXISTS ({store});
            UPDATE {table} SET store_id = ({store}) WHERE rowid = NEW.rowid;
        END"""


def _rename(type_name: str, table: str, columns: str, stores: str) -> str:
    """The trigger that lets Prosody's rows follow when an object gets another name or owner."""
    updates = "".join(f"""
            UPDATE {of} SET (host, "user", store) =
                (SELECT v.host, v."user", v.store FROM edgewise_store v WHERE v.id = {of}.store_id)
            WHERE store_id IN ({stores});""" for of in PROSODY_TABLES)
    return f"""
        CREATE TRIGGER edgewise_{type_name}_rename AFTER UPDATE OF {columns} ON {table} BEGIN{updates}
        END"""
