"""Whatever other programs wrote into stores, the answers agree or the reference executor is asked."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gql.compiler.errors import Unplannable
from gql.schema.quirks import Schema
from models.database import quoted
from models.lua.value import Table, Value
from models.network import Network
from tests.engines import Engine
from tests.gql.compiler.stores.agreement import Asked
from tests.gql.compiler.stores.questions import QUESTIONS, of_users
from tests.models.xmpp.test_odd_values import JID, ODD

STORES = ("roster", "blocklist", "vcard", "config", "state")

FACTS = of_users("""
    roster { version contacts { jid name subscription ask approved groups } pending { jid stanza } }
    blocklist { jid blockedAt } vcard store(name: "config") list: store(name: "archive")
    room { jid name description subject persistent destroyed affiliations { jid affiliation nick }
        lastMessage { archiveId with from to type body xml json sentAt } }
    archive { nodes { archiveId with from to type body xml json sentAt } }
    offlineMessages(last: 2) { nodes { body json } pageInfo { startCursor hasPreviousPage } }""")
"""What asks for no people, of whom SQL could not tell."""


@pytest.fixture(scope="module")
def odd(_engine: Engine, linked: Schema) -> Iterator[Asked]:
    """A network whose stores every example writes anew."""
    with closing(Network.open(_engine.prepared(), types=())) as network:
        asked = Asked(network, linked)
        with asked.runner:
            yield asked
    _engine.take_back()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(ODD, min_size=len(STORES), max_size=len(STORES)), st.lists(ODD, max_size=4))
def test_answers_agree_about_odd_values(odd: Asked, values: list[Value], items: list[Value]) -> None:
    node, _, host = JID.partition("@")
    for store, value in zip(STORES, values, strict=True):
        if store == "config" and isinstance(value, Table):
            value.set(b"_jid", JID.encode())
        odd.network.stores.put(host, node, store, value)
    for store in ("archive", "offline"):
        odd.network.stores.delete(host, node, store)
        odd.network.stores.extend(host, node, store, [item for item in items if item is not None])
    odd.agreed(FACTS)
    for question in QUESTIONS.values():
        with suppress(Unplannable):
            odd.agreed(question)


ROWS = (
    ("string", "text"), ("number", "-nan"), ("number", "1e999"), ("boolean", "maybe"), ("json", "{broken"),
    ("json", '{"__hash":[false,{"version":3,"pending":[1]}]}'), ("json", '{"a":"\\ud800"}'), ("xml", "<a/>"),
    ("other", "x"), ("", ""), ("json", "[[[[]]]]"), ("json", '{"subscription":"both","name":"\u2028"}'),
    ("json", "123456789012345678901234567890"), ("json", '{"a":1,"a":2}'),
)
"""Types and values of rows that Prosody would not write."""


@pytest.mark.parametrize("store", ["roster", "blocklist", "vcard", "config", "state"])
def test_answers_agree_about_rows_of_no_known_kind(asked: Asked, store: str) -> None:
    rows = [("example.com", "odd", store, key, type_, value)
            for number, (type_, value) in enumerate(ROWS) for key in ("", f"k{number}@example.com")]
    if store == "config":
        rows.append(("example.com", "odd", store, "_jid", "string", "odd@example.com"))
    insert(asked.network, "prosody", ("host", "user", "store", "key", "type", "value"), rows)
    asked.agreed(of_users("roster { contacts { jid name } pending { jid } } blocklist { jid blockedAt user { id } }"))
    asked.agreed(of_users("room { name affiliations { jid } lastMessage { body sender { jid } } }"))
    with suppress(Unplannable):
        asked.agreed(of_users('vcard store(name: "roster") store2: store(name: "config")'))


def test_answers_agree_about_messages_of_no_known_kind(asked: Asked) -> None:
    odd = (*ROWS, ("xml", '<message from="odd@example.com/x" to=\'odd@example.com\'><body>a</body></message>'),
           ("xml", "<message><x from='odd@example.com'/></message>"), ("xml", "<message from='ODD@example.com'/>"))
    insert(asked.network, "prosodyarchive", ("host", "user", "store", "key", "when", "with", "type", "value"), [
        ("example.com", "odd", "archive", f"k{number}", number - 3, ("", "odd@example.com", "x<y")[number % 3], *row)
        for number, row in enumerate(odd)])
    asked.agreed(QUESTIONS["stores"])
    asked.agreed(of_users("archive { nodes { archiveId with from to body sentAt correspondent { jid } } }"))
    asked.agreed(of_users("archive(first: 16) { nodes { sender { jid } recipient { jid } } }"))
    with pytest.raises(Unplannable, match="not written as servers write it"):
        asked.compiled(of_users('archive(last: 1, with: "odd@example.com") { nodes { sender { jid } } }'))


def insert(network: Network, table: str, columns: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows as Prosody does."""
    names = ", ".join(quoted(network.database, name) for name in columns)
    values = ", ".join([network.database.param] * len(columns))
    for row in rows:
        network.database.execute_sql(f"INSERT INTO {table} ({names}) VALUES ({values})", row)
