"""Filters and orders: every kind of field, through edges both ways, joined."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from graphql import GraphQLInputObjectType, build_schema

from gql.limits.table import DEFAULTS
from gql.naming import Names
from gql.schema.quirks import Schema
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue

from .conftest import Ask, Create

Complain = Callable[..., tuple[str, str]]


@pytest.fixture(autouse=True)
def people(create: Create) -> dict[str, str]:
    """Alice founded #tea and #Hats, of which Bob is successor; Carol has nothing but an unregistered past."""
    ids = {
        "Alice": create("account", display="Alice", email="a@example.com", NS_PRIVATE=True),
        "Bob": create("account", display="bob", email=""),
        "Carol": create("account", display="Carol"),
    }
    create("nick", nick="alice_away", nc=ids["Alice"], last_seen=1_700_000_000)
    create("nick", nick="Bobby", nc=ids["Bob"], last_seen=0)
    create("nick", nick="bob2", nc=ids["Bob"])
    ids["tea"] = create("channel", name="#tea", founder=ids["Alice"], bantype=2, banexpire=2**40)
    ids["hats"] = create("channel", name="#Hats", founder=ids["Alice"], successor=ids["Bob"], bantype=-1)
    create("accesschanaccess", ci=ids["tea"], obj=ids["Bob"], level=5)
    create("accesschanaccess", ci=ids["tea"], obj=ids["hats"], level=10)
    create("accesschanaccess", ci=ids["hats"], mask="*!*@*", level=3)
    create("forbid", mask="x", type="FT_CHAN")
    create("forbid", mask="y", type="FT_NICK")
    return ids


@pytest.fixture
def names(ask: Ask) -> Callable[..., list[Any]]:
    """From the name of a list, a field, a filter and an order to the values of the field."""
    def run(many: str, field: str, where: str = "{}", order: str = "[]", **variables: str) -> list[Any]:
        types = f"({', '.join(f'${name}: ID!' for name in variables)})" if variables else ""
        query = f"query{types} {{ {many}(where: {where}, orderBy: {order}) {{ nodes {{ {field} }} }} }}"
        return [node[field] for node in ask(query, **variables)[many]["nodes"]]

    return run


@pytest.mark.parametrize(("where", "expected"), [
    ("{}", "Alice bob Carol"),
    ("null", "Alice bob Carol"),
    ("{display: {}}", "Alice bob Carol"),
    ('{display: {eq: "ALICE"}}', "Alice"),
    ('{display: {ne: "ALICE"}}', "bob Carol"),
    ('{display: {in: ["alice", "BOB"]}}', "Alice bob"),
    ('{display: {notIn: ["alice", "BOB"]}}', "Carol"),
    ('{display: {startsWith: "c"}}', "Carol"),
    ('{display: {contains: "O", endsWith: "b"}}', "bob"),
    ('{display: {like: "%l_c%"}}', "Alice"),
    ('{display: {gt: "alice", lt: "carol"}}', "bob"),
    ('{email: {eq: ""}}', "bob"),
    ("{email: {isNull: true}}", "Carol"),
    ("{email: {isNull: false}}", "Alice bob"),
    ("{private: {eq: true}}", "Alice"),
    ("{private: {eq: false}}", "bob Carol"),
    ("{private: {ne: true}}", "bob Carol"),
    ('{and: [{display: {contains: "o"}}, {not: {display: {eq: "bob"}}}]}', "Carol"),
    ('{or: [{display: {eq: "bob"}}, {private: {eq: true}}]}', "Alice bob"),
    ("{or: []}", ""),
    ("{and: []}", "Alice bob Carol"),
    ("{not: {}}", ""),
    ("{nicks: {some: {}}}", "Alice bob"),
    ("{nicks: {none: {}}}", "Carol"),
    ('{nicks: {some: {nick: {startsWith: "bob"}}, none: {nick: {eq: "x"}}}}', "bob"),
    ('{nicks: {every: {nick: {contains: "2"}}}}', "Carol"),
    ('{channelsAsFounder: {some: {successor: {display: {eq: "BOB"}}}}}', "Alice"),
    ("{accessEntriesAsGrantee: {some: {level: {gte: 5}}}}", "bob"),
])
def test_accounts_are_found(names: Callable[..., list[Any]], where: str, expected: str) -> None:
    assert names("accounts", "display", where) == expected.split()


