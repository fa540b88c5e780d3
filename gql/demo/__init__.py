"""The demonstration: a small made-up network that `edgewise serve --demo` puts into an empty database."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import peewee

from gql.demo.irc import SHEETS
from gql.demo.sheets import Cell
from gql.demo.xmpp import HOST, PASSWORDS, archives, keyvals
from gql.errors import NotADemo
from gql.opening import is_missing
from models.catalogue import Field, ObjectID
from models.database import Database, first_line, quoted, transaction
from models.database_url import masked
from models.errors import DatabaseUnavailable
from models.importing.source import open_source
from models.introspection import read_tables
from models.kinds import Scalar
from models.lua.value import Table
from models.network import Network
from models.xmpp.stanza import archive_row

Plain = str | int | Mapping[Any, Any]

ARCHIVE_COLUMNS = ("host", "user", "store", "key", "when", "with", "type", "value")

LOGIN, PASSWORD = f"alice@{HOST}", PASSWORDS["alice"]
"""Who may log in to /data; the others are in gql.demo.xmpp."""


def check(url: str, *, prefix: str) -> None:
    """Look whether the demonstration may be shown in a database: it is missing, empty, or holds it already.

    The demonstration is known by its host: no real one has a name under `example`. Nothing is changed.
    Raises NotADemo, InvalidURL, DatabaseUnavailable, NotADatabase.
    """
    if is_missing(url):
        return
    with open_source(url) as database:
        try:
            refused = _holds_other_data(database, prefix)
        except peewee.PeeweeException as error:
            raise DatabaseUnavailable(f"cannot read {masked(url)}: {first_line(error)}") from error
    if refused:
        raise NotADemo("the database holds other data; leave --demo out, or name a new database with --database")


def fill(network: Network) -> None:
    """Put the demonstration into a database without objects, in one transaction; else do nothing."""
    with transaction(network.database):
        if not network.tables.objects.select().exists():
            _create_objects(network)
            for host, user, store, value in keyvals():
                network.stores.put(host, user, store, to_lua(value))
            archived = [_archived(*item) for item in archives()]
            network.stores.statements.insert("prosodyarchive", ARCHIVE_COLUMNS, archived)


def to_lua(value: Plain) -> bytes | int | Table:
    """The value of a store for one written in Python: texts are bytes there, dicts are tables."""
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, int):
        return value
    table = Table()
    for key, inner in value.items():
        table.set(to_lua(key), to_lua(inner))
    return table


def _archived(host: str, user: str, store: str, item: Plain) -> tuple[str | int, ...]:
    """The row of an archive as Prosody writes it; the database finds its store."""
    row = archive_row(to_lua(item))
    if row is None:
        raise ValueError(f"no row of an archive can hold {item}")
    return host, user, store, row.key.decode(), int(row.when), row.with_.decode(), row.type, row.value.decode()


def _holds_other_data(database: Database, prefix: str) -> bool:
    existing = read_tables(database)
    kept = [name for name in (f"{prefix}objects", "prosody", "prosodyarchive") if name in existing]
    if not any(database.execute_sql(f"SELECT 1 FROM {quoted(database, name)} LIMIT 1").fetchone() for name in kept):
        return False
    hosts = quoted(database, f"{prefix}xmpphost")
    known = database.execute_sql(f"SELECT name FROM {hosts}").fetchall() if f"{prefix}xmpphost" in existing else ()
    return (HOST,) not in known


def _create_objects(network: Network) -> None:
    made: dict[str, ObjectID] = {}
    for one in SHEETS:
        type_ = network.catalogue[one.type]
        fields = [type_.field(name) for name in one.fields]
        for row in one.rows:
            values = {field.name: _scalar(field, cell, made) for field, cell in zip(fields, row, strict=True)}
            made[f"{one.type}:{row[0]}"] = ObjectID(one.type, network.store.create(one.type, values))


def _scalar(field: Field, cell: Cell, made: dict[str, ObjectID]) -> Scalar:
    return made[cell] if field.reference and isinstance(cell, str) else cell
