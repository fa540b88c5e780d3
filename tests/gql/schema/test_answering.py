"""Which executor answers, what is remembered of documents, and what becomes of answers that go wrong."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import orjson
import pytest
from graphql import parse

from gql.compiler.compiler import Compiled
from gql.limits.table import DEFAULTS
from gql.schema import answering
from gql.schema.answering import Answerer
from gql.schema.execution import Answer, Operation
from gql.schema.quirks import Schema
from models.network import Network
from models.principal import LOCAL_ADMIN
from tests.statements import Statements

from .conftest import Create

Answered = Callable[..., Answer]


@pytest.fixture
def answerer(schema: Schema, network: Network) -> Answerer:
    return Answerer(schema, network)


@pytest.fixture
def answered(answerer: Answerer, network: Network) -> Answered:
    """From a document and its variables to the answer."""
    def run(document: str, by: Answerer = answerer, **variables: Any) -> Answer:
        return asyncio.run(by.answer(Operation(document, variables), LOCAL_ADMIN))

    return run


def test_a_query_runs_one_statement_and_no_resolver(
    answered: Answered, create: Create, statements: Statements,
) -> None:
    create("nick", nick="Alice", nc=create("account", display="Alice"))
    document = "{ accounts { nodes { display nicks { nodes { nick account { display } } } } } }"
    assert answered(document).body is not None
    statements.clear()
    assert answered(document).body == (
        b'{"data":{"accounts":{"nodes":[{"display":"Alice","nicks":{"nodes":['
        b'{"nick":"Alice","account":{"display":"Alice"}}]}}]}}}')
    assert len(statements.sql) == 1


def test_one_document_serves_all_variables_and_all_choices(answered: Answered, create: Create) -> None:
    create("account", display="Alice", email="a@example.com")
    document = "query($name: String, $more: Boolean!) { account(display: $name) { display email @include(if: $more) } }"
    assert answered(document, name="alice", more=True).body == (
        b'{"data":{"account":{"display":"Alice","email":"a@example.com"}}}')
    assert answered(document, name="alice", more=False).body == b'{"data":{"account":{"display":"Alice"}}}'
    assert answered(document, name="bob", more=False).body == b'{"data":{"account":null}}'


def test_what_the_compiler_cannot_take_is_answered_all_the_same_and_counted(
    answered: Answered, answerer: Answerer, caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    for _ in range(3):
        answer = answered("{ types { name } }")
        assert answer.body is None
        assert answer.data is not None
    assert answerer.compiler.fallbacks == {"Query.types is no list, look-up or node": 3}
    assert caplog.text.count("a query is answered without the compiler") == 1


def test_what_makes_no_sense_gets_the_reference_executors_error(answered: Answered) -> None:
    (error,) = answered("query($first: Int) { accounts(first: $first) { totalCount } }", first=-1).errors
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert error["path"] == ["accounts"]


@pytest.mark.parametrize(("given", "part"), [
    ({}, "must specify exactly one key"),
    ({"id": "ASC", "display": "ASC"}, "must specify exactly one key"),
    ({"display": None}, "must be non-null"),
])
def test_inputs_of_which_one_field_is_given_are_checked_in_variables_too(
    answered: Answered, given: dict[str, Any], part: str,
) -> None:
    for type_name, order in (("account", given), ("nick", {"account": given})):
        document = f"query($order: [{type_name.title()}OrderBy!]) {{ {type_name}s(orderBy: $order) {{ totalCount }} }}"
        (error,) = answered(document, order=[order]).errors
        assert error["extensions"]["code"] == "BAD_INPUT"
        assert part in error["message"]


def test_long_lists_of_values_are_compared_with_up_to_a_limit_that_is_told(answered: Answered, create: Create) -> None:
    create("account", display="Alice", email="999@example.com")
    values = [f"{number}@example.com" for number in range(1_000)]
    parts = " ".join(["{email: {in: $values}}"] * 16)
    document = "query($values: [String!]!) {{ accounts(where: {{or: [{parts}]}}) {{ totalCount }} }}"
    found = answered(document.format(parts=parts), values=values)
    assert orjson.loads(found.body or orjson.dumps(found.content)) == {"data": {"accounts": {"totalCount": 1}}}
    (error,) = answered(document.format(parts=f"{parts} {parts} {parts}"), values=values).errors
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert "it compares with more than 16000 values" in error["message"]


def test_a_document_with_more_values_than_a_statement_takes_is_answered_list_by_list(answered: Answered) -> None:
    values = [f"{number}@example.com" for number in range(1_000)]
    parts = " ".join(["{email: {in: $values}}"] * 16)
    lists = " ".join(f"a{number}: accounts(where: {{or: [{parts}]}}) {{ totalCount }}" for number in range(3))
    found = answered(f"query($values: [String!]!) {{ {lists} }}", values=values)
    assert found.errors == []
    content = orjson.loads(found.body or orjson.dumps(found.content))
    assert content["data"] == {f"a{number}": {"totalCount": 0} for number in range(3)}


def test_a_filter_whose_only_value_is_not_given_says_nothing(answered: Answered, create: Create) -> None:
    create("account", display="Alice")
    for where in ("{id: {in: $ids}}", "{id: {in: $ids, notIn: $ids}}", "{id: {in: $ids}, display: {}}"):
        found = answered(f"query($ids: [ID!]) {{ accounts(where: {where}) {{ totalCount }} }}")
        assert found.body == b'{"data":{"accounts":{"totalCount":1}}}'


def test_without_the_compiler_the_reference_executor_answers(
    answered: Answered, schema: Schema, network: Network,
) -> None:
    found = answered("{ accounts { totalCount } }", Answerer(schema, network, compiles=False))
    assert (found.body, found.data) == (None, {"accounts": {"totalCount": 0}})


def test_an_answer_that_is_too_long_is_refused(
    answered: Answered, schema: Schema, network: Network, create: Create,
) -> None:
    create("account", display="A" * 200)
    short = Answerer(schema, network, replace(DEFAULTS, answer=100))
    (error,) = answered("{ accounts { nodes { display } } }", short).errors
    assert error["extensions"]["code"] == "LIMIT"
    assert "the limit is 100 (limits.answer)" in error["message"]


def test_a_failed_statement_is_masked_and_logged(
    answered: Answered, network: Network, caplog: pytest.LogCaptureFixture,
) -> None:
    document = "{ forbids { nodes { mask } } }"
    assert answered(document).errors == []
    network.database.execute_sql("DROP TABLE anope_db_forbid")
    answer = answered(document)
    (error,) = answer.errors
    assert error["extensions"]["code"] == "INTERNAL"
    assert "anope_db" not in error["message"]
    assert error["extensions"]["id"] in caplog.text
    assert "the statement was: " in caplog.text
    assert "anope_db_forbid" in caplog.text


def test_documents_that_were_not_asked_for_longest_are_forgotten(
    answered: Answered, answerer: Answerer, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answering, "MOST_KNOWN", 3)
    for name in ("a", "b", "c", "a", "d"):
        answered(f"{{ {name}: __typename }}")
    assert [document for document, *_ in answerer._known] == [f"{{ {name}: __typename }}" for name in ("c", "a", "d")]


def test_long_documents_make_room_sooner(
    answered: Answered, answerer: Answerer, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answering, "MOST_CHARACTERS", 100)
    for name in "abc":
        answered(f"{{ {name}: __typename }} #{'x' * 40}")
    assert len(answerer._known) == 1


def test_a_known_query_is_estimated_for_its_variables(schema: Schema, answerer: Answerer, network: Network) -> None:
    document = parse("query($n: Int) { accounts(first: $n) { nodes { nicks { nodes { nick } } } } }")
    compiled, access = Compiled(schema.core, document, None), network.rules.access(LOCAL_ADMIN)

    def rows(n: int) -> float:
        return asyncio.run(answerer.compiler.ready(compiled, {"n": n}, access, LOCAL_ADMIN)).rows

    assert [rows(n) for n in (1, 50, 1, 1_000)] == [9, 450, 9, 9_000]