@pytest.mark.parametrize(("where", "expected"), [
    ("{successor: {}}", "#Hats"),
    ("{not: {successor: {}}}", "#tea"),
    ("{successorId: {isNull: true}}", "#tea"),
    ("{successorId: {eq: $bob}}", "#Hats"),
    ("{successorId: {ne: $bob}}", "#tea"),
    ("{id: {eq: $tea}}", "#tea"),
    ("{id: {in: [$tea, $hats]}}", "#tea #Hats"),
    ("{id: {ne: $tea}}", "#Hats"),
    ("{id: {notIn: [$tea, $hats]}}", ""),
    ("{id: {isNull: false}}", "#tea #Hats"),
    ("{id: {isNull: true}}", ""),
    ("{banType: {lt: 0}}", "#Hats"),
    ("{banType: {in: [2, 3]}}", "#tea"),
    ('{banExpire: {eq: "1099511627776"}}', "#tea"),
    ("{accessEntries: {some: {grantee: {account: {display: {eq: \"bob\"}}}}}}", "#tea"),
    ("{accessEntries: {some: {grantee: {channel: {name: {eq: \"#HATS\"}}}}}}", "#tea"),
    ("{accessEntries: {some: {grantee: {nick: {}}}}}", ""),
    ("{accessEntries: {some: {granteeId: {isNull: true}}}}", "#Hats"),
    ("{accessEntries: {some: {granteeId: {in: [$hats, $bob]}}}}", "#tea"),
])
def test_channels_are_found(
    names: Callable[..., list[Any]], people: dict[str, str], where: str, expected: str,
) -> None:
    ids = {name: people[key] for name, key in (("bob", "Bob"), ("tea", "tea"), ("hats", "hats")) if f"${name}" in where}
    assert names("channels", "name", where, **ids) == expected.split()


@pytest.mark.parametrize(("where", "expected"), [
    ('{eq: "2023-11-14T22:13:20Z"}', "alice_away"),
    ('{eq: "2023-11-14T23:13:20.500+01:00"}', "alice_away"),
    ('{ne: "2023-11-14T22:13:20Z"}', "Bobby bob2"),
    ('{lt: "2024-01-01T00:00:00Z"}', "alice_away"),
    ('{gte: "1970-01-01T00:00:00Z"}', "alice_away"),
    ('{gt: "2024-01-01T00:00:00Z"}', ""),
    ('{eq: "1970-01-01T00:00:00Z"}', ""),
    ('{notIn: ["1970-01-01T00:00:00Z"]}', "alice_away Bobby bob2"),
    ("{isNull: true}", "Bobby bob2"),
    ("{isNull: false}", "alice_away"),
])
def test_times_that_are_shown_as_null_are_null(
    names: Callable[..., list[Any]], where: str, expected: str,
) -> None:
    assert names("nicks", "nick", f"{{lastSeen: {where}}}") == expected.split()


def test_enums(names: Callable[..., list[Any]]) -> None:
    assert names("forbids", "mask", "{type: {eq: CHAN}}") == ["x"]
    assert names("forbids", "mask", "{type: {notIn: [CHAN]}}") == ["y"]


@pytest.mark.parametrize(("many", "field", "order", "expected"), [
    ("accounts", "display", "[{display: DESC}]", "Carol bob Alice"),
    ("accounts", "display", "[{email: ASC}]", "Carol bob Alice"),
    ("accounts", "display", "[{email: ASC_NULLS_LAST}]", "bob Alice Carol"),
    ("accounts", "display", "[{email: DESC}]", "Alice bob Carol"),
    ("accounts", "display", "[{email: DESC_NULLS_FIRST}]", "Carol Alice bob"),
    ("accounts", "display", "[{private: ASC}, {display: DESC}]", "Carol bob Alice"),
    ("accounts", "display", "null", "Alice bob Carol"),
    ("channels", "name", "[{successor: {display: ASC}}]", "#tea #Hats"),
    ("channels", "name", "[{successor: {display: ASC_NULLS_LAST}}]", "#Hats #tea"),
    ("nicks", "nick", "[{account: {display: DESC}}, {id: DESC}]", "bob2 Bobby alice_away"),
    ("accessChanAccesses", "level", "[{grantee: {channel: {name: DESC}}}, {level: ASC}]", "10 3 5"),
])
def test_orders(names: Callable[..., list[Any]], many: str, field: str, order: str, expected: str) -> None:
    assert [str(value) for value in names(many, field, "{}", order)] == expected.split()


