"""What PostgreSQL's indexes of references hold beside these: the columns by which lists mostly show an object."""
from __future__ import annotations

from collections.abc import Mapping

from models.access import ACCESS
from models.catalogue import Field, Kind, ObjectType
from models.database import INDEXED_BYTES, Database, quoted
from models.errors import InvalidValue
from models.introspection import Table
from models.query.conditions import Compare, Condition, Not
from models.rules import CLOSED
from models.stored import Stored

MOST_HELD = 9
"""How many columns are held at most: with a name of INDEXED_BYTES they still fit."""

FITTING = INDEXED_BYTES // 4
"""Texts of so many characters fit, whichever these are."""

TELLING: Mapping[str, str] = {
    "nsaccess": "mask", "autojoin": "channel", "mode": "mode", "memoignore": "mask",
    "accesschanaccess": "mask", "flagschanaccess": "mask", "xopchanaccess": "mask", "akick": "mask",
    "level": "name", "mlockmode": "mode", "modelock": "name", "badword": "word",
}
"""The short text by which lists show the objects of a type that has no name, as if it were one."""


def held(database: Database, type_: ObjectType, table: Table) -> list[str]:
    """The columns that new indexes of a table hold: what the object is called, what it refers to, its moments.

    And what says whether others see it: else the rules, which read that, would gain nothing by the index.
    None on other engines, of objects without such a text, and where one that is stored already is too long.
    """
    name = held_text(database, type_)
    if name is None or not _fit(database, table, name):
        return []
    short = [field.name for field in type_.fields if field.reference or field.kind is Kind.TIME]
    return [name.name, *_deciding(ACCESS.get(type_.name, CLOSED).listed), *short][:MOST_HELD]


def held_text(database: Database, type_: ObjectType) -> Field | None:
    """The one text of a type's key, or what stands for it, which its indexes of references hold.

    None if there is none, and on other engines.
    """
    if database.engine != "postgresql" or not type_.references:
        return None
    if type_.name in TELLING:
        return type_.field(TELLING[type_.name])
    texts = [field for field in map(type_.field, type_.key) if not field.reference]
    return texts[0] if len(texts) == 1 and texts[0].kind is Kind.STRING else None


def check_text(database: Database, type_: ObjectType, field: Field, value: Stored) -> None:
    """Raise InvalidValue for a name, or what stands for it, that an index may have no room for."""
    if isinstance(value, str) and len(value) > FITTING and field is held_text(database, type_):
        length = len(value.encode("utf-8", "surrogateescape"))
        if length > INDEXED_BYTES:
            raise InvalidValue(field.name, f"{length} bytes, and PostgreSQL's indexes take {INDEXED_BYTES}")


def _deciding(listed: Condition) -> list[str]:
    """The field of the object itself that a condition is about, if it is about one."""
    if isinstance(listed, Not):
        return _deciding(listed.condition)
    return [listed.field] if isinstance(listed, Compare) else []


def _fit(database: Database, table: Table, name: Field) -> bool:
    if not table.columns:  # it has just been made
        return True
    too_long = (f"SELECT 1 FROM {quoted(database, table.name)} "
                f"WHERE octet_length(CAST({quoted(database, name.name)} AS text)) > {INDEXED_BYTES} LIMIT 1")
    return database.execute_sql(too_long).fetchone() is None
