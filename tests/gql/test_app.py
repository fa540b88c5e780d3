"""Which door a request goes to."""
from __future__ import annotations

import asyncio
from typing import Any

import pytest

from gql.app import Gateway


def destination(scope: dict[str, Any]) -> str:
    """The name of the application that gets a request."""
    reached: list[str] = []

    def application(name: str) -> Any:
        async def reach(*_: object) -> None:
            reached.append(name)
        return reach

    gateway = Gateway(application("pages"), {"rest": application("rest"), "data": application("data")})
    asyncio.run(gateway(scope, application("receive"), application("send")))
    assert len(reached) == 1
    return reached[0]


@pytest.mark.parametrize(("path", "name"), [
    ("/rest", "rest"), ("/rest/", "rest"), ("/rest/types", "rest"), ("/data/a/b", "data"), ("//data//x", "data"),
    ("/", "pages"), ("//", "pages"), ("/graphql", "pages"), ("/restful", "pages"), ("/DATA/x", "pages"),
    ("/x/data", "pages"),
])
def test_first_part_of_the_path_chooses_the_door(path: str, name: str) -> None:
    assert destination({"type": "http", "path": path}) == name


@pytest.mark.parametrize("scope", [{"type": "lifespan"}, {"type": "websocket", "path": "/data/x"}])
def test_doors_get_nothing_but_http(scope: dict[str, Any]) -> None:
    assert destination(scope) == "pages"
