"""What the store refuses, said in the words of the schema."""
from __future__ import annotations

from gql.compiler.errors import Place
from gql.naming import Names
from gql.schema.errors import WriteRefused
from models.changes import Change, Create
from models.errors import Conflict, DuplicateKey, InvalidValue, NoSuchTarget, NotAllowed, StoreError, WrongTarget


def explained(cause: StoreError, change: Change, place: Place, names: Names) -> WriteRefused:
    """The error for a client, given what the store says of a change and where that stands in the arguments."""
    type_name = change.type if isinstance(change, Create) else change.target.type
    match cause:
        case Conflict():
            fields = [names.field(type_name, name) for name in cause.field_names]
            text = f"{cause.type_name}:{cause.id} has other values than expected: {', '.join(fields)}; read it again"
            return WriteRefused(text, cause, (*place, "expect"), fields)
        case DuplicateKey():
            text = f"another {names.type(type_name)} is called {cause.value!r}; give another name"
            return WriteRefused(text, cause, (*place, names.field(type_name, cause.field_name)))
        case NoSuchTarget():
            return WriteRefused(f"{cause.text} does not exist", cause, _at(place, type_name, cause.field_name, names))
        case WrongTarget():
            text = f"{cause.text} does not exist: that object is of another type"
            return WriteRefused(text, cause, _at(place, type_name, cause.field_name, names))
        case InvalidValue():
            return WriteRefused(cause.why, cause, _at(place, type_name, cause.field_name, names))
        case NotAllowed():
            named = _at(place, type_name, cause.field_name, names) if cause.field_name else place
            return WriteRefused(cause.why, cause, named)
        case _:
            return WriteRefused(str(cause), cause, place if isinstance(change, Create) else (*place, "id"))


def _at(place: Place, type_name: str, field_name: str, names: Names) -> Place:
    """The place of a field; of the whole input where the database does not say which field it means."""
    try:
        return (*place, names.field(type_name, field_name))
    except KeyError:
        return place
