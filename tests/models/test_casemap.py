"""IRC case mapping: Python and each engine agree on every character."""
from __future__ import annotations

import pytest

from models.casemap import CASEMAPS, CaseMap
from models.database import quoted
from models.errors import CatalogueError
from models.network import Network
from models.search import SearchIndex

CHARACTERS = [chr(number) for number in range(1, 0x250)] + list(
    "\u0301\u03a3\u03c2\u0552\u0587\u1e9e\u200b\u212a\u212b\u2603\uff21\uff41\ufffd\U00010400\U0001f600"
)
"""Among them all that some case mapping turns into ASCII, or into more than one character."""


@pytest.mark.parametrize(("name", "text", "folded"), [
    ("ascii", "AZaz[]\\~^{}|", "azaz[]\\~^{}|"), ("rfc1459", "AZaz[]\\~^{}|", "azaz{}|^^{}|"),
    ("ascii", "Ä\u1e9e\u212a\u0130", "Ä\u1e9e\u212a\u0130"), ("rfc1459", "", ""),
])
def test_only_the_letters_of_the_mapping_have_a_case(name: str, text: str, folded: str) -> None:
    assert CaseMap(name).fold(text) == folded


def test_unknown_mappings_are_refused_with_the_known_ones() -> None:
    with pytest.raises(CatalogueError, match="ascii, rfc1459"):
        CaseMap("rfc2812")


@pytest.mark.parametrize("name", CASEMAPS)
def test_the_database_maps_each_character_as_python_does(network: Network, name: str) -> None:
    casemap, database = CaseMap(name), network.database
    network.store.create("account", {"display": "\n".join(CHARACTERS)})
    table, column = quoted(database, "anope_db_account"), quoted(database, "display")
    (text,) = database.execute_sql(f"SELECT {casemap.sql(column, database.engine)} FROM {table}").fetchone()
    assert text == casemap.fold("\n".join(CHARACTERS))


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize("name", CASEMAPS)
def test_a_search_finds_exactly_what_folds_alike(prepared_url: str, name: str, indexed: bool) -> None:
    network = Network.open(prepared_url, casemap=name, types=())
    names = ["Ab[c]\\~", "ab{c}|^", "aB[C]\\^", "äb", "Äb", "ab", "Ab ", "ｂ", "ab\u0301"]
    try:
        ids = [network.store.create("nick", {"nick": each}) for each in names]
        if indexed:
            network.store.create_index("nick", "nick")
        fold = network.casemap.fold
        for each in (*names, *map(str.upper, names)):
            row = network.store.find("nick", "nick", each)
            first = next((id_ for id_, other in zip(ids, names, strict=True) if fold(other) == fold(each)), None)
            assert (row.id if row else None) == first, each
    finally:
        network.close()


def test_a_network_that_changes_its_mapping_searches_by_the_new_one(prepared_url: str) -> None:
    for name, found in (("ascii", False), ("rfc1459", True), ("ascii", False)):
        network = Network.open(prepared_url, casemap=name, types=())
        try:
            if not network.store.page("nick"):
                network.store.create("nick", {"nick": "[x]"})
            network.store.create_index("nick", "nick")
            assert (network.store.find("nick", "nick", "{X}") is not None) is found
        finally:
            network.close()


def test_index_names_tell_the_mappings_apart(network: Network) -> None:
    type_ = network.catalogue["nick"]
    names = {SearchIndex(network.tables, CaseMap(name), type_, type_.field("nick")).name for name in CASEMAPS}
    assert len(names) == len(CASEMAPS)
