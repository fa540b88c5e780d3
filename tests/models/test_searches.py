"""Searches by name, and the indexes that they make."""
from __future__ import annotations

import asyncio

import pytest

from models.errors import UnknownField
from models.network import Network


def test_the_first_search_of_a_field_makes_its_index(network: Network) -> None:
    id_ = network.store.create("account", {"display": "Alice"})
    assert not network.store.is_indexed("account", "display")
    found = asyncio.run(network.searches.find("account", "display", "aLICE"))
    assert found is not None
    assert found.id == id_
    assert network.store.is_indexed("account", "display")


def test_many_searches_at_once_make_one_index(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[str, str]] = []
    create = network.store.create_index

    def create_index(type_name: str, field_name: str) -> None:
        made.append((type_name, field_name))
        create(type_name, field_name)

    async def search() -> None:
        await asyncio.gather(*(network.searches.find("account", "display", name) for name in "abc"))

    monkeypatch.setattr(network.store, "create_index", create_index)
    asyncio.run(search())
    assert made == [("account", "display")]


def test_the_empty_value_finds_what_was_never_set(network: Network) -> None:
    network.store.create("account", {"display": "Alice", "email": "a@example.com"})
    id_ = network.store.create("account", {"display": "Bob"})
    found = asyncio.run(network.searches.find("account", "email", ""))
    assert found is not None
    assert found.id == id_


def test_a_field_that_does_not_exist_is_an_error(network: Network) -> None:
    with pytest.raises(UnknownField):
        asyncio.run(network.searches.find("account", "colour", "red"))
