"""The table of settings: names, defaults and help.

Each line that calls `setting` is one setting. Its key in a TOML file and its name in the environment follow from
its place: `max_body` in the table `data` is `data.max_body` and EDGEWISE_DATA_MAX_BODY.
"""
from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from gql.limits.table import DEFAULTS
from gql.settings import forms
from gql.settings.forms import Form, Value

T = TypeVar("T")
KeyPath = tuple[str, ...]

ANY = "*"
"""Stands in a key's path where the operator chooses the name."""

ENVIRONMENT = "EDGEWISE_"
"""What the names of all variables begin with."""

TEST_ENVIRONMENT = "EDGEWISE_TEST_"
"""What variables of the project's own tests begin with: they are no settings."""


def setting(default: T, form: Form, text: str) -> T:
    """One setting: what it is when nobody says, how it is written, what it does."""
    made: T = field(default=default, metadata={"form": form, "default": default, "help": text})
    return made


@dataclass(frozen=True)
class AnopeSettings:
    """[anope]: how the objects of the IRC services are stored and compared."""

    prefix: str = setting("anope_db_", forms.PREFIX, "what the names of Anope's tables begin with")
    casemap: str = setting("ascii", forms.one_of("ascii", "rfc1459"), "which letters are equal when names are compared")
    admins: tuple[str, ...] = setting((), forms.NAMES, "the displays of the accounts that are administrators")


@dataclass(frozen=True)
class HostSettings:
    """[xmpp.hosts."HOST"]: one XMPP host that is served."""

    admins: tuple[str, ...] = setting((), forms.JIDS, "who may read and write all stores of this host")


@dataclass(frozen=True)
class XmppSettings:
    """[xmpp]: hosts and administrators; when a host is named, only the named ones are served."""

    admins: tuple[str, ...] = setting((), forms.JIDS, "who may read and write everything, and all stores of all hosts")
    account_host: str = setting(
        "", forms.HOST_OR_NONE, "the host whose users are the IRC services' accounts of the same name; empty: none")
    hosts: Mapping[str, HostSettings] = field(
        default_factory=dict, metadata={"table": HostSettings, "names": forms.HOST})


@dataclass(frozen=True)
class AuthSettings:
    """[auth]: how people and programs say who they are."""

    session: int = setting(3600, forms.SECONDS, "how long a session lasts, in seconds")


@dataclass(frozen=True)
class TypeAccessSettings:
    """[access.TYPE]: who sees the objects of one type; a field that is named here is of no other kind any more."""

    rows: str = setting("", forms.AUDIENCE_OR_NONE, "who sees the objects; empty: as built in")
    public: tuple[str, ...] = setting((), forms.FIELDS, "fields that are shown to all who see the object")
    private: tuple[str, ...] = setting((), forms.FIELDS, "fields that are shown to its owner")


@dataclass(frozen=True)
class GraphQLSettings:
    """[graphql]: the door for web frontends."""

    introspection: str = setting(
        "authenticated", forms.one_of("all", "authenticated", "none"),
        "who may ask for the schema, gets suggestions in errors, and GraphiQL")
    compiled: bool = setting(True, forms.SWITCH, "whether queries are answered by one statement where that can be done")
    documents: str = setting("", forms.FOLDER_OR_NONE, "a folder of trusted documents, *.graphql; empty: none")
    trusted_only: bool = setting(False, forms.SWITCH, "whether all other documents are refused")
    persisted_size: int = setting(
        16 * 2**20, forms.SIZE_OR_NONE, "how much text of automatic persisted queries is remembered, in bytes; 0: none")


@dataclass(frozen=True)
class LimitSettings:
    """[limits]: what one request to /graphql may ask for; above a limit its error names the setting."""

    body: int = setting(DEFAULTS.body, forms.SIZE, "the longest body, in bytes")
    characters: int = setting(DEFAULTS.characters, forms.COUNT, "the longest document, in characters")
    tokens: int = setting(DEFAULTS.tokens, forms.COUNT, "the names, signs and comments of a document")
    depth: int = setting(DEFAULTS.depth, forms.COUNT, "the levels of fields in each other")
    fields: int = setting(
        DEFAULTS.fields, forms.COUNT, "the fields and fragments of a document, each fragment as often as it is spread")
    repetitions: int = setting(DEFAULTS.repetitions, forms.COUNT, "how often one field may stand at one place")
    fragments: int = setting(DEFAULTS.fragments, forms.COUNT, "the fragments that a document defines")
    aliases: int = setting(DEFAULTS.aliases, forms.COUNT, "the aliases of a document")
    root_fields: int = setting(DEFAULTS.root_fields, forms.COUNT, "the fields at the root of an operation")
    directives: int = setting(DEFAULTS.directives, forms.COUNT, "the directives of a document")
    conditions: int = setting(
        DEFAULTS.conditions, forms.COUNT, "the fields, edges and operators that all `where` of an operation name")
    cost: int = setting(
        DEFAULTS.cost, forms.COUNT,
        "the rows that an operation may touch: sizes of pages with their conditions, multiplied along each path")
    objects: int = setting(
        DEFAULTS.objects, forms.COUNT,
        "the objects that an answer of the reference executor holds; compiled ones are bounded by `cost` and `answer`")
    answer: int = setting(DEFAULTS.answer, forms.SIZE, "the longest answer of a compiled query, in bytes")
    operations: int = setting(
        DEFAULTS.operations, forms.COUNT, "the operations that a client has under way, in each worker process")
    batch: int = setting(
        DEFAULTS.batch, forms.COUNT, "the operations of a batch, which is an array of them in one request")
    deadline: int = setting(DEFAULTS.deadline, forms.SECONDS, "how many seconds an operation may run")


