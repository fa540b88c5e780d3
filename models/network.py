"""One chat network: its database, opened, with everything that the doors need of it."""
from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import peewee

from models.base import Tables
from models.builtin import BUILTIN_TYPES
from models.casemap import CaseMap
from models.catalogue import Catalogue, ObjectType
from models.database import Database, begin_use, connect, first_line
from models.discovery import discover
from models.errors import DatabaseUnavailable
from models.introspection import read_tables
from models.plugins import plugin_types
from models.schema import check_version, create_missing, schema_lock
from models.search import searched_before
from models.searches import Searches
from models.store import Store
from models.succession import rules
from models.values import XmppStores
from models.workers import Workers
from models.xmpp.schema import ensure_xmpp

DEFAULT_PREFIX = "anope_db_"
"""What Anope's SQL module puts before the names of its tables unless it is told otherwise."""


class Network:
    """The objects, stores and workers of one network.

    Made by `open`; `close` it at the end. `store` reads and writes objects, `searches` finds them by
    name, `workers` says which thread does so.
    """

    def __init__(
        self, database: Database, tables: Tables, casemap: CaseMap, indexes: Collection[str] = ()
    ) -> None:
        """`indexes`: the names of those that the database has."""
        self.database, self.tables, self.casemap = database, tables, casemap
        self.catalogue = tables.catalogue
        self.store = Store(tables, casemap, rules(casemap), searched_before(tables, casemap, indexes))
        self.stores = XmppStores(tables)
        self.workers = Workers(database)
        self.searches = Searches(self.store, self.workers)

    @classmethod
    def open(
        cls, url: str, *, prefix: str = DEFAULT_PREFIX, casemap: str = "ascii",
        types: Sequence[ObjectType] | None = None,
    ) -> Network:
        """Open a database, or create it, and make what is missing in it.

        `types` are those of plug-ins; by default all that are installed. Types and fields that the database
        has beyond them are discovered. Raises the SetupErrors of models.errors; then nothing was changed.
        """
        mapping = CaseMap(casemap)
        declared = (*BUILTIN_TYPES, *(plugin_types() if types is None else types))
        database = connect(url, mapping)
        try:
            check_version(database)
            begin_use(database)
            tables, indexes = _prepared(database, prefix, declared)
            return cls(database, tables, mapping, indexes)
        except BaseException as error:
            database.close()
            if isinstance(error, peewee.PeeweeException):
                raise DatabaseUnavailable(f"cannot use the database: {first_line(error)}") from error
            raise

    def close(self) -> None:
        """End the workers and this thread's connection."""
        self.workers.close()
        if not self.database.is_closed():
            self.database.close()


def _prepared(database: Database, prefix: str, declared: Iterable[ObjectType]) -> tuple[Tables, Collection[str]]:
    """The tables of all types that are declared or found, none of which is missing, and the indexes found on them."""
    with schema_lock(database):
        found = read_tables(database)
        tables = Tables(database, prefix, Catalogue(discover(declared, found, prefix)))
        create_missing(database, tables, found)
        ensure_xmpp(database, prefix, found)
    return tables, {index for table in found.values() for index in table.indexes}
