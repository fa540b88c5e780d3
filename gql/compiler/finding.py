"""Single objects in SQL: by their ids, by their keys, and all that refer to one."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import peewee

from gql.compiler.asks import ByAddress, ById, ByIds, ByKey, Referring
from gql.compiler.binding import Slot
from gql.compiler.dialects.dialect import Piece
from gql.compiler.plan import Listing, One, Selected, Several
from gql.compiler.writing import Row, Writer
from models.catalogue import Field, ObjectType
from models.query.nodes import Column, Node, all_of, both, in_parentheses, sql

FIRST_REFERRING, AFTER = 0, 1
"""Where among the values of `refs` the number of objects stands, and the id behind which they begin."""


def one(writer: Writer, member: One) -> Iterator[Piece]:
    """An object by its id or by its key."""
    asked = writer.ask(member.site)
    yield writer.or_null(_FOUND[type(asked)](writer, member, asked))


def _by_id(writer: Writer, member: One, asked: ById) -> Node:
    return writer.found(member.branches[asked.id.type], lambda source: [
        sql(writer.columns.column(source, "id"), " = ", writer.value(member.site, 0))])


def _by_key(writer: Writer, member: One, asked: ByKey) -> Node:
    return _first(writer, member.branches[asked.type.name], lambda source: _key(writer, member.site, asked, source))


def _key(writer: Writer, site: int, asked: ByKey, source: Node) -> list[Node]:
    """The conditions of a key: of a single name case-mapped, of others exact (models.store.find, find_key)."""
    columns, fields = writer.columns, [asked.type.field(name) for name in asked.type.key]
    seen = [columns.seen(asked.type, field, source) for field in fields]
    if len(fields) > 1 or fields[0].reference:
        return [both(sql(columns.column(source, field.name), " = ", writer.value(site, place)), seen[place])
                for place, field in enumerate(fields)]
    search = columns.search(asked.type, fields[0], source)
    if asked.values[0]:
        is_indexed = columns.is_indexed(asked.type.name, fields[0].name)
        return [both(search.equals(writer.value(site, 0), indexed=is_indexed), seen[0])]
    hidden = "" if seen[0] is None else sql(" OR (", seen[0], ") IS NOT TRUE")
    return [sql("(", search.empty(), hidden, ")")]


def _by_address(writer: Writer, member: One, asked: ByAddress) -> Node:
    catalogue, columns = writer.columns.tables.catalogue, writer.columns

    def id_of(type_name: str, **values: Node) -> Node:
        type_ = catalogue[type_name]
        source = columns.table(type_)
        met = [sql(columns.column(source, name), " = ", value) for name, value in values.items()]
        query = peewee.Select([source], [columns.column(source, "id")])
        wanted = [*met, *writer.visible(type_, source)]
        return query.where(all_of(wanted)).order_by(columns.column(source, "id")).limit(sql("1"))

    def meets(source: Node) -> list[Node]:
        domain, node = (writer.value(member.site, place) for place in (0, 1))
        owner = {"host": id_of("xmpphost", name=domain), "name": node}
        if asked.store is not None:
            owner = {"user": id_of("xmppuser", **owner), "name": writer.value(member.site, 2)}
        return [sql(columns.column(source, name), " = ", value) for name, value in owner.items()]

    return _first(writer, member.branches[asked.type.name], meets)


def _first(writer: Writer, selected: Selected, meets: Callable[[Node], Sequence[Node]]) -> Any:
    """The text of the object with the lowest id that meets some conditions."""
    ids: list[Node] = []

    def and_remembered(source: Node) -> Sequence[Node]:
        ids.append(writer.columns.column(source, "id"))
        return meets(source)

    return writer.found(selected, and_remembered).order_by(*ids).limit(sql("1"))


def several(writer: Writer, member: Several) -> Iterator[Piece]:
    """Objects by their ids; null where there is none."""
    asked = writer.ask(member.site)
    assert isinstance(asked, ByIds)  # noqa: S101 - the site of `nodes` asks for ids
    wanted, (place, kind, id_) = writer.dialect.pairs(writer.value(member.site, 0))
    types = sorted({each.type for each in asked.ids})
    cases = [piece for number, name in enumerate(types) for piece in (
        f" WHEN {number} THEN ", writer.found(member.branches[name], lambda source: [
            sql(writer.columns.column(source, "id"), " = ", id_)]))]
    text = writer.or_null(sql("CASE ", kind, *cases, " END")) if cases else sql("''")
    rows = sql("SELECT ", text, " AS j, ", place, " AS n FROM ", wanted, " ORDER BY ", place)
    yield "["
    yield sql("(SELECT ", writer.dialect.joined(sql("p.j"), [sql("p.n")]), " FROM (", rows, ") AS p)")
    yield "]"


def referring(writer: Writer, row: Row, member: Listing) -> Iterator[Piece]:
    """The objects of a type that refer to a row through any of their fields."""
    asked = writer.ask(member.site)
    assert isinstance(asked, Referring)  # noqa: S101 - the sites of `refs` ask for what refers to an object
    fields = _referring(asked.type, row.type)
    yield "["
    if fields:
        yield _listed(writer, row, member, asked, fields)
    yield "]"


def _listed(writer: Writer, row: Row, member: Listing, asked: Referring, fields: Sequence[Field]) -> Node:
    columns, source = writer.columns, writer.columns.table(asked.type)
    id_, parent = columns.column(source, "id"), columns.bare(columns.column(row.source, "id"))
    refers = in_parentheses([
        both(sql(columns.column(source, field.name), " = ", parent), columns.guard.cell(asked.type, field, source))
        for field in fields], " OR ")
    wanted = [refers, sql(id_, " > ", writer.value(member.site, AFTER)), *writer.visible(asked.type, source)]
    text = writer.object(member.branches[asked.type.name], Row(asked.type, source))
    limit = Slot(member.site, FIRST_REFERRING)
    if writer.engine == "mysql":
        joined = sql("group_concat(", text, " ORDER BY ", id_, " SEPARATOR ',' LIMIT ",
                     writer.value(member.site, FIRST_REFERRING), ")")
        return sql(peewee.Select([source], [writer.dialect.otherwise(joined, "")]).where(all_of(wanted)))
    page = peewee.Select([source], [text.alias("j")]).where(all_of(wanted)).order_by(id_).limit(limit).alias("p")
    return sql(peewee.Select([page], [writer.dialect.joined(Column(page, "j"))]))


def _referring(from_type: ObjectType, to_type: ObjectType) -> list[Field]:
    return [field for field, reference in from_type.references
            if not field.secret and reference.target in (None, to_type.name)]


_FOUND: Mapping[type, Callable[[Writer, One, Any], Node]] = {ById: _by_id, ByKey: _by_key, ByAddress: _by_address}
