"""The names of the GraphQL schema: all of them in names.txt, and the rules for what may yet be found."""
from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from gql.naming import Names
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, Field, Kind, ObjectType, Referrer, enum, reference, string
from models.errors import CatalogueError

GOLDEN = Path(__file__).with_name("names.txt")


def found(name: str, *fields: Field) -> ObjectType:
    """A type as discovery makes it."""
    return ObjectType(name, "found", "", tuple(dataclasses.replace(f, discovered=True) for f in fields),
                      discovered=True)


def with_columns(name: str, *fields: Field) -> Iterator[ObjectType]:
    """The built-in types, one of them with columns that were found in its table."""
    for type_ in BUILTIN_TYPES:
        columns = tuple(dataclasses.replace(f, discovered=True) for f in fields) if type_.name == name else ()
        yield dataclasses.replace(type_, fields=(*type_.fields, *columns))


def backwards(catalogue: Catalogue, names: Names, target: str) -> dict[str, str]:
    return {f"{r.type.name}.{r.field.name}": names.backward(target, r) for r in catalogue.referrers(target)}


def way_back(names: Names, target: str, referrer: Referrer) -> str:
    return f"    <- {referrer.type.name + '.' + referrer.field.name:<26} {names.backward(target, referrer)}"


def table(catalogue: Catalogue, names: Names) -> Iterator[str]:
    """The lines of names.txt."""
    anywhere = [r for r in catalogue.referrers(catalogue.types[0].name) if r.reference.target is None]
    yield "every type"
    yield from (way_back(names, catalogue.types[0].name, r) for r in anywhere)
    for t in catalogue:
        arguments = "".join(f", {name}:" for name in names.arguments(t.name))
        yield f"\n{t.name} -> {names.type(t.name)}   {names.singular(t.name)}(id:{arguments})   {names.plural(t.name)}"
        for f in t.fields:
            yield f"    {f.name:<29} {names.field(t.name, f.name)}"
            if f.kind is Kind.ENUM:
                values = " ".join(names.value(t.name, f.name, value) for value, _ in f.values)
                yield f"    {'':<29} enum {names.enum(t.name, f.name)} {{ {values} }}"
        for r in catalogue.referrers(t.name):
            if r.reference.target is not None:
                yield way_back(names, t.name, r)


def test_all_names_are_those_of_the_golden_file() -> None:
    """Run with UPDATE_GOLDEN=1 to write the file anew, then read it as a newcomer would."""
    catalogue = Catalogue(BUILTIN_TYPES)
    text = "\n".join(line.rstrip() for line in table(catalogue, Names(catalogue))) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_references_to_any_type_have_one_way_back_everywhere() -> None:
    catalogue = Catalogue(BUILTIN_TYPES)
    names = Names(catalogue)
    ways = {tuple(names.backward(t.name, r) for r in catalogue.referrers(t.name) if r.reference.target is None)
            for t in catalogue}
    assert ways == {("accessEntriesAsGrantee", "flagsEntriesAsGrantee", "xopEntriesAsGrantee", "vhosts", "memoInfos",
                     "operNotes")}


def test_found_type_gets_names_from_its_table() -> None:
    catalogue = Catalogue((*BUILTIN_TYPES, found("helpdesk_ticket", string("my-col", ""), string("2fa", ""))))
    names = Names(catalogue)
    assert names.type("helpdesk_ticket") == "HelpdeskTicket"
    assert (names.singular("helpdesk_ticket"), names.plural("helpdesk_ticket")) == ("helpdeskTicket", "helpdeskTickets")
    assert names.field("helpdesk_ticket", "my-col") == "myCol"
    assert names.field("helpdesk_ticket", "2fa") == "_2fa"
    assert names.arguments("helpdesk_ticket") == ()


def test_type_that_is_a_plural_is_listed_as_all() -> None:
    names = Names(Catalogue((found("tickets", string("text", "")),)))
    assert (names.singular("tickets"), names.plural("tickets")) == ("tickets", "allTickets")


def test_way_back_says_the_role_unless_it_is_plain() -> None:
    catalogue = Catalogue((*BUILTIN_TYPES, found(
        "ticket", reference("account_id", "account", ""), reference("assignee", "account", ""),
        reference("parent", "ticket", ""), reference("owner", "channel", ""))))
    names = Names(catalogue)
    on_account = backwards(catalogue, names, "account")
    assert on_account["ticket.account_id"] == "tickets"
    assert on_account["ticket.assignee"] == "ticketsAsAssignee"
    assert backwards(catalogue, names, "ticket")["ticket.parent"] == "ticketsAsParent"
    assert backwards(catalogue, names, "channel")["ticket.owner"] == "tickets"


