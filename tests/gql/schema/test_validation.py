"""Validation says the same as graphql-core's own, whatever is wrong with a document."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

import pytest
from graphql import (
    BREAK,
    SKIP,
    ASTValidationRule,
    DocumentNode,
    ExecutableDefinitionsRule,
    FieldNode,
    FieldsOnCorrectTypeRule,
    FragmentsOnCompositeTypesRule,
    GraphQLSyntaxError,
    KnownArgumentNamesRule,
    KnownDirectivesRule,
    KnownFragmentNamesRule,
    KnownTypeNamesRule,
    LoneAnonymousOperationRule,
    NameNode,
    Node,
    NoFragmentCyclesRule,
    NoSchemaIntrospectionCustomRule,
    NoUndefinedVariablesRule,
    NoUnusedFragmentsRule,
    NoUnusedVariablesRule,
    OverlappingFieldsCanBeMergedRule,
    PossibleFragmentSpreadsRule,
    ProvidedRequiredArgumentsRule,
    ScalarLeafsRule,
    UniqueArgumentNamesRule,
    UniqueDirectivesPerLocationRule,
    UniqueFragmentNamesRule,
    UniqueInputFieldNamesRule,
    UniqueOperationNamesRule,
    UniqueVariableNamesRule,
    ValuesOfCorrectTypeRule,
    VariablesAreInputTypesRule,
    VariablesInAllowedPositionRule,
    parse,
    validate,
)
from graphql.validation import (
    DeferStreamDirectiveLabel,
    DeferStreamDirectiveOnRootField,
    DeferStreamDirectiveOnValidOperationsRule,
    KnownOperationTypesRule,
    MaxIntrospectionDepthRule,
    SingleFieldSubscriptionsRule,
    StreamDirectiveOnListField,
)
from hypothesis import given
from hypothesis import strategies as st
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule

from gql.schema import validation
from gql.schema.quirks import Schema
from gql.schema.validation import MOST_FAULTS, Rule, Validator
from gql.schema.validation_rules import RULES, OneOfInputsRule
from tests.queries.golden import goldens

BROKEN: Mapping[Rule, tuple[str, ...]] = {
    ExecutableDefinitionsRule: ("type A { b: Int } { __typename }",),
    KnownOperationTypesRule: ("subscription { a }",),
    UniqueOperationNamesRule: ("query A { __typename } query A { __typename }",),
    LoneAnonymousOperationRule: ("{ __typename } query A { __typename }",),
    KnownTypeNamesRule: ("{ ... on Nothing { __typename } }", "query ($a: Nothing) { a(b: $a) }"),
    FragmentsOnCompositeTypesRule: ("{ ... on String { a } }", "{ ...A } fragment A on Int { a }"),
    VariablesAreInputTypesRule: ("query ($a: Account) { a(b: $a) }",),
    ScalarLeafsRule: ("{ accounts }", "{ __typename { a } }"),
    FieldsOnCorrectTypeRule: ("{ nothing }", "{ accounts { nodes { nicks { nothing } } } }"),
    UniqueFragmentNamesRule: ("{ ...A } fragment A on Query { __typename } fragment A on Query { __typename }",),
    KnownFragmentNamesRule: ("{ ...A }",),
    NoUnusedFragmentsRule: ("{ __typename } fragment A on Query { __typename }",),
    PossibleFragmentSpreadsRule: ("{ ... on Account { id } }", "{ ...A } fragment A on Account { id }"),
    NoFragmentCyclesRule: ("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",),
    UniqueVariableNamesRule: ("query ($a: Int, $a: Int) { accounts(first: $a) { totalCount } }",),
    NoUndefinedVariablesRule: ("{ accounts(first: $a) { totalCount } }",),
    NoUnusedVariablesRule: ("query ($a: Int) { __typename }",),
    KnownDirectivesRule: ("{ __typename @nothing }", "query @skip(if: true) { __typename }"),
    UniqueDirectivesPerLocationRule: ("{ __typename @skip(if: true) @skip(if: true) }",),
    KnownArgumentNamesRule: ("{ accounts(nothing: 1) { totalCount } }", "{ __typename @skip(nothing: 1) }"),
    UniqueArgumentNamesRule: ("{ accounts(first: 1, first: 1) { totalCount } }",),
    ValuesOfCorrectTypeRule: (
        '{ accounts(first: "x") { totalCount } }', '{ accounts(where: {display: {eq: [1]}}) { totalCount } }',
        "query ($a: Int = true) { accounts(first: $a) { totalCount } }"),
    ProvidedRequiredArgumentsRule: ("{ node { id } }", "{ __typename @skip }"),
    VariablesInAllowedPositionRule: ("query ($a: String) { accounts(first: $a) { totalCount } }",),
    OverlappingFieldsCanBeMergedRule: ("{ accounts(first: 1) { totalCount } accounts(first: 2) { totalCount } }",),
    UniqueInputFieldNamesRule: ('{ accounts(where: {display: {eq: "a"}, display: {eq: "b"}}) { totalCount } }',),
    MaxIntrospectionDepthRule: (
        "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",),
    OneOfInputsRule: (
        "{ accounts(orderBy: {id: ASC, display: ASC}) { totalCount } }", "{ accounts(orderBy: {}) { totalCount } }",
        "{ accounts(orderBy: {id: null}) { totalCount } }",
        "query ($a: Direction) { accounts(orderBy: {id: $a}) { totalCount } }",
        """query A($a: Direction) { ...B } query C($a: Direction!) { ...B }
        fragment B on Query { accounts(orderBy: {id: $a}) { totalCount } }"""),
}
"""Documents that each rule has something to say of."""

SILENT: frozenset[Rule] = frozenset({
    SingleFieldSubscriptionsRule, MaybeNullValidationRule, DeferStreamDirectiveLabel, DeferStreamDirectiveOnRootField,
    DeferStreamDirectiveOnValidOperationsRule, StreamDirectiveOnListField,
})
"""The rules about what the schema does not have."""

GOLDEN = [golden.operation.document for golden in goldens()]
TOKENS = re.compile(r"\w+|\.\.\.|\"[^\"]*\"|\S")


def faults(schema: Schema, document: DocumentNode, *, introspects: bool = True) -> list[str]:
    return [str(error) for error in schema.faults(document, introspects=introspects)]


def told(schema: Schema, document: DocumentNode, *, introspects: bool = True) -> list[str]:
    """The same by graphql-core alone."""
    rules = RULES if introspects else (*RULES, NoSchemaIntrospectionCustomRule)
    return [str(error) for error in validate(
        schema.core, document, rules, max_errors=MOST_FAULTS, hide_suggestions=not introspects)]


def test_each_rule_has_a_document_or_nothing_to_be_about() -> None:
    assert {*BROKEN, *SILENT} == {*RULES}


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, texts in BROKEN.items() for text in texts],
    ids=lambda value: value if isinstance(value, str) else value.__name__)
@pytest.mark.parametrize("introspects", [True, False])
def test_whatever_a_rule_says_is_told(schema: Schema, rule: Rule, text: str, introspects: bool) -> None:
    document = parse(text)
    assert validate(schema.core, document, [rule]), "the document does not break its rule"
    assert faults(schema, document, introspects=introspects) == told(schema, document, introspects=introspects) != []


def test_introspection_is_a_fault_for_whom_the_schema_is_hidden(schema: Schema) -> None:
    document = parse("{ __schema { queryType { name } } }")
    assert faults(schema, document) == []
    assert faults(schema, document, introspects=False) == told(schema, document, introspects=False) != []


def test_documents_without_places_are_validated_too(schema: Schema) -> None:
    document = parse("query ($a: Int) { __typename }", no_location=True)
    assert faults(schema, document) == told(schema, document) != []


def test_variables_of_inputs_of_one_field_may_be_used_before_their_definition(schema: Schema) -> None:
    fragment = "fragment A on Query { accounts(orderBy: {id: $a}) { totalCount } }"
    assert faults(schema, parse(f"{fragment} query ($a: Direction!) {{ ...A }}")) == []
    (fault,) = schema.faults(parse(f"{fragment} query {{ ...A }}"), introspects=True)
    assert fault.message == "Variable '$a' is not defined."


@pytest.mark.parametrize("text", [
    """query A($a: Direction!) { accounts(orderBy: {id: $a}) { totalCount } }
    query B($a: Int) { accounts(first: $a) { totalCount } }""",
    """query A($a: Direction!) { ...C } query B($a: Int) { accounts(first: $a) { totalCount } }
    fragment C on Query { ...D } fragment D on Query { accounts(orderBy: {id: $a}) { totalCount } }""",
])
def test_variables_of_other_operations_do_not_matter_to_inputs_of_one_field(schema: Schema, text: str) -> None:
    assert faults(schema, parse(text)) == []


def nested(depth: int, fragments: int, condition: str = "") -> str:
    """A document of fragments that are spread in each other, each with so many inline fragments in each other."""
    insides = [*(f"...F{number}" for number in range(1, fragments)), "__typename"]
    return "{ ...F0 }" + "".join(
        f"fragment F{number} on Query {{ {f'... {condition} {{' * depth}{inside}{'}' * depth} }}"
        for number, inside in enumerate(insides))


@pytest.mark.parametrize("condition", ["", "on Query"])
@pytest.mark.parametrize(("depth", "fragments"), [
    (1, 1), (49, 2), (60, 2), (98, 2), (99, 2), (100, 2), (150, 2), (190, 2), (190, 8), (3, 40), (3, 60)])
def test_fragments_are_nested_as_deep_as_graphql_core_allows(
    schema: Schema, depth: int, fragments: int, condition: str,
) -> None:
    document = parse(nested(depth, fragments, condition))
    assert faults(schema, document) == told(schema, document)


@pytest.mark.parametrize("text", [
    "fragment F on Query { accounts(where: {display: {in: [" + "$a " * 1000 + "]}}, first: 1) { totalCount } }"
    + " ".join(f"query A{number}($a: String!) {{ ...F }}" for number in range(150)),
    " ".join(f"fragment F{number} on Query {{ ...F{number + 1} }}" for number in range(90))
    + "fragment F90 on Query { __typename }"
    + " ".join(f"query A{one}_{other} {{ ...F{one} ...F{other} }}" for one in range(39) for other in range(one)),
])
def test_fragments_take_as_much_work_as_graphql_core_allows(schema: Schema, text: str) -> None:
    document = parse(text)
    assert faults(schema, document) == told(schema, document) == ["Validation aborted."]


def test_only_some_of_many_faults_are_told(schema: Schema) -> None:
    document = parse(f"{{ {' '.join(f'a{number}' for number in range(MOST_FAULTS + 5))} }}")
    assert faults(schema, document) == told(schema, document)
    assert len(faults(schema, document)) == MOST_FAULTS + 1


@pytest.mark.parametrize("text", GOLDEN)
def test_valid_documents_are_not_left_to_graphql_core(
    schema: Schema, text: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(validation, "validate", lambda *_, **__: pytest.fail("validated twice"))
    assert faults(schema, parse(text)) == []


def recorder(found: list[object], wish: object) -> Rule:
    """A rule that notes how it is asked, and says `wish` of the fields that are called `nicks`."""
    class Recorder(ASTValidationRule):
        def enter(self, node: Node, *rest: object) -> object:
            self._note("enter", node, rest)
            return wish if isinstance(node, FieldNode) and node.name.value == "nicks" else None

        def leave(self, node: Node, *rest: object) -> None:
            self._note("leave", node, rest)

        def _note(self, when: str, node: Node, rest: tuple[object, ...]) -> None:
            key, parent, _, ancestors = rest
            if not isinstance(node, NameNode):
                found.append((when, node.kind, key, parent, list(cast(list[object], ancestors))))

    return Recorder


@pytest.mark.parametrize("wish", [None, SKIP, BREAK])
def test_rules_are_asked_as_graphql_core_asks(schema: Schema, wish: object) -> None:
    document = parse("""query ($first: Int = 1) {
        accounts(first: $first, where: {display: {in: ["a"]}}) @include(if: true) {
            nodes { own: display nicks { nodes { nick } } ... on Account { email } }
        }
    }""")
    ours: list[object] = []
    theirs: list[object] = []
    assert Validator(schema.core, [recorder(ours, wish)], suggests=True).faults(document) == []
    assert validate(schema.core, document, [recorder(theirs, wish)]) == []
    assert ours == theirs != []


def broken(text: str, place: int, how: str) -> str:
    """A document of which one token is left out, doubled, or the one of another place."""
    tokens = TOKENS.findall(text)
    first = place % len(tokens)
    changed: list[str] = {
        "out": [], "twice": [tokens[first]] * 2, "other": [tokens[(place * 7) % len(tokens)]],
        "sign": ["$" + tokens[first]],
    }[how]
    return " ".join([*tokens[:first], *changed, *tokens[first + 1:]])


def parsed(texts: Iterator[str]) -> Iterator[DocumentNode]:
    for text in texts:
        try:
            yield parse(text)
        except GraphQLSyntaxError:
            continue


@given(st.sampled_from(GOLDEN), st.lists(st.tuples(
    st.integers(0, 10**6), st.sampled_from(["out", "twice", "other", "sign"])), min_size=5, max_size=15))
def test_broken_documents_are_told_of_as_by_graphql_core(
    schema: Schema, text: str, changes: list[tuple[int, str]],
) -> None:
    for document in parsed(broken(text, *change) for change in changes):
        assert faults(schema, document) == told(schema, document)
