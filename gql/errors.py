"""The errors of the gateway, as one tree.

    SetupError (models)            the operator has to act; the command line ends with status 2
    ├── SettingsError              a setting with an unknown name or a value that it cannot have
    ├── CannotListen               an address or a port that cannot be had
    ├── NotADemo                   a demonstration asked for on a database that holds other data
    ├── UnreadableDocument         a trusted document that cannot be read, or is no GraphQL
    ├── UnexplainableQuery         a query to explain that cannot be read, is not valid, or has unfit variables
    └── UnreadableSchema           a file to compare the schema with that holds no SDL
"""
from __future__ import annotations

from models.errors import SetupError


class SettingsError(SetupError):
    """A setting that does not exist, or cannot have this value."""


class CannotListen(SetupError):
    """An address that this machine does not have, or a port that is in use."""


class NotADemo(SetupError):
    """A database that already holds data, and none of a demonstration."""


class UnreadableDocument(SetupError):
    """A file or folder of trusted documents that cannot be read, or holds no GraphQL."""


class UnexplainableQuery(SetupError):
    """A query that cannot be explained: there is none, it is not valid, or its variables do not fit."""


class UnreadableSchema(SetupError):
    """A file that cannot be read, or holds no GraphQL schema."""
