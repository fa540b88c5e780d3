"""The stores that real clients filled, and what a real Prosody answered about them."""
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from models.importing import prosody
from models.network import Network
from models.xmpp.secret_stores import is_secret
from models.xmpp.views import XmppViews
from tests.engines import Engine, Sqlite

CONTRACT = Path(__file__).parents[2] / "contract" / "data"

FORMS = ("sql", "files", "items")
"""From Prosody's SQL storage; from its files, whose archives become rows; and with the archives left as items."""

Answers = Mapping[tuple[str, str], Any]
"""The recorded JSON by address and store."""


@dataclass(frozen=True)
class Corpus:
    """One form of the corpus; `ids` has the users by address."""

    form: str
    network: Network
    views: XmppViews
    ids: Mapping[str, int]
    answers: Answers

    def answered(self, *stores: str) -> dict[tuple[str, str], Any]:
        """The recorded answers about some stores, about all that are no secret if none is named."""
        return {
            (jid, store): value for (jid, store), value in self.answers.items()
            if (store in stores if stores else not is_secret(store))
        }


@contextmanager
def corpus(engine: Engine, form: str) -> Iterator[Corpus]:
    """A network with the corpus; recorded were one run of a scenario for each storage."""
    name, transcript = ("prosody.sqlite", "corpus-sql") if form == "sql" else ("corpus.tar.gz", "corpus")
    fixture = CONTRACT / "fixtures" / name
    in_place = isinstance(engine, Sqlite) and form == "sql"
    url = engine.copy(fixture) if isinstance(engine, Sqlite) and in_place else engine.prepared()
    with closing(Network.open(url, types=())) as network:
        if not in_place:
            prosody.run(network, str(fixture))
        if form == "items":
            make_items(network)
        views = XmppViews(network.tables)
        users = [row.id for row in network.store.page("xmppuser")]
        ids = {jid: id_ for id_, jid in views.addresses(users).items()}
        yield Corpus(form, network, views, ids, recorded(transcript))


def make_items(network: Network) -> None:
    """Turn the rows of archives into items, which is how an import leaves what does not fit into rows."""
    found = network.database.execute_sql("SELECT DISTINCT store_id FROM prosodyarchive").fetchall()
    for (id_,) in found:
        user, store = network.store.get("xmppstore", id_).values
        host, node = network.store.get("xmppuser", int(str(user))).values
        domain = network.store.get("xmpphost", int(str(host))).values[0]
        names = (str(domain), str(node), str(store))
        items = network.stores.archived(*names)
        network.stores.delete(*names)
        for item in items:
            network.stores.append(*names, item)


def recorded(transcript: str) -> Answers:
    """The answers of a transcript that are JSON."""
    found: dict[tuple[str, str], Any] = {}
    for line in (CONTRACT / f"{transcript}.jsonl").read_text(encoding="utf-8").splitlines():
        exchange = json.loads(line)
        parts = [unquote(part) for part in exchange["request"]["target"].split("/")[2:]]
        response = exchange["response"]
        if response and response["status"] == 200 and response["body"]["kind"] == "json" and len(parts) == 3:
            host, node, store = parts
            found[f"{node}@{host}", store] = response["body"]["value"]
    return found
