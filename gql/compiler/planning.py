"""From a selection to a plan: every field is looked up in the catalogue, every argument gets its place."""
from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphql import GraphQLObjectType, GraphQLSchema, Undefined

from gql.compiler.asks import Arguments, Asks, ReadAsk
from gql.compiler.document import Query, Selection, collect
from gql.compiler.errors import Unplannable
from gql.compiler.inputs import reader
from gql.compiler.meanings import (
    Address,
    AnyNode,
    AnyNodes,
    Backward,
    Forward,
    InStores,
    Listed,
    LookedUp,
    Meanings,
    Nothing,
    OwnId,
    Refs,
    Value,
)
from gql.compiler.plan import (
    Connection,
    ConnectionMember,
    Constant,
    Cursor,
    Edges,
    Follow,
    Listing,
    Member,
    Nodes,
    One,
    PageFact,
    PageInfo,
    Plan,
    Root,
    Selected,
    Several,
    Spot,
    Total,
)
from gql.compiler.stores.shaping import TYPENAME, Shaping
from gql.compiler.stores.sources import View

INTERFACES = frozenset({"Node", "Object"})
"""What every type of the catalogue implements."""


class Place(NamedTuple):
    """How what is asked at a site is read, and in which site's objects it lies."""

    asks: ReadAsk
    inside: int | None


@dataclass(frozen=True)
class Planned:
    """A plan and its sites; there may come more of these while it is emitted."""

    plan: Plan
    sites: list[Place]


class Planner:
    """Plans the queries of one schema. `plan` raises Unplannable, and what reading constant arguments raises."""

    def __init__(self, schema: GraphQLSchema, meanings: Meanings, asks: Asks) -> None:
        self._schema, self._meanings, self._asks = schema, meanings, asks

    def plan(self, query: Query) -> Planned:
        """The plan of a query."""
        sites: list[Place] = []
        work = _Work(self._schema, self._meanings, self._asks, sites)
        return Planned(Plan(tuple(work.roots(query.selections))), sites)


class Lazily(Mapping[str, Selected]):
    """Branches for some types, each planned when it is first asked for: most are never met."""

    def __init__(self, types: tuple[str, ...], plan: Callable[[str], Selected]) -> None:
        self._types, self._plan = types, plan
        self._planned: dict[str, Selected] = {}

    def __getitem__(self, type_name: str) -> Selected:
        """What is wanted of an object of a type."""
        if type_name not in self._planned:
            if type_name not in self._types:
                raise KeyError(type_name)
            self._planned[type_name] = self._plan(type_name)
        return self._planned[type_name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._types)

    def __len__(self) -> int:
        return len(self._types)