@pytest.mark.parametrize(("query", "part"), [
    ("accounts(where: {display: {eq: null}})", "eq: null compares with nothing; write isNull: true"),
    ("accounts(where: {display: null})", "display: null says nothing; write isNull: true"),
    ("channels(where: {founder: null})", "founder: null says nothing"),
    ("accounts(where: {nicks: {some: null}})", "some: null says nothing"),
    ("accounts(where: {and: null})", "and: null says nothing"),
    ("accounts(where: {pass: {isNull: true}})", "unknown field 'pass'"),
    ("accounts(where: {passwordHash: {isNull: true}})", "unknown field 'passwordHash'"),
    ("accounts(orderBy: [{passwordHash: ASC}])", "unknown field 'passwordHash'"),
    ("accounts(where: {dispaly: {eq: \"x\"}})", "Did you mean 'display'"),
    ("accounts(where: {display: {equals: \"x\"}})", "unknown field 'equals'"),
    ("accounts(where: {display: {eq: 5}})", "String cannot represent"),
    ("channels(where: {banType: {eq: 3000000000}})", "Int cannot represent"),
    ("channels(where: {banExpire: {eq: \"9223372036854775808\"}})", "a whole number of at most 64 bits"),
    ("channels(where: {timeRegistered: {eq: \"yesterday\"}})", "2024-05-17T09:30:00Z"),
    ("channels(where: {timeRegistered: {eq: \"2024-05-17T09:30:00\"}})", "2024-05-17T09:30:00Z"),
    ("forbids(where: {type: {eq: COLOUR}})", "COLOUR"),
    ("accounts(where: {id: {eq: \"nick:1\"}})", "'nick:1' is the id of another type; give account:NUMBER"),
    ("accounts(where: {id: {eq: \"1\"}})", "'1' is no id"),
    ("channels(where: {founderId: {in: [\"channel:1\"]}})", "the id of another type; give account:NUMBER"),
    ("vhosts(where: {ownerId: {eq: \"colour:1\"}})", "there is no type 'colour'"),
    ("vhosts(where: {owner: {}})", "xactly one"),
    ("vhosts(where: {owner: {account: {}, nick: {}}})", "xactly one"),
    ("accounts(orderBy: [{}])", "xactly one"),
    ("accounts(orderBy: [{display: ASC, email: ASC}])", "xactly one"),
    ("accounts(orderBy: [{display: UP}])", "Direction"),
    ("accounts(where: {display: {startsWith: \"a\\u0000\"}})", "NUL"),
    ("accounts(where: {or: [" + "{} " * 201 + "]})", "the condition is too large"),
    ("accounts(where: " + "{not: " * 25 + "{}" + "}" * 25 + ")", "the condition is too large"),
    ("accounts(orderBy: [" + "{email: ASC} " * 9 + "])", "more than 8 orders"),
])
def test_bad_filters_and_orders_are_said_with_their_code(complain: Complain, query: str, part: str) -> None:
    code, message = complain(f"{{ {query} {{ totalCount }} }}")
    assert code == "BAD_INPUT"
    assert part in message


def test_filters_of_any_depth_are_refused_in_words(complain: Complain) -> None:
    where: dict[str, Any] = {}
    for depth in range(900):
        where = {"not": where}
        if depth in (20, 100, 400, 899):
            code, _ = complain("query($w: AccountWhere) { accounts(where: $w) { totalCount } }", w=where)
            assert code == ("LIMIT" if depth >= DEFAULTS.conditions else "BAD_INPUT")


def test_every_visible_field_can_be_filtered_and_ordered_by(schema: Schema) -> None:
    sdl, names = build_schema(schema.as_str()), Names(Catalogue(BUILTIN_TYPES))
    for type_ in BUILTIN_TYPES:
        where, order = (sdl.type_map[f"{names.type(type_.name)}{kind}"] for kind in ("Where", "OrderBy"))
        assert isinstance(where, GraphQLInputObjectType)
        assert isinstance(order, GraphQLInputObjectType)
        visible = {names.field(type_.name, field.name) for field in type_.fields if not field.secret}
        ids = {names.reference_id(type_.name, field.name) for field, _ in type_.references}
        assert set(order.fields) == {"id", *visible}
        assert {"and", "or", "not", "id", *visible, *ids} <= set(where.fields)
