"""What the rules about who sees what cost: the same requests by an administrator and by somebody who is none."""
from __future__ import annotations

import base64
import json
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from benchmarks.figures import Figure, Rates, Result
from benchmarks.graphql.data import display
from benchmarks.graphql.places import Place
from benchmarks.graphql.plan import Plan, in_turns, ratio
from benchmarks.graphql.queries import EDGEWISE, HEADERS, NUMBERS, Body, Draw, Question, draws, one_line
from benchmarks.servers import Server, gateway
from benchmarks.wrk import LoadError, Turns, load
from models.network import Network

ADMIN, OWNER = 1, 2
"""The ids of the accounts that log in."""

PASSWORD = "correct horse battery staple"

SHOWN = """query($ids: [ID!]!, $n: Int!) {
    accounts(where: {id: {in: $ids}}, first: $n) { nodes {
        id display nicks { nodes { nick lastSeen } } channelsAsFounder { nodes { name founder { display } } }
    } }
}"""
"""What whoever has logged in may see of others: here both get the same bytes."""


def _shown(draw: Draw) -> object:
    ids = [f"account:{id_}" for id_ in draw]
    return {"query": one_line(SHOWN), "variables": {"ids": ids, "n": len(ids)}}


BODIES: Mapping[str, Body] = {"the query": EDGEWISE.body, "what all see": _shown}
AT_LEAST = 0.80


def measure(plan: Plan) -> Iterator[Result]:
    """The figures of every engine."""
    for place in plan.places:
        _give_passwords(place)
        with gateway(place.network(), environment={"EDGEWISE_ANOPE_ADMINS": display(ADMIN)}) as server:
            yield from _compared(place, server, plan)


def _compared(place: Place, server: Server, plan: Plan) -> Iterator[Result]:
    headers = [{**HEADERS, "Authorization": f"Bearer {_token(server, account)}"} for account in (ADMIN, OWNER)]
    rates: dict[str, list[float]] = {"an administrator": [], "somebody else": []}
    for name, body in BODIES.items():
        question = Question(EDGEWISE.path, body)
        for number in NUMBERS:
            bodies = [question.text(draw) for draw in draws(number)]
            turns = [Turns(question.path, bodies, own) for own in headers]
            _check(server, turns, number, equal=body is _shown)
            found = in_turns(plan.rounds, [partial(_rate, server, each, plan.seconds) for each in turns])
            yield Figure(f"{place.name}, N = {number}, {name}: rate for somebody else, of an administrator's",
                         ratio(*reversed(found)), AT_LEAST)
            for row, rounds in zip(rates.values(), found, strict=True):
                row.append(max(rounds))
    yield Rates(f"{place.name}, requests/s", [f"{name}, N = {n}" for name in BODIES for n in NUMBERS], rates)


def _rate(server: Server, turns: Turns, seconds: int) -> float:
    return load(server.url, turns, seconds).rate


def _give_passwords(place: Place) -> None:
    network = Network.open(place.network(), types=())
    for account in (ADMIN, OWNER):
        network.store.update("account", account, {"pass": "plain:" + base64.b64encode(PASSWORD.encode()).decode()})
    network.close()


def _token(server: Server, account: int) -> str:
    """The token of a session of an account's."""
    query = f'mutation {{ login(user: "{display(account)}", password: "{PASSWORD}") {{ token }} }}'
    answer = json.loads(_asked(server, Turns("/graphql", [json.dumps({"query": query})], HEADERS)))
    token: str = answer["data"]["login"]["token"]
    return token


def _check(server: Server, turns: Sequence[Turns], number: int, *, equal: bool) -> None:
    """Raise LoadError unless both see all accounts, and the same of them where that is so."""
    full, partly = (_asked(server, each) for each in turns)
    counts = [len(json.loads(content)["data"]["accounts"]["nodes"]) for content in (full, partly)]
    if counts != [number, number] or equal is not (full == partly):
        raise LoadError(f"not what they may see of {number} accounts: {full[:300]!r} and {partly[:300]!r}")


def _asked(server: Server, turns: Turns) -> bytes:
    """The answer to the first of some requests."""
    request = urllib.request.Request(server.url + turns.path, turns.bodies[0].encode(), dict(turns.headers))
    with urllib.request.urlopen(request, timeout=120) as response:
        content: bytes = response.read()
    return content
