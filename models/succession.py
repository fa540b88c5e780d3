"""The services' own rules on delete: who inherits a channel, and what an account's nicks mean to it."""
from __future__ import annotations

from collections.abc import Iterator, Mapping

from peewee import fn

from models.base import Tables
from models.casemap import CaseMap
from models.catalogue import ObjectID
from models.closure import Draft, Rule

CHANNEL_LIMIT = 20
"""How many channels an account may found and still inherit another (contract/rest, "Deleting")."""

ACCESS_TYPES = ("accesschanaccess", "flagschanaccess", "xopchanaccess")
"""The kinds of access entries, best first."""


def rules(casemap: CaseMap) -> Mapping[str, Rule]:
    """The rules by the type whose delete they are about."""
    return {"account": _account, "nick": NickRule(casemap)}


def _account(tables: Tables, account: ObjectID, draft: Draft) -> None:
    """Hand each founded channel to its heir, or delete it where there is none."""
    channel = tables["channel"]
    founded = channel.select(channel.id, channel.successor).where(channel.founder == account.id).order_by(channel.id)
    for id_, successor in list(founded.tuples()):
        heir = next(_heirs(tables, id_, successor, draft), None)
        if heir is None:
            draft.delete(ObjectID("channel", id_))
        else:
            draft.changed[ObjectID("channel", id_), "founder"] = ObjectID("account", heir)
            if successor is not None:
                draft.unset[ObjectID("channel", id_), "successor"] = None


def _heirs(tables: Tables, channel_id: int, successor: int | None, draft: Draft) -> Iterator[int]:
    """The accounts that may inherit a channel, best first."""
    candidates = [successor] if successor is not None else []
    for id_ in (*candidates, *_access_holders(tables, channel_id)):
        if ObjectID("account", id_) not in draft.deleted and _founded(tables, id_, draft) < CHANNEL_LIMIT:
            yield id_


def _access_holders(tables: Tables, channel_id: int) -> Iterator[int]:
    """The accounts with access to a channel: by level, highest first, then by the entry's id."""
    for type_name in ACCESS_TYPES:
        entry, objects = tables[type_name], tables.objects
        order = [entry.id]
        if type_name == "accesschanaccess":
            # COMPAT: a level that was never set is 0, which also stands in databases that hold it as text
            order.insert(0, fn.coalesce(entry.level.cast("INTEGER"), 0).desc())
        query = entry.select(entry.obj).join(objects, on=objects.id == entry.obj)
        for (holder,) in query.where((entry.ci == channel_id) & (objects.type == "account")).order_by(*order).tuples():
            yield holder


def _founded(tables: Tables, account_id: int, draft: Draft) -> int:
    """How many channels the account founded, with those it inherits and loses in this delete."""
    channel = tables["channel"]
    founded = {id_ for (id_,) in channel.select(channel.id).where(channel.founder == account_id).tuples()}
    lost = {object_id.id for object_id in draft.deleted if object_id.type == "channel"}
    heir = ObjectID("account", account_id)
    inherited = {object_id.id for (object_id, name), new in draft.changed.items() if name == "founder" and new == heir}
    return len((founded - lost) | inherited)


class NickRule:
    """The last nick of an account takes it along; the display passes on to the nick with the lowest id."""

    def __init__(self, casemap: CaseMap) -> None:
        self._fold = casemap.fold

    def __call__(self, tables: Tables, object_id: ObjectID, draft: Draft) -> None:
        """Look at the nick's account before the nick is gone."""
        nick = tables["nick"]
        name, owner = nick.select(nick.nick, nick.nc).where(nick.id == object_id.id).tuples().get()
        if owner is None:
            return
        remaining = nick.select(nick.id, nick.nick).where(nick.nc == owner).order_by(nick.id).tuples()
        names = [other for id_, other in remaining if ObjectID("nick", id_) not in draft.deleted]
        if not names:
            draft.delete(ObjectID("account", owner))
        elif self._is_display(tables, owner, name):
            draft.changed[ObjectID("account", owner), "display"] = names[0] or ""

    def _is_display(self, tables: Tables, owner: int, name: str | None) -> bool:
        account = tables["account"]
        display = account.select(account.display).where(account.id == owner).scalar()
        return self._fold(display or "") == self._fold(name or "")
