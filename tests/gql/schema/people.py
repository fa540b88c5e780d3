"""A network in which every person has an object of every type, and what each of them may see of it.

What is expected stands here in its own words: it does not look at the table that it tests (models.access).
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from models.catalogue import Catalogue, Field, Kind, ObjectID, ObjectType
from models.database import transaction
from models.kinds import Scalar
from models.network import Network
from models.principal import ANONYMOUS, LOCAL_ADMIN, Principal, Role

NEXT: Mapping[str, str] = {"alice": "bob", "bob": "carol", "carol": "alice"}
"""The people; each is successor in the channel of the one before, and has access and an autokick there."""

PRIVACY: Mapping[str, frozenset[str]] = {
    "alice": frozenset(),
    "bob": frozenset({"HIDE_QUIT", "HIDE_MASK"}),
    "carol": frozenset({"HIDE_QUIT", "HIDE_MASK", "NS_PRIVATE", "CS_PRIVATE", "operonly"}),
}
"""The flags by which people hide; all other flags are set for everybody."""

HIDING = frozenset.union(*PRIVACY.values())

SHOWN: Mapping[str, frozenset[str] | None] = {
    "nick": frozenset({"nick", "last_quit", "last_realname", "last_usermask", "time_registered", "last_seen", "nc"}),
    "account": frozenset({"display"}),
    "channel": frozenset({"name", "desc", "time_registered", "last_used", "founder"}),
    "botinfo": frozenset({"nick", "user", "host", "realname", "created"}),
    "nsmiscdata": None,
    "csmiscdata": None,
}
"""What others see of objects that are not private: these fields, None: all."""

HIDDEN: Mapping[tuple[str, str], str] = {("nick", "last_quit"): "HIDE_QUIT", ("nick", "last_usermask"): "HIDE_MASK"}
"""Fields of these that a flag of the account hides."""

GRANTED = frozenset({"accesschanaccess", "flagschanaccess", "xopchanaccess"})
"""Whoever has access sees the entry as the founder does."""

NOBODYS = frozenset({
    "botinfo", "xline", "oper", "forbid", "ignore", "operinfo", "newsitem", "exception", "stats", "dnszone",
    "dnsserver", "dnszonemembership", "dnsip",
})
"""The types whose objects are the operators'."""

FIRST = ("account", "nick", "botinfo", "channel", "memoinfo", "xmpphost", "xmppuser", "dnszone", "dnsserver")
"""The types that others refer to, in an order in which they can be made."""

LINKED_TO_NEXT = frozenset({"successor", "obj"})


OTHERS: Mapping[str, Principal] = {
    "anonymous": ANONYMOUS, "admin": LOCAL_ADMIN, "token": Principal(Role.ADMIN, "token:reader", writes=False)}
"""Who else might ask."""


class Thing(NamedTuple):
    """An object, whose it is, and what its fields hold."""

    id: ObjectID
    person: str
    values: Mapping[str, Scalar]


class Asker(NamedTuple):
    """Who asks: one of the people, anybody, or somebody who sees everything."""

    name: str
    principal: Principal


@dataclass(frozen=True)
class Town:
    """The network and everything in it."""

    network: Network
    things: Mapping[ObjectID, Thing]

    def asker(self, name: str) -> Asker:
        """One of the people, logged in; or one of OTHERS."""
        if name in OTHERS:
            return Asker(name, OTHERS[name])
        own = self.thing("account", name).id.id, self.thing("xmppuser", name).id.id
        return Asker(name, Principal(Role.USER, name, *own))

    def thing(self, type_name: str, person: str) -> Thing:
        """Somebody's object of a type."""
        return next(thing for thing in self.of(type_name) if thing.person == person)

    def of(self, type_name: str) -> list[Thing]:
        """All objects of a type, in id order."""
        return [thing for thing in self.things.values() if thing.id.type == type_name]

    def sees(self, asker: Asker, thing: Thing) -> bool:
        """Whether somebody may see an object."""
        if asker.principal.is_admin or asker.name == "anonymous":
            return asker.principal.is_admin
        return is_own(asker, thing) or (thing.id.type in SHOWN and thing.person != "carol")

    def shows(self, asker: Asker, thing: Thing, field: str) -> bool:
        """Whether an object that somebody may see shows him a field."""
        if asker.principal.is_admin or is_own(asker, thing):
            return True
        shown, hidden = SHOWN[thing.id.type], HIDDEN.get((thing.id.type, field))
        return (shown is None or field in shown) and hidden not in PRIVACY[thing.person]

    def visible(self, asker: Asker, type_name: str) -> list[Thing]:
        """The objects of a type that somebody may see."""
        return [thing for thing in self.of(type_name) if self.sees(asker, thing)]

    def target(self, asker: Asker, thing: Thing, field: str) -> ObjectID | None:
        """Where a reference of an object leads somebody who sees the object."""
        found = thing.values[field]
        if not isinstance(found, ObjectID) or not self.shows(asker, thing, field):
            return None
        return found if self.sees(asker, self.things[found]) else None

    def referring(self, asker: Asker, to: ObjectID, type_name: str, field: str) -> list[Thing]:
        """The objects of which somebody sees that they refer to one that he sees."""
        return [thing for thing in self.visible(asker, type_name) if self.target(asker, thing, field) == to]


def is_own(asker: Asker, thing: Thing) -> bool:
    """Whether somebody sees an object as its owner does."""
    if thing.id.type in NOBODYS:
        return False
    return asker.name == thing.person or (thing.id.type in GRANTED and asker.name == NEXT[thing.person])


def settle(network: Network) -> Town:
    """Make everybody an object of every type."""
    catalogue, things = network.catalogue, dict[ObjectID, Thing]()
    names = [*FIRST, *(type_.name for type_ in catalogue if type_.name not in FIRST)]
    made: dict[tuple[str, str], ObjectID] = {}
    with transaction(network.database):
        for name in names:
            for person in NEXT:
                values = {field.name: _value(catalogue, made, catalogue[name], field, person)
                          for field in catalogue[name].fields}
                id_ = made[name, person] = ObjectID(name, network.store.create(name, values))
                things[id_] = Thing(id_, person, values)
    return Town(network, things)


def _value(
    catalogue: Catalogue, made: Mapping[tuple[str, str], ObjectID], type_: ObjectType, field: Field, person: str,
) -> Any:
    if field.reference:
        owner = NEXT[person] if field.name in LINKED_TO_NEXT or (type_.name, field.name) == ("akick", "nc") else person
        return made[field.reference.target or "account", owner]
    if field.kind is Kind.BOOL:
        return field.name not in HIDING or field.name in PRIVACY[person]
    if field.kind is Kind.ENUM:
        return field.values[-1][0]
    if field.is_number:
        return 1000 + list(NEXT).index(person)
    return f"#{person}" if field.name == "name" and type_.name == "channel" else f"{person}.{type_.name}.{field.name}"
