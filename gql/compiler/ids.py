"""Global ids: `account:10`, as /rest prints references."""
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from gql.compiler.errors import BadInput
from models.catalogue import Catalogue, ObjectID
from models.query.numbers import Numbers

_ID = re.compile(r"([^:]+):(0|[1-9][0-9]{0,19})")


def parse_id(text: str, catalogue: Catalogue) -> ObjectID:
    """The object that an id names; only one spelling names it, so ids can be compared as texts.

    Raises BadInput for what is no id and for a type that does not exist. Whether the object exists is
    the store's question.
    """
    match = _ID.fullmatch(text)
    if match is None:
        raise BadInput(f"{short(text)} is no id; an id is a type and a number, such as account:10")
    if match[1] not in catalogue:
        raise BadInput(f"{short(text)} is no id: there is no type {short(match[1])}")
    return ObjectID(match[1], int(match[2]))


def parse_ids(type_name: str, texts: Sequence[str], parse: Callable[[str], ObjectID]) -> Sequence[int]:
    """The numbers in some ids of a type; where not all are of that type, `parse` has to say what is wrong.

    Long lists are common, so all are looked at together, and stay one text: that takes a thirtieth of the time.
    """
    if len(texts) == 1:
        (text,) = texts
        is_plain = _ids_of(type_name).fullmatch(text) and "," not in text
        return (int(text[len(type_name) + 1:]) if is_plain else parse(text).id,)
    joined = ",".join(texts)
    if joined.count(",") >= len(texts) or not _ids_of(type_name).fullmatch(joined):
        return tuple([parse(text).id for text in texts])
    return Numbers(joined.replace(f"{type_name}:", ""))


@cache
def _ids_of(type_name: str) -> re.Pattern[str]:
    """Ids of a type whose numbers are short, joined by commas."""
    one = rf"{re.escape(type_name)}:(?:0|[1-9][0-9]{{0,{Numbers.DIGITS - 1}}}+)"
    return re.compile(rf"{one}(?:,{one})*+")


def parse_id_of(type_name: str, text: str, catalogue: Catalogue) -> int:
    """The number in the id of an object that has to be of one type. Raises BadInput."""
    found = parse_id(text, catalogue)
    if found.type != type_name:
        raise BadInput(f"{short(text)} is the id of another type; give {type_name}:NUMBER, or use node(id:)")
    return found.id


def short(text: str) -> str:
    """A client's text as messages quote it."""
    return repr(text if len(text) <= 40 else f"{text[:40]}...")
