"""The bounded store of texts."""
from __future__ import annotations

import sys
import tracemalloc

from gql.web.remembered import COST, Remembered, hashed


def add(store: Remembered, *texts: str) -> None:
    for text in texts:
        store.add(hashed(text), text)


def kept(store: Remembered, *texts: str) -> list[str]:
    return [text for text in texts if store.get(hashed(text)) == text]


def test_what_was_added_is_found_by_its_hash() -> None:
    store = Remembered(10_000)
    add(store, "{ a }", "{ é🏃 }")
    assert store.get(hashed("{ é🏃 }")) == "{ é🏃 }"
    assert store.get(hashed("{ b }")) is None


def test_those_that_nobody_asked_for_make_room() -> None:
    store = Remembered(3 * (COST + 1))
    add(store, "a", "b", "c")
    assert kept(store, "a") == ["a"]
    add(store, "d")
    assert kept(store, "a", "b", "c", "d") == ["a", "c", "d"]


def test_a_large_text_makes_several_go() -> None:
    store = Remembered(4 * (COST + 1))
    add(store, "a", "b", "c", "d", "x" * (COST + 2))
    assert kept(store, "a", "b", "c", "d", "x" * (COST + 2)) == ["c", "d", "x" * (COST + 2)]


def test_a_text_that_is_too_large_makes_nothing_go() -> None:
    store = Remembered(2 * (COST + 1))
    add(store, "a", "b", "x" * 2 * COST)
    assert kept(store, "a", "b", "x" * 2 * COST) == ["a", "b"]


def test_adding_again_takes_no_more_room() -> None:
    store = Remembered(2 * (COST + 1))
    add(store, "a", "b", "b", "b")
    assert kept(store, "a", "b") == ["a", "b"]


def test_it_takes_no_more_memory_than_it_may() -> None:
    store = Remembered(1_000_000)
    tracemalloc.start()
    add(store, *(f"{number:9}" for number in range(20_000)))
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert used < 1_000_000
    assert sys.getsizeof(store) < 1000
