"""What a request asks at the places of a plan: which page, which object, which key."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from gql.compiler.addresses import parse_address
from gql.compiler.conditions import Conditions
from gql.compiler.errors import BadInput
from gql.compiler.ids import parse_id, parse_id_of
from gql.compiler.inputs import Read, Variables, present
from gql.compiler.orders import Orders
from gql.compiler.stores import asked
from gql.compiler.stores.asked import OfKeyvals, OfLink, OfStore, OfStores
from gql.compiler.stores.sources import AnyStore, Keyvals, Messages, OwnStore, Source
from gql.compiler.stretches import parse_stretch
from gql.naming import Names
from models.catalogue import Catalogue, ObjectID, ObjectType
from models.query.conditions import Condition, check_size
from models.query.orders import ordering
from models.query.pages import LARGEST, outermost, page_of
from models.query.questions import Question, question
from models.stored import is_storable


@dataclass(frozen=True)
class ById:
    """One object."""

    id: ObjectID


@dataclass(frozen=True)
class ByIds:
    """Several objects, in this order."""

    ids: tuple[ObjectID, ...]


@dataclass(frozen=True)
class ByKey:
    """The object whose key has these values: ids for references, else texts."""

    type: ObjectType
    values: tuple[str | int, ...]


@dataclass(frozen=True)
class ByAddress:
    """An XMPP user, or one of its stores."""

    type: ObjectType
    node: str
    domain: str
    store: str | None = None


@dataclass(frozen=True)
class Referring:
    """Up to `first` objects of a type with ids above `after` that refer to an object through any field."""

    type: ObjectType
    first: int
    after: int


Ask = Question | ById | ByIds | ByKey | ByAddress | Referring | OfStores

class ReadAsk(NamedTuple):
    """From the variables of a request to what is asked; `is_fixed`: it depends on none.

    Reading raises BadInput, BadQuery and BadCursor.
    """

    read: Callable[[Variables], Any]
    is_fixed: bool

Arguments = Mapping[str, tuple[Read, bool]]
"""The arguments of a field that were given: how each is read, and whether it depends on variables."""


class Asks:
    """How the arguments of fields are read, over one catalogue."""

    def __init__(self, catalogue: Catalogue, names: Names) -> None:
        self._catalogue = catalogue
        self._conditions, self._orders = Conditions(catalogue, names), Orders(catalogue, names)

    def page(self, type_name: str, arguments: Arguments) -> ReadAsk:
        """How the arguments of a connection are read."""
        condition = self._where(type_name, arguments)
        order = _settled(arguments, ("orderBy",), lambda given: ordering(
            self._catalogue, type_name, self._orders.orders(type_name, given)))
        page = _page(arguments)
        if condition.is_fixed and order.is_fixed and page.is_fixed:
            made = question(condition.read({}), order.read({}), page.read({}))
            return ReadAsk(lambda _: made, is_fixed=True)
        conditions, orders, pages = condition.read, order.read, page.read
        if not order.is_fixed:
            return ReadAsk(
                lambda variables: question(conditions(variables), orders(variables), pages(variables)), is_fixed=False)
        usual = orders({})
        return ReadAsk(lambda variables: question(conditions(variables), usual, pages(variables)), is_fixed=False)

    def one(self, type_name: str, key: Sequence[str], arguments: Arguments) -> ReadAsk:
        """How the arguments of a look-up are read."""
        type_ = self._catalogue[type_name]

        def ask(id_: str | None, *values: str | None) -> Ask:
            given = [value for value in values if value is not None]
            if id_ is not None and not given:
                return ById(ObjectID(type_name, parse_id_of(type_name, id_, self._catalogue)))
            if id_ is not None or not given or len(given) < len(values):
                raise BadInput("an id or the whole key is wanted")
            return self._by_key(type_, given)

        return _settled(arguments, ("id", *key), ask)

    def node(self, arguments: Arguments) -> ReadAsk:
        """How the argument of `node` is read."""
        return _settled(arguments, ("id",), lambda text: ById(parse_id(text, self._catalogue)))

    def nodes(self, arguments: Arguments) -> ReadAsk:
        """How the argument of `nodes` is read."""
        return _settled(arguments, ("ids",), self._ids)

    def referring(self, arguments: Arguments, types: Mapping[str, str]) -> ReadAsk:
        """How the arguments of `refs` are read; `types` are those of the catalogue by GraphQL's constants."""
        def ask(constant: str, first: int | None, after: str | None) -> Ask:
            type_name = types[constant]
            return Referring(self._catalogue[type_name], *parse_stretch(type_name, first, after, self._catalogue))

        return _settled(arguments, ("type", "first", "after"), ask)

    def stores(self, source: Source, arguments: Arguments) -> ReadAsk:
        """How the arguments of what is read from stores are read."""
        if isinstance(source, Messages):
            return _settled(arguments, asked.ARGUMENTS, asked.messages)
        if isinstance(source, AnyStore) and source.name is None:
            return _settled(arguments, ("name",), OfStore)
        if isinstance(source, AnyStore | OwnStore):
            return ReadAsk(lambda _: OfStore(None), is_fixed=True)
        ask = OfKeyvals(source.rows) if isinstance(source, Keyvals) else OfLink()
        return ReadAsk(lambda _: ask, is_fixed=True)

    def _where(self, type_name: str, arguments: Arguments) -> ReadAsk:
        given, depends = arguments.get("where", (_nothing, False))
        read = self._conditions.reader(type_name, given)

        def checked(variables: Variables) -> Condition:
            condition = read(variables)
            check_size(condition)
            return condition

        if depends:
            return ReadAsk(checked, is_fixed=False)
        made = checked({})
        return ReadAsk(lambda _: made, is_fixed=True)

    def _ids(self, texts: Sequence[str]) -> ByIds:
        if len(texts) > LARGEST:
            raise BadInput(f"{len(texts)} ids")
        return ByIds(tuple(parse_id(text, self._catalogue) for text in texts))

    def _by_key(self, type_: ObjectType, values: Sequence[str]) -> Ask:
        if not all(map(is_storable, values)):
            raise BadInput("no key has this value")
        if type_.name in ADDRESSED:
            address, *store = values
            return ByAddress(type_, *parse_address(address), *store)
        fields = [type_.field(name) for name in type_.key]
        return ByKey(type_, tuple(
            parse_id_of(field.reference.target, value, self._catalogue)
            if field.reference and field.reference.target else value
            for field, value in zip(fields, values, strict=True)))


def _page(arguments: Arguments) -> ReadAsk:
    first, depends = arguments.get("first", (_nothing, False))
    if depends and arguments.keys().isdisjoint(("after", "last", "before")):
        return ReadAsk(lambda variables: outermost(present(first(variables)), None), is_fixed=False)
    return _settled(arguments, ("first", "after", "last", "before"), page_of)


ADDRESSED = ("xmppuser", "xmppstore")
"""The types whose key runs through references: people know the address."""


def _settled(arguments: Arguments, names: Sequence[str], make: Callable[..., Any]) -> ReadAsk:
    """What is made of some arguments: once for all requests where they depend on no variable."""
    given = [arguments.get(name) for name in names]
    reads = [each[0] if each else _nothing for each in given]
    if not any(each[1] for each in given if each):
        made = make(*[read({}) for read in reads])
        return ReadAsk(lambda _: made, is_fixed=True)
    return ReadAsk(lambda variables: make(*[present(read(variables)) for read in reads]), is_fixed=False)


def _nothing(_: Variables) -> None:
    return None
