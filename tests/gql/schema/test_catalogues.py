"""Schemas over other catalogues: types of plug-ins, types and fields that were found in the database."""
from __future__ import annotations

import asyncio
import re
from contextlib import closing
from dataclasses import replace
from typing import Any

from gql.schema.build import build_schema
from gql.schema.execution import Operation, execute
from gql.schema.loading import Reader
from models.builtin import BUILTIN_TYPES
from models.catalogue import (
    Catalogue,
    Field,
    Kind,
    ObjectID,
    ObjectType,
    Reference,
    enum,
    flag,
    number,
    reference,
    string,
)
from models.network import Network
from models.principal import LOCAL_ADMIN

TICKET = ObjectType(
    "ticket", "helpdesk", "Something that somebody wants.", key=("account", "class"),
    fields=(
        reference("account", "account", "Who wants it.", depends=True),
        reference("parent", "ticket", "What it belongs to."),
        string("class", "A word that Python keeps for itself."),
        flag("None", "Another."),
        number("size", Kind.UINT32, "How much work it is."),
        enum("state", "How far it is.", TICKET_OPEN=0, TICKET_DONE=1),
        string("token", "Not to be seen.", secret=True),
        Field("watcher", Kind.REFERENCE, secret=True, reference=Reference("account", depends=False)),
    ),
)


def run(network: Network, document: str) -> Any:
    schema = build_schema(network.catalogue)
    answer = asyncio.run(execute(schema, Operation(document), Reader(network, LOCAL_ADMIN)))
    assert answer.errors == []
    return answer.data


def test_types_of_plug_ins_are_served_like_all_others(database_url: str) -> None:
    with closing(Network.open(database_url, types=[TICKET])) as network:
        account = network.store.create("account", {"display": "Alice"})
        first = network.store.create("ticket", {
            "account": ObjectID("account", account), "class": "bug", "None": True, "size": 2**32 - 1,
            "state": "TICKET_DONE", "token": "xyzzy"})
        second = network.store.create("ticket", {"parent": ObjectID("ticket", first), "class": "task"})
        found = run(network, f"""{{
            tickets {{ nodes {{
                id class none size state parent {{ class }} ticketsAsParent {{ nodes {{ id }} }} }} }}
            account(display: "alice") {{ tickets(where: {{class: {{ne: "x"}}}}) {{ nodes {{ class }} }} }}
            filtered: tickets(
                where: {{account: {{display: {{eq: "ALICE"}}}}, none: {{eq: true}}, state: {{in: [DONE]}}}}
                orderBy: [{{parent: {{class: DESC}}}}, {{class: ASC}}]
            ) {{ nodes {{ id }} }}
            ticket(account: "account:{account}", class: "bug") {{ id }}
            other: ticket(account: "account:{account}", class: "Bug") {{ id }}
        }}""")
    assert found == {
        "tickets": {"nodes": [
            {"id": f"ticket:{first}", "class": "bug", "none": True, "size": "4294967295", "state": "DONE",
             "parent": None, "ticketsAsParent": {"nodes": [{"id": f"ticket:{second}"}]}},
            {"id": f"ticket:{second}", "class": "task", "none": False, "size": None, "state": None,
             "parent": {"class": "bug"}, "ticketsAsParent": {"nodes": []}},
        ]},
        "account": {"tickets": {"nodes": [{"class": "bug"}]}},
        "filtered": {"nodes": [{"id": f"ticket:{first}"}]},
        "ticket": {"id": f"ticket:{first}"},
        "other": None,
    }


def test_a_found_reference_is_an_edge_to_any_object() -> None:
    found = Field("friend", Kind.REFERENCE, reference=Reference(None, depends=False), discovered=True)
    types = [replace(t, fields=(*t.fields, found)) if t.name == "nick" else t for t in BUILTIN_TYPES]
    sdl = build_schema(Catalogue(types)).as_str()
    assert "\n  friend: Object\n" in sdl
    assert re.search(r"\n  nicksAsFriend\(where: NickWhere, .*\): NickConnection!\n", sdl)
    assert "\n  friend: ObjectWhere\n  friendId: IDFilter\n" in sdl


def test_secrets_are_neither_fields_nor_edges_nor_keys() -> None:
    badge = ObjectType("badge", "x", "", (string("code", "", secret=True),), key=("code",))
    sdl = build_schema(Catalogue([*BUILTIN_TYPES, TICKET, badge])).as_str()
    assert "ticketsAsWatcher" not in sdl
    assert "watcher" not in sdl
    assert sdl.count("token") == build_schema(Catalogue(BUILTIN_TYPES)).as_str().count("token")
    assert '  badge(\n    """Its id, such as `badge:10`."""\n    id: ID\n  ): Badge\n' in sdl


def test_a_type_without_descriptions_gets_some() -> None:
    bare = ObjectType("zettel", "x", "", (Field("inhalt", Kind.STRING),))
    sdl = build_schema(Catalogue([bare])).as_str()
    assert '"""Objects of the type zettel."""\ntype Zettel' in sdl
    assert '"""Stored as inhalt."""\n  inhalt: String' in sdl
