"""One object: by its id, by its natural key."""
from __future__ import annotations

import pytest

from .conftest import Ask, Create


def test_node_finds_objects_of_all_types(ask: Ask, create: Create) -> None:
    for id_ in (create("account", display="Alice"), create("stats"), create("xmpphost", name="example.com")):
        assert ask("query($id: ID!) { node(id: $id) { id } }", id=id_)["node"] == {"id": id_}


def test_an_object_that_does_not_exist_is_null(ask: Ask, create: Create) -> None:
    account = create("account", display="Alice")
    number = account.partition(":")[2]
    for id_ in ("account:0", "account:999", f"channel:{number}", f"account:{2**63}", f"account:{2**64}"):
        assert ask("query($id: ID!) { node(id: $id) { id } }", id=id_)["node"] is None
    assert ask("{ account(display: \"nobody\") { id } }")["account"] is None


@pytest.mark.parametrize(("type_name", "key", "field", "value", "asked"), [
    ("account", "display", "display", "Alice", "aLICE"),
    ("nick", "nick", "nick", "Alice", "alice"),
    ("channel", "name", "name", "#Wonderland", "#wONDERLAND"),
    ("botinfo", "nick", "nick", "Gryphon", "GRYPHON"),
    ("oper", "name", "name", "Admin", "admin"),
    ("xmpphost", "name", "name", "example.com", "EXAMPLE.com"),
])
def test_a_natural_key_is_case_mapped(
    ask: Ask, create: Create, type_name: str, key: str, field: str, value: str, asked: str,
) -> None:
    id_ = create(type_name, **{key: value})
    root = {"botinfo": "bot", "xmpphost": "xmppHost"}.get(type_name, type_name)
    found = ask(f"query($key: String) {{ {root}({field}: $key) {{ id }} }}", key=asked)
    assert found == {root: {"id": id_}}


def test_the_empty_name_finds_what_has_none(ask: Ask, create: Create) -> None:
    create("account", display="Alice")
    nameless = create("account")
    assert ask("{ account(display: \"\") { id } }")["account"] == {"id": nameless}


def test_xmpp_users_and_their_stores_are_found_by_address(ask: Ask, create: Create) -> None:
    host = create("xmpphost", name="example.com")
    user = create("xmppuser", host=host, name="alice")
    own = create("xmppuser", host=host, name="")
    store = create("xmppstore", user=user, name="roster")
    found = ask("""{
        upper: xmppUser(jid: "Alice@EXAMPLE.com") { id }
        resource: xmppUser(jid: "alice@example.com/phone") { id }
        own: xmppUser(jid: "example.com") { id }
        other: xmppUser(jid: "alice@other.example") { id }
        store: xmppStore(jid: "alice@example.com", name: "roster") { id user { host { name } } }
        none: xmppStore(jid: "alice@example.com", name: "vcard") { id }
    }""")
    assert found == {
        "upper": {"id": user}, "resource": {"id": user}, "own": {"id": own}, "other": None,
        "store": {"id": store, "user": {"host": {"name": "example.com"}}}, "none": None}


def test_nodes_come_in_the_order_of_their_ids(ask: Ask, create: Create) -> None:
    ids = [create("account", display="Alice"), create("xline", mask="a"), create("account", display="Bob")]
    asked = [ids[2], "account:999", ids[1], ids[0], ids[2]]
    found = ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=asked)["nodes"]
    assert found == [{"id": ids[2]}, None, {"id": ids[1]}, {"id": ids[0]}, {"id": ids[2]}]


def test_types_draw_the_model(ask: Ask, create: Create) -> None:
    create("channel", name="#a", founder=create("account", display="Alice"))
    types = ask("""{ types { name storedAs module description key count fields {
        name storedAs kind description reference { target onDelete backward } } } }""")["types"]
    by_name = {one["name"]: one for one in types}
    assert (by_name["Bot"]["storedAs"], by_name["Account"]["key"]) == ("botinfo", ["display"])
    assert (by_name["Account"]["count"], by_name["Channel"]["count"], by_name["Bot"]["count"]) == (1, 1, 0)
    account = {field["name"] for field in by_name["Account"]["fields"]}
    assert "email" in account
    assert "passwordHash" not in account
    fields = {field["name"]: field for field in by_name["Channel"]["fields"]}
    assert fields["name"]["reference"] is None
    assert (fields["founder"]["kind"], fields["banType"]["kind"]) == ("REFERENCE", "INT16")
    assert fields["successor"]["reference"] == {
        "target": "Account", "onDelete": "SET_NULL", "backward": "channelsAsSuccessor"}
    grantee = next(f for f in by_name["AccessChanAccess"]["fields"] if f["name"] == "grantee")
    assert grantee["reference"] == {"target": None, "onDelete": "CASCADE", "backward": "accessEntriesAsGrantee"}
