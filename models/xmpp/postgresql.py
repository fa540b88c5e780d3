"""The XMPP side's tables and triggers on PostgreSQL."""
from __future__ import annotations

from models.xmpp.definitions import PROSODY_TABLES, Definitions, Names

_PROSODY = {
    # as a real Prosody 0.12.3 makes them
    "prosody": (
        """CREATE TABLE prosody (host TEXT NOT NULL, "user" TEXT NOT NULL, store TEXT NOT NULL, key TEXT NOT NULL,
        type TEXT NOT NULL, value TEXT NOT NULL)""",
        'CREATE INDEX prosody_index ON prosody (host, "user", store, key)',
    ),
    "prosodyarchive": (
        """CREATE TABLE prosodyarchive (sort_id BIGSERIAL PRIMARY KEY, host TEXT NOT NULL, "user" TEXT NOT NULL,
        store TEXT NOT NULL, key TEXT NOT NULL, "when" INTEGER NOT NULL, "with" TEXT NOT NULL, type TEXT NOT NULL,
        value TEXT NOT NULL)""",
        'CREATE UNIQUE INDEX prosodyarchive_index ON prosodyarchive (host, "user", store, key)',
        'CREATE INDEX prosodyarchive_with_when ON prosodyarchive (host, "user", store, "with", "when")',
        'CREATE INDEX prosodyarchive_when ON prosodyarchive (host, "user", store, "when")',
        'CREATE INDEX prosodyarchive_sort ON prosodyarchive (host, "user", store, sort_id)',
    ),
}

_AS_OWNER = "SECURITY DEFINER SET search_path FROM CURRENT"
"""Prosody's role needs no right to edgewise's tables."""


def definitions(names: Names) -> Definitions:
    """All definitions for tables of these names."""
    return Definitions(
        tables=_PROSODY | {"edgewise_item": (
            f"""CREATE TABLE edgewise_item (id BIGSERIAL PRIMARY KEY,
                store_id BIGINT NOT NULL REFERENCES {names.objects} (id) ON DELETE CASCADE,
                type TEXT NOT NULL, value TEXT NOT NULL)""",
            "CREATE INDEX edgewise_item_store ON edgewise_item (store_id)",
        )},
        column=(
            f"ALTER TABLE {{table}} ADD COLUMN store_id BIGINT REFERENCES {names.objects} (id) ON DELETE CASCADE",
            "CREATE INDEX edgewise_{table}_store ON {table} (store_id)",
        ),
        triggers=(
            _find_store(names),
            f"""CREATE OR REPLACE FUNCTION edgewise_fill() RETURNS trigger LANGUAGE plpgsql {_AS_OWNER} AS $$
            BEGIN
                NEW.store_id := edgewise_store(NEW.host, NEW."user", NEW.store);
                RETURN NEW;
            END $$""",
            *(f"""CREATE OR REPLACE TRIGGER edgewise_{table}_insert BEFORE INSERT ON {table} FOR EACH ROW
                WHEN (NEW.store_id IS NULL) EXECUTE FUNCTION edgewise_fill()""" for table in PROSODY_TABLES),
            *_rename("xmpphost", names, names.host, "name", "u.host"),
            *_rename("xmppuser", names, names.user, "host, name", "u.id"),
            *_rename("xmppstore", names, names.store, '"user", name', "s.id"),
        ),
        backfill=(
            'UPDATE {table} SET store_id = edgewise_store(host, "user", store) WHERE store_id IS NULL',
        ),
    )


def _find_store(names: Names) -> str:
    """A function: the id of a store by name; the store, its user and its host are made where they are missing.

    When two transactions make the same one at once, the second waits for the first and takes what that made.
    """
    return f"""
        CREATE OR REPLACE FUNCTION edgewise_store(of_host text, of_user text, named text) RETURNS bigint
        LANGUAGE plpgsql {_AS_OWNER} AS $$
        DECLARE host_id bigint; user_id bigint; found_id bigint;
        BEGIN
            SELECT s.id INTO found_id
            FROM {names.host} h JOIN {names.user} u ON u.host = h.id JOIN {names.store} s ON s."user" = u.id
            WHERE h.name = of_host AND u.name = of_user AND s.name = named;
            IF FOUND THEN
                RETURN found_id;
            END IF;
            {_make(names, names.host, "xmpphost", "host_id", "name = of_host", "name", "of_host")}
            {_make(names, names.user, "xmppuser", "user_id", "host = host_id AND name = of_user",
                   "host, name", "host_id, of_user")}
            {_make(names, names.store, "xmppstore", "found_id", '"user" = user_id AND name = named',
                   '"user", name', "user_id, named")}
            RETURN found_id;
        END $$"""


def _make(names: Names, table: str, type_name: str, variable: str, condition: str, columns: str, values: str) -> str:
    return f"""LOOP
                SELECT id INTO {variable} FROM {table} WHERE {condition};
                EXIT WHEN FOUND;
                INSERT INTO {names.objects} (type) VALUES ('{type_name}') RETURNING id INTO {variable};
                INSERT INTO {table} (id, {columns}) VALUES ({variable}, {values}) ON CONFLICT DO NOTHING;
                EXIT WHEN FOUND;
                DELETE FROM {names.objects} WHERE id = {variable};
            END LOOP;"""


def _rename(type_name: str, names: Names, table: str, columns: str, id_: str) -> tuple[str, str]:
    """A trigger that lets Prosody's rows follow when an object gets another name or owner, and its function."""
    updates = "".join(f"""
                UPDATE {of} SET host = h.name, "user" = u.name, store = s.name
                FROM {names.host} h JOIN {names.user} u ON u.host = h.id JOIN {names.store} s ON s."user" = u.id
                WHERE {of}.store_id = s.id AND {id_} = NEW.id;""" for of in PROSODY_TABLES)
    return f"""
        CREATE OR REPLACE FUNCTION edgewise_{type_name}_rename() RETURNS trigger LANGUAGE plpgsql {_AS_OWNER} AS $$
            BEGIN{updates}
                RETURN NULL;
            END $$""", f"""
        CREATE OR REPLACE TRIGGER edgewise_{type_name}_rename AFTER UPDATE OF {columns} ON {table} FOR EACH ROW
            EXECUTE FUNCTION edgewise_{type_name}_rename()"""