@dataclass(frozen=True)
class RestSettings:
    """[rest]: the door for clients of Anope's REST module."""

    trusted: tuple[str, ...] = setting(
        ("127.0.0.0/8", "::1/128"), forms.NETWORKS,
        "peers that need no credentials for /rest and /graphql, unless a proxy stands between")


@dataclass(frozen=True)
class DataSettings:
    """[data]: the door for clients of Prosody's mod_data_access."""

    default_host: str = setting(
        "", forms.HOST_OR_NONE, "the host when a request names none that is served; empty: the first")
    public_url: str = setting("", forms.WEB_URL, "what Location headers begin with; empty: they name no host")
    max_body: int = setting(10 * 2**20, forms.SIZE, "the longest body that a request may bring, in bytes")


@dataclass(frozen=True)
class ServerSettings:
    """[server]: what stands between the doors and the network."""

    proxies: tuple[str, ...] = setting(
        (), forms.NETWORKS, "reverse proxies, whose X-Forwarded-For says where a request comes from")
    cors: tuple[str, ...] = setting((), forms.ORIGINS, "sites whose pages may send requests")
    hosts: tuple[str, ...] = setting(
        (), forms.HOSTS, "names of this server for browsers of rest.trusted, beside localhost and IP addresses")
    tls_cert: str = setting("", forms.FILE_OR_NONE, "a PEM file with the certificate and its chain; empty: no TLS")
    tls_key: str = setting("", forms.FILE_OR_NONE, "a PEM file with the key of the certificate")


@dataclass(frozen=True)
class Settings:
    """All settings."""

    database: str = setting("sqlite:///edgewise.db", forms.DATABASE_URL, "where the objects and stores are kept")
    server: ServerSettings = field(default_factory=ServerSettings)
    anope: AnopeSettings = field(default_factory=AnopeSettings)
    xmpp: XmppSettings = field(default_factory=XmppSettings)
    auth: AuthSettings = field(default_factory=AuthSettings)
    access: Mapping[str, TypeAccessSettings] = field(
        default_factory=dict, metadata={"table": TypeAccessSettings, "names": forms.TYPE})
    graphql: GraphQLSettings = field(default_factory=GraphQLSettings)
    limits: LimitSettings = field(default_factory=LimitSettings)
    rest: RestSettings = field(default_factory=RestSettings)
    data: DataSettings = field(default_factory=DataSettings)


@dataclass(frozen=True)
class Setting:
    """One line of the table: where it stands, how it is written, what it is when unset."""

    path: KeyPath
    form: Form
    default: Value
    help: str

    @property
    def key(self) -> str:
        """Its name in a TOML file."""
        return dotted(self.path)

    @property
    def variable(self) -> str | None:
        """Its name in the environment; None below a name that the operator chooses, as that may have dots."""
        return None if ANY in self.path else ENVIRONMENT + "_".join(self.path).upper()


def dotted(path: KeyPath) -> str:
    """A path as TOML spells it: a name with dots or blanks stands in quotes."""
    return ".".join(CHOSEN[path[0]] if n == ANY else n if re.fullmatch("[A-Za-z0-9_-]+", n) else f'"{n}"' for n in path)


CHOSEN: Mapping[str, str] = {"xmpp": '"HOST"', "access": "TYPE"}
"""What stands for the names that the operator chooses, by the first part of their tables' paths."""


def inner(f: dataclasses.Field[Any]) -> type[Any] | None:
    """The dataclass behind a field that is a table, or several under chosen names; None for a setting."""
    if "form" in f.metadata:
        return None
    table: type[Any] = f.metadata.get("table", f.default_factory)
    return table


def _names(of: type[Any], path: KeyPath = ()) -> Iterator[tuple[KeyPath, Form]]:
    for f in dataclasses.fields(of):
        if "names" in f.metadata:
            yield (*path, f.name, ANY), f.metadata["names"]
        elif table := inner(f):
            yield from _names(table, (*path, f.name))


def _walk(of: type[Any], path: KeyPath = ()) -> Iterator[Setting]:
    for f in dataclasses.fields(of):
        here = (*path, f.name)
        if table := inner(f):
            yield from _walk(table, (*here, ANY) if "names" in f.metadata else here)
        else:
            yield Setting(here, f.metadata["form"], f.metadata["default"], f.metadata["help"])


SETTINGS: Mapping[KeyPath, Setting] = {s.path: s for s in _walk(Settings)}
"""All settings, by path."""
VARIABLES: Mapping[str, Setting] = {s.variable: s for s in SETTINGS.values() if s.variable}
"""The settings that the environment can give, by variable."""
TABLES = frozenset(path[:length] for path in SETTINGS for length in range(len(path)))
"""The paths of all tables."""
NAMES: Mapping[KeyPath, Form] = dict(_names(Settings))
"""How the names are written that the operator chooses for tables, by the tables' paths."""
