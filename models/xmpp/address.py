"""Addresses, and the users behind them."""
from __future__ import annotations

from collections.abc import Collection, Sequence

from models.jid import JID, parse_jid
from models.query.nodes import among, sql
from models.stored import is_storable
from models.xmpp.store_rows import MOST_IDS, StoreRows, pieces

MOST_ADDRESSES = MOST_IDS // 2
"""How many addresses one statement names, with two parameters each."""


def find_users(rows: StoreRows, texts: Collection[str]) -> dict[str, int]:
    """The ids of the users with these addresses, in any spelling, with or without a resource.

    Those that are nobody's here are left out: on other hosts, of unknown users, no user's address at all. One
    statement for up to MOST_ADDRESSES.
    """
    prepared = {text: jid for text in texts if (jid := parse_jid(text))}
    found = find_prepared(rows, prepared.values())
    return {text: found[jid] for text, jid in prepared.items() if jid in found}


def find_prepared(rows: StoreRows, jids: Collection[JID]) -> dict[JID, int]:
    """The ids of the users with these addresses, likewise."""
    found: dict[JID, int] = {}
    wanted = [jid for jid in dict.fromkeys(jids) if is_storable(str(jid))]
    for start in range(0, len(wanted), MOST_ADDRESSES):
        found |= _look_up(rows, wanted[start:start + MOST_ADDRESSES])
    return found


def addresses(rows: StoreRows, ids: Collection[int]) -> dict[int, str]:
    """The addresses of users, `node@domain`; of the owner of a host's own stores the domain. One statement."""
    found: dict[int, str] = {}
    columns = f"u.id, {rows.bytes('u.name')}, {rows.bytes('h.name')}"
    for some in pieces(ids):
        query = sql(f"SELECT {columns} FROM {rows.user} u JOIN {rows.host} h ON h.id = u.host WHERE ",
                    among(sql("u.id"), some))
        for id_, *names in rows.run(query):
            found[id_] = "@".join(name.decode("utf-8", "backslashreplace") for name in names if name)
    return found


def _look_up(rows: StoreRows, jids: Sequence[JID]) -> dict[JID, int]:
    mark = rows.database.param
    values = ", ".join([f"({mark}, {mark})"] * len(jids))
    # these words keep SQLite and MariaDB from going through all users instead
    join = "STRAIGHT_JOIN" if rows.database.engine == "mysql" else "CROSS JOIN"
    found = rows.database.execute_sql(
        f"WITH wanted (node, domain) AS (VALUES {values}) SELECT w.node, w.domain, u.id FROM wanted w "
        f"{join} {rows.host} h {join} {rows.user} u WHERE h.name = w.domain AND u.host = h.id AND u.name = w.node",
        [part for jid in jids for part in jid],
    )
    return {JID(node, domain): id_ for node, domain, id_ in found.fetchall()}
