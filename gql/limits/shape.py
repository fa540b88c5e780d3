"""How large a document is, before it is validated: what validation and execution would take long over."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from gql.limits.excess import excess, require
from gql.limits.table import Limits

Fragments = Mapping[str, FragmentDefinitionNode]

MOST_NAMED = 5
"""How many fragments an error names."""


def check_shape(document: DocumentNode, limits: Limits) -> None:
    """Raise LimitExceeded for a document that is too large, and GraphQLError for circular fragments.

    Fragments count each time that they are spread, as in the answer. Fields that share a place of the answer are
    followed together, so the work is bounded by `limits.fields` whatever the document holds.
    """
    fragments = fragments_of(document)
    require("fragments", "fragments of the document", len(fragments), limits.fragments)
    _refuse_circles(fragments)
    _Shape(fragments, limits).check(document)


def fragments_of(document: DocumentNode) -> Fragments:
    """The fragments of a document by name; of two with one name, which is not valid, the last."""
    return {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}


class _Shape:
    """The counts of one document."""

    def __init__(self, fragments: Fragments, limits: Limits) -> None:
        self._fragments, self._limits = fragments, limits
        self._reached: set[str] = set()
        self._selections = self._aliases = self._directives = 0

    def check(self, document: DocumentNode) -> None:
        for operation in document.definitions:
            if isinstance(operation, OperationDefinitionNode):
                self._count_directives(operation)
                for variable in operation.variable_definitions or ():
                    self._count_directives(variable)
                self._check_root(self._fields([operation.selection_set]))
        for name, fragment in self._fragments.items():
            if name not in self._reached:
                self._count_directives(fragment)
                self._descend(self._fields([fragment.selection_set]), 1)

    def _check_root(self, fields: Mapping[str, Sequence[FieldNode]]) -> None:
        require("root_fields", "fields at the root of the operation", len(fields), self._limits.root_fields)
        self._descend(fields, 1)

    def _descend(self, fields: Mapping[str, Sequence[FieldNode]], depth: int) -> None:
        """Go into the fields that stand at one place of the answer, by their names there."""
        if fields and depth > self._limits.depth:
            raise excess("depth", "levels of fields in each other", f"more than {self._limits.depth}",
                         self._limits.depth)
        for name, nodes in fields.items():
            require("repetitions", f"repetitions of the field {name[:50]} at one place", len(nodes),
                    self._limits.repetitions)
            inner = [node.selection_set for node in nodes if node.selection_set]
            if inner:
                self._descend(self._fields(inner), depth + 1)

    def _fields(self, sets: Iterable[SelectionSetNode]) -> dict[str, list[FieldNode]]:
        """The fields of some selection sets of one place, by their names in the answer; each fragment counts once."""
        found: dict[str, list[FieldNode]] = {}
        for node in self._expanded(sets):
            name = node.alias or node.name
            found.setdefault(name.value, []).append(node)
            if node.alias:
                self._aliases += 1
                require("aliases", "aliases of the document", self._aliases, self._limits.aliases)
        return found

    def _expanded(self, sets: Iterable[SelectionSetNode]) -> Iterator[FieldNode]:
        waiting, spread = list(sets), set[str]()
        while waiting:
            for node in waiting.pop().selections:
                self._count(node)
                if isinstance(node, FieldNode):
                    yield node
                elif isinstance(node, InlineFragmentNode):
                    waiting.append(node.selection_set)
                elif isinstance(node, FragmentSpreadNode) and node.name.value not in spread:
                    spread.add(node.name.value)
                    waiting.extend(self._spread(node.name.value))

    def _spread(self, name: str) -> list[SelectionSetNode]:
        fragment = self._fragments.get(name)
        if fragment is None:
            return []  # validation says so
        if name not in self._reached:
            self._reached.add(name)
            self._count_directives(fragment)
        return [fragment.selection_set]

    def _count(self, node: SelectionNode) -> None:
        self._selections += 1
        require("fields", "fields and fragments of the document", self._selections, self._limits.fields)
        self._count_directives(node)

    def _count_directives(self, node: object) -> None:
        directives = getattr(node, "directives", None)
        if directives:
            self._directives += len(directives)
            require("directives", "directives of the document", self._directives, self._limits.directives)


def _refuse_circles(fragments: Fragments) -> None:
    """Raise GraphQLError if a fragment leads to itself: take away, again and again, those that lead nowhere."""
    left = {name: _spreads(fragment.selection_set) & fragments.keys() for name, fragment in fragments.items()}
    while ends := [name for name, spreads in left.items() if not spreads]:
        for name in ends:
            del left[name]
        for spreads in left.values():
            spreads.difference_update(ends)
    if left:
        names = ", ".join(name[:50] for name in sorted(left)[:MOST_NAMED])
        raise GraphQLError(f"these fragments lead to themselves, or to one that does: {names}; take the circle apart")


def _spreads(selection_set: SelectionSetNode) -> set[str]:
    """The names of all fragments that stand in a selection set, at whichever depth."""
    found, waiting = set[str](), [selection_set]
    while waiting:
        for node in waiting.pop().selections:
            if isinstance(node, FragmentSpreadNode):
                found.add(node.name.value)
            elif isinstance(node, FieldNode | InlineFragmentNode) and node.selection_set:
                waiting.append(node.selection_set)
    return found
