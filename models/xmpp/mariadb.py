"""The XMPP side's tables and triggers on MariaDB."""
from __future__ import annotations

from models.xmpp.definitions import PROSODY_TABLES, Definitions, Names

_PROSODY = {
    # As a real Prosody 0.12.3 makes them. Other collations it takes for an old layout and refuses to start; its
    # other indexes of prosodyarchive never come about, as their statements give prefixes to numbers.
    "prosody": (
        """CREATE TABLE prosody (host TEXT NOT NULL, user TEXT NOT NULL, store TEXT NOT NULL, `key` TEXT NOT NULL,
        type TEXT NOT NULL, value MEDIUMTEXT NOT NULL) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin""",
        "CREATE INDEX prosody_index ON prosody (host(20), user(20), store(20), `key`(20))",
    ),
    "prosodyarchive": (
        """CREATE TABLE prosodyarchive (sort_id INTEGER PRIMARY KEY AUTO_INCREMENT, host TEXT NOT NULL,
        user TEXT NOT NULL, store TEXT NOT NULL, `key` TEXT NOT NULL, `when` INTEGER NOT NULL, `with` TEXT NOT NULL,
        type TEXT NOT NULL, value MEDIUMTEXT NOT NULL) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin""",
        "CREATE INDEX prosodyarchive_index ON prosodyarchive (host(20), user(20), store(20), `key`(20))",
    ),
}

_NAME = "LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"
"""The type of the names of objects: "a" and "a " are two."""


def definitions(names: Names) -> Definitions:
    """All definitions for tables of these names."""
    return Definitions(
        tables=_PROSODY | {"edgewise_item": (
            f"""CREATE TABLE edgewise_item (id BIGINT PRIMARY KEY AUTO_INCREMENT, store_id BIGINT NOT NULL,
                type TEXT NOT NULL, value LONGTEXT NOT NULL,
                FOREIGN KEY (store_id) REFERENCES {names.objects} (id) ON DELETE CASCADE)
                ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin""",
        ), "edgewise_claim": (
            f"""CREATE TABLE edgewise_claim (hash BINARY(32) PRIMARY KEY, id BIGINT NULL,
                FOREIGN KEY (id) REFERENCES {names.objects} (id) ON DELETE CASCADE) ENGINE=InnoDB""",
        )},
        column=(
            f"""ALTER TABLE {{table}} ADD COLUMN store_id BIGINT NULL, ADD CONSTRAINT edgewise_{{table}}_store
            FOREIGN KEY (store_id) REFERENCES {names.objects} (id) ON DELETE CASCADE""",
        ),
        triggers=(
            _find_store(names),
            *(f"""CREATE OR REPLACE TRIGGER edgewise_{table}_insert BEFORE INSERT ON {table} FOR EACH ROW
                IF NEW.store_id IS NULL THEN
                    CALL edgewise_store(NEW.host, NEW.user, NEW.store, NEW.store_id);
                END IF""" for table in PROSODY_TABLES),
            _rename("xmpphost", names, names.host, "u.host"),
            _rename("xmppuser", names, names.user, "u.id"),
            _rename("xmppstore", names, names.store, "s.id"),
        ),
        backfill=(),
    )


def _find_store(names: Names) -> str:
    """A procedure: the id of a store by name; the store, its user and its host are made where they are missing.

    When two transactions make the same one at once, the second waits at edgewise_claim until the first is through
    and takes the id from there, though its own snapshot may not show that object yet. No object is made in vain:
    to delete one here would crash the server (MariaDB 10.11), as foreign keys lead from the objects to the table
    whose trigger runs.
    """
    return f"""
        CREATE OR REPLACE PROCEDURE edgewise_store(of_host {_NAME}, of_user {_NAME}, named {_NAME}, OUT found_id BIGINT)
        MODIFIES SQL DATA
        BEGIN
            DECLARE host_id, user_id BIGINT;
            DECLARE claim BINARY(32);
            DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
            SELECT s.id INTO found_id
                FROM {names.host} h JOIN {names.user} u ON u.host = h.id JOIN {names.store} s ON s.user = u.id
                WHERE h.name = of_host AND u.name = of_user AND s.name = named;
            IF found_id IS NULL THEN
            {_make(names, names.host, "xmpphost", "host_id", "name = of_host", "name", "of_host")}
            {_make(names, names.user, "xmppuser", "user_id", "host = host_id AND name = of_user",
                   "host, name", "host_id, of_user")}
            {_make(names, names.store, "xmppstore", "found_id", "user = user_id AND name = named",
                   "user, name", "user_id, named")}
            END IF;
        END"""


def _make(names: Names, table: str, type_name: str, variable: str, condition: str, columns: str, values: str) -> str:
    # Only a SELECT of its own reads without locks, and only from a table that no statement here reads with locks:
    # else it locks the gap where other writers make theirs.
    return f"""SELECT id INTO {variable} FROM {table} AS seen WHERE {condition};
            IF {variable} IS NULL THEN
                SET claim = unhex(sha2(concat_ws('/', '{type_name}', {values}), 256));
                SET {variable} = LAST_INSERT_ID(0);
                INSERT INTO edgewise_claim (hash) VALUES (claim) ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id);
                SET {variable} = LAST_INSERT_ID();
                IF {variable} = 0 THEN
                    INSERT INTO {names.objects} (type) VALUES ('{type_name}');
                    SET {variable} = LAST_INSERT_ID();
                    INSERT INTO {table} (id, {columns}) VALUES ({variable}, {values});
                    UPDATE edgewise_claim SET id = {variable} WHERE hash = claim;
                END IF;
            END IF;"""


def _rename(type_name: str, names: Names, table: str, id_: str) -> str:
    """The trigger that lets Prosody's rows follow when an object gets another name or owner."""
    release = "DELETE FROM edgewise_claim WHERE id = NEW.id;"
    updates = "".join(f"""
            UPDATE {of} JOIN {names.store} s ON s.id = {of}.store_id
            JOIN {names.user} u ON u.id = s.user JOIN {names.host} h ON h.id = u.host
            SET {of}.host = h.name, {of}.user = u.name, {of}.store = s.name WHERE {id_} = NEW.id;"""
                      for of in PROSODY_TABLES)
    return f"""
        CREATE OR REPLACE TRIGGER edgewise_{type_name}_rename AFTER UPDATE ON {table} FOR EACH ROW
        BEGIN
            {release}{updates}
        END"""
