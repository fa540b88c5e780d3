"""From what a view made of rows to JSON."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from gql.compiler.errors import Unplannable
from gql.compiler.plan import Constant, Part, Someone, Within
from gql.compiler.stores.facts import Plain
from models.jid import parse_jid

People = Mapping[bytes, bytes]
"""The JSON of users, by their addresses, null where there is none."""


@dataclass(frozen=True)
class Telling:
    """Tells of what stands in one spot, given the JSON of its people and of its pieces."""

    people: Sequence[People]
    pieces: Sequence[bytes]

    def json(self, part: Part, source: Any) -> bytes:
        """The JSON of a part. Raises Unplannable."""
        try:
            return orjson.dumps(self._of(part, source))
        except orjson.JSONEncodeError as error:
            raise Unplannable(f"what a store holds has no JSON: {error}") from error

    def _of(self, part: Part, source: Any) -> Any:
        if isinstance(part, Plain):
            return part.get(source)
        if isinstance(part, Within):
            found = part.get(source)
            if part.many:
                return [self._object(part, each) for each in found]
            return None if found is None else self._object(part, found)
        if isinstance(part, Someone):
            return self._user(part.number, part.get(source))
        return orjson.Fragment(part.json if isinstance(part, Constant) else self.pieces[part.number])

    def _object(self, part: Within, source: Any) -> dict[str, Any]:
        return {key: self._of(each, source) for key, each in part.members}

    def _user(self, number: int, address: str | None) -> Any:
        jid = parse_jid(address) if address else None
        if jid is None:
            return None
        found = self.people[number].get(str(jid).encode())
        if found is None:
            raise Unplannable("an address that is not written as servers write it, or where no statement looks")
        return orjson.Fragment(found)
