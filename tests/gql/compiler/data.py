"""Objects of every built-in type with values that are awkward somewhere, the same in every run."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from models.catalogue import INTEGER_RANGES, Catalogue, Field, Kind, ObjectID, ObjectType
from models.database import quoted, transaction
from models.kinds import Scalar
from models.network import Network

TEXTS: tuple[str | None, ...] = (
    None, None, "", " ", "a", "A", "a ", " a", "b", "ab", "aB", "a_b", "a%b", "a\\b", "\\", "it's", 'a"b', "[x]", "{X}",
    "~", "^", "ä", "Ä", "e\u0301", "İ", "日本", "😀", "a😀b", "\U0010ffff", "\u2028", "\x01\x1f\x7f", "tab\t",
    "new\r\nline",    "</script>", "10", "9", "NULL", "null", "z" * 191, "z" * 200 + "a", "z" * 200 + "B",
)
NUMBERS: Mapping[Kind, tuple[int, ...]] = {
    kind: tuple(number for number in (
        0, 1, 2, 9, 10, -1, 60, 1477868231, 2**31 - 1, 2**31, -(2**31), 2**32 - 1, 2**53 + 1, 253402300799,
        253402300800, -62135596800, -62135596801, 2**63 - 1, -(2**63)) if number in allowed)
    for kind, allowed in INTEGER_RANGES.items()
}
"""Both ends of every kind and of the years that RFC 3339 can write."""

PEOPLE = ("Alice", "alice", "BOB", "carol", "Zoë", "juliet")
"""Displays of accounts; the corpora have XMPP users of such names."""

OBJECTS = 12
"""How many objects of each type there are; of accounts and channels more."""

NUMEROUS: Mapping[str, int] = {"account": 24, "nick": 40, "channel": 18, "accesschanaccess": 40}


def fill(network: Network, seed: int = 20) -> None:
    """Create objects of every type, each referring only to what exists."""
    random, ids = Random(seed), dict[str, list[ObjectID]]()
    with transaction(network.database):
        for type_ in _in_order(network.catalogue):
            ids[type_.name] = [
                ObjectID(type_.name, network.store.create(type_.name, row)) for row in _rows(random, type_, ids)]


def as_other_programs_write(network: Network, seed: int = 20) -> None:
    """Give some enum fields the numbers of their values, or what is none."""
    random = Random(seed)
    for type_ in network.catalogue:
        for field in type_.fields:
            if field.kind is Kind.ENUM:
                for _ in range(3):
                    written = random.choice([*(str(number) for _, number in field.values), "neither"])
                    overwrite(network, type_, field, written, random)


def overwrite(network: Network, type_: ObjectType, field: Field, value: object, random: Random) -> None:
    """Write a value into a field of some object of a type, if there is any."""
    if rows := network.store.page(type_.name):
        write_into(network, random.choice(rows).id, type_, field, value)


def write_into(network: Network, id_: int, type_: ObjectType, field: Field, value: object) -> None:
    """Write a value into a field of an object, past everything that checks it; of `Text` the bytes as text."""
    database = network.database
    table, column = (quoted(database, name) for name in (f"{network.tables.prefix}{type_.name}", field.name))
    place = "?" if database.engine == "sqlite" else "%s"
    written = f"CAST({place} AS TEXT)" if isinstance(value, Text) else place
    database.execute_sql(f"UPDATE {table} SET {column} = {written} WHERE id = {place}", (value, id_))


class Text(bytes):
    """Bytes that shall be stored as a text, whatever their encoding."""


def _in_order(catalogue: Catalogue) -> Iterator[ObjectType]:
    """Every type behind those that its references name; one to any type names accounts, nicks and channels."""
    done: set[str] = set()
    while left := [type_ for type_ in catalogue if type_.name not in done]:
        ready = [type_ for type_ in left if _targets(type_) <= done]
        for type_ in ready:
            done.add(type_.name)
            yield type_


ANY = ("account", "channel", "nick", "memoinfo")
"""What a reference to any type refers to; the last is only there for those that come behind it."""


def _targets(type_: ObjectType) -> set[str]:
    targets = {reference.target or "" for _, reference in type_.references}
    return targets - {"", type_.name} | (set(ANY[:3]) if "" in targets else set())


def _rows(random: Random, type_: ObjectType, ids: Mapping[str, Sequence[ObjectID]]) -> list[dict[str, Scalar]]:
    rows = [{field.name: _value(random, field, ids) for field in type_.fields}
            for _ in range(NUMEROUS.get(type_.name, OBJECTS))]
    if type_.name == "account":
        for row, name in zip(rows, PEOPLE, strict=False):
            row["display"] = name
    if type_.unique:
        rows = [row for row in rows if all(row[name] is not None for name in type_.key)]
    keys = {tuple(row[name] for name in type_.key) if type_.unique else place: row for place, row in enumerate(rows)}
    return list(keys.values())


def _value(random: Random, field: Field, ids: Mapping[str, Sequence[ObjectID]]) -> Scalar:
    if field.reference:
        named = [field.reference.target] if field.reference.target else ANY
        targets = [id_ for name in named for id_ in ids.get(name, ())]
        few = targets[:max(4, len(targets) // 3)]  # so that some have many who refer to them
        return random.choice(few if random.random() < 0.7 else targets) if targets and random.random() < 0.85 else None
    if field.kind is Kind.BOOL:
        return random.choice((None, False, True))
    if field.kind is Kind.ENUM:
        return random.choice((None, "", *dict(field.values)))
    return random.choice(TEXTS) if field.kind is Kind.STRING else random.choice((None, *NUMBERS[field.kind]))
