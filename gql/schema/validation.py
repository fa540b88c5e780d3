"""Whether a document is valid: by graphql-core's rules, walked in less time than by graphql-core.

Its own walk goes to names, too, looks all methods of all rules up for each document, and visits what an operation says
of variables again where there are none: for a query of forty fields that takes five times as long as the rules.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from graphql import (
    BREAK,
    ASTValidationRule,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    Node,
    NoUndefinedVariablesRule,
    NoUnusedVariablesRule,
    OperationDefinitionNode,
    SelectionSetNode,
    TypeInfo,
    UniqueVariableNamesRule,
    ValidationContext,
    VariablesAreInputTypesRule,
    VariablesInAllowedPositionRule,
    validate,
)
from graphql.language.ast import QUERY_DOCUMENT_KEYS

Rule = type[ASTValidationRule]

MOST_FAULTS = 20
"""How many faults of a document are told: to suggest names for one takes a millisecond."""

MOST_NESTING = 100
"""How deep documents with fragments may be nested here; graphql-core ends the validation of those twice as deep."""

UNVISITED = frozenset({"name", "alias", "description"})
"""What of a node no rule looks at."""

ABOUT_VARIABLES = frozenset({
    VariablesAreInputTypesRule, UniqueVariableNamesRule, NoUndefinedVariablesRule, NoUnusedVariablesRule,
    VariablesInAllowedPositionRule,
})
"""The rules that have nothing to say of a document without fragments and without a dollar sign."""


class Stop(NamedTuple):
    """What is done at nodes of one kind: the methods of rules, by the rules' places, and the attributes to go on to.

    Rules may leave out what is inside; so those are asked again behind a node, too, that had something to do before it.
    """

    enter: Sequence[tuple[int, str]]
    leave: Sequence[tuple[int, str | None]]
    inside: Sequence[str]


class Validator:
    """Validates documents against a schema by some rules."""

    def __init__(self, schema: GraphQLSchema, rules: Sequence[Rule], *, suggests: bool) -> None:
        """With `suggests` faults tell names of the schema that may have been meant."""
        self._schema, self._rules, self._suggests = schema, rules, suggests
        self._whole = Agenda(rules)
        self._without_variables = Agenda([rule for rule in rules if rule not in ABOUT_VARIABLES])

    def faults(self, document: DocumentNode) -> list[GraphQLError]:
        """What is not valid in a document, up to a few faults: in the words and the order of graphql-core."""
        if self._is_valid(document):
            return []
        return validate(
            self._schema, document, self._rules, max_errors=MOST_FAULTS, hide_suggestions=not self._suggests)

    def _is_valid(self, document: DocumentNode) -> bool:
        """Whether a document is valid; False for some that nest fragments in each other deep, of which it says nothing.

        graphql-core ends the validation of those that are too deep, or ask for too much work because of fragments.
        """
        fragments = [node for node in document.definitions if isinstance(node, FragmentDefinitionNode)]
        if fragments and deepest(document) > MOST_NESTING:
            return False
        return _has_no_fault(
            self._schema, document, self._whole if fragments or has_variables(document) else self._without_variables)


class Agenda:
    """Some rules, and what they do at nodes of each kind."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self._stops: dict[str, Stop] = {}

    def stop(self, kind: str) -> Stop:
        """What is done at nodes of a kind."""
        return self._stops.get(kind) or self._stops.setdefault(kind, self._made(kind))

    def _made(self, kind: str) -> Stop:
        enter = {place: name for place, rule in enumerate(self.rules) if (name := _method(rule, "enter", kind))}
        leave = {place: name for place, rule in enumerate(self.rules) if (name := _method(rule, "leave", kind))}
        return Stop(
            list(enter.items()), [(place, leave.get(place)) for place in sorted({*enter, *leave})],
            [name for name in QUERY_DOCUMENT_KEYS.get(kind, ()) if name not in UNVISITED])


def _method(rule: Rule, when: str, kind: str) -> str | None:
    """The name of what a rule does at nodes of a kind, as graphql-core's visitors are called."""
    return next((name for name in (f"{when}_{kind}", when) if hasattr(rule, name)), None)


