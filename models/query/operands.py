"""What an operator is compared with: checked, and in the form in which it goes to the database."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from models.casemap import CaseMap
from models.catalogue import Catalogue, Field, ObjectID, ObjectType
from models.errors import BadQuery
from models.kinds import is_unicode
from models.objects import MAX_ID
from models.query.conditions import Compare, IdIn
from models.query.edges import visible_field
from models.query.numbers import Numbers, text_of
from models.query.operators import OPERATORS, Family, Operator, Takes, family, operators
from models.query.patterns import WRITTEN, range_of_starts, render

MOST_VALUES = 1_000
"""How many values a list may have."""

IDS = range(MAX_ID + 1)
"""The numbers in ids that some engine gives."""

NUMBERS = range(-(2**63), 2**63)
"""The numbers that every engine can compare with."""


def is_name(type_: ObjectType, field: Field) -> bool:
    """Whether the field is a text by which people know the object: compared by the network's case mapping."""
    return field.name in type_.key and family(field) is Family.TEXT


def operator_of(type_: ObjectType, compare: Compare) -> Operator:
    """The operator of a comparison. Raises UnknownField, also for secrets, and BadQuery."""
    field = visible_field(type_, compare.field)
    operator = OPERATORS.get(compare.operator)
    if operator is None or family(field) not in operator.families:
        known = ", ".join(each.name for each in operators(field))
        raise BadQuery(f"{type_.name}.{field.name} has no operator {compare.operator!r}; use one of {known}")
    return operator


class Demand(NamedTuple):
    """What an operand has to be, and how an error says so."""

    suits: Callable[[object], bool]
    words: str


class Comparison(NamedTuple):
    """How an operator compares a field; `name` is how errors begin.

    Its values `are_ids` of objects, or `are_names`, which are case-mapped. They `are_written` into the text of a
    statement where they are flags, or what isNull takes.
    """

    name: str
    takes: Takes
    demand: Demand
    are_ids: bool
    are_names: bool
    are_written: bool


class Spelling(NamedTuple):
    """How an engine has an array: as one text in brackets, and the condition that something is in it."""

    opening: str
    closing: str
    before: str
    after: str


class Array(NamedTuple):
    """Whole numbers that are one value of a statement, which so serves all lengths."""

    value: object
    spelling: Spelling


SPELLINGS: Mapping[str, Spelling] = {
    "postgresql": Spelling("{", "}", " = ANY (", "::bigint[])"),
    "sqlite": Spelling("[", "]", " IN (SELECT value FROM json_each(", "))"),
}
"""The engines that have arrays. Of many values one takes less memory, and on PostgreSQL far less time."""


class Operands:
    """The values of comparisons as parameters of statements, for one catalogue on one engine."""

    def __init__(self, catalogue: Catalogue, casemap: CaseMap, engine: str) -> None:
        self._catalogue, self._casemap, self._engine = catalogue, casemap, engine
        self._known: dict[tuple[str, str, str], Comparison] = {}

    def bind(self, type_: ObjectType, compare: Compare) -> tuple[object, ...]:
        """The parameters of a comparison, in the order of its values; possible references stay ObjectIDs.

        `startsWith` has three: the pattern, and the two ends of the range of an index. Raises UnknownField, and
        BadQuery for an operator that the field does not have or a value that does not suit.
        """
        how = self.comparison(type_, compare)
        if how.takes is Takes.TEXT:
            return self._pattern(how, compare)
        values: Any = compare.value if how.takes is Takes.VALUES else (compare.value,)
        if not isinstance(values, tuple) or len(values) > MOST_VALUES:
            raise BadQuery(f"{how.name} a list of at most {MOST_VALUES} values")
        for value in values:
            _require(how, value)
        if how.are_ids:
            return tuple([id_ for id_ in values if id_.id in IDS])
        return tuple([self.fold(value) for value in values]) if how.are_names else values

    def comparison(self, type_: ObjectType, compare: Compare) -> Comparison:
        """How a comparison is made. Raises UnknownField and BadQuery."""
        key = type_.name, compare.field, compare.operator
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._comparison(type_, compare)
        return found

    def _comparison(self, type_: ObjectType, compare: Compare) -> Comparison:
        takes, field = operator_of(type_, compare).takes, type_.field(compare.field)
        is_switch = takes is Takes.SWITCH
        return Comparison(
            f"{type_.name}.{field.name}: {compare.operator} takes", takes,
            _SWITCH if is_switch else self._demand(field), are_ids=field.reference is not None and not is_switch,
            are_names=is_name(type_, field) and not is_switch, are_written=is_switch or family(field) is Family.FLAG)

    def bind_ids(self, type_: ObjectType, condition: IdIn) -> Sequence[int] | Array:
        """The numbers of some objects of a type, without impossible ones; several as an array, where there are any.

        Raises BadQuery for ids of another type, and for too many.
        """
        ids = condition.ids
        if ids and condition.type != type_.name:
            raise BadQuery(f"{condition.type}:{ids[0]} is the id of another type; give ids such as {type_.name}:1")
        if len(ids) > MOST_VALUES:
            raise BadQuery(f"more than {MOST_VALUES} ids; ask for them in several lists")
        if type(ids) is not Numbers:  # isinstance() asks the abstract class, which takes longer than all else here
            ids = tuple([id_ for id_ in ids if id_ in IDS])
        spelling = SPELLINGS.get(self._engine)
        if spelling is None or len(ids) < 2:
            return ids
        return Array(f"{spelling.opening}{text_of(ids)}{spelling.closing}", spelling)

    def fold(self, value: object) -> object:
        """A text of `bind` as a search index holds it."""
        return self._casemap.fold(str(value))

    def _demand(self, field: Field) -> Demand:
        if field.reference:
            target = field.reference.target
            wanted = f"the id of an object of type {target}" if target else "the id of an object"
            return Demand(lambda value: self._is_id(target, value), wanted)
        if family(field) is Family.ENUM:
            names = dict(field.values)
            return Demand(lambda value: value == "" or value in names, f"one of {', '.join(names)}")
        return _DEMANDS[family(field)]

    def _is_id(self, target: str | None, value: object) -> bool:
        return isinstance(value, ObjectID) and value.type in self._catalogue and target in (None, value.type)

    def _pattern(self, how: Comparison, compare: Compare) -> tuple[str, ...]:
        _require(how, compare.value)
        text = str(compare.value)
        symbols = WRITTEN[compare.operator](text)
        if how.are_names:  # not before the wildcards are told apart: a case mapping may turn \ into another character
            symbols = [self._casemap.fold(symbol) if isinstance(symbol, str) else symbol for symbol in symbols]
        ends = range_of_starts(self._casemap.fold(text)) if compare.operator == "startsWith" else ()
        return (render(symbols, self._engine), *ends)


def is_text(value: object) -> bool:
    """Whether every engine can compare texts with it."""
    return isinstance(value, str) and "\0" not in value and is_unicode(value)


def is_number(value: object) -> bool:
    """Whether every engine can compare numbers with it."""
    return isinstance(value, int) and not isinstance(value, bool) and value in NUMBERS


def _require(how: Comparison, value: object) -> None:
    if not how.demand.suits(value):
        raise BadQuery(f"{how.name} {how.demand.words}")


_SWITCH = Demand(lambda value: isinstance(value, bool), "true or false")

_DEMANDS: Mapping[Family, Demand] = {
    Family.TEXT: Demand(is_text, "a text without NUL characters"),
    Family.NUMBER: Demand(is_number, "a whole number of at most 64 bits"),
    Family.FLAG: _SWITCH,
}
