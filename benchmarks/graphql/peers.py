"""Other GraphQL servers over the same databases; `benchmarks/peers/install` installs them."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.graphql.queries import Draw, Question, one_line
from benchmarks.servers import Server, running

FOLDER = Path(__file__).parent.parent / "peers"
NODE = FOLDER / "node_modules" / ".bin" / "node"
POSTGRAPHILE = FOLDER / "node_modules" / ".bin" / "postgraphile"
DATASETTE = FOLDER / ".venv" / "bin" / "datasette"


@dataclass(frozen=True)
class Peer:
    """A server for databases of one engine: what starts it, and how it is asked."""

    name: str
    engine: str
    program: Path
    start: Callable[[str], AbstractContextManager[Server]]
    question: Question
    place: tuple[str, ...]

    def is_installed(self) -> bool:
        """Whether the server is here."""
        return self.program.exists()


@contextmanager
def _postgraphile(url: str) -> Iterator[Server]:
    """PostGraphile on a database of PostgreSQL; its configuration says what leads from account to account."""
    command = [str(NODE), str(POSTGRAPHILE), "--config", str(FOLDER / "graphile.config.mjs")]
    environment = {"DATABASE_URL": url, "GRAPHILE_ENV": "production", "NODE_ENV": "production"}
    with running(lambda port: [*command, "--port", str(port)], "/graphql", environment) as server:
        yield server


@contextmanager
def _datasette(url: str) -> Iterator[Server]:
    """Datasette on a file of SQLite, without the limits that would end its longer statements."""
    command = [
        str(DATASETTE), "serve", url.removeprefix("sqlite:///"), "--metadata", str(FOLDER / "datasette.json"),
        "--setting", "sql_time_limit_ms", "60000", "--setting", "max_returned_rows", "100000"]
    with running(lambda port: [*command, "--port", str(port)], "/-/versions.json") as server:
        yield server


_POSTGRAPHILE_QUERY = """
query($ids: [BigInt!]!, $n: Int!) {
    allAccounts(filter: {rowId: {in: $ids}}, first: $n) {
        nodes {
            rowId display email
            nicks { nodes { nick lastSeen } }
            masks { nodes { mask } }
            channels { nodes { name successorAccount { display } } }
        }
    }
}
"""

_DATASETTE_QUERY = """
query($ids: [Int!]!, $n: Int!) {
    anope_db_objects(filter: {id: {in: $ids}}, first: $n) {
        nodes {
            id anope_db_account_list { nodes { display email } }
            anope_db_nick_by_nc_list(first: 50) { nodes { nick last_seen } }
            anope_db_nsaccess_by_account_list(first: 50) { nodes { mask } }
            anope_db_channel_by_founder_list(first: 50) {
                nodes { name successor { anope_db_account_list { nodes { display } } } }
            }
        }
    }
}
"""
"""Datasette goes along foreign keys alone, and those of Anope's tables lead to the table of all objects."""


def _ask_postgraphile(draw: Draw) -> object:
    return {"query": one_line(_POSTGRAPHILE_QUERY), "variables": {"ids": list(map(str, draw)), "n": len(draw)}}


def _ask_datasette(draw: Draw) -> object:
    return {"query": one_line(_DATASETTE_QUERY), "variables": {"ids": list(draw), "n": len(draw)}}


PEERS = (
    Peer("PostGraphile 5", "postgresql", POSTGRAPHILE, _postgraphile, Question("/graphql", _ask_postgraphile),
         ("data", "allAccounts", "nodes")),
    Peer("datasette-graphql", "sqlite", DATASETTE, _datasette, Question("/graphql/network_1", _ask_datasette),
         ("data", "anope_db_objects", "nodes")),
)
"""Datasette names a database by its file."""