class _Work:
    """The planning of one query."""

    def __init__(self, schema: GraphQLSchema, meanings: Meanings, asks: Asks, sites: list[Place]) -> None:
        self._schema, self._meanings, self._asks, self._sites = schema, meanings, asks, sites
        self._catalogue, self._names = meanings.catalogue, meanings.names
        self._every = tuple(type_.name for type_ in meanings.catalogue)
        self._inside: int | None = None

    # ---------------------------------------------------------------------------------------- the root

    def roots(self, selections: tuple[Selection, ...]) -> Iterator[tuple[str, Root]]:
        """What stands at the root, by response keys."""
        for key, selection in collect(selections, lambda name: name == "Query").items():
            yield key, self._typename("Query") if selection.name == TYPENAME else self._root(selection)

    def _root(self, selection: Selection) -> Root:
        meaning = self._meanings.roots.get(selection.name)
        if meaning is None:
            raise Unplannable(f"Query.{selection.name} is no list, look-up or node")
        return _ROOTS[type(meaning)](self, meaning, selection)

    def _listed(self, meaning: Listed, selection: Selection) -> Root:
        return self._connection(meaning.type, None, selection, self._arguments("Query", selection))

    def _looked_up(self, meaning: LookedUp, selection: Selection) -> Root:
        read = self._asks.one(meaning.type, meaning.arguments, self._arguments("Query", selection))
        return One(*self._at(read, (meaning.type,), selection))

    def _node(self, _: AnyNode, selection: Selection) -> Root:
        read = self._asks.node(self._arguments("Query", selection))
        return One(*self._at(read, self._every, selection))

    def _nodes(self, _: AnyNodes, selection: Selection) -> Root:
        read = self._asks.nodes(self._arguments("Query", selection))
        return Several(*self._at(read, self._every, selection))

    def _at(self, read: ReadAsk, types: tuple[str, ...], selection: Selection) -> tuple[int, Lazily]:
        site = self._site(read)
        return site, self._branches(types, selection, site)

    # ----------------------------------------------------------------------------------------- objects

    def _branches(self, types: tuple[str, ...], selection: Selection, site: int | None = None) -> Lazily:
        inside = self._inside if site is None else site

        def plan(type_name: str) -> Selected:
            with self._within(inside):
                return self._selected(type_name, selection.children)

        return Lazily(types, plan)

    @contextmanager
    def _within(self, site: int | None) -> Iterator[None]:
        """What is planned meanwhile lies in the objects of a site."""
        outside, self._inside = self._inside, site
        try:
            yield
        finally:
            self._inside = outside

    def _selected(self, type_name: str, selections: tuple[Selection, ...]) -> Selected:
        type_, graphql_name = self._catalogue[type_name], self._names.type(type_name)
        fits = (INTERFACES | {graphql_name}).__contains__
        members = tuple((key, self._member(type_name, graphql_name, each))
                        for key, each in collect(selections, fits).items())
        return Selected(type_, members)

    def _member(self, type_name: str, graphql_name: str, selection: Selection) -> Member:
        if selection.name == TYPENAME:
            return self._typename(graphql_name)
        meaning = self._meanings.fields(self._catalogue[type_name]).get(selection.name)
        if meaning is None:
            raise Unplannable(f"{graphql_name}.{selection.name} is in no table of fields")
        if isinstance(meaning, OwnId | Value | Address):
            return meaning
        return _EDGES[type(meaning)](self, meaning, graphql_name, selection)

    def _forward(self, meaning: Forward, _: str, selection: Selection) -> Member:
        types = self._every if meaning.target is None else (meaning.target,)
        return Follow(meaning.field, self._branches(types, selection))

    def _backward(self, meaning: Backward, graphql_name: str, selection: Selection) -> Member:
        return self._connection(meaning.type, meaning.field, selection, self._arguments(graphql_name, selection))

    def _refs(self, _: Refs, graphql_name: str, selection: Selection) -> Member:
        read = self._asks.referring(self._arguments(graphql_name, selection), self._meanings.constants)
        return Listing(*self._at(read, self._every, selection))

    # ------------------------------------------------------------------------------------------ stores

    def _in_stores(self, meaning: InStores, graphql_name: str, selection: Selection) -> Member:
        return self._spot(meaning.view, graphql_name, selection)

    def _spot(self, view: View, graphql_name: str, selection: Selection) -> Spot:
        site = self._site(self._asks.stores(view.source, self._arguments(graphql_name, selection)))
        shaping = Shaping(lambda each: self._selected(view.people, each.children), self._spot)
        with self._within(site):
            part = shaping.part(view.fact, selection, graphql_name)
        return Spot(view.source, site, part, tuple(shaping.people), tuple(shaping.pieces))

    def _nothing(self, _: Nothing, _name: str, _selection: Selection) -> Member:
        return Constant("null")

    # ------------------------------------------------------------------------------------- connections

    def _connection(
        self, type_name: str, field: str | None, selection: Selection, arguments: Arguments,
    ) -> Connection:
        site = self._site(self._asks.page(type_name, arguments))
        name = f"{self._names.type(type_name)}Connection"
        with self._within(site):
            members = tuple((key, self._part(type_name, name, each))
                            for key, each in collect(selection.children, name.__eq__).items())
        return Connection(self._catalogue[type_name], field, site, members)

    def _part(self, type_name: str, name: str, selection: Selection) -> ConnectionMember:
        if selection.name == TYPENAME:
            return self._typename(name)
        return _PARTS[selection.name](self, type_name, selection)

    def _shown(self, type_name: str, selection: Selection) -> Nodes:
        return Nodes(self._selected(type_name, selection.children))

    def _edges(self, type_name: str, selection: Selection) -> Edges:
        name = f"{self._names.type(type_name)}Edge"
        return Edges(tuple(
            (key, self._typename(name) if each.name == TYPENAME
             else Cursor.CURSOR if each.name == "cursor" else self._selected(type_name, each.children))
            for key, each in collect(selection.children, name.__eq__).items()))

    def _page_info(self, _: str, selection: Selection) -> PageInfo:
        return PageInfo(tuple(
            (key, self._typename("PageInfo") if each.name == TYPENAME else PageFact(each.name))
            for key, each in collect(selection.children, "PageInfo".__eq__).items()))

    # -------------------------------------------------------------------------------------- small parts

    def _typename(self, name: str) -> Constant:
        return Constant(json.dumps(name))

    def _site(self, read: ReadAsk) -> int:
        self._sites.append(Place(read, self._inside))
        return len(self._sites) - 1

    def _arguments(self, type_name: str, selection: Selection) -> Arguments:
        type_ = self._schema.type_map[type_name]
        assert isinstance(type_, GraphQLObjectType)  # noqa: S101 - the catalogue's types are objects
        known = type_.fields[selection.name].args
        return {name: reader(each.type, selection.arguments[name], each.default_value)
                if name in selection.arguments else _default(each.default_value)
                for name, each in known.items() if name in selection.arguments or each.default_value is not Undefined}


def _default(value: Any) -> tuple[Callable[[Any], Any], bool]:
    return (lambda _: value), False


_ROOTS: Mapping[type, Callable[[_Work, Any, Selection], Root]] = {
    Listed: _Work._listed, LookedUp: _Work._looked_up, AnyNode: _Work._node, AnyNodes: _Work._nodes,
}
_EDGES: Mapping[type, Callable[[_Work, Any, str, Selection], Member]] = {
    Forward: _Work._forward, Backward: _Work._backward, Refs: _Work._refs, InStores: _Work._in_stores,
    Nothing: _Work._nothing,
}
_PARTS: Mapping[str, Callable[[_Work, str, Selection], ConnectionMember]] = {
    "nodes": _Work._shown, "edges": _Work._edges, "pageInfo": _Work._page_info,
    "totalCount": lambda _work, _type, _selection: Total.TOTAL,
}
