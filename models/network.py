"""One chat network: its database, opened, with everything that the doors need of it."""
from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import peewee

from models.access import ACCESS
from models.base import Tables
from models.builtin import BUILTIN_TYPES
from models.casemap import CaseMap
from models.catalogue import Catalogue, ObjectType
from models.database import Database, begin_use, connect, first_line
from models.discovery import discover
from models.errors import DatabaseUnavailable
from models.introspection import fingerprint, read_tables
from models.plugins import plugin_rules, plugin_types
from models.rule_checks import check_rules
from models.rules import Opening, Rule, Rules
from models.schema import check_version, create_missing, schema_lock
from models.search import searched_before
from models.searches import Searches
from models.store import Store
from models.succession import rules
from models.values import XmppStores
from models.workers import Workers
from models.xmpp.schema import ensure_xmpp
from models.xmpp.views import XmppViews

DEFAULT_PREFIX = "anope_db_"
"""What Anope's SQL module puts before the names of its tables unless it is told otherwise."""


@dataclass(frozen=True)
class Origin:
    """What a network is made from: a database, the types that it shall have at least, and who may see what."""

    database: Database
    prefix: str
    casemap: CaseMap
    declared: tuple[ObjectType, ...]
    rules: Rules


class Network:
    """The objects, stores and workers of one network.

    Made by `open`; `close` it at the end. `store` reads and writes objects, `stores` the values of XMPP
    users, `views` say what these mean, `searches` finds objects by name, `workers` says which thread does so,
    `rules` say for whom.
    """

    def __init__(self, origin: Origin, workers: Workers | None = None) -> None:
        """Make what is missing in the database; raises peewee.PeeweeException and CatalogueError."""
        self.origin, self.database, self.casemap, self.rules = origin, origin.database, origin.casemap, origin.rules
        self.tables, indexes = _prepared(origin, first=workers is None)
        self.catalogue = self.tables.catalogue
        searched = searched_before(self.tables, self.casemap, indexes)
        self.store = Store(self.tables, self.casemap, rules(self.casemap), searched)
        self.stores, self.views = XmppStores(self.tables), XmppViews(self.tables)
        self.workers = workers or Workers(self.database)
        self.searches = Searches(self.store, self.workers)
        self._seen = fingerprint(self.database)

    @classmethod
    def open(
        cls, url: str, *, prefix: str = DEFAULT_PREFIX, casemap: str = "ascii",
        types: Sequence[ObjectType] | None = None, rules: Mapping[str, Rule] | None = None,
        openings: Mapping[str, Opening] | None = None,
    ) -> Network:
        """Open a database, or create it, and make what is missing in it.

        `types` and `rules` are those of plug-ins; without `types` all that are installed. Types and fields that the
        database has beyond them are discovered. `openings` say by type what the operator changes about rules. Raises
        the SetupErrors of models.errors; then nothing was changed.
        """
        mapping = CaseMap(casemap)
        declared = (*BUILTIN_TYPES, *(plugin_types() if types is None else types))
        brought = rules if rules is not None else plugin_rules() if types is None else {}
        known = Rules({**brought, **ACCESS}, openings)
        database = connect(url, mapping)
        try:
            check_version(database)
            begin_use(database)
            return cls(Origin(database, prefix, mapping, declared, known))
        except BaseException as error:
            database.close()
            if isinstance(error, peewee.PeeweeException):
                raise DatabaseUnavailable(f"cannot use the database: {first_line(error)}") from error
            raise

    def is_current(self) -> bool:
        """Whether no table and no column has come or gone since this network last looked."""
        return fingerprint(self.database) == self._seen

    def renewed(self) -> Network:
        """The network of the types that the database has now: this one, if they are still the same.

        Another one shares the database and the workers, so either may go on being used. Writes what
        is missing; raises peewee.PeeweeException and CatalogueError.
        """
        other = Network(self.origin, self.workers)
        if other.catalogue.fingerprint != self.catalogue.fingerprint:
            return other
        self._seen = other._seen
        return self

    def close(self) -> None:
        """End the workers and this thread's connection."""
        self.workers.close()
        if not self.database.is_closed():
            self.database.close()


def _prepared(origin: Origin, *, first: bool) -> tuple[Tables, Collection[str]]:
    """The tables of all types that are declared or found, none of which is missing, and the indexes found on them."""
    with schema_lock(origin.database):
        found = read_tables(origin.database)
        catalogue = Catalogue(discover(origin.declared, found, origin.prefix))
        if first:  # later a type that rules speak of may go
            check_rules(origin.rules, catalogue)
        tables = Tables(origin.database, origin.prefix, catalogue)
        create_missing(origin.database, tables, found)
        ensure_xmpp(origin.database, origin.prefix, found)
    return tables, {index for table in found.values() for index in table.indexes}
