"""Objects to ask about: texts that are awkward somewhere, numbers at the ends, and much that was never set."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from models.catalogue import Field, Kind, ObjectID, ObjectType
from models.database import transaction
from models.kinds import Scalar
from models.network import Network

ASKED: Mapping[str, tuple[str, ...]] = {
    "account": ("display", "email", "language", "NS_PRIVATE", "AUTOOP"),
    "nick": ("nick", "last_quit", "time_registered", "last_seen", "nc", "NS_NO_EXPIRE"),
    "channel": ("name", "desc", "last_used", "bantype", "banexpire", "founder", "successor", "CS_PRIVATE"),
    "accesschanaccess": ("ci", "mask", "obj", "created", "level"),
    "badword": ("ci", "word", "type"),
    "exception": ("mask", "limit"),
    "xmpphost": ("name",),
    "xmppuser": ("host", "name"),
}
"""The types and fields that the tests ask about: every kind is there."""

TEXTS: tuple[str | None, ...] = (
    None, "", " ", "a", "A", "a ", " a", "b", "B", "ab", "aB", "Ab", "a_b", "a%b", "a\\b", "a\\", "a*b", "a?b", "it's",
    'a"b', "[x]", "{X}", "~", "^", "|", "\\", "ä", "Ä", "é", "e\u0301", "ß", "ſ", "İ", "日本", "😀",
    "\uffff", "\U0010ffff", "10", "9", "-1", "NULL", "tab\t", "new\nline",
    "z" * 190, "z" * 191, "Z" * 192, "z" * 200 + "a", "z" * 200 + "B",
)
NUMBERS: Mapping[Kind, tuple[int | None, ...]] = {
    Kind.INT16: (None, 0, 1, 2, 3, -1, 10, 9),
    Kind.INT32: (None, 0, 1, -1, 5, 9, 10, 2**31 - 1, -2**31),
    Kind.UINT32: (None, 0, 1, 9, 10, 2**32 - 1),
    Kind.TIME: (None, 0, 1, 9, 10, 1477868231, -5, 2**40, 2**63 - 1, -2**63),
}


def fill(network: Network, count: int = 30) -> None:
    """Create up to `count` objects of each type in ASKED, the same in every run."""
    random, ids = Random(5), {name: [ObjectID(name, 0)][:0] for name in ASKED}
    with transaction(network.database):
        for name in ASKED:
            type_ = network.catalogue[name]
            for values in _rows(random, type_, ids, count):
                ids[name].append(ObjectID(name, network.store.create(name, values)))


def _rows(
    random: Random, type_: ObjectType, ids: Mapping[str, Sequence[ObjectID]], count: int
) -> list[dict[str, Scalar]]:
    rows = [
        {name: _value(random, type_.field(name), ids) for name in ASKED[type_.name]} for _ in range(count)
    ]
    if not type_.unique:
        return rows
    keys = {tuple(row[name] for name in type_.key): row for row in rows}
    return list(keys.values())


def _value(random: Random, field: Field, ids: Mapping[str, Sequence[ObjectID]]) -> Scalar:
    if field.reference:
        targets = ids[field.reference.target] if field.reference.target else [*ids["account"], *ids["channel"]]
        return random.choice(targets) if random.random() < 0.8 else None
    if field.kind is Kind.BOOL:
        return random.choice((None, False, True))
    if field.kind is Kind.ENUM:
        return random.choice((None, "", *dict(field.values)))
    if field.kind is Kind.STRING:
        return random.choice(TEXTS)
    return random.choice(NUMBERS[field.kind])