def test_two_plain_ways_back_are_told_apart() -> None:
    catalogue = Catalogue((*BUILTIN_TYPES, found(
        "ticket", reference("owner", "account", ""), reference("target", "account", ""))))
    on_account = backwards(catalogue, Names(catalogue), "account")
    assert (on_account["ticket.owner"], on_account["ticket.target"]) == ("tickets", "ticketsAsTarget")


def test_abbreviations_are_spelled_out_in_found_references_too() -> None:
    catalogue = Catalogue((*BUILTIN_TYPES, found("seen", reference("nc", "account", ""), string("ci", ""))))
    names = Names(catalogue)
    assert (names.field("seen", "nc"), names.field("seen", "ci")) == ("account", "ci")


def test_id_is_cut_off_a_reference_unless_that_name_is_taken() -> None:
    names = Names(Catalogue((*BUILTIN_TYPES, found(
        "ticket", reference("account_id", "account", ""), reference("channel_id", "channel", ""),
        string("channel", "")))))
    assert [names.field("ticket", name) for name in ("account_id", "channel_id", "channel")] == [
        "account", "channelId", "channel"]


def test_found_flag_loses_its_service_prefix() -> None:
    names = Names(Catalogue(with_columns("channel", string("CS_STATS", ""))))
    assert names.field("channel", "CS_STATS") == "stats"


def test_flag_keeps_its_prefix_where_the_rest_is_taken() -> None:
    names = Names(Catalogue(with_columns("channel", string("BS_PRIVATE", ""))))
    assert names.field("channel", "CS_PRIVATE") == "private"
    assert names.field("channel", "BS_PRIVATE") == "bsPrivate"


@pytest.mark.parametrize(("type_name", "column", "name"), [
    ("channel", "private", "private_"), ("account", "nicks", "nicks_"), ("account", "refs", "refs_"),
    ("account", "Id", "id_"), ("account", "vhosts", "vhosts_"),
])
def test_found_column_gives_way(type_name: str, column: str, name: str) -> None:
    names = Names(Catalogue(with_columns(type_name, string(column, ""))))
    assert names.field(type_name, column) == name


@pytest.mark.parametrize(("table_name", "name", "one", "many"), [
    ("bot", "Bot_", "bot_", "bots_"), ("query", "Query_", "query", "queries"), ("bots", "Bots", "bots_", "allBots"),
    ("account_edge", "AccountEdge_", "accountEdge", "accountEdges"), ("node", "Node_", "node_", "nodes_"),
    ("bad_word_type", "BadWordType_", "badWordType", "badWordTypes"), ("type", "Type", "type", "types_"),
])
def test_found_type_gives_way(table_name: str, name: str, one: str, many: str) -> None:
    names = Names(Catalogue((found(table_name, string("text", "")), *BUILTIN_TYPES)))
    assert (names.type(table_name), names.singular(table_name), names.plural(table_name)) == (name, one, many)
    assert names.type("botinfo") == "Bot"


def test_what_is_found_renames_nothing() -> None:
    before = Names(Catalogue(BUILTIN_TYPES))
    catalogue = Catalogue((
        found("accounts", string("private", "")), found("channel_connection", reference("owner", None, "")),
        *with_columns("account", string("channels_as_founder", ""), string("vhosts", ""), string("NS_PRIVATE_", ""))))
    after = Names(catalogue)
    for type_ in BUILTIN_TYPES:
        assert (after.type(type_.name), after.singular(type_.name), after.plural(type_.name)) == (
            before.type(type_.name), before.singular(type_.name), before.plural(type_.name))
        assert [after.field(type_.name, f.name) for f in type_.fields] == [
            before.field(type_.name, f.name) for f in type_.fields]
        ways = backwards(catalogue, after, type_.name)
        assert backwards(Catalogue(BUILTIN_TYPES), before, type_.name).items() <= ways.items()


@pytest.mark.parametrize(("first", "second", "message"), [
    (found("a_b", string("f", "")), found("a-b", string("f", "")), "type a_b and type a-b would both be called AB"),
    (found("t", string("my_col", ""), string("my-col", "")), found("u", string("f", "")),
     r"t\.my_col and t\.my-col would both be called myCol in GraphQL on t; rename one"),
    (found("t", string("f", "")), ObjectType("p", "test", "", (enum("kind", "", A_X=0, A_x=1),)),
     r"A_X and A_x would both be called X in GraphQL in p\.kind"),
], ids=["types", "fields", "values"])
def test_two_things_of_one_name_are_refused(first: ObjectType, second: ObjectType, message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        Names(Catalogue((first, second)))


def test_values_keep_a_first_word_that_is_not_shared() -> None:
    names = Names(Catalogue((ObjectType("p", "test", "", (enum("kind", "", BIG_X=0, SMALL_X=1),)),)))
    assert [names.value("p", "kind", value) for value in ("BIG_X", "SMALL_X")] == ["BIG_X", "SMALL_X"]
