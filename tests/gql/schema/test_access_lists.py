"""Lists below an object show what lists at the root show, whatever operators open and close."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing

import pytest

from gql import demo
from gql.naming import Names
from gql.schema.quirks import Schema
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue
from models.network import Network
from models.principal import ANONYMOUS, LOCAL_ADMIN, Principal, Role
from models.rules import Audience, Opening
from tests.gql.schema.lookers import Look, looker

CATALOGUE = Catalogue(BUILTIN_TYPES)
NAMES = Names(CATALOGUE)
BELOW = (("account", "nick"), ("account", "nsmiscdata"), ("channel", "csmiscdata"), ("memoinfo", "memo"),
         ("memoinfo", "memoignore"))
"""What is shown with the object above it, as long as nobody opens or closes one of the two."""

LIST = "{ totalCount nodes { id } }"

OPENINGS: Mapping[str, Mapping[str, Opening]] = {
    "built in": {},
    "accounts for all": {"account": Opening(Audience.PUBLIC)},
    "nicks for all": {"nick": Opening(Audience.PUBLIC)},
    "both for all": {"account": Opening(Audience.PUBLIC), "nick": Opening(Audience.PUBLIC)},
    "nicks for their owners": {"account": Opening(Audience.PUBLIC), "nick": Opening(Audience.OWNER)},
    "nicks for nobody": {"nick": Opening(Audience.ADMIN), "memo": Opening(Audience.ADMIN)},
    "memo boxes for all": {"memoinfo": Opening(Audience.PUBLIC, public=("owner",))},
}


@pytest.fixture(params=OPENINGS.values(), ids=list(OPENINGS))
def network(request: pytest.FixtureRequest, prepared_url: str) -> Iterator[Network]:
    """The demonstration, in which every second account and channel is private."""
    with closing(Network.open(prepared_url, types=(), openings=request.param)) as network:
        demo.fill(network)
        for type_name, flag in (("account", "NS_PRIVATE"), ("channel", "CS_PRIVATE")):
            for row in network.store.page(type_name)[::2]:
                network.store.update(type_name, row.id, {flag: True})
        yield network


@pytest.fixture
def look(network: Network, schema: Schema) -> Iterator[Look]:
    """From a principal and a query to the data of an answer without errors, which both executors give."""
    with looker(network, schema) as look:
        yield look


def askers(network: Network) -> list[Principal]:
    accounts = network.store.page("account")
    return [ANONYMOUS, LOCAL_ADMIN, *(Principal(Role.USER, "somebody", account=row.id) for row in accounts[:2])]


def test_lists_below_an_object_are_those_at_the_root(network: Network, look: Look) -> None:
    for target, type_name in BELOW:
        above, at_root = NAMES.plural(target), NAMES.plural(type_name)
        (referrer,) = (each for each in CATALOGUE.referrers(target) if each.type.name == type_name and not (
            each.field.secret or each.reference.target is None))
        below, by = NAMES.backward(target, referrer), NAMES.reference_id(type_name, referrer.field.name)
        for asker in askers(network):
            for node in look(asker, f"{{ {above} {{ nodes {{ id {below} {LIST} }} }} }}")[above]["nodes"]:
                where = f"""(where: {{{by}: {{eq: "{node['id']}"}}}})"""
                assert node[below] == look(asker, f"{{ {at_root}{where} {LIST} }}")[at_root], (asker, node["id"])
