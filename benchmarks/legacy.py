"""The figures of the two legacy doors: each request's rate as a ratio to the bare route's."""
from __future__ import annotations

import base64
import statistics
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import legacy_data as data
from benchmarks.servers import Server, bare_route, gateway
from benchmarks.wrk import Request, requests_per_second

ROUNDS = 3
BARE = Request("/")


def _login(user: str) -> dict[str, str]:
    credentials = base64.b64encode(f"{user}@{data.HOST}:{data.PASSWORD}".encode()).decode()
    return {"Authorization": f"Basic {credentials}"}


PLAIN, SCRAM = _login("plain"), _login("scram")
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True)
class Row:
    """One line of the table: a request and the least ratio that it must reach."""

    name: str
    request: Request
    at_least: float


ROWS = (
    Row("GET /rest/types", Request("/rest/types"), 0.50),
    Row("GET /rest/account/ID", Request("/rest/account/8"), 0.25),
    Row("GET /rest/account/display/NAME", Request("/rest/account/display/KeenHeron"), 0.20),
    Row("GET /rest/account, 40 accounts", Request("/rest/account"), 0.12),
    Row("GET /data/accounts, plain", Request("/data/accounts", headers=PLAIN), 0.20),
    Row("GET /data/accounts, SCRAM", Request("/data/accounts", headers=SCRAM), 0.20),
    Row("GET a roster of 200 contacts, JSON", Request("/data/roster/json", headers=PLAIN), 0.08),
    Row("GET a roster of 200 contacts, Lua", Request("/data/roster/lua", headers=PLAIN), 0.08),
    Row("PUT a small store", Request("/data/note", "PUT", '{"text":"hello","n":{n}}', PLAIN | JSON), 0.06),
    Row("POST an item", Request("/data/log", "POST", '{"text":"hello","n":{n}}', PLAIN | JSON), 0.06),
    Row("POST /rest/nick", Request("/rest/nick", "POST", '{"nick":"Ada","last_seen":"{n}"}'), 0.06),
    Row("PUT /rest/account/8/email", Request("/rest/account/8/email", "PUT", "ada{n}@example.org"), 0.06),
)


def measure(seconds: int) -> Iterator[str]:
    """The table as lines of Markdown, each as soon as it is measured."""
    yield "| request | requests/s | bare route/s | ratio | at least | |"
    yield "| --- | ---: | ---: | ---: | ---: | --- |"
    with tempfile.TemporaryDirectory() as folder:
        database, config = Path(folder, "small.db"), Path(folder, "edgewise.toml")
        data.write_database(database)
        config.write_text(data.CONFIG)
        with bare_route() as bare, gateway(f"sqlite:///{database}", config) as server:
            for row in ROWS:
                yield _measured(row, bare, server, seconds)


def _measured(row: Row, bare: Server, server: Server, seconds: int) -> str:
    """One line: the medians of a few rounds, in which the two servers take turns."""
    pairs = [
        (requests_per_second(bare.url, BARE, seconds), requests_per_second(server.url, row.request, seconds))
        for _ in range(ROUNDS)
    ]
    theirs, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(own / yardstick for yardstick, own in pairs)
    verdict = "ok" if ratio >= row.at_least else "BELOW"
    return f"| {row.name} | {ours:,.0f} | {theirs:,.0f} | {ratio:.2f} | {row.at_least:.2f} | {verdict} |"


def measure_long_list() -> Iterator[str]:
    """How much a list of 200,000 accounts makes the process grow, and how soon the first answer comes."""
    with tempfile.TemporaryDirectory() as folder:
        database, config = Path(folder, "long.db"), Path(folder, "edgewise.toml")
        data.write_long_list(database)
        config.write_text(data.CONFIG)
        with gateway(f"sqlite:///{database}", config) as server:
            before, size = server.resident_bytes(), 0
            with urllib.request.urlopen(server.url + "/rest/account", timeout=120) as answer:
                while chunk := answer.read(1 << 20):
                    size += len(chunk)
            grown = server.peak_bytes() - before
            yield f"A list of {data.LONG_LIST:,} accounts, {size / 2**20:.0f} MiB: memory grew by "
            yield f"{grown / 2**20:.0f} MiB at its peak (less than 64)."
            yield f"The first answer came {server.start_seconds:.2f} s after the start (within 2)."