def has_variables(document: DocumentNode) -> bool:
    """Whether there may be variables in a document."""
    return document.loc is None or "$" in document.loc.source.body


def deepest(document: DocumentNode) -> int:
    """How deep a document may be nested once its fragments are put in their places, at most."""
    found = {type_: [nesting(node.selection_set) for node in document.definitions if isinstance(node, type_)]
             for type_ in (OperationDefinitionNode, FragmentDefinitionNode)}
    return max(found[OperationDefinitionNode], default=0) + sum(found[FragmentDefinitionNode])


def nesting(selected: SelectionSetNode) -> int:
    """How many selection sets stand in each other."""
    depth, level = 0, [selected]
    while level:
        inside = [getattr(node, "selection_set", None) for each in level for node in each.selections]
        depth, level = depth + 1, [each for each in inside if each]
    return depth


class _Found(Exception):
    """Something is not valid."""


def _has_no_fault(schema: GraphQLSchema, document: DocumentNode, agenda: Agenda) -> bool:
    """Whether no rule has anything to say; False where one gives up, or the interpreter does."""
    errors: list[GraphQLError] = []

    def report(error: GraphQLError) -> None:
        errors.append(error)
        raise _Found

    info = TypeInfo(schema)
    context = ValidationContext(schema, document, info, report, hide_suggestions=True)
    try:
        _Walk(info, context, agenda).visit(document, None, None, [])
    except (_Found, GraphQLError, RecursionError):
        return False
    return not errors


Enter = Callable[..., Any]
"""What is done at a node: by a rule with the node and where it is, by TypeInfo with the node or nothing."""


class _Walk:
    """One walk over a document, by all rules at once; it calls them as graphql-core's `visit` does."""

    def __init__(self, info: TypeInfo, context: ValidationContext, agenda: Agenda) -> None:
        self._info, self._agenda = info, agenda
        self._rules = [rule(context) for rule in agenda.rules]
        self._skipping: list[object] = [None] * len(self._rules)  # for each the node whose inside it leaves out
        self._bound: dict[str, _Bound] = {}

    def visit(self, node: Node, key: Any, parent: Any, ancestors: list[Any]) -> None:
        """Go to a node and to all inside. `key` says where it is in its `parent`, a node or a tuple of nodes."""
        stop = self._bound.get(node.kind) or self._bind(node.kind)
        if stop.begin:
            stop.begin(node)
        for place, enter in stop.enter:
            if self._skipping[place] is None:
                self._heed(place, node, enter(node, key, parent, [], ancestors))
        self._visit_inside(node, stop, ancestors if parent is None else [*ancestors, parent])
        for place, leave in stop.leave:
            if self._skipping[place] is node:
                self._skipping[place] = None
            elif leave and self._skipping[place] is None:
                leave(node, key, parent, [], ancestors)
        if stop.end:
            stop.end()

    def _visit_inside(self, node: Node, stop: _Bound, ancestors: list[Any]) -> None:
        for name in stop.inside:
            inside = getattr(node, name)
            if isinstance(inside, tuple):
                below = [*ancestors, node]
                for place, each in enumerate(inside):
                    self.visit(each, place, inside, below)
            elif inside is not None:
                self.visit(inside, name, node, ancestors)

    def _heed(self, place: int, node: Node, wish: object) -> None:
        if wish is not None:
            self._skipping[place] = BREAK if wish is BREAK else node

    def _bind(self, kind: str) -> _Bound:
        stop = self._agenda.stop(kind)
        bound = self._bound[kind] = _Bound(
            getattr(self._info, f"enter_{kind}", None), getattr(self._info, f"leave_{kind}", None),
            [(place, getattr(self._rules[place], name)) for place, name in stop.enter],
            [(place, name and getattr(self._rules[place], name)) for place, name in stop.leave], stop.inside)
        return bound


class _Bound(NamedTuple):
    """A stop of one walk: `begin` and `end` keep the types up to which it has come."""

    begin: Enter | None
    end: Enter | None
    enter: Sequence[tuple[int, Enter]]
    leave: Sequence[tuple[int, Any]]
    inside: Sequence[str]
