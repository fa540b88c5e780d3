"""`extensions.explain`: administrators learn how an answer came about, others do not."""
from __future__ import annotations

import json

from .conftest import Send

EXPLAINED = {"explain": True}


def test_administrators_see_the_plan_and_the_one_statement(send: Send) -> None:
    query = "query($name: String!) { channel(name: $name) { name founder { display } } }"
    response = send("POST", json={"query": query, "variables": {"name": "#tea"}, "extensions": EXPLAINED})
    content = response.json()
    explained = content["extensions"]["explain"]
    assert content["data"] == {"channel": None}
    assert explained["plan"][0] == "query"
    assert any("founder" in line for line in explained["plan"])
    assert explained["sql"].startswith("SELECT ")
    assert "#tea" in explained["parameters"]
    assert any("SEARCH" in line for line in explained["engine"])


def test_what_falls_back_says_why(send: Send) -> None:
    for query in ("{ types { name } }", "mutation { __typename }"):
        response = send("POST", json={"query": query, "extensions": EXPLAINED})
        assert response.json()["extensions"]["explain"]["fallback"]


def test_nothing_is_explained_unless_asked(send: Send) -> None:
    assert "extensions" not in send("POST", json={"query": "{ accounts { totalCount } }"}).json()


def test_others_are_refused(send: Send) -> None:
    body = {"query": "{ __typename }", "extensions": EXPLAINED}
    response = send("POST", json=body, peer="203.0.113.5")
    assert response.status_code == 403
    assert "SELECT" not in response.text


def test_a_get_may_ask_too(send: Send) -> None:
    response = send("GET", params={"query": "{ accounts { totalCount } }", "extensions": json.dumps(EXPLAINED)})
    assert response.json()["extensions"]["explain"]["sql"]
