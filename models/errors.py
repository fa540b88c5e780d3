"""The errors of the models, as one tree.

    EdgewiseError
    ├── SetupError                 the operator has to act; the command line ends with status 2
    │   ├── InvalidURL             a database URL that names no engine or no database
    │   ├── DatabaseUnavailable    a server that does not answer, a path that cannot be opened
    │   ├── NotADatabase           a file that is something else
    │   ├── NewerSchema            a database that a later edgewise has changed
    │   ├── CatalogueError         types or fields that contradict each other
    │   ├── TokenExists            a name of a token that another one has
    │   └── NoSuchToken            a name of a token that none has
    ├── IdentityError              who asks has to act: he does not prove who he is
    │   ├── BadCredentials         credentials that nobody can read
    │   └── Unauthenticated        credentials that are not good, or no longer
    └── StoreError                 a caller has to act; nothing was changed
        ├── UnknownType            no such type in the catalogue
        ├── UnknownField           no such field in the type
        ├── NotFound               no object with that id
        ├── TypeMismatch           the object with that id is of another type
        ├── InvalidValue           a value that the field cannot hold
        ├── ValueSyntaxError       a text that spells no value of a store
        ├── DuplicateKey           a unique name that is taken
        ├── Conflict               an object that is no longer what the caller expects
        ├── BadQuery               a condition, an order or a page that makes no sense
        │   └── BadCursor          a cursor of another type or order, or none at all
        └── InvalidReference       text that is no reference, or names no type
            ├── NoSuchTarget       a reference to an id that does not exist
            └── WrongTarget        a reference to an object of a type that the field does not take
"""
from __future__ import annotations


class EdgewiseError(Exception):
    """Any error that edgewise raises on purpose; its text says what to do."""


class SetupError(EdgewiseError):
    """Configuration or environment is wrong: nothing was touched."""


class InvalidURL(SetupError):
    """A database URL that cannot be understood."""


class DatabaseUnavailable(SetupError):
    """A database that cannot be reached or opened."""


class NotADatabase(SetupError):
    """A file that is no SQLite database."""


class NewerSchema(SetupError):
    """A database with a schema version above the one this release knows."""


class CatalogueError(SetupError):
    """Object types that contradict each other."""


class TokenExists(SetupError):
    """A new token with the name of another one."""


class NoSuchToken(SetupError):
    """A token that is not there."""


class IdentityError(EdgewiseError):
    """Credentials that do not tell who asks."""


class BadCredentials(IdentityError):
    """Credentials that are not written as they have to be."""


class Unauthenticated(IdentityError):
    """Credentials that are wrong, have expired or were withdrawn; or none, where some are needed.

    `scheme` is how they were shown: Basic, Bearer, or empty.
    """

    def __init__(self, message: str, scheme: str = "") -> None:
        super().__init__(message)
        self.scheme = scheme


class StoreError(EdgewiseError):
    """A request that the store refuses: nothing was changed."""


class UnknownType(StoreError):
    """A type name that the catalogue does not have."""

    def __init__(self, type_name: str) -> None:
        super().__init__(f"there is no type {type_name!r}: GET /rest/types lists all")
        self.type_name = type_name


class UnknownField(StoreError):
    """A field name that the type does not have."""

    def __init__(self, type_name: str, field_name: str) -> None:
        super().__init__(f"{type_name} has no field {field_name!r}")
        self.type_name, self.field_name = type_name, field_name


class NotFound(StoreError):
    """No object has this id."""

    def __init__(self, type_name: str, id_: int) -> None:
        super().__init__(f"{type_name}:{id_} does not exist")
        self.type_name, self.id = type_name, id_


class TypeMismatch(StoreError):
    """The object with this id is of another type."""

    def __init__(self, type_name: str, id_: int, actual: str) -> None:
        super().__init__(f"object {id_} is of type {actual}, not {type_name}")
        self.type_name, self.id, self.actual = type_name, id_, actual


class InvalidValue(StoreError):
    """A value that the field cannot hold."""

    def __init__(self, field_name: str, why: str) -> None:
        super().__init__(f"invalid value for {field_name}: {why}")
        self.field_name, self.why = field_name, why


class ValueSyntaxError(StoreError):
    """A text that spells no value of a store, be it JSON or a Lua literal."""

    def __init__(self, problem: str, line: int, column: int) -> None:
        super().__init__(f"{problem} (line {line}, column {column})")
        self.problem, self.line, self.column = problem, line, column


class DuplicateKey(StoreError):
    """A unique name that another object has."""

    def __init__(self, type_name: str, field_name: str, value: str) -> None:
        super().__init__(f"a {type_name} with {field_name} {value!r} exists already")
        self.type_name, self.field_name, self.value = type_name, field_name, value


class Conflict(StoreError):
    """An object whose fields do not hold what the caller expects."""

    def __init__(self, type_name: str, id_: int, field_names: tuple[str, ...]) -> None:
        super().__init__(f"{type_name}:{id_} has other values in {', '.join(field_names)}; read it again")
        self.type_name, self.id, self.field_names = type_name, id_, field_names


class BadQuery(StoreError):
    """A condition, an order or a page that cannot be answered."""


class BadCursor(BadQuery):
    """A cursor that was made for another type or order, or text that is no cursor."""


class InvalidReference(StoreError):
    """Text that is no reference, or names a type that does not exist."""

    def __init__(self, field_name: str, text: str) -> None:
        super().__init__(f"{field_name}: {text!r} is no reference; write TYPE:ID")
        self.field_name, self.text = field_name, text


class NoSuchTarget(InvalidReference):
    """A reference to an id that does not exist."""


class WrongTarget(InvalidReference):
    """A reference to an object of a type that the field does not take."""
