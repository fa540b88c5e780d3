"""Accounts of the IRC services and users of the XMPP server that are the same person."""
from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import peewee

from models.casemap import CaseMap
from models.jid import JID
from models.preparation import nameprep, nodeprep
from models.query.nodes import among, parameter, sql
from models.search import SearchIndex
from models.store import Store
from models.xmpp.address import find_prepared
from models.xmpp.store_rows import StoreRows, pieces

SEARCHED = ("account", "display")
"""The (type, field) whose search index makes `accounts` quick; models.searches makes it."""


@dataclass(frozen=True)
class LinkRule:
    """Which account is which user of a host: an account's display is a user's node.

    They belong together if the prepared display (RFC 6122) is the node, and if both are the same name on IRC
    too. So of letters beyond ASCII, which have no case on IRC, the display must have the small ones.
    """

    host: str
    casemap: CaseMap

    @cached_property
    def domain(self) -> str:
        """The host as it is stored."""
        return nameprep(self.host) or self.host

    def node(self, display: str) -> str | None:
        """The node of an account's user; None if there can be none."""
        node = nodeprep(display)
        return node if node and self.casemap.fold(node) == self.casemap.fold(display) else None


class AccountLink:
    """The link between the accounts and the users of one host."""

    def __init__(self, rows: StoreRows, store: Store, host: str) -> None:
        self._rows, self._store, self._tables, self._casemap = rows, store, store.tables, store.casemap
        self._rule = LinkRule(host, store.casemap)

    def users(self, displays: Collection[str]) -> dict[str, int]:
        """The ids of the users (xmppuser) of the accounts with these displays; those without are left out.

        One statement.
        """
        jids = {display: JID(node, self._rule.domain) for display in displays if (node := self._rule.node(display))}
        found = find_prepared(self._rows, jids.values())
        return {display: found[jid] for display, jid in jids.items() if jid in found}

    def accounts(self, ids: Collection[int]) -> dict[int, int]:
        """The ids of the accounts of these users, of several the lowest; those without are left out. One statement."""
        found: dict[int, int] = {}
        for some in pieces(ids):
            for user, node, account, display in self._rows.run(self._matches(some)):
                if self._rule.node(display) == node:
                    found[user] = min(account, found.get(user, account))
        return found

    def _matches(self, ids: Sequence[int]) -> Any:
        """The users of the host among some, each with the accounts that have the same name on IRC."""
        user, account = self._search("xmppuser", "name"), self._search(*SEARCHED)
        host = self._tables["xmpphost"].alias()
        of_host = peewee.Column(host, "id") == peewee.Column(user.source, "host")
        same = account.equals(user.text, indexed=self._store.is_indexed(*SEARCHED))
        hosted = peewee.Join(user.source, host, peewee.JOIN.INNER, of_host)
        columns = [peewee.Column(search.source, name) for search, name in (
            (user, "id"), (user, "name"), (account, "id"), (account, SEARCHED[1]))]
        query = peewee.Select([peewee.Join(hosted, account.source, peewee.JOIN.INNER, same)], columns)
        on_host = sql(peewee.Column(host, "name"), " = ", parameter(self._rule.domain))
        return query.where(on_host & among(peewee.Column(user.source, "id"), ids))

    def _search(self, type_name: str, field_name: str) -> SearchIndex:
        type_ = self._tables.catalogue[type_name]
        source = self._tables[type_name].alias()
        return SearchIndex(self._tables, self._casemap, type_, type_.field(field_name), source)
